// XML token by token, as far as pages and books need it: no entities but the predefined ones and numbers, no check that
// it is well-formed, no tree. What is no markup is text.
#ifndef INPUT_XML_SCAN_H
#define INPUT_XML_SCAN_H

#include "base/arena.h"

enum xml_kind {
    XML_TEXT,
    XML_CDATA,
    XML_START,  // `empty`: its end, too
    XML_END,
    XML_OTHER,  // comments, processing instructions, the document type
};

struct xml_token {
    enum xml_kind kind;
    bool empty;
    struct str whole;       // all its bytes
    struct str name;        // of a tag, with its prefix
    struct str attributes;  // of a start: what stands behind the name
    struct str text;        // of text and CDATA: as it stands
};

// Takes a token off. False at the end.
bool xml_next(struct str *rest, struct xml_token *token);

// Takes an attribute off; its value is as it stands. False when there are no more.
bool xml_attribute_next(struct str *attributes, struct str *name, struct str *value);

// The value of an attribute, as it stands; STR_NULL when there is none.
struct str xml_attribute(struct str attributes, const char *name);

// The name behind its prefix.
struct str xml_local(struct str name);

// Text with its references decoded, in the arena.
struct str xml_text(struct str text, struct arena *arena);

#endif
