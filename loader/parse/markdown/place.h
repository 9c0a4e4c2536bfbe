// Where in the source the blocks stand that md4c reports. md4c gives no positions, but reports blocks in source order
// and hands out pointers into the source for nearly all text. So a cursor walks the source along with the reports: it
// looks for the mark that the reported block must have, and is set right by the pointers.
#ifndef PARSE_MARKDOWN_PLACE_H
#define PARSE_MARKDOWN_PLACE_H

#include "base/arena.h"
#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

struct place {
    const char *start, *end;  // of the source
    const char *at;           // all before it belongs to blocks that were placed
    uint32_t line;            // that `at` is on
    uint32_t first_line;      // of the source
    uint32_t line_count;
    const uint32_t *lines;  // where in the source each begins, and where the last one ends
};

// A block of inline text on its way: what was seen of it in the source.
struct place_text {
    const char *first, *last;               // source bytes of its first piece, and behind its last; NULL for none
    uint32_t breaks, breaks_before, after;  // line breaks reported in all, before `first`, and behind `last`
    bool span_before, span_after;           // a span ended before `first`, behind `last`: it may hide line ends
};

// Finds the lines; the last one must have an end. False when the arena is full.
bool place_init(struct place *place, struct str source, uint32_t first_line, struct arena *arena);

static inline bool place_holds(const struct place *place, const char *p)
{
    return (uintptr_t)p - (uintptr_t)place->start < (uintptr_t)(place->end - place->start);
}

// Moves to the beginning of the line of p, which is part of the source.
void place_to(struct place *place, const char *p);
void place_next_line(struct place *place);
// To the next byte that is neither white space nor the mark of a quote.
void place_skip_blank(struct place *place);
// The rest of the line.
struct str place_rest(const struct place *place);

// Behind the next mark of a list item ('-' '+' '*' '.' ')'), which is on the line returned.
uint32_t place_item(struct place *place, char mark);
// Behind the next thematic break.
void place_rule(struct place *place);

// To the first line of a text, which is returned, and then behind its last, which is returned.
uint32_t place_text_begin(struct place *place, const struct place_text *text);
uint32_t place_text_end(struct place *place, const struct place_text *text);
// At the beginning of a heading: whether it is marked by `level` signs (else it is underlined).
bool place_at_hashes(const struct place *place, unsigned level);

// Behind a code span, which may end on a line of its own.
void place_code_end(const struct place *place, struct place_text *text);

// A fenced block in so many quotes, one break a line. Returns its first line; the last one, closing fence included,
// goes to *end.
uint32_t place_fenced(struct place *place, const struct place_text *text, int quotes, uint32_t *end);

// The blanks right before p, `width` columns of them, as the source has them; STR_NULL when no blanks are as wide.
struct str place_indent(const struct place *place, const char *p, size_t width);

// To the head row of a table; first: source of its first piece, or NULL.
uint32_t place_table(struct place *place, const char *first);

#endif
