#include "sink/content.h"

#include "facts/reader_version.h"
#include "sink/copies.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

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
            db,
            "SELECT (EXISTS (SELECT 1 FROM documents LIMIT 1) AND to_regclass('documents_content') IS NOT NULL)::int",
            0, NULL, &had, error))
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

// Whether the name may say in letters what the file's has as bytes that are no UTF-8 (hygiene_name).
static bool spells_bytes(struct str source)
{
    for (size_t i = 0; i + 2 < source.n; i++)
        if (source.p[i] == '%' && str_hex_digit(source.p[i + 1]) >= 8 && str_hex_digit(source.p[i + 2]) >= 0)
            return true;
    return false;
}

// Whether there is no such file any more, nor one that it was a member or record of. Only absolute names tell.
static bool is_gone(struct str source)
{
    char path[4096];
    struct stat st;
    if (!source.n || *source.p != '/' || source.n >= sizeof path || spells_bytes(source)) return false;
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
    struct sink_article *articles, *at;
    struct buf name;
};

// Whether the copy is the article itself, as it was called without --source-root and --source-prefix.
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

static void decide(struct search *s, const struct copies *copies)
{
    const struct copy *likeliest = NULL;
    struct sink_article *a = s->at;
    int gone = 0, there = 0;  // gone: as likely as the likeliest
    size_t most = 0;          // bytes at the end of that one's name and the article's
    for (size_t i = 0; i < copies->count; i++) {
        const struct copy *copy = &copies->all[i];
        bool itself = was_named_so(s, copy->source);
        if (!copy->held) continue;
        if (!itself && !is_gone(copy->source)) {
            there++;
            continue;
        }
        if (!itself && !str_equal(last_name(copy->source), last_name(a->article.source))) continue;
        size_t common = itself ? SIZE_MAX : common_end(copy->source, a->article.source);
        if (common < most) continue;
        gone = common == most ? gone + 1 : 1;
        most = common;
        likeliest = copy;
    }
    if (gone == 1 && copies->count < COPIES && !is_taken(s, likeliest->document_id)) {
        a->outdated = likeliest->reader < READER_VERSION;
        a->action = sink_action_of(a, &likeliest->digest);
        a->document_id = likeliest->document_id;
        a->old_sha256 = likeliest->digest;
        a->moved_from = likeliest->source;
    } else if (there && s->content->skip_duplicates) {
        a->action = SINK_UNCHANGED;
        a->duplicate = true;
    }
}

static bool search(struct content *content, struct ledger_lookup *lookup, struct sink_article *articles, size_t count,
                   struct error *error)
{
    struct search s = {.content = content, .articles = articles};
    struct copies_list list;
    if (!copies_find(&list, lookup, articles, count, articles[0].arena, error)) return false;
    for (size_t i = 0; i < count; i++) {
        const struct copies *copies =
            articles[i].action == SINK_NEW ? copies_of(&list, &articles[i].article.sha256) : NULL;
        s.at = &articles[i];
        if (copies) decide(&s, copies);
    }
    buf_release(&s.name);
    return true;
}

bool content_look_up(struct content *content, struct ledger_lookup *lookup, struct sink_article *articles, size_t count,
                     struct error *error)
{
    bool ok = true;
    for (size_t i = 0; i < count; i++) {
        articles[i].moved_from = STR_NULL;
        articles[i].duplicate = false;
    }
    if (content->had && count) ok = search(content, lookup, articles, count, error);
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

// A line of the ledger lies where its source has it: it leaves that place and is entered anew.
static const char LEAVE[] =
    "DELETE FROM sources s USING unnest($1::text[], $2::text[], $3::bigint[]) AS n (old, source, id) "
    "WHERE s.source = n.old AND s.document_id = n.id RETURNING n.source, s.document_id, s.content_sha256, s.load_id, "
    "s.reader";
static const char ENTER[] =
    "INSERT INTO sources (source, document_id, content_sha256, load_id, reader) "
    "SELECT source, document_id, sha256, load_id, reader FROM unnest($1::text[], $2::bigint[], $3::bytea[], "
    "$4::bigint[], $5::int[]) AS n (source, document_id, sha256, load_id, reader) "
    "ON CONFLICT DO NOTHING";
static const char RENAME_DOCUMENTS[] =
    "UPDATE documents d SET source = n.source FROM unnest($1::text[], $2::text[], $3::bigint[]) AS n (old, source, id) "
    "WHERE d.document_id = n.id AND d.source = n.old";
// What a user says of one article goes with it.
static const char RENAME_CORRECTIONS[] =
    "UPDATE corrections c SET source = n.source FROM unnest($1::text[], $2::text[], $3::bigint[]) AS n (old, source, "
    "id) "
    "WHERE c.source = n.old";

enum { LINE = 5 };  // columns of the ledger

// values: a line
static bool read_left(void *context, int columns, const char *const *values, struct error *error)
{
    struct buf *lines = context;
    (void)error;
    for (int i = 0; i < columns; i++) database_array_text(&lines[i], str_from(values[i]));
    return true;
}

static bool end_array(struct buf *array, struct error *error)
{
    database_array_end(array);
    return !array->failed || error_set(error, ERROR_MEMORY, "out of memory");
}

// values: old and new sources, document_ids. How many were moved.
static bool move_lines(struct database *db, const char *const *values, int64_t *count, struct error *error)
{
    struct buf lines[LINE] = {0};
    const char *entered[LINE];
    bool ok = database_query(db, LEAVE, 3, values, read_left, lines, error);
    for (int i = 0; i < LINE; i++) {
        ok = ok && end_array(&lines[i], error);
        entered[i] = lines[i].p;
    }
    ok = ok && database_run(db, ENTER, LINE, entered, count, error);
    for (int i = 0; i < LINE; i++) buf_release(&lines[i]);
    return ok;
}

bool content_rename(struct database *db, const struct sink_article *articles, size_t count, struct error *error)
{
    enum { OLD, NEW, IDS, ARRAYS };
    struct buf arrays[ARRAYS] = {0};
    const char *values[ARRAYS];
    int64_t wanted = 0, lines = 0, documents = 0;
    for (size_t i = 0; i < count; i++) {
        if (!articles[i].moved_from.p || articles[i].rejected) continue;
        database_array_text(&arrays[OLD], articles[i].moved_from);
        database_array_text(&arrays[NEW], articles[i].article.source);
        buf_printf(&arrays[IDS], "%s%" PRId64, arrays[IDS].n ? "," : "{", articles[i].document_id);
        wanted++;
    }
    if (!wanted) return true;
    bool ok = true;
    for (int i = 0; i < ARRAYS; i++) {
        ok = ok && end_array(&arrays[i], error);
        values[i] = arrays[i].p;
    }
    ok = ok && move_lines(db, values, &lines, error) &&
         database_run(db, RENAME_DOCUMENTS, ARRAYS, values, &documents, error) &&
         database_run(db, RENAME_CORRECTIONS, ARRAYS, values, NULL, error);
    if (ok && (lines != wanted || documents != wanted)) {
        ok = error_set(error, ERROR_SERVER,
                       "another load has taken the same sources at the same time: the same command loads what is left");
        memcpy(error->sqlstate, "40001", 6);
    }
    for (int i = 0; i < ARRAYS; i++) buf_release(&arrays[i]);
    return ok;
}
