// Bodies as HTTP sends them, made plain again: chunked (RFC 9112), gzip and deflate (zlib), br (libbrotlidec), zstd
// (libarchive).
#ifndef INPUT_CONTENT_CODING_H
#define INPUT_CONTENT_CODING_H

#include "base/buf.h"

enum coding_result {
    CODING_OK,
    CODING_CUT,        // what there is of it is decoded, and its end is missing
    CODING_DAMAGED,    // it can't be decoded on; what came before is
    CODING_TOO_LARGE,  // more than the limit
    CODING_UNKNOWN,    // no coding of this name is known
    CODING_MEMORY,     // there is none
};

// Takes the chunks out of a body: *plain is it, or what `out` holds then. What is not chunked, whatever its header
// says, stays as it is: archives keep headers of bodies that they unpacked.
enum coding_result coding_dechunk(struct str body, struct buf *out, struct str *plain);

// Undoes one coding (`gzip`, `deflate`, `br`, `zstd`; `identity` and the empty one are none) in the same way. limit:
// bytes of *plain.
enum coding_result coding_undo(struct str coding, struct str body, size_t limit, struct buf *out, struct str *plain);

#endif
