// What the two halves of stream.h share: stream.c reads bytes, stream_members.c goes from member to member.
#ifndef INPUT_STREAM_STATE_H
#define INPUT_STREAM_STATE_H

#include "base/buf.h"
#include "input/charset.h"
#include "input/container.h"
#include "input/stream.h"

#define CHUNK 262144
#define HEAD  512    // tells a container
#define LOOK  65536  // bytes of a zip archive that tell what it is, at its beginning and at its end
#define BLOCK (CHUNK + LOOK)

enum { FILE_ITSELF, OUTER, INNER };  // where bytes come from

// What a container is fed with: bytes that were read ahead of it, then its source.
struct feed {
    struct stream *stream;
    int level;     // of the source
    char *block;   // BLOCK bytes
    size_t ahead;  // bytes in it that were read before the container was opened
    bool at_end;
};

struct stream {
    size_t limit;
    int fd;
    int64_t size;          // of the file, where it is regular; else 0
    int64_t closed;        // bytes of the files before
    bool regular, opened;  // opened: the file itself has not been given as a member yet
    struct str whole;      // of a small plain file, in the caller's arena; the buffer is empty then
    struct container *outer, *inner;
    struct feed outer_feed, inner_feed;
    int level;                // of the member
    struct charset *charset;  // NULL: as the bytes come
    const char *guessed;      // its name, where it is a guess
    size_t decoded;           // raw bytes that were read since
    char *raw;                // CHUNK bytes
    struct str undecoded;     // in raw
    bool last;                // nothing follows them
    char *buffer;
    size_t start, end, capacity, searched;  // searched: bytes from start on that hold no LF
    bool at_end;
    struct error failure;
    enum foreign foreign;
    struct buf name;    // of the member
    size_t outer_name;  // bytes of it that are the outer member's
};

// Ready for another member.
void stream_clear(struct stream *stream);

void stream_close_inner(struct stream *stream);

// Bytes from where the level's come; -1 with *error set.
ssize_t stream_read_level(struct stream *stream, int level, char *to, size_t n, struct error *error);

#endif
