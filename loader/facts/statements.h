// Finds statements in running text: that somebody gives something to somebody, by a sentence in English, German, French
// or Spanish. A giver is an entity that is named (country, territory or organisation), or an organ of one (the German
// government, USAID, Berlin), in the same sentence. Counted is what has a use for its receiver: money, goods, arms,
// people, training, refuge, backing. Not counted are trade, sport, jobs, business, views of laws and plans, and what
// isn't said of a giver ("is committed to", "gave up").
//
// Each sentence is taken apart (clause.h), and its verbs and nouns of giving are looked at by what has to stand with
// them (statement_words.h): subject and object, agent of a passive, possessor, adjective, `from X`, `X-backed`, and
// lists of names with sums. What a frame asks for and doesn't find makes no statement: better none than a wrong one.
#ifndef FACTS_STATEMENTS_H
#define FACTS_STATEMENTS_H

#include "facts/mentions.h"
#include "facts/statement_words.h"
#include "rows/row.h"

// What is known of a name, by mention.entity.
struct statement_entity {
    struct str entity_id;
    bool giver;  // a country, territory or organisation, not a region
    bool demonym, acronym;
};

// What statements are found by. Immutable, so that all workers share one.
struct statement_source {
    const struct statement_words *words;
    const struct statement_entity *entities;        // of the mentions
    const struct mention_names *organs;             // schema/entity_organs.csv
    const struct statement_entity *organ_entities;  // of its mentions
};

struct statement {
    enum statement_act act;
    struct str giver, giver_id;  // as written, with the noun: the German government
    struct str support;          // the shortest phrase that says what is given; the verb where nothing else does
    struct str support_type;     // STR_NULL where the vocabulary knows none
    struct str amount_text;      // as written; STR_NULL for none
    struct str amount;           // its decimal digits
    struct str currency;         // ISO 4217, or $ where nothing says whose; STR_NULL for a number of things, or none
    struct str receiver, receiver_id;
    struct str sentence;
    uint32_t start;      // characters of the text before the sentence
    float confidence;    // 0–1, in hundredths
    const char *reason;  // a fixed text: by which frame
};

// The statements of valid UTF-8, in order. mentions: those of the text, in order. language: as language_is wants it;
// one that isn't known is taken for English, another one has no statements. False when the arena is full. Strings are
// of the text, the source or the arena.
bool statements_find(const struct statement_source *source, struct str text, const struct mention *mentions,
                     size_t count, struct str language, struct arena *arena, struct statement **found, size_t *n);
// The same, for who has found the organs too.
bool statements_find_with(const struct statement_source *source, struct str text, const struct mention *mentions,
                          size_t count, const struct mention *organs, size_t organ_count, struct str language,
                          struct arena *arena, struct statement **found, size_t *n);
// Whether texts of this language have any.
bool statements_are_told_in(struct str language);

#endif
