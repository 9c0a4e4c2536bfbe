// What blocks of CommonMark the lines of a text are in, as md4c sees them line by line: whether a line is of Markdown's
// text, of code or of HTML. Quotes and list items are a stack; definitions of links count as text.
#ifndef PARSE_MARKDOWN_LINE_CONTEXT_H
#define PARSE_MARKDOWN_LINE_CONTEXT_H

#include "parse/markdown/rewrite.h"

#define LINE_DEPTH_MAX 100  // md4c's reader refuses articles with more: MARKDOWN_DEPTH_MAX

// What the line before is of, as far as that decides what the next one may be.
enum line_leaf {
    LINE_OF_NOTHING,  // nothing that goes on: it is blank, a heading, a thematic break, a closing fence
    LINE_OF_PARAGRAPH,
    LINE_OF_TABLE,     // a table
    LINE_OF_INDENTED,  // code
    LINE_OF_FENCE,     // code
    LINE_OF_HTML,
    LINE_ENDS_HTML  // its last line
};

struct line_container {
    char mark;              // '>' of a quote; of an item the last character of its mark
    unsigned char before;   // columns before an item's mark
    unsigned char columns;  // before the text of an item, within what it lies in
};

struct line_context {
    struct line_container open[LINE_DEPTH_MAX];
    int depth, quotes;  // open containers; quotes among them
    enum line_leaf leaf;
    bool after_blank;  // a paragraph may begin that is none of text: the line before is blank, or was rewritten
    bool after_text;   // the line before is of a paragraph or a table
    char fence;        // of the code
    size_t fence_bytes;
    int html;        // the start condition of the HTML
    uint32_t lines;  // of the paragraph so far
    int hollow;      // 1: the innermost item has no text yet; 2: and a blank line follows its mark
};

static inline struct line_context line_context_begin(void)
{
    return (struct line_context){.after_blank = true};
}

// Steps over a line; false when it is code or HTML, fences included.
bool line_context_free(struct line_context *c, const struct line_view *v);

// Whether the fence or the HTML before goes on with the line, which may end it.
bool line_context_goes_on(const struct line_context *c, const struct line_view *v);

// Whether the quote or item that the fence is in ends before the line.
bool line_context_leaves_fence(const struct line_context *c, const struct line_view *v);

// Whether the line is set in like code: it is, or goes on with a paragraph.
bool line_context_is_indented(const struct line_context *c, const struct line_view *v);

// Whether the line is of indented code.
bool line_context_is_code(const struct line_context *c, const struct line_view *v);

// Whether the line ends the table before it by beginning a heading, a fence or HTML.
bool line_context_ends_table(const struct line_context *c, const struct line_view *v);

#endif
