#include "sink/gone.h"

#include "input/hygiene.h"
#include "sink/removal.h"
#include "sink/source_set.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define PAGE 10000  // lines of the ledger at a time

struct gone {
    struct part part;
    struct arena arena;  // of the texts
    struct source_set roots, files, unknown, unread, there;
    struct buf ids, last;  // of those found, as an array's text; the last source that was read
    struct gone_counts *counts;
    int64_t newest;  // document before the load
    int64_t read;    // lines of the page
    size_t cut;      // unknown ones that may have been cut
    bool failed;
};

struct gone *gone_new(struct part part)
{
    struct gone *gone = calloc(1, sizeof *gone);
    if (!gone) return NULL;
    gone->part = part;
    gone->newest = INT64_MAX;
    arena_init(&gone->arena, 0);
    return gone;
}

void gone_free(struct gone *gone)
{
    if (!gone) return;
    source_set_release(&gone->roots);
    source_set_release(&gone->files);
    source_set_release(&gone->unknown);
    source_set_release(&gone->unread);
    source_set_release(&gone->there);
    arena_release(&gone->arena);
    buf_release(&gone->ids);
    buf_release(&gone->last);
    free(gone);
}

bool gone_begin(struct gone *gone, struct database *db, struct error *error)
{
    return database_number(db, "SELECT coalesce(max(document_id), 0) FROM documents", 0, NULL, &gone->newest, error);
}

static void add(struct gone *gone, struct source_set *set, struct str source)
{
    struct arena *arena = set == &gone->there ? NULL : &gone->arena;
    if (!source_set_add(set, source, arena)) gone->failed = true;
}

void gone_add_root(struct gone *gone, struct str path)
{
    while (path.n && path.p[path.n - 1] == '/') path.n--;
    add(gone, &gone->roots, path);
}

bool gone_add_named(struct gone *gone, struct str named, const struct source_naming *naming, bool *whole,
                    struct error *error)
{
    struct buf name = {0};
    struct arena arena;
    arena_init(&arena, 0);
    if (whole) *whole = false;
    for (size_t at = 0; named.p && at < named.n; at += strlen(named.p + at) + 1) {
        name.n = 0;
        if (!source_name_add(naming, str_from(named.p + at), &name)) continue;
        if (whole && !name.n) *whole = true;
        if (name.n) gone_add_root(gone, hygiene_name(buf_str(&name), &arena));
    }
    bool ok = (named.p && !name.failed && !arena.failed) || error_set(error, ERROR_MEMORY, "out of memory");
    arena_release(&arena);
    buf_release(&name);
    return ok;
}

void gone_add_file(struct gone *gone, struct str path)
{
    add(gone, &gone->files, path);
}

void gone_add_there(struct gone *gone, struct str source)
{
    add(gone, &gone->there, source);
}

void gone_add_unread(struct gone *gone, struct str source)
{
    add(gone, &gone->unread, source);
}

struct str gone_next_unknown(const struct gone *gone, size_t *at)
{
    return source_set_next(&gone->unknown, at);
}

void gone_add_unknown(struct gone *gone, struct str source)
{
    gone->cut += source.n >= GONE_CUT;
    add(gone, &gone->unknown, source);
}

struct str gone_next_root(const struct gone *gone, size_t *at)
{
    struct str root;
    do root = source_set_next(&gone->roots, at);
    while (root.p && source_set_holds(&gone->roots, root) < root.n);
    return root;
}

// Seldom any.
static size_t held_cut(const struct gone *gone, struct str source)
{
    const struct source_set *set = &gone->unknown;
    for (size_t i = 0; gone->cut && i < set->room; i++)
        if (set->hashes[i] && set->texts[i].n >= GONE_CUT && str_starts(source, set->texts[i])) return set->texts[i].n;
    return 0;
}

// What is not there and lies where not all could be read is counted, and stays.
static bool is_gone(const struct gone *gone, struct str source)
{
    struct gone_counts *counts = gone->counts;
    if (source_set_has(&gone->there, source)) return false;
    size_t n = source_set_holds(&gone->unknown, source);
    if (!n) n = held_cut(gone, source);
    if (!n) return true;
    if (!counts->unsure++) snprintf(counts->unsure_at, sizeof counts->unsure_at, "%.*s", (int)n, source.p);
    return false;
}

static bool read_line(void *context, int columns, const char *const *values, struct error *error)
{
    struct gone *gone = context;
    struct str source = str_from(values[0]);
    (void)columns;
    (void)error;
    gone->read++;
    gone->last.n = 0;
    buf_add(&gone->last, source.p, source.n + 1);
    if (!source_set_holds(&gone->roots, source) || !part_takes(&gone->part, source)) return true;
    bool found = is_gone(gone, source);
    gone->counts->known += found || atoll(values[1]) <= gone->newest;
    if (!found) return true;
    gone->counts->gone++;
    buf_printf(&gone->ids, "%s%s", gone->ids.n ? "," : "{", values[1]);
    return true;
}

bool gone_find(struct gone *gone, struct database *db, struct gone_counts *counts, struct error *error)
{
    char limit[32];
    snprintf(limit, sizeof limit, "%d", PAGE);
    *counts = (struct gone_counts){0};
    gone->counts = counts;
    gone->ids.n = gone->last.n = 0;
    buf_byte(&gone->last, '\0');
    do {
        struct buf from = gone->last;
        gone->last = (struct buf){0};
        gone->read = 0;
        const char *values[] = {from.p, limit};
        bool ok = from.p && database_query(db,
                                           "SELECT source, document_id FROM sources WHERE source > $1 ORDER BY source "
                                           "LIMIT $2::int",
                                           2, values, read_line, gone, error);
        buf_release(&from);
        if (!ok || gone->failed || gone->ids.failed || gone->last.failed)
            return error->code != ERROR_NONE ? false : error_set(error, ERROR_MEMORY, "out of memory");
    } while (gone->read == PAGE);
    if (gone->ids.n) buf_add(&gone->ids, "}", 2);
    return !gone->ids.failed || error_set(error, ERROR_MEMORY, "out of memory");
}

// Records of one file after another; what most are is told by all of them, of whichever part.
struct replaced {
    struct gone *gone;
    struct gone_counts file;
    size_t begun;    // of its records in gone->ids
    int64_t listed;  // so many; of other parts none
    int64_t kept;
    char at[24];  // the file's number
};

static void end_file(struct replaced *r)
{
    struct gone *gone = r->gone;
    bool most = 2 * r->file.gone > r->file.known;
    if (most) gone->ids.n = r->begun;
    if (most) r->kept += r->listed;
    else gone->counts->gone += r->listed;
    gone->counts->known += r->file.known;
    r->file = (struct gone_counts){0};
    r->listed = 0;
    r->begun = gone->ids.n;
}

// values: the file's number, source, document_id
static bool read_record(void *context, int columns, const char *const *values, struct error *error)
{
    struct replaced *r = context;
    (void)columns;
    (void)error;
    if (strcmp(r->at, values[0]) != 0) {
        end_file(r);
        snprintf(r->at, sizeof r->at, "%s", values[0]);
    }
    r->file.known++;
    if (!is_gone(r->gone, str_from(values[1]))) return true;
    r->file.gone++;
    if (!part_takes(&r->gone->part, str_from(values[1]))) return true;
    r->listed++;
    buf_printf(&r->gone->ids, "%s%s", r->gone->ids.n ? "," : "{", values[2]);
    return true;
}

// $ is the character behind #.
static const char RECORDS[] =
    "SELECT n, source, document_id FROM unnest($1::text[]) WITH ORDINALITY AS files (file, n) "
    "JOIN sources ON source > file || '#' AND source < file || '$' "
    "WHERE substr(source, length(file) + 2) ~ "
    "'^(sha256:[0-9a-f]{16}(~[0-9]+)?|[LR][0-9]+(~[LR][0-9]+)*|.*~[LR][0-9]+)$' ORDER BY n";

static bool read_files(struct replaced *r, struct database *db, struct buf *files, struct error *error)
{
    buf_add(files, "}", 2);
    const char *values[] = {files->p};
    r->at[0] = '\0';
    bool ok = !files->failed || error_set(error, ERROR_MEMORY, "out of memory");
    ok = ok && database_exec(db, "BEGIN", error) && database_exec(db, "SET LOCAL enable_seqscan = off", error) &&
         database_query(db, RECORDS, 1, values, read_record, r, error) && database_exec(db, "COMMIT", error);
    struct error ignored = {0};
    if (!ok) database_exec(db, "ROLLBACK", &ignored);
    end_file(r);
    files->n = 0;
    return ok;
}

bool gone_find_replaced(struct gone *gone, struct database *db, struct gone_counts *counts, int64_t *kept,
                        struct error *error)
{
    enum { FILES = 500 };
    struct replaced r = {.gone = gone};
    struct buf files = {0};
    size_t count = 0;
    bool ok = true;
    *counts = (struct gone_counts){0};
    gone->counts = counts;
    gone->ids.n = 0;
    for (size_t i = 0; ok && i < gone->files.room; i++) {
        if (!gone->files.hashes[i]) continue;
        database_array_text(&files, gone->files.texts[i]);
        if (++count % FILES == 0) ok = read_files(&r, db, &files, error);
    }
    if (ok && files.n) ok = read_files(&r, db, &files, error);
    buf_release(&files);
    *kept = r.kept;
    if (!ok) return false;
    if (gone->ids.n) buf_add(&gone->ids, "}", 2);
    return !(gone->failed || gone->ids.failed) || error_set(error, ERROR_MEMORY, "out of memory");
}

struct settled {
    struct gone *gone;
    const struct select *select;
    bool whole;
    struct buf sources;  // an array
};

// below: what is behind the path that was given, in which a file's name ends before ! or #, if it has none itself.
static bool was_read(const struct select *select, struct str below)
{
    char path[4096];
    bool taken = false;
    for (size_t n = 0; n <= below.n && n < sizeof path; n++) {
        if (n < below.n && !strchr("/!#", below.p[n])) continue;
        memcpy(path, below.p, n);
        path[n] = '\0';
        if (select_excludes(select, path)) return false;
        taken = taken || (below.p[n] != '/' && select_takes(select, path));
    }
    return taken;
}

// values: the source of an error
static bool read_error(void *context, int columns, const char *const *values, struct error *error)
{
    struct settled *s = context;
    struct str source = str_from(values[0]);
    size_t n = source_set_holds(&s->gone->roots, source);
    bool root = n == source.n, below = n < source.n && was_read(s->select, str_slice(source, n + 1, source.n));
    (void)columns;
    (void)error;
    bool covered = n ? root || below : s->whole && *source.p != '/' && was_read(s->select, source);
    if (covered && !source_set_holds(&s->gone->unread, source) && part_takes(&s->gone->part, source))
        database_array_text(&s->sources, source);
    return true;
}

bool gone_settle(struct gone *gone, struct database *db, const struct select *select, bool whole, int64_t load_id,
                 struct error *error)
{
    static const char errors[] =
        "SELECT DISTINCT source FROM load_errors WHERE settled_by IS NULL AND load_id < $1 AND source IS NOT NULL";
    static const char settle[] =
        "UPDATE load_errors SET settled_by = $1 WHERE settled_by IS NULL AND load_id < $1 AND source = ANY "
        "($2::text[])";
    struct settled s = {.gone = gone, .select = select, .whole = whole};
    char load[32];
    snprintf(load, sizeof load, "%" PRId64, load_id);
    const char *values[] = {load, NULL};
    bool ok = database_query(db, errors, 1, values, read_error, &s, error), any = s.sources.n > 0;
    database_array_end(&s.sources);
    values[1] = s.sources.p;
    ok = ok && (!s.sources.failed || error_set(error, ERROR_MEMORY, "out of memory")) &&
         (!any || database_run(db, settle, 2, values, NULL, error));
    buf_release(&s.sources);
    return ok;
}

static bool is_unknown(const struct gone *gone, struct str source)
{
    return source_set_has(&gone->unknown, source);
}

bool gone_settle_kept(struct gone *gone, struct database *db, const struct renamed *kept, int64_t load_id,
                      struct error *error)
{
    static const char settle[] =
        "UPDATE load_errors e SET settled_by = $1 FROM unnest($2::text[], $3::int[]) AS n (source, line) "
        "WHERE e.source = n.source AND coalesce(e.line, 0) = n.line AND settled_by IS NULL AND load_id < $1";
    struct buf sources = {0}, lines = {0};
    char load[32];
    for (size_t i = 0; i < kept->count; i++) {
        const struct renamed_file *file = &kept->all[i];
        if (is_unknown(gone, str_from(file->path)) || is_unknown(gone, file->source) || access(file->path, R_OK) != 0)
            continue;
        database_array_text(&sources, file->source);
        buf_printf(&lines, "%s%u", lines.n ? "," : "{", file->line);
    }
    bool any = sources.n > 0;
    database_array_end(&sources);
    buf_add(&lines, "}", 2);
    snprintf(load, sizeof load, "%" PRId64, load_id);
    const char *values[] = {load, sources.p, lines.p};
    bool ok = !(sources.failed || lines.failed) || error_set(error, ERROR_MEMORY, "out of memory");
    ok = ok && (!any || database_run(db, settle, 3, values, NULL, error));
    buf_release(&sources);
    buf_release(&lines);
    return ok;
}

bool gone_delete(const struct gone *gone, struct database *db, int64_t load_id, int64_t *count, struct error *error)
{
    char load[32];
    snprintf(load, sizeof load, "%" PRId64, load_id);
    const char *values[] = {gone->ids.p, load};
    const struct ledger_run run = {.load_id = load_id};
    return !gone->ids.n || removal_delete(db, "document_id = ANY ($1::bigint[]) AND coalesce(load_id, 0) < $2::bigint",
                                          2, values, &run, count, error);
}
