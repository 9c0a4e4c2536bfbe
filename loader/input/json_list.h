// The list of articles within one JSON object: a feed, the answer of a service, an export.
#ifndef INPUT_JSON_LIST_H
#define INPUT_JSON_LIST_H

#include "input/mapping.h"

struct json_list {
    size_t lists;      // that hold texts; more than one: nobody can say which
    struct str json;   // of the first: its text from behind the bracket on
    char path[128];    // to it: names with dots between
    char others[128];  // the paths of all, with commas between, for messages
};

// The list in the object whose elements are objects with texts; of one that has a single object, lists in that are
// looked for too. Where --map names the text by a path, the list is the one that the path goes into.
void json_list_find(const struct mapping *mapping, struct str object, struct json_list *list);

// The mapping that holds within the list: paths into it without their beginning.
struct mapping json_list_mapping(const struct mapping *mapping, const struct json_list *list);

#endif
