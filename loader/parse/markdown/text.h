// The text of one Markdown block, put together from the pieces that md4c hands over, and the links in it.
#ifndef PARSE_MARKDOWN_TEXT_H
#define PARSE_MARKDOWN_TEXT_H

#include "base/arena.h"
#include "base/inline.h"
#include "base/str.h"
#include "parse/block.h"

#include <stdbool.h>

#define MARKDOWN_TEXT_GULP 128  // so many bytes are sooner copied than a number of bytes that varies

struct link_span {
    size_t start, end;  // of the label in the text; end is SIZE_MAX while the link is open
    struct str url;     // STR_NULL where a bare URL begins: it ends where the finished text says
};

struct markdown_text {
    struct arena *arena;
    struct str source;
    size_t gulps;         // bytes of the source on which a gulp may begin
    size_t looked, sign;  // between them the source has no sign of a URL
    const char *p;        // the text so far: n bytes of the source while it stands there as it is, else of `room`
    size_t n, capacity;
    char *room;   // capacity bytes of the arena
    size_t html;  // where raw HTML begins that is yet to be reduced; SIZE_MAX for none
    bool raised;  // a number that comes now is raised behind one, or marks a note: 1,250<sup>2</sup>, 1,250[2](#note)
    struct link_span *spans;
    size_t span_count, span_capacity;
    struct block_link *links;  // of the finished texts since markdown_text_reset
    size_t link_count, link_capacity;
};

void markdown_text_init(struct markdown_text *text, struct arena *arena, struct str source);

// Pieces, in order. When the arena is full they are dropped (and arena->failed is set).
static inline void markdown_text_add(struct markdown_text *text, const char *p, size_t n);
INLINE void markdown_text_source(struct markdown_text *text, const char *p, size_t n);  // maybe of the source
INLINE void markdown_text_urls(struct markdown_text *text, const char *p,
                               size_t n);  // bare ones in what was just added
void markdown_text_newline(struct markdown_text *text);
void markdown_text_cell_code(struct markdown_text *text, const char *p, size_t n);  // \\| is a bar
void markdown_text_entity(struct markdown_text *text, const char *p, size_t n);
void markdown_text_html(struct markdown_text *text, const char *p, size_t n);

// The raw HTML that is the whole text; the text is empty then. It lives as long as the arena.
struct str markdown_text_take(struct markdown_text *text);

// A link begins at the end of the text so far; ends there. The url must live as long as the arena.
void markdown_text_link(struct markdown_text *text, struct str url);
void markdown_text_link_end(struct markdown_text *text);

// Ends a text: trimmed (unless it is raw), and its links are added to text->links.
struct str markdown_text_finish(struct markdown_text *text, bool raw);

// Forgets the links.
static inline void markdown_text_reset(struct markdown_text *text)
{
    text->link_count = 0;
}

// Looks for URLs in the piece just added.
void markdown_text_look(struct markdown_text *text, const char *p, size_t n);

// Ends the HTML that text follows, and makes room for its n bytes at p behind the text, which is then no longer the
// source's; false when the arena is full.
bool markdown_text_room(struct markdown_text *text, const char *p, size_t n);

static inline bool markdown_text_has_room(const struct markdown_text *text, size_t n)
{
    return text->p == text->room && text->html == SIZE_MAX && !text->raised && text->capacity - text->n >= n;
}

static inline void markdown_text_add(struct markdown_text *text, const char *p, size_t n)
{
    if (!markdown_text_has_room(text, n) && !markdown_text_room(text, p, n)) return;
    memcpy(text->room + text->n, p, n);
    text->n += n;
}

// Where in the source p is; at its end or behind for what is not of it.
static inline size_t markdown_text_at(const struct markdown_text *text, const char *p)
{
    return (size_t)((uintptr_t)p - (uintptr_t)text->source.p);
}

// The text stays the source's while pieces of it follow one another.
INLINE void markdown_text_source(struct markdown_text *text, const char *p, size_t n)
{
    size_t at = markdown_text_at(text, p);
    if (!text->n && text->html == SIZE_MAX && at < text->source.n) text->p = p;
    if (text->p + text->n == p) text->n += n;
    else if (n <= MARKDOWN_TEXT_GULP && at < text->gulps && markdown_text_has_room(text, MARKDOWN_TEXT_GULP)) {
        memcpy(text->room + text->n, p, MARKDOWN_TEXT_GULP);
        text->n += n;
    } else markdown_text_add(text, p, n);
}

// Most pieces hold no URL, and they come in the source's order: the source is looked through once.
INLINE void markdown_text_urls(struct markdown_text *text, const char *p, size_t n)
{
    size_t at = markdown_text_at(text, p);
    if (at < text->looked || at + n > text->sign) markdown_text_look(text, p, n);
}

#endif
