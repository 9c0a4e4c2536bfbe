#include "sink/source_set.h"

#include <stdlib.h>

// FNV-1a, a byte at a time.
#define HASH_BEGIN 14695981039346656037u
static uint64_t hash_byte(uint64_t hash, char c)
{
    return (hash ^ (unsigned char)c) * 1099511628211u;
}

static uint64_t hash_of(struct str s)
{
    uint64_t hash = HASH_BEGIN;
    for (size_t i = 0; i < s.n; i++) hash = hash_byte(hash, s.p[i]);
    return hash;
}

void source_set_release(struct source_set *set)
{
    free(set->hashes);
    free(set->texts);
}

static bool has(const struct source_set *set, uint64_t hash, struct str text)
{
    if (!set->room) return false;
    hash += !hash;
    for (size_t i = hash % set->room; set->hashes[i]; i = (i + 1) % set->room)
        if (set->hashes[i] == hash && (!set->texts || str_equal(set->texts[i], text))) return true;
    return false;
}

bool source_set_has(const struct source_set *set, struct str source)
{
    return has(set, hash_of(source), source);
}

static void put(struct source_set *set, uint64_t hash, struct str text)
{
    size_t i = hash % set->room;
    while (set->hashes[i]) i = (i + 1) % set->room;
    set->hashes[i] = hash;
    if (set->texts) set->texts[i] = text;
}

static bool grow(struct source_set *set, bool with_texts)
{
    struct source_set grown = {.count = set->count, .room = set->room ? 2 * set->room : 1024};
    grown.hashes = calloc(grown.room, sizeof *grown.hashes);
    grown.texts = with_texts ? calloc(grown.room, sizeof *grown.texts) : NULL;
    if (!grown.hashes || (with_texts && !grown.texts)) {
        source_set_release(&grown);
        return false;
    }
    for (size_t i = 0; i < set->room; i++)
        if (set->hashes[i]) put(&grown, set->hashes[i], with_texts ? set->texts[i] : STR_NULL);
    source_set_release(set);
    *set = grown;
    return true;
}

bool source_set_add(struct source_set *set, struct str source, struct arena *arena)
{
    uint64_t hash = hash_of(source);
    if (has(set, hash, source)) return true;
    struct str kept = arena ? arena_str(arena, source) : STR_NULL;
    if ((arena && !kept.p) || (2 * set->count >= set->room && !grow(set, arena))) return false;
    put(set, hash + !hash, kept);
    set->count++;
    return true;
}

size_t source_set_holds(const struct source_set *set, struct str source)
{
    uint64_t hash = HASH_BEGIN;
    for (size_t i = 0; i < source.n; i++) {
        bool ends = source.p[i] == '/' || source.p[i] == '!' || source.p[i] == '#';
        if (ends && has(set, hash, str_slice(source, 0, i))) return i;
        hash = hash_byte(hash, source.p[i]);
    }
    return has(set, hash, source) ? source.n : 0;
}

struct str source_set_next(const struct source_set *set, size_t *at)
{
    while (*at < set->room && !set->hashes[*at]) ++*at;
    return *at < set->room ? set->texts[(*at)++] : STR_NULL;
}
