// Memory that is released all at once: one arena per article or batch. What it hands out lives until arena_reset or
// arena_release; nothing is freed alone. One block (of 16 MB at most) is kept over a reset.
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "base/error.h"
#include "base/str.h"

#include <stddef.h>

struct arena_block;

struct arena {
    struct arena_block *blocks;  // newest first
    char *at, *end;              // the free rest of the newest block
    size_t used, limit;          // bytes held from malloc; at most limit
    size_t next_size;            // of the first block; 0: not known. The owner may set it
    struct arena *whole;         // what is held counts there, too; NULL: nowhere
    bool failed;                 // since the last reset; whose buffers had no memory sets it, too
    bool full;                   // … because the limit was met
};

// limit: bytes, 0 for none. Allocates nothing yet.
void arena_init(struct arena *arena, size_t limit);
// A part of another arena, for what is needed for a while: its limit is that one's, and so are its failures. It must be
// released before that one is reset.
void arena_init_part(struct arena *arena, struct arena *whole);
void arena_reset(struct arena *arena);

// What was handed out since the mark is no more.
struct arena_mark {
    struct arena_block *block;
    char *at;
};
struct arena_mark arena_mark(const struct arena *arena);
void arena_rewind(struct arena *arena, struct arena_mark mark);

void arena_release(struct arena *arena);

// n bytes aligned for any type, uninitialised; NULL when the limit or the system's memory is exhausted (and
// arena->failed is set, so that a caller may check once at the end).
void *arena_alloc(struct arena *arena, size_t n);

// A copy of s (with a NUL behind it, not counted); STR_NULL when there is no memory.
struct str arena_str(struct arena *arena, struct str s);

// Grows an array from old_count to new_count elements of `size` bytes, in place when it is the newest piece.
void *arena_grow(struct arena *arena, void *old, size_t old_count, size_t new_count, size_t size);

// An array of `count` elements with room for one more: NULL and 0 begin it, and it has to grow by this alone, one
// element a call. What it held before is left behind as it doubles: at most as much again as it holds.
void *arena_more(struct arena *arena, void *array, size_t count, size_t size);

// True when the arena has not failed since its last reset. Else sets ERROR_ARTICLE where it has met its limit, and
// ERROR_MEMORY where the system has no more, which is no article's fault.
bool arena_ok(const struct arena *arena, struct error *error);

#endif
