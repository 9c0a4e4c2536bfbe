// JSON text, written into a buffer.
#ifndef SINK_JSON_H
#define SINK_JSON_H

#include "base/buf.h"

// A quoted string; null for STR_NULL. s is valid UTF-8.
void json_string(struct buf *buf, struct str s);

// "name": with a comma before it unless it is the object's first.
void json_key(struct buf *buf, const char *name);

#endif
