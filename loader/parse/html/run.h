// A run of inline text and what stands in it: white space collapses as browsers show it (CSS Text, "normal"), <br> is a
// line break, a number raised behind a number stands a space apart, links leave their text in it and their address
// beside it, pictures what they are called.
#ifndef PARSE_HTML_RUN_H
#define PARSE_HTML_RUN_H

#include "base/arena.h"
#include "parse/block.h"
#include "parse/html/tree.h"

struct run_span {
    size_t start, end;  // of the label in the text
    struct str url;
};

struct html_run {
    struct arena *arena;
    // the text so far; what is finished lies before it, for as long as the arena
    char *p;
    size_t n, capacity;
    bool space, line, verbatim;  // that go before the next character: a space, a line break; nothing collapses
    size_t pictured;             // bytes that pictures are called, and one more for each
    const struct html_node *first, *last;  // texts and pictures that it is made of; NULL: none yet
    struct run_span link;                  // that is open, where url.p
    struct run_span *spans;
    size_t span_count, span_capacity;
    struct block_link *links;  // of the texts finished since html_run_reset
    size_t link_count, link_capacity;
};

void html_run_init(struct html_run *run, size_t page_bytes, struct arena *arena);

void html_run_text(struct html_run *run, const struct html_node *text);
void html_run_line(struct html_run *run);  // a line break
void html_run_picture(struct html_run *run, const struct html_node *img);
void html_run_link(struct html_run *run, const struct html_node *a);  // an <a> begins
void html_run_link_end(struct html_run *run);

// Whether anything but white space has come since the last finished text.
static inline bool html_run_begun(const struct html_run *run)
{
    return run->n > 0;
}

// All below a node as one text: the blocks in it stand on lines of their own or, where a text has to be one line, a
// space apart. Where they stand on lines, tables are left for later.
enum run_form { RUN_SPACES, RUN_LINES };
void html_run_all(struct html_run *run, const struct html_node *node, enum run_form form);

// The text of code. Blocks within it (<pre><div>a</div><div>b</div></pre>) and rows are lines, as a browser shows them.
void html_run_code(struct html_run *run, const struct html_node *code, bool tables);

// Ends a text, trimmed unless it is verbatim (then without white space at its end), and forgets its places and
// pictures; its links are added to run->links, those to bare addresses too. A link that has no text yet goes on into
// the next.
struct str html_run_finish(struct html_run *run);

// Forgets the links.
static inline void html_run_reset(struct html_run *run)
{
    run->link_count = 0;
}

// Whether it is an element that begins and ends a line.
bool html_is_block(const struct html_node *node);

#endif
