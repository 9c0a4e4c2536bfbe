#include "sink/copies.h"

#include "base/arena.h"
#include "base/buf.h"

#include <stdlib.h>

struct reader {
    struct copies_list *list;
    struct arena *arena;
    size_t rows;  // of the query at hand
};

static int by_sha256(const void *a, const void *b)
{
    const struct copies *one = a, *other = b;
    return memcmp(one->sha256.bytes, other->sha256.bytes, sizeof one->sha256.bytes);
}

struct copies *copies_of(const struct copies_list *list, const struct sha256 *sha256)
{
    struct copies key = {.sha256 = *sha256};
    return list->count ? bsearch(&key, list->all, list->count, sizeof *list->all, by_sha256) : NULL;
}

// Each content once.
static void list_contents(struct copies_list *list, const struct sink_article *articles, size_t count)
{
    size_t n = 0;
    for (size_t i = 0; i < count; i++)
        if (articles[i].action == SINK_NEW) list->all[n++] = (struct copies){.sha256 = articles[i].article.sha256};
    qsort(list->all, n, sizeof *list->all, by_sha256);
    for (size_t i = 0; i < n; i++)
        if (!i || by_sha256(&list->all[i], &list->all[list->count - 1]) != 0) list->all[list->count++] = list->all[i];
}

// values: SHA-256, document_id, source
static bool read_copy(void *context, const struct str *values, struct error *error)
{
    struct reader *r = context;
    struct sha256 sha256 = {0};
    if (values[0].n == sizeof sha256.bytes) memcpy(sha256.bytes, values[0].p, values[0].n);
    struct copies *copies = copies_of(r->list, &sha256);
    r->rows++;
    if (copies && copies->count < COPIES)
        copies->all[copies->count++] =
            (struct copy){.source = arena_str(r->arena, values[2]), .document_id = database_int64(values[1])};
    return arena_ok(r->arena, error);
}

// No more rows than if none had more copies than are looked at.
static const char COPIES_OF[] =
    "SELECT d.content_sha256, d.document_id, d.source FROM unnest($1::bytea[]) AS n (sha256) "
    "JOIN documents d ON d.content_sha256 = n.sha256 LIMIT $2::bigint";

static bool ask(struct reader *r, struct ledger_lookup *lookup, size_t wanted, struct error *error)
{
    struct buf digests = {0};
    int64_t limit = (int64_t)__builtin_bswap64((uint64_t)(COPIES * wanted));
    ledger_array_begin(&digests, LEDGER_BYTEA, wanted);
    for (size_t i = 0; i < r->list->count; i++) {
        struct copies *copies = &r->list->all[i];
        if (copies->count == COPIES) continue;
        copies->count = 0;
        ledger_array_element(&digests, copies->sha256.bytes, sizeof copies->sha256.bytes);
    }
    const struct str values[] = {buf_str(&digests), {(const char *)&limit, sizeof limit}};
    bool ok = !digests.failed || error_set(error, ERROR_MEMORY, "out of memory");
    r->rows = 0;
    ok = ok && ledger_query(lookup, "copies_of", COPIES_OF, 2, values, read_copy, r, error);
    buf_release(&digests);
    return ok;
}

// As many rows as were asked for may not be all; but then one content has COPIES of them at least, and only the others
// are asked for again.
static bool find(struct reader *r, struct ledger_lookup *lookup, struct error *error)
{
    size_t wanted;
    do {
        wanted = 0;
        for (size_t i = 0; i < r->list->count; i++) wanted += r->list->all[i].count < COPIES;
        if (wanted && !ask(r, lookup, wanted, error)) return false;
    } while (wanted && r->rows == COPIES * wanted);
    return true;
}

struct held {
    struct copy **copies;  // by document_id
    size_t count;
};

static int by_document(const void *a, const void *b)
{
    const struct copy *one = *(struct copy *const *)a, *other = *(struct copy *const *)b;
    return (one->document_id > other->document_id) - (one->document_id < other->document_id);
}

// values: source, document_id, digest, reader
static bool read_held(void *context, const struct str *values, struct error *error)
{
    const struct held *held = context;
    struct copy wanted = {.document_id = database_int64(values[1])}, *key = &wanted;
    struct copy **found = bsearch(&key, held->copies, held->count, sizeof *held->copies, by_document);
    (void)error;
    if (!found || !str_equal((*found)->source, values[0]) || values[2].n != sizeof(struct sha256)) return true;
    (*found)->held = true;
    (*found)->reader = database_int32(values[3]);
    memcpy((*found)->digest.bytes, values[2].p, values[2].n);
    return true;
}

static bool ask_ledger(struct reader *r, struct ledger_lookup *lookup, struct error *error)
{
    struct held held = {0};
    struct buf sources = {0};
    size_t count = 0;
    for (size_t i = 0; i < r->list->count; i++) count += r->list->all[i].count;
    if (!count) return true;
    held.copies = arena_alloc(r->arena, count * sizeof *held.copies);
    ledger_array_begin(&sources, LEDGER_TEXT, count);
    for (size_t i = 0; held.copies && i < r->list->count; i++)
        for (size_t k = 0; k < r->list->all[i].count; k++) {
            struct copy *copy = held.copies[held.count++] = &r->list->all[i].all[k];
            ledger_array_element(&sources, copy->source.p, copy->source.n);
        }
    if (held.copies) qsort(held.copies, held.count, sizeof *held.copies, by_document);
    bool ok = (held.copies && !sources.failed) || error_set(error, ERROR_MEMORY, "out of memory");
    ok = ok && ledger_find(lookup, buf_str(&sources), read_held, &held, error);
    buf_release(&sources);
    return ok;
}

bool copies_find(struct copies_list *list, struct ledger_lookup *lookup, const struct sink_article *articles,
                 size_t count, struct arena *arena, struct error *error)
{
    struct reader r = {.list = list, .arena = arena};
    size_t wanted = 0;
    *list = (struct copies_list){0};
    for (size_t i = 0; i < count; i++) wanted += articles[i].action == SINK_NEW;
    if (!wanted) return true;
    list->all = arena_alloc(arena, wanted * sizeof *list->all);
    if (!list->all) return arena_ok(arena, error);
    list_contents(list, articles, count);
    return find(&r, lookup, error) && ask_ledger(&r, lookup, error);
}
