// What users say of how articles are to be read, where the program misread them: a line is a heading, all articles of a
// place are Markdown, a site's line is no part of its articles.
#ifndef INPUT_CORRECTIONS_H
#define INPUT_CORRECTIONS_H

#include "base/arena.h"
#include "input/article.h"

#include <stdbool.h>
#include <stddef.h>

// What a row is to be read as, or an article in.
enum correct_as {
    CORRECT_HEADING,  // of a level
    CORRECT_PARAGRAPH,
    CORRECT_ITEM,
    CORRECT_QUOTE,
    CORRECT_CODE,
    CORRECT_LEFTOVER,
    CORRECT_HEADER,  // a row of a table: its header
    CORRECT_ROW,     // a header: a row
    CORRECT_DIALECT,
    CORRECT_LAYOUT,
    CORRECT_ENTITY,  // a cell, header or label: the name of an entity
};

struct correction {
    int64_t id;         // for messages
    struct str source;  // of the article, or a shell pattern of sources (fnmatch; `*` crosses slashes); NUL behind it
    uint32_t line;      // on which the row begins; 0: on whichever
    struct str text;    // of the row, or the cell; STR_NULL: whichever
    enum correct_as as;
    int value;             // level, enum dialect or enum layout; else 0
    struct str entity_id;  // of CORRECT_ENTITY
};

// Sets as, value and entity_id (within words) by "heading 2", "paragraph", "markdown", "names country:JP", …: as the
// column corrections.read_as has it. False: it is none.
bool correction_read_as(struct str words, struct correction *correction);

// All of them. Zeros hold none; the memory is the owner's.
struct corrections {
    struct correction *all;  // those of one source each first, in the order of their sources
    size_t count, exact;     // exact: how many are of one source
};

// Puts them in order; to be called before corrections_apply.
void corrections_order(struct corrections *corrections);

// Those of an article's rows and cells, with its arena's memory.
struct article_corrections {
    const struct correction **all;  // in the order of their ids
    size_t count;
    bool *met;  // of each, whether something was what it means: whoever reads the article begins with false
};

// Sets the article's dialect and layout where one says so, and article->corrections (NULL where no row is
// corrected). former: what it was called until now, whose own corrections hold, too; STR_NULL: nothing else. False when
// the arena is full.
bool corrections_apply(const struct corrections *corrections, struct article *article, struct str former,
                       struct arena *arena);

// The next correction from *at on, which becomes the number behind it, whose pattern an article's former name matched
// and its new one doesn't; both end in NUL. NULL: no more.
const struct correction *corrections_next_left(const struct corrections *corrections, struct str former,
                                               struct str source, size_t *at);

// Whether the correction is of one article alone.
bool correction_is_exact(const struct correction *correction);

#endif
