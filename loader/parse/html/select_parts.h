// The page as its parts, in document order: elements that stand as blocks, with what their text is like and what lies
// below them. A part that has text of its own (between its tags and those of parts within) is a unit, the smallest
// thing that is kept or left. Made once for a page, in three passes over it; memory is the arena's.
#ifndef PARSE_HTML_SELECT_PARTS_H
#define PARSE_HTML_SELECT_PARTS_H

#include "parse/html/select_words.h"
#include "parse/html/tree.h"

// clang-format off
// Elements and microdata that say what lies within them.
#define SELECT_PLACES(X) \
    X(ARTICLE) X(MAIN) X(SECTION) X(ASIDE) X(NAV) X(HEADER) X(FOOTER) X(FORM) X(TABLE) X(LIST) X(FIGURE) X(QUOTE) \
    X(PRE) X(TERMS) X(DETAILS) X(BUTTON) X(DIALOG) X(ARTICLE_BODY) X(CONCEALED)
// clang-format on

enum select_place {
#define X(name) SELECT_PLACE_##name,
    SELECT_PLACES(X)
#undef X
        SELECT_PLACE_COUNT
};

enum {
    SELECT_NEAR = (SELECT_KIND_COUNT + SELECT_PLACE_COUNT + 15) / 16 * 16,  // whole registers
    SELECT_FAR = 60,                                                        // levels: none of the kind above
    SELECT_STEPS_MOST = 20,
};

// Counted of one text.
struct select_text {
    uint32_t words, link_words, letters, sentences, commas, digits, capitals, links;
    uint32_t title_words;  // that stand in the page's title, too
    uint32_t body_words;   // that stand behind the same word in JSON-LD's articleBody
    unsigned char first, last;
};

// Counted of all units below.
struct select_sum {
    uint32_t words, link_words, units;
    uint32_t prose;          // words of units that read like sentences
    uint32_t link_headings;  // headings that are links: of teasers mostly
};

struct select_part {
    struct html_node *node;
    uint32_t parent, end;  // index; of the one behind the last below
    uint32_t unit;         // index among units; UINT32_MAX when it is none
    uint32_t form;         // hash of its name and class
    uint32_t run;          // neighbours among its siblings of the same form, itself included
    uint32_t score;        // how much prose its children and grandchildren are
    uint16_t depth;
    bool in_link;
    struct select_text own;
    struct select_sum all;
    uint8_t near[SELECT_NEAR];  // levels up to the nearest of each kind and place, 0 for itself
};

struct select_page {
    struct select_part *parts;  // the first is body
    uint32_t *units;            // indices of parts
    uint32_t count, unit_count;
    uint32_t articles, mains, headings;  // elements <article>, <main>, <h1>
    uint32_t title_count;                // words of the title
    bool has_body, is_article;           // JSON-LD has an articleBody; og:type or JSON-LD says article
    uint32_t best, half, most;           // parts: of the highest score; the lowest that hold 50 and 80 % of the prose
    uint32_t peak;                       // the highest score
    uint32_t widest;                     // the <article> with most words; 0 for none
    uint32_t title;                      // the heading that is the page's title; 0 for none
    uint32_t headline;                   // the same, else the only <h1>; 0 for none
};

// Whether the element stands as a block of its own: all but those for phrases.
bool select_is_part(const struct html_node *node);
bool select_is_heading(const struct html_node *node);
// Whether nothing below the node is ever text.
bool select_is_never(const struct html_node *node);

// Every node below body that may hold text, in document order; each that was opened is closed, without recursion.
typedef bool select_open_fn(void *context, struct html_node *node);
typedef void select_close_fn(void *context, struct html_node *node);
bool select_walk(struct html_node *body, select_open_fn *open, select_close_fn *close, void *context);

bool select_page_read(struct select_page *page, const struct html_tree *tree, struct arena *arena, struct error *error);

// Whether it is a link, or most of its words are.
bool select_is_linked(const struct select_part *part);

// Steps from one part to the other by way of the one above both, SELECT_STEPS_MOST at most.
uint32_t select_steps(const struct select_page *page, uint32_t a, uint32_t b);

static inline bool select_is_prose(const struct select_text *text)
{
    return text->words >= 8 && text->link_words * 3 <= text->words && text->sentences + text->commas > 0;
}

#endif
