// The tags, texts and comments of a page, one after another, by the rules of the HTML standard ("Tokenization"). What
// follows a start tag's content mode (the text of a script, a title, …) is for the tree builder to say.
#ifndef PARSE_HTML_TOKENIZER_H
#define PARSE_HTML_TOKENIZER_H

#include "base/arena.h"
#include "parse/html/tree.h"

// Attributes of one tag beyond these are dropped (the standard knows no limit).
#define HTML_ATTRIBUTES_MAX 128

enum html_token_type {
    HTML_TOKEN_END_OF_PAGE,
    HTML_TOKEN_TEXT,  // a whole run up to the next markup, references decoded
    HTML_TOKEN_START,
    HTML_TOKEN_END,
    HTML_TOKEN_COMMENT,
    HTML_TOKEN_DOCTYPE,
};

// How the page goes on behind a start tag.
enum html_content {
    HTML_CONTENT_DATA,
    HTML_CONTENT_RCDATA,   // title, textarea: references, no tags
    HTML_CONTENT_RAWTEXT,  // style, xmp, iframe, noembed, noframes
    HTML_CONTENT_SCRIPT,   // script, whose comments may hold its end tag
    HTML_CONTENT_PLAINTEXT,
};

struct html_token {
    enum html_token_type type;
    enum html_element element;  // of tags
    struct str text;            // of text and comments; of a tag of ELEMENT_UNKNOWN its name, of a doctype its name
    struct str public_id, system_id;          // of a doctype; STR_NULL where it has none
    const struct html_attribute *attributes;  // of start tags; until the next token
    uint32_t attribute_count;
    bool self_closing;     // of start tags
    bool force_quirks;     // of a doctype
    uint32_t offset, end;  // bytes of the page
};

struct html_tokenizer {
    const char *p;
    size_t n, at;
    struct arena *arena;
    enum html_content content;
    enum html_element content_element;  // whose end tag ends the content
    bool has_nul;                       // anywhere in the page
    struct html_attribute attributes[HTML_ATTRIBUTES_MAX];
};

// The first c from byte `from` on; t->n when there is none.
static inline size_t html_find(const struct html_tokenizer *t, size_t from, char c)
{
    const char *found = from < t->n ? memchr(t->p + from, c, t->n - from) : NULL;
    return found ? (size_t)(found - t->p) : t->n;
}

void html_tokenizer_init(struct html_tokenizer *t, struct str page, struct arena *arena);

// foreign: `<![CDATA[` is markup, as in SVG and MathML. A text keeps its NUL bytes where the content is data. Strings
// are slices of the page, or lie in the arena; when that is full they are cut (arena->failed).
void html_tokenizer_next(struct html_tokenizer *t, bool foreign, struct html_token *token);

#endif
