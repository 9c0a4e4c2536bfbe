#include "sink/content.h"

#include "base/arena.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

enum { COPIES = 8 };  // of one content that are looked at

struct content {
    const struct source_naming *naming;
    bool skip_duplicates, had;
    pthread_mutex_t lock;  // of what follows
    uint64_t *taken;       // by new articles of this load: the first bytes of their SHA-256; open addressing, 0: free
    size_t count, room;
};

struct content *content_new(const struct source_naming *naming, bool skip_duplicates)
{
    struct content *content = calloc(1, sizeof *content);
    if (!content) return NULL;
    content->naming = naming;
    content->skip_duplicates = skip_duplicates;
    pthread_mutex_init(&content->lock, NULL);
    return content;
}

void content_free(struct content *content)
{
    if (!content) return;
    pthread_mutex_destroy(&content->lock);
    free(content->taken);
    free(content);
}

bool content_begin(struct content *content, struct database *db, struct error *error)
{
    int64_t had;
    if (!database_number(
            db, "SELECT (EXISTS (SELECT 1 FROM documents) AND to_regclass('documents_content') IS NOT NULL)::int", 0,
            NULL, &had, error))
        return false;
    content->had = had || content->skip_duplicates;
    return true;
}

// What this load has taken ---------------------------------------------------------------------------------------

static bool grow(struct content *content)
{
    size_t room = content->room ? 2 * content->room : 1024;
    uint64_t *taken = calloc(room, sizeof *taken);
    if (!taken) return false;
    for (size_t i = 0; i < content->room; i++) {
        size_t k = content->taken[i] % room;
        while (content->taken[i] && taken[k]) k = (k + 1) % room;
        if (content->taken[i]) taken[k] = content->taken[i];
    }
    free(content->taken);
    content->taken = taken;
    content->room = room;
    return true;
}

// *first: nobody had it before.
static bool take(struct content *content, const struct sha256 *sha256, bool *first, struct error *error)
{
    uint64_t key;
    memcpy(&key, sha256->bytes, sizeof key);
    key += !key;
    pthread_mutex_lock(&content->lock);
    bool ok = 2 * content->count < content->room || grow(content);
    size_t i = ok ? key % content->room : 0;
    while (ok && content->taken[i] && content->taken[i] != key) i = (i + 1) % content->room;
    *first = ok && !content->taken[i];
    if (*first) {
        content->taken[i] = key;
        content->count++;
    }
    pthread_mutex_unlock(&content->lock);
    return ok || error_set(error, ERROR_MEMORY, "out of memory");
}

// What the database has -------------------------------------------------------------------------------------------

// From the name of the file on, behind its folders.
static struct str last_name(struct str source)
{
    const char *record = memchr(source.p, '#', source.n);
    size_t at = record ? (size_t)(record - source.p) : source.n;
    while (at && source.p[at - 1] != '/') at--;
    return str_slice(source, at, source.n);
}

static size_t common_end(struct str a, struct str b)
{
    size_t n = 0;
    while (n < a.n && n < b.n && a.p[a.n - 1 - n] == b.p[b.n - 1 - n]) n++;
    return n;
}

// Whether there is no such file any more, nor one that it was a member or record of. Only absolute names tell.
static bool is_gone(struct str source)
{
    char path[4096];
    struct stat st;
    if (!source.n || *source.p != '/' || source.n >= sizeof path) return false;
    for (size_t n = 1; n <= source.n; n++) {
        if (n < source.n && source.p[n] != '!' && source.p[n] != '#') continue;
        memcpy(path, source.p, n);
        path[n] = '\0';
        if (lstat(path, &st) == 0 ? n == source.n || !S_ISDIR(st.st_mode) : errno != ENOENT && errno != ENOTDIR)
            return false;
    }
    return true;
}

struct search {
    struct content *content;
    struct sink_article *articles;
    size_t *which;        // the index of each one that is asked for
    struct arena *arena;  // of the names that were found
    struct buf name;
    struct sink_article *at;  // the article of the last row, its candidates so far, and one of them
    int gone, there, copies;  // gone: as likely as the likeliest
    size_t common;            // bytes at the end of that one's name and the article's
    struct str source;
    int64_t document_id;
};

// Whether the candidate is the article itself, as it was called without --source-root and --source-prefix.
static bool was_named_so(struct search *s, struct str source)
{
    const struct source_naming *naming = s->content->naming;
    if (!naming->root[0] && !naming->prefix) return false;
    s->name.n = 0;
    return source.n && *source.p == '/' && source_name_add(naming, source, &s->name) &&
           str_equal(buf_str(&s->name), s->at->article.source);
}

static bool is_taken(const struct search *s, int64_t document_id)
{
    for (const struct sink_article *a = s->articles; a < s->at; a++)
        if (a->moved_from.p && a->document_id == document_id) return true;
    return false;
}

static void decide(struct search *s)
{
    struct sink_article *a = s->at;
    if (a && s->gone == 1 && s->copies < COPIES && !is_taken(s, s->document_id)) {
        a->action = SINK_UNCHANGED;
        a->document_id = s->document_id;
        a->moved_from = s->source;
    } else if (a && s->there && s->content->skip_duplicates) {
        a->action = SINK_UNCHANGED;
        a->duplicate = true;
    }
    s->gone = s->there = s->copies = 0;
    s->common = 0;
}

// values: index from 1, document_id, source, its digest
static bool read_copy(void *context, const struct str *values, struct error *error)
{
    struct search *s = context;
    struct sink_article *a = s->articles + s->which[database_int64(values[0]) - 1];
    (void)error;
    if (a != s->at) decide(s);
    s->at = a;
    const struct sha256 *digest = &a->article.digest;
    bool itself = was_named_so(s, values[2]), gone = itself || is_gone(values[2]);
    bool same = values[3].n == sizeof digest->bytes && memcmp(values[3].p, digest->bytes, values[3].n) == 0;
    s->copies++;
    if (!gone) s->there++;
    else if (same && (itself || str_equal(last_name(values[2]), last_name(a->article.source)))) {
        size_t common = itself ? SIZE_MAX : common_end(values[2], a->article.source);
        if (common < s->common) return true;
        s->gone = common == s->common ? s->gone + 1 : 1;
        s->common = common;
        s->document_id = database_int64(values[1]);
        s->source = arena_str(s->arena, values[2]);
    }
    return true;
}

static const char COPIES_OF[] =
    "SELECT n, c.document_id, c.source, c.digest FROM unnest($1::bytea[]) WITH ORDINALITY AS wanted (sha256, n) "
    "CROSS JOIN LATERAL (SELECT d.document_id, d.source, s.content_sha256 AS digest FROM documents d "
    "JOIN sources s ON s.source = d.source WHERE d.content_sha256 = wanted.sha256 LIMIT 8) c ORDER BY n";

static bool search(struct search *s, struct ledger_lookup *lookup, size_t count, struct error *error)
{
    struct buf digests = {0};
    size_t wanted = 0;
    for (size_t i = 0; i < count; i++) wanted += s->articles[i].action == SINK_NEW;
    if (!wanted) return true;
    s->which = arena_alloc(s->arena, wanted * sizeof *s->which);
    ledger_array_begin(&digests, LEDGER_BYTEA, wanted);
    wanted = 0;
    for (size_t i = 0; s->which && i < count; i++) {
        if (s->articles[i].action != SINK_NEW) continue;
        s->which[wanted++] = i;
        ledger_array_element(&digests, s->articles[i].article.sha256.bytes, sizeof(struct sha256));
    }
    struct str value = buf_str(&digests);
    bool ok = (s->which && !digests.failed) || error_set(error, ERROR_MEMORY, "out of memory");
    ok = ok && ledger_query(lookup, "copies_of", COPIES_OF, 1, &value, read_copy, s, error);
    if (ok) decide(s);
    buf_release(&digests);
    buf_release(&s->name);
    return ok && arena_ok(s->arena, error);
}

bool content_look_up(struct content *content, struct ledger_lookup *lookup, struct sink_article *articles, size_t count,
                     struct error *error)
{
    struct search s = {.content = content, .articles = articles};
    bool ok = true;
    for (size_t i = 0; i < count; i++) {
        articles[i].moved_from = STR_NULL;
        articles[i].duplicate = false;
    }
    if (content->had && count) {
        s.arena = articles[0].arena;
        ok = search(&s, lookup, count, error);
    }
    for (size_t i = 0; ok && content->skip_duplicates && i < count; i++) {
        struct sink_article *a = &articles[i];
        if (a->action != SINK_NEW || a->taken) continue;
        bool first;
        ok = take(content, &a->article.sha256, &first, error);
        a->taken = first;
        a->duplicate = !first;
        if (!first) a->action = SINK_UNCHANGED;
    }
    return ok;
}

// New names -------------------------------------------------------------------------------------------------------

static const char RENAME_SOURCES[] =
    "UPDATE sources s SET source = n.source FROM unnest($1::text[], $2::text[], $3::bigint[]) AS n (old, source, id) "
    "WHERE s.source = n.old AND s.document_id = n.id AND NOT EXISTS (SELECT 1 FROM sources o WHERE o.source = "
    "n.source)";
static const char RENAME_DOCUMENTS[] =
    "UPDATE documents d SET source = n.source FROM unnest($1::text[], $2::text[], $3::bigint[]) AS n (old, source, id) "
    "WHERE d.document_id = n.id AND d.source = n.old";

bool content_rename(struct database *db, const struct sink_article *articles, size_t count, struct error *error)
{
    struct buf old = {0}, new = {0}, ids = {0};
    int64_t wanted = 0, sources = 0, documents = 0;
    for (size_t i = 0; i < count; i++) {
        if (!articles[i].moved_from.p || articles[i].rejected) continue;
        database_array_text(&old, articles[i].moved_from);
        database_array_text(&new, articles[i].article.source);
        buf_printf(&ids, "%s%" PRId64, ids.n ? "," : "{", articles[i].document_id);
        wanted++;
    }
    bool ok = true;
    if (wanted) {
        buf_add(&old, "}", 2);
        buf_add(&new, "}", 2);
        buf_add(&ids, "}", 2);
        const char *values[] = {old.p, new.p, ids.p};
        ok = !(old.failed || new.failed || ids.failed) || error_set(error, ERROR_MEMORY, "out of memory");
        ok = ok && database_run(db, RENAME_SOURCES, 3, values, &sources, error) &&
             database_run(db, RENAME_DOCUMENTS, 3, values, &documents, error);
        if (ok ? sources != wanted || documents != wanted : strcmp(error->sqlstate, "23505") == 0) {
            ok = error_set(
                error, ERROR_SERVER,
                "another load has taken the same sources at the same time: the same command loads what is left");
            memcpy(error->sqlstate, "40001", 6);
        }
    }
    buf_release(&old);
    buf_release(&new);
    buf_release(&ids);
    return ok;
}
