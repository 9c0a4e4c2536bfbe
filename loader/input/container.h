// Compressed files and archives, through libarchive.
#ifndef INPUT_CONTAINER_H
#define INPUT_CONTAINER_H

#include "base/error.h"
#include "base/str.h"

#include <stdbool.h>
#include <sys/types.h>

// Whether bytes with this head need a container to be read. 512 bytes are enough to tell.
bool container_looks(struct str head);

// Where a container's bytes come from.
struct container_feed {
    // The next bytes, in memory that lives until the next call; 0 at the end, -1 with *error set.
    ssize_t (*read)(void *from, const char **bytes, struct error *error);
    // Goes to byte `offset` of the source (whence as for lseek); -1 when it can't. NULL: there is no way back.
    off_t (*seek)(void *from, off_t offset, int whence);
    void *from;
};

struct container;

// NULL: *error says why. The feed is copied.
struct container *container_open(const struct container_feed *feed, struct error *error);

enum container_result { CONTAINER_MEMBER, CONTAINER_END, CONTAINER_ERROR };

// The next regular, visible member; a file that is only compressed has one, with an empty name. After CONTAINER_ERROR
// nothing more can be read.
enum container_result container_next(struct container *container, struct str *name, struct error *error);

// Bytes read of the member; 0 at its end, -1 with *error set.
ssize_t container_read(struct container *container, char *to, size_t n, struct error *error);

void container_close(struct container *container);

#endif
