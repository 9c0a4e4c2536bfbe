// The rows of mentions: in headings, paragraphs (all but code), bullets and their labels, headers and cells of tables.
// In a column whose header says country, a cell that is a code of ISO 3166-1 (DE, DEU) is its country's mention, and so
// is a name in small letters; NA only where the header says ISO or code, as it also stands for what isn't available.
// A cell that is nothing but Georgia is none in a column where other such names have stood (Alabama), nor is the name
// of a technical thing alone in a column whose header says so (compiler). A cell, header or label of which a user says
// whose name it is (CORRECT_ENTITY) is that entity's mention and no other's.
#ifndef FACTS_MENTION_ROWS_H
#define FACTS_MENTION_ROWS_H

#include "facts/mentions.h"
#include "input/corrections.h"
#include "rows/row.h"

struct statement_source;
struct support_source;

// What is looked for. Immutable, so that all workers share one.
struct mention_source {
    const struct mention_names *names;
    const struct str *entity_ids;               // of mention.entity
    const struct statement_source *statements;  // by which they give and take; NULL: no statements are looked for
    const struct support_source *support;       // by which facts tell support; NULL: none do
};

// One article's; nothing to release.
struct mention_rows {
    const struct mention_source *source;
    struct str language;  // as mentions_find wants it
    struct arena *arena;
    row_fn *emit;
    void *context;
    const struct article_corrections *corrections;  // NULL: none
    int32_t count;                                  // emitted
    struct mention_article article;
    // of the text that was looked at last, for who asks more of it
    struct mention *found;
    size_t found_count;
    struct mention *organs;  // of running text where statements are looked for, those of its source
    size_t organ_count;
    // of the table being read: a bit for each of its first 64 columns that is one of countries, and one of codes
    uint64_t countries, codes;
    uint64_t states, technical;  // the same: parts of a country stood in its cells; its header says a technical thing
    uint32_t table_line;         // on which it begins
};

// Emits the mentions in the texts of a row. False when emit fails, or the arena is full.
bool mention_rows_of(struct mention_rows *mentions, const struct row *row, struct error *error);

#endif
