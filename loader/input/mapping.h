// Which field of a record means what: by the names that are common, or as --map says.
#ifndef INPUT_MAPPING_H
#define INPUT_MAPPING_H

#include "base/error.h"
#include "input/article.h"

#include <stdbool.h>
#include <stddef.h>

enum field {
    FIELD_TEXT,
    FIELD_ID,
    FIELD_TITLE,
    FIELD_AUTHOR,
    FIELD_SITE,
    FIELD_URL,
    FIELD_LANGUAGE,
    FIELD_DATE,
    FIELD_COUNT,  // also: none of them
};

#define MAPPING_NAMES 32

struct mapping {
    struct {
        enum field field;
        struct str name;  // may be a path into nested objects: article.body
    } named[MAPPING_NAMES];
    size_t named_count;
    bool fixed[FIELD_COUNT];  // named by --map: the common names don't count
};

// spec: what --map was given, `text=body,title=headline`; NULL for nothing. The same field may be named twice, the
// first that a record has wins; `author=` alone means that no field is the author. The spec must outlive the mapping.
bool mapping_init(struct mapping *mapping, const char *spec, struct error *error);

// Added to the rank of a name that many things have: `source` is the address only where its value looks like one.
#define MAPPING_WEAK 64

// What the record's field `name` means; *rank tells how good a name it is for that, 0 the best: the one ranking for
// all that holds articles. Case, `_`, `-`, `.`, `:` and blanks don't matter for the common names.
enum field mapping_find(const struct mapping *mapping, struct str name, unsigned *rank);

// Fills list with the names that --map has for fields that aren't in the set `found` (of 1 << field): "key (--map
// id=)", one after another. False: there are none.
bool mapping_missing(const struct mapping *mapping, unsigned found, char *list, size_t room);

// Where the metadata have a field; NULL for those that they don't have: text, id.
struct str *mapping_field(struct metadata *metadata, enum field field);

// Whether an object of this name (`metadata`, `meta`, …) says of the article what the record itself doesn't.
bool mapping_holds(struct str name);

// Whether an address is only a path within its site: /2024/a.html
bool mapping_is_path(struct str address);

// Whether the value is a word that programs write for a value that isn't there: None, null, NaN, …
bool mapping_is_nothing(struct str value);

#endif
