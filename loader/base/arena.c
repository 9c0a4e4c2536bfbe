#include "base/arena.h"

#include <stdint.h>
#include <stdlib.h>

// An address sanitizer is told what is handed out, and gets a gap behind each piece: else a block is one to it.
#if defined(__has_feature) && !defined(__SANITIZE_ADDRESS__)  // clang's way of saying it
#if __has_feature(address_sanitizer)
#define __SANITIZE_ADDRESS__
#endif
#endif
#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/asan_interface.h>
#define FORBID(p, n) ASAN_POISON_MEMORY_REGION(p, n)
#define PERMIT(p, n) ASAN_UNPOISON_MEMORY_REGION(p, n)
#define GAP          ALIGNMENT
#else
#define FORBID(p, n) ((void)0)
#define PERMIT(p, n) ((void)0)
#define GAP          0
#endif

#define ALIGNMENT   16
#define FIRST_BLOCK (64 * 1024)
#define LARGE_BLOCK ((size_t)8 << 20)
#define KEEP_MOST   ((size_t)16 << 20)

struct arena_block {
    struct arena_block *next;
    size_t size;  // bytes after this header
    _Alignas(ALIGNMENT) char data[];
};

void arena_init(struct arena *arena, size_t limit)
{
    *arena = (struct arena){.limit = limit};
}

void arena_init_part(struct arena *arena, struct arena *whole)
{
    *arena = (struct arena){.whole = whole};
}

static size_t aligned(size_t n)
{
    return ((n + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1)) + GAP;
}

// How many bytes it has room for: `size`, or n where that is too much; 0 where n is, too.
static size_t within_limit(const struct arena *arena, size_t size, size_t n)
{
    size_t left = !arena->limit ? SIZE_MAX : arena->limit > arena->used ? arena->limit - arena->used : 0;
    if (left > PTRDIFF_MAX - sizeof(struct arena_block)) left = PTRDIFF_MAX - sizeof(struct arena_block);
    return size <= left ? size : n <= left ? n : 0;
}

static bool add_block(struct arena *arena, size_t n)
{
    struct arena *counted = arena->whole ? arena->whole : arena;
    size_t size = arena->next_size ? arena->next_size : FIRST_BLOCK;
    if (arena->blocks) size = arena->blocks->size > LARGE_BLOCK / 2 ? LARGE_BLOCK : arena->blocks->size * 2;
    if (size < n) size = n;
    size = within_limit(counted, size, n);
    struct arena_block *block = size ? malloc(sizeof *block + size) : NULL;
    counted->full |= !size;
    if (!block) return false;
    block->next = arena->blocks;
    block->size = size;
    arena->blocks = block;
    arena->used += size;
    if (arena->whole) counted->used += size;
    arena->at = block->data;
    arena->end = block->data + size;
    FORBID(block->data, size);
    return true;
}

void *arena_alloc(struct arena *arena, size_t n)
{
    size_t need = aligned(n ? n : 1);
    if (need < n || ((size_t)(arena->end - arena->at) < need && !add_block(arena, need))) {
        arena->failed = true;
        if (arena->whole) arena->whole->failed = true;
        return NULL;
    }
    void *p = arena->at;
    arena->at += need;
    PERMIT(p, n);
    return p;
}

struct str arena_str(struct arena *arena, struct str s)
{
    char *p = arena_alloc(arena, s.n + 1);
    if (!p) return STR_NULL;
    if (s.n) memcpy(p, s.p, s.n);
    p[s.n] = '\0';
    return (struct str){p, s.n};
}

void *arena_grow(struct arena *arena, void *old, size_t old_count, size_t new_count, size_t size)
{
    size_t old_bytes = aligned(old_count * size), new_bytes = new_count * size;
    if (old && (char *)old + old_bytes == arena->at && new_bytes <= (size_t)(arena->end - (char *)old)) {
        size_t need = aligned(new_bytes);
        if ((size_t)(arena->end - (char *)old) >= need) {
            arena->at = (char *)old + need;
            PERMIT(old, new_bytes);
            return old;
        }
    }
    void *p = arena_alloc(arena, new_bytes);
    if (p && old_count) memcpy(p, old, old_count * size);
    return p;
}

void *arena_more(struct arena *arena, void *array, size_t count, size_t size)
{
    const size_t first = 8;
    bool full = !count || (count >= first && !(count & (count - 1)));
    return full ? arena_grow(arena, array, count, count ? 2 * count : first, size) : array;
}

static void free_blocks(struct arena_block *blocks)
{
    for (struct arena_block *next; blocks; blocks = next) {
        next = blocks->next;
        free(blocks);
    }
}

// What needed several blocks gets one as large as all of them the next time, and that one is kept: a loader in its
// stride neither calls malloc nor has the system clear pages.
void arena_reset(struct arena *arena)
{
    struct arena_block *only = arena->blocks;
    if (only && (only->next || only->size > KEEP_MOST)) {
        free_blocks(only);
        arena->next_size = arena->used < KEEP_MOST ? arena->used : KEEP_MOST;
        only = NULL;
    }
    arena->blocks = only;
    arena->failed = arena->full = false;
    arena->used = only ? only->size : 0;
    arena->at = only ? only->data : NULL;
    arena->end = only ? only->data + only->size : NULL;
    if (only) FORBID(only->data, only->size);
}

struct arena_mark arena_mark(const struct arena *arena)
{
    return (struct arena_mark){arena->blocks, arena->at};
}

// One block stays, though there was none then: the next one needs it again.
void arena_rewind(struct arena *arena, struct arena_mark mark)
{
    struct arena_block *block;
    while ((block = arena->blocks) != mark.block && (mark.block || block->next)) {
        arena->blocks = block->next;
        arena->used -= block->size;
        free(block);
    }
    if (!block) return;
    arena->at = mark.block ? mark.at : block->data;
    arena->end = block->data + block->size;
    FORBID(arena->at, (size_t)(arena->end - arena->at));
}

void arena_release(struct arena *arena)
{
    free_blocks(arena->blocks);
    if (arena->whole) arena->whole->used -= arena->used;
    *arena = (struct arena){.limit = arena->limit, .whole = arena->whole};
}

bool arena_ok(const struct arena *arena, struct error *error)
{
    if (!arena->failed) return true;
    if (!arena->full) return error_set(error, ERROR_MEMORY, "out of memory");
    return error_set(error, ERROR_ARTICLE, "needs more than the %zu MB of memory one article may use: split it",
                     arena->limit >> 20);
}
