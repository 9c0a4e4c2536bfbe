// A directory that keeps what was rejected: of each article a file that load takes again, and a line of why in
// .why.tsv, which a load of the directory passes over. Failures are ERROR_OUTPUT.
#ifndef SINK_REJECT_DIR_H
#define SINK_REJECT_DIR_H

#include "input/input.h"

struct reject_dir;

// Made when it is missing; what is there stays. NULL on failure.
struct reject_dir *reject_dir_open(const char *path, struct error *error);

// article: what could not be stored; NULL where it could not be read, and then `bytes` are those of the record, or else
// the file that why->source names is kept, unless it is larger than `limit`. Of an article of a file its bytes are
// kept, of one of a record an object with its fields. The list gets a line, see sink/reject_list.h. The same bytes of
// the same source that were there at first are not kept once more, even if their file was changed meanwhile.
bool reject_dir_add(struct reject_dir *dir, const struct error *why, const struct article *article,
                    const struct input_rejected *bytes, size_t limit, struct error *error);

// What the files of a directory (absolute) are called, with the arena's memory: none where it has no list.
bool reject_dir_names(const char *dir, struct arena *arena, struct renamed *renamed, struct error *error);

// After all additions: a rejection is no longer one. What was kept of it goes, unless somebody has changed it.
void reject_dir_settled(struct reject_dir *dir, struct str source, uint32_t line);

// Frees it; false when the list could not be written.
bool reject_dir_close(struct reject_dir *dir, struct error *error);

#endif
