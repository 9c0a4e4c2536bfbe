// The text of the HTML that Markdown may hold, and entities. Tags of HTML's own elements and comments are markup;
// any other `<word>` is text.
#ifndef PARSE_HTML_TEXT_H
#define PARSE_HTML_TEXT_H

#include "base/str.h"
#include "parse/html_reference.h"

#include <stdbool.h>
#include <stddef.h>

// The entity that s begins with, as CommonMark has them (`&amp;` `&#38;` `&#x26;`): a reference of HTML's with its
// semicolon. Its bytes, and its characters at out (room for HTML_REFERENCE_CHARACTERS bytes), never more than its own;
// 0 when s begins with none.
size_t html_entity(struct str s, char *out, size_t *out_n);

// Decodes all entities in place; returns the new length, which is never longer.
size_t html_entities(char *p, size_t n);

struct html_tag {
    struct str name, attributes;
    bool closes;
    size_t bytes;  // of the whole tag
};

enum html_kind { HTML_UNKNOWN, HTML_INLINE, HTML_BLOCK, HTML_BREAK, HTML_IMAGE, HTML_LINK };

// A complete tag at the start of s, quoted attributes included.
bool html_tag(struct str s, struct html_tag *tag);
// Value of the attribute; STR_NULL when there is none.
struct str html_attribute(struct str attributes, const char *name);
// What an element of this name is.
enum html_kind html_kind(struct str name);
// Bytes of a comment or a document type at the start of s; 0 when it is none or has no end, which makes *unclosed true:
// then none behind it has one either, and no more is looked for. False at first.
size_t html_comment(struct str s, bool *unclosed);

// A link begins at byte `at` of the reduced text, or ends there when url is STR_NULL. The url is as written in the
// attribute and lives until the callback returns.
typedef void html_link_fn(void *context, size_t at, struct str url);

// Reduces HTML in place to its text: tags and comments gone, <br> a newline, block elements apart, images' alt text,
// entities decoded, white space collapsed; a number that is raised or lowered behind a number (10<sup>2</sup>) a space
// apart, as together they would be another one. before: the character that stands before it. Returns the new length,
// which is never longer; *raised: whether a number that comes next would be such a one.
size_t html_text_reduce(char *p, size_t n, char before, bool *raised, html_link_fn *link, void *context);

// Whether s begins with a digit, or with one behind a minus sign.
bool html_begins_number(struct str s);

#endif
