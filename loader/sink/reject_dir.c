#define _GNU_SOURCE  // flock
#include "sink/reject_dir.h"

#include "base/utf8.h"
#include "input/record.h"
#include "sink/reject_list.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NAME_BYTES = 100, NAME_ROOM = 160 };  // of the source's name at most; of a file's

struct reject_dir {
    int fd;
    unsigned last;  // number of a file
    struct arena memory;
    struct reject_list list;   // as it was at first
    struct reject_list added;  // places alone
    reject_order *order;
    bool changed;
    struct buf bytes;
};

static bool cant(const char *what, struct error *error)
{
    return error_set(error, ERROR_OUTPUT, "can't write %s: %s", what, strerror(errno));
}

static void order_list(struct reject_dir *dir, reject_order *order)
{
    if (dir->order != order && dir->list.count) qsort(dir->list.all, dir->list.count, sizeof *dir->list.all, order);
    dir->order = order;
}

// The list, to be added to, or one that takes its place.
static FILE *open_list(const struct reject_dir *dir, const char *name, int flags)
{
    int fd = openat(dir->fd, name, O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC | flags, 0666);
    FILE *file = fd < 0 ? NULL : fdopen(fd, "a");
    if (!file && fd >= 0) close(fd);
    return file;
}

struct reject_dir *reject_dir_open(const char *path, struct error *error)
{
    struct reject_dir *dir = calloc(1, sizeof *dir);
    if (!dir) {
        error_set(error, ERROR_MEMORY, "out of memory");
        return NULL;
    }
    arena_init(&dir->memory, 0);
    bool there = mkdir(path, 0777) == 0 || errno == EEXIST;
    dir->fd = there ? open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    FILE *list = dir->fd < 0 ? NULL : open_list(dir, REJECT_LIST, O_APPEND);
    bool ok = list || cant(path, error);
    if (list) fclose(list);
    if (ok && !reject_list_read(dir->fd, &dir->memory, &dir->list))
        ok = error_set(error, ERROR_MEMORY, "out of memory");
    // the highest one that the list tells: what was mended and moved away keeps its own
    for (size_t i = 0; i < dir->list.count; i++) {
        unsigned number = (unsigned)strtoul(dir->list.all[i].name.p, NULL, 10);
        if (number > dir->last) dir->last = number;
    }
    if (ok) return dir;
    struct error ignored = {0};
    reject_dir_close(dir, &ignored);
    return NULL;
}

// What is behind the last slash, or in an archive behind its mark; without what would hide it or be no name.
static struct str base_of(struct str source)
{
    size_t from = source.n;
    while (from && !strchr("/!#", source.p[from - 1])) from--;
    struct str base = str_slice(source, from, source.n);
    return base.n > NAME_BYTES ? str_slice(base, base.n - NAME_BYTES, base.n) : base;
}

// A file of the next free number.
static FILE *next_file(struct reject_dir *dir, struct str base, const char *suffix, char name[NAME_ROOM])
{
    int fd;
    do snprintf(name, NAME_ROOM, "%06u%s%.*s%s", ++dir->last, base.n ? "-" : "", STR_ARG(base), suffix);
    while ((fd = openat(dir->fd, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666)) < 0 && errno == EEXIST);
    return fd < 0 ? NULL : fdopen(fd, "w");
}

static bool put(FILE *file, struct str s)
{
    return !s.n || fwrite(s.p, 1, s.n, file) == s.n;
}

static void member(struct buf *json, const char *name, struct str value)
{
    if (value.p) record_member(json, str_from(name), value);
}

// A record as an object, in dir->bytes.
static struct str as_object(struct reject_dir *dir, const struct article *article)
{
    const struct metadata *m = &article->metadata;
    struct buf *json = &dir->bytes;
    struct str other = m->other;
    json->n = 0;
    member(json, "text", article->bytes);
    member(json, "title", m->title);
    member(json, "author", m->author);
    member(json, "site_name", m->site);
    member(json, "url", m->url);
    member(json, "language", m->language);
    member(json, "date", m->published_at);
    if (other.n > 2) {
        buf_byte(json, ',');
        buf_add(json, other.p + 1, other.n - 2);
    }
    buf_str_add(json, STR("}\n"));
    return buf_str(json);
}

// A file's bytes, in dir->bytes. False where they are more than the limit, or can't be read.
static bool read_file(struct reject_dir *dir, int at, const char *path, size_t limit)
{
    struct stat st;
    struct buf *bytes = &dir->bytes;
    int fd = openat(at, path, O_RDONLY | O_CLOEXEC);
    bool ok = fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && (size_t)st.st_size <= limit;
    ssize_t n = 1;
    bytes->n = 0;
    while (ok && n > 0 && (ok = buf_reserve(bytes, 65536))) {
        ok = (n = read(fd, bytes->p + bytes->n, 65536)) >= 0;
        if (ok) bytes->n += (size_t)n;
    }
    if (fd >= 0) close(fd);
    return ok;
}

// What is to be kept of it, in the form that load takes again: STR_NULL for nothing.
static struct str kept_of(struct reject_dir *dir, const struct error *why, const struct article *article,
                          const struct input_rejected *bytes, size_t limit, bool object)
{
    if (object) return as_object(dir, article);
    if (article) return article->bytes.p ? article->bytes : STR("");
    if (!bytes->raw.n) return read_file(dir, AT_FDCWD, why->source, limit) ? buf_str(&dir->bytes) : STR_NULL;
    dir->bytes.n = 0;
    buf_str_add(&dir->bytes, bytes->head);
    buf_str_add(&dir->bytes, bytes->raw);
    return buf_str(&dir->bytes);
}

// Whether an earlier load has kept the same, and it is there; where its lines have moved, the list will say so.
static bool is_known(struct reject_dir *dir, const struct reject_line *line)
{
    const struct reject_list *list = &dir->list;
    struct reject_line first = *line, *known = NULL;
    first.line = 0;
    order_list(dir, reject_by_bytes);
    size_t at = reject_list_from(list, line, reject_by_bytes);
    if (at < list->count && reject_by_bytes(&list->all[at], line) == 0 && !list->all[at].again) known = &list->all[at];
    for (at = reject_list_from(list, &first, reject_by_bytes); !known && at < list->count; at++) {
        first.line = list->all[at].line;
        if (reject_by_bytes(&list->all[at], &first) != 0) break;
        if (!list->all[at].again) known = &list->all[at];
    }
    if (!known || (known->name.n && faccessat(dir->fd, known->name.p, F_OK, 0) != 0)) return false;
    known->again = true;
    dir->changed = dir->changed || known->line != line->line;
    known->moved_to = line->line;
    return true;
}

// Of a place that is rejected for other bytes now, the earlier ones are no original any more.
static bool add_place(struct reject_dir *dir, const struct reject_line *line)
{
    struct reject_list *added = &dir->added;
    if (!dir->list.count) return true;
    struct str source = arena_str(&dir->memory, line->source);
    struct reject_line *all = arena_more(&dir->memory, added->all, added->count, sizeof *all);
    if (!source.p || !all) return false;
    added->all = all;
    all[added->count++] = (struct reject_line){.source = source, .line = line->line};
    return true;
}

static bool add_to_list(struct reject_dir *dir, const struct reject_line *line)
{
    FILE *list = flock(dir->fd, LOCK_EX) == 0 ? open_list(dir, REJECT_LIST, O_APPEND) : NULL;
    if (list) reject_line_write(list, line);
    bool ok = list && !ferror(list);
    ok = list && fclose(list) == 0 && ok;
    flock(dir->fd, LOCK_UN);
    return ok;
}

bool reject_dir_add(struct reject_dir *dir, const struct error *why, const struct article *article,
                    const struct input_rejected *bytes, size_t limit, struct error *error)
{
    char name[NAME_ROOM] = "";
    bool record = article && !article->file_name.p, of_file = !record && (article || !bytes->raw.n);
    bool object = record && utf8_valid(article->bytes) == article->bytes.n;
    struct str source = article ? article->source : str_from(why->source);
    struct str kept = kept_of(dir, why, article, bytes, limit, object), message = str_from(why->message);
    struct reject_line line = {.source = source,
                               .line = why->line,
                               .code = str_from(error_code_name(why->code)),
                               .message = message,
                               .record = record,
                               .digest = sha256_of(kept.p ? kept : message)};
    if (dir->bytes.failed) return error_set(error, ERROR_MEMORY, "out of memory");
    if (is_known(dir, &line)) return true;
    if (!add_place(dir, &line)) return error_set(error, ERROR_MEMORY, "out of memory");
    bool ok = true;
    if (kept.p) {
        const char *suffix = record ? (object ? ".json" : ".txt") : of_file ? "" : bytes->suffix;
        FILE *file = next_file(dir, of_file ? base_of(source) : STR_NULL, suffix, name);
        ok = file && put(file, kept);
        ok = file && fclose(file) == 0 && ok;
    }
    line.name = str_from(name);
    return (ok && add_to_list(dir, &line)) || cant("to --reject-dir", error);
}

void reject_dir_settled(struct reject_dir *dir, struct str source, uint32_t line)
{
    const struct reject_line key = {.source = source, .line = line};
    const struct reject_list *list = &dir->list;
    order_list(dir, reject_by_line);
    for (size_t i = reject_list_from(list, &key, reject_by_line); i < list->count; i++) {
        struct reject_line *at = &list->all[i];
        if (reject_by_line(at, &key) != 0) return;
        if (at->again || at->gone) continue;
        if (at->name.n) {
            struct sha256 digest;
            if (!read_file(dir, dir->fd, at->name.p, SIZE_MAX)) continue;
            digest = sha256_of(buf_str(&dir->bytes));
            if (!sha256_equal(&digest, &at->digest) || unlinkat(dir->fd, at->name.p, 0) != 0) continue;
        }
        at->gone = dir->changed = true;
    }
}

// Others may have added lines meanwhile.
static bool write_list(struct reject_dir *dir, struct error *error)
{
    static const char beside[] = REJECT_LIST ".new";
    struct reject_list now;
    order_list(dir, reject_by_name);
    bool ok = flock(dir->fd, LOCK_EX) == 0 && reject_list_read(dir->fd, &dir->memory, &now);
    FILE *file = ok ? open_list(dir, beside, O_TRUNC) : NULL;
    for (size_t i = 0; file && i < now.count; i++) {
        struct reject_line *line = &now.all[i];
        size_t at = reject_list_from(&dir->list, line, reject_by_name);
        bool known = at < dir->list.count && reject_by_name(&dir->list.all[at], line) == 0;
        if (known && dir->list.all[at].again) line->line = dir->list.all[at].moved_to;
        if (!known || !dir->list.all[at].gone) reject_line_write(file, line);
    }
    ok = file && !ferror(file);
    ok = file && fclose(file) == 0 && ok && renameat(dir->fd, beside, dir->fd, REJECT_LIST) == 0;
    flock(dir->fd, LOCK_UN);
    return ok || cant("to --reject-dir", error);
}

bool reject_dir_close(struct reject_dir *dir, struct error *error)
{
    if (!dir) return true;
    for (size_t i = 0; i < dir->added.count; i++)
        reject_dir_settled(dir, dir->added.all[i].source, dir->added.all[i].line);
    bool ok = !dir->changed || write_list(dir, error);
    if (dir->fd >= 0) close(dir->fd);
    buf_release(&dir->bytes);
    arena_release(&dir->memory);
    free(dir);
    return ok;
}

// Its names ---------------------------------------------------------------------------------------------------------

static int by_path(const void *a, const void *b)
{
    return strcmp(((const struct renamed_file *)a)->path, ((const struct renamed_file *)b)->path);
}

bool reject_dir_names(const char *dir, struct arena *arena, struct renamed *renamed, struct error *error)
{
    struct reject_list list = {0};
    struct buf path = {0};
    int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool ok = fd < 0 || reject_list_read(fd, arena, &list);
    if (fd >= 0) close(fd);
    *renamed = (struct renamed){arena_alloc(arena, list.count * sizeof *renamed->all + 1), 0};
    for (size_t i = 0; renamed->all && i < list.count; i++) {
        const struct reject_line *line = &list.all[i];
        if (!line->name.n) continue;
        path.n = 0;
        buf_printf(&path, "%s/%s", dir, line->name.p);
        renamed->all[renamed->count++] = (struct renamed_file){.path = arena_str(arena, buf_str(&path)).p,
                                                               .source = line->source,
                                                               .line = line->line,
                                                               .record = line->record};
    }
    ok = ok && !path.failed && !arena->failed;
    buf_release(&path);
    if (ok && renamed->count) qsort(renamed->all, renamed->count, sizeof *renamed->all, by_path);
    return ok || error_set(error, ERROR_MEMORY, "out of memory");
}
