// The list of a directory of rejected articles, .why.tsv: a line for each, with its file's name, source, line, kind of
// error, message, `record` or `file`, and the SHA-256 of what was kept; with tabs, line ends and backslashes as \t, \n,
// \r and \\.
#ifndef SINK_REJECT_LIST_H
#define SINK_REJECT_LIST_H

#include "base/arena.h"
#include "base/sha256.h"

#include <stdint.h>
#include <stdio.h>

#define REJECT_LIST ".why.tsv"

struct reject_line {
    struct str name;  // of the file; empty: nothing was kept. Ends in a NUL
    struct str source;
    uint32_t line, moved_to;  // of the source, 0: none; and where it is now
    struct str code, message;
    bool record;           // the source is a record's, not a file's
    struct sha256 digest;  // of the bytes kept or, without any, of the message
    bool again, gone;      // was met again, whose moved_to counts then; is no more
};

struct reject_list {
    struct reject_line *all;
    size_t count;
};

// Nothing where the directory has no list. False without memory.
bool reject_list_read(int dir, struct arena *arena, struct reject_list *list);

void reject_line_write(FILE *file, const struct reject_line *line);

// Orders: by source, digest and line; by source and line; by name, source and line.
typedef int reject_order(const void *a, const void *b);
reject_order reject_by_bytes, reject_by_line, reject_by_name;

// Of a list in this order, where the first line is that is not before the key.
size_t reject_list_from(const struct reject_list *list, const struct reject_line *key, reject_order *order);

#endif
