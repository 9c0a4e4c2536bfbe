// What an element says of its part: by its name, its class, id, label and role, microdata, and whether it is concealed.
#ifndef PARSE_HTML_SELECT_DESCRIBE_H
#define PARSE_HTML_SELECT_DESCRIBE_H

#include "parse/html/select_parts.h"

// Values that were met, with what their words say.
struct select_names {
    struct select_name *names;
};

bool select_names_begin(struct select_names *names, struct arena *arena);

// Whether the style says that its element isn't shown.
bool select_shows_none(struct str style);

// Fills near and form of the part. parent: NULL for body.
void select_describe(struct select_part *part, const struct select_part *parent, struct select_names *names);

#endif
