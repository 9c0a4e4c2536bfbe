// The article that the JSON-LD of a page describes (schema.org): found in lists and @graph, by its type.
#ifndef INPUT_PAGE_JSON_LD_H
#define INPUT_PAGE_JSON_LD_H

#include "base/arena.h"
#include "input/mapping.h"

struct json_object;
struct page_json_ld;

// Free when done; NULL, without memory, may be given to all of these.
struct page_json_ld *page_json_ld_new(void);
void page_json_ld_free(struct page_json_ld *ld);

// The text of one script. What is no JSON is passed over.
void page_json_ld_add(struct page_json_ld *ld, struct str text, struct arena *arena);

// Calls back for each field that the article states, with the property's name; values live in the arena. {website is
// the name of the site that is described beside it.
typedef void page_json_ld_fn(void *context, enum field field, const char *name, struct str value);
void page_json_ld_fields(struct page_json_ld *ld, struct arena *arena, page_json_ld_fn *found, void *context);

// What else is said of the article, the caller's; NULL for nothing. To be called last.
struct json_object *page_json_ld_rest(struct page_json_ld *ld, struct arena *arena);

#endif
