// Articles that programs write in parts, each of a kind: put together as Markdown, in which the parts keep their kinds.
#ifndef INPUT_PARTS_H
#define INPUT_PARTS_H

#include "base/arena.h"
#include "base/buf.h"
#include "input/record.h"

struct json_object;

#define PARTS_DEPTH 30

// The Markdown being written; zero it at first, release text.
struct parts {
    struct buf text;
    bool in_list;  // the last block is an item
    struct {
        int level;         // as it was given
        size_t indent;     // of what is in it
    } items[PARTS_DEPTH];  // around the next one
    size_t depth;
};

enum parts_kind { PARTS_PARAGRAPH, PARTS_HEADING, PARTS_ITEM, PARTS_CODE, PARTS_HTML };

// Adds a block. level: of a heading from 1; of an item, larger than that of the one it is in. marker: of an ordered
// item
// (`1.`), else empty. The
// text's own characters that Markdown knows are escaped, but for code and HTML. What is empty is not added.
void parts_add(struct parts *parts, enum parts_kind kind, int level, struct str marker, struct str text);

// Adds a table; rows × columns cells, row by row, the first row its header unless `headless`.
void parts_add_table(struct parts *parts, const struct str *cells, size_t rows, size_t columns, bool headless);

// Whether an object is one of unstructured's elements.
bool parts_is_element(struct json_object *object);

// Adds an element.
void parts_add_element(struct parts *parts, struct json_object *element);

// Where the element's document is from: its address, else its file's name, else empty.
struct str parts_address(struct json_object *element);

// Makes a record of a document's parts and its first element. False: there is no text in them.
bool parts_document(struct parts *parts, struct json_object *first, struct arena *arena, struct record *record);

// docling's document as Markdown in the arena; STR_NULL: it is none. Its lists of parts are taken out of the object.
struct str parts_docling(struct json_object *object, struct arena *arena);

#endif
