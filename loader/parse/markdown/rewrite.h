// What people and programs write beside CommonMark, rewritten to CommonMark before md4c reads it. A pass goes over the
// lines and says of some what stands there instead; each line that comes out knows the line of the source that it is
// from. Where nothing is to be said nothing is copied.
#ifndef PARSE_MARKDOWN_REWRITE_H
#define PARSE_MARKDOWN_REWRITE_H

#include "base/arena.h"
#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

// In the text that comes out: a paragraph that begins with it is the label of what follows, and a header row whose
// first cell does is inferred. Articles have no such byte.
#define REWRITE_MARK '\0'

struct rewrite {
    struct arena *arena;
    struct str source;      // the last line has an end
    const uint32_t *lines;  // where each begins, and where the last one ends
    uint32_t count;
    // what comes out, once something has changed
    char *out;
    size_t n, capacity;
    uint32_t *map;  // the line of the source, from 0, that each line out is from
    uint32_t out_lines, map_capacity;
    uint64_t looked;  // lines that were looked at ahead
    uint32_t done;    // lines of the source that are out, or left out
    bool changed;
    bool in_table;  // the line before is of a table
};

// The i-th line without its end; empty behind the last.
static inline struct str rewrite_line(const struct rewrite *rw, uint32_t i)
{
    if (i >= rw->count) return STR("");
    const char *p = rw->source.p + rw->lines[i], *end = rw->source.p + rw->lines[i + 1];
    while (end > p && (end[-1] == '\n' || end[-1] == '\r')) end--;
    return (struct str){p, (size_t)(end - p)};
}

#define REWRITE_LOOKS 64  // at each line, on average: texts that ask for more are not worth it

// Whether one more line may be looked at ahead.
static inline bool rewrite_looks(struct rewrite *rw)
{
    return rw->looked++ < REWRITE_LOOKS * (uint64_t)rw->count + 10000;
}

// All lines before the i-th that are not out yet stay as they are.
void rewrite_keep(struct rewrite *rw, uint32_t i);
// They do, and those from there to before the next `to`-th are left out.
void rewrite_drop(struct rewrite *rw, uint32_t from, uint32_t to);
// A line that is from the i-th: pieces, and its end. Follows rewrite_keep or rewrite_drop.
void rewrite_put(struct rewrite *rw, struct str piece);
void rewrite_end(struct rewrite *rw, uint32_t i);
static inline void rewrite_put_line(struct rewrite *rw, uint32_t i, struct str line)
{
    rewrite_put(rw, line);
    rewrite_end(rw, i);
}

// Text of a cell, its bars escaped.
void rewrite_put_cell(struct rewrite *rw, struct str text);

// A cell over several lines, all zero at first. Wrapped text is one; items, code and what blank lines part are lines.
struct cell_lines {
    bool any, gap, code;
};
void rewrite_cell_line(struct rewrite *rw, struct cell_lines *cell, struct str line);

// ---- what lines look like

struct line_view {
    struct str line;
    size_t body;    // bytes before what is neither blank nor the mark of a quote
    size_t indent;  // columns of blanks before it, behind the quote's mark
    int quotes;
};

struct line_view rewrite_view(struct str line);
static inline bool view_is_blank(const struct line_view *v)
{
    return v->body == v->line.n;
}
static inline struct str view_body(const struct line_view *v)
{
    return str_slice(v->line, v->body, v->line.n);
}

// Bytes of the mark of a list item with its blanks that s begins with; 0 for none.
size_t line_mark_bytes(struct str s);
size_t line_run(struct str s, char c);         // how often s begins with c
struct str line_trim(struct str s);            // without blanks at either end
bool line_has(struct str s, struct str what);  // somewhere

#endif
