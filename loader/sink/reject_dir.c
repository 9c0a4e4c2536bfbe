#include "sink/reject_dir.h"

#include "base/utf8.h"
#include "input/record.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NAME_BYTES = 100 };  // of the source's name at most

struct reject_dir {
    int fd;
    FILE *why;
    unsigned last;  // number of a file
    struct buf bytes;
};

static bool cant(const char *what, struct error *error)
{
    return error_set(error, ERROR_OUTPUT, "can't write %s: %s", what, strerror(errno));
}

// The highest one that the list tells: what was mended and moved away keeps its own.
static unsigned last_number(FILE *why)
{
    unsigned last = 0;
    char line[32];
    bool begins = true;
    rewind(why);
    while (fgets(line, sizeof line, why)) {
        unsigned number = begins ? (unsigned)strtoul(line, NULL, 10) : 0;
        if (number > last) last = number;
        begins = strchr(line, '\n') != NULL;
    }
    fseek(why, 0, SEEK_END);
    return last;
}

struct reject_dir *reject_dir_open(const char *path, struct error *error)
{
    struct reject_dir *dir = calloc(1, sizeof *dir);
    if (!dir) {
        error_set(error, ERROR_MEMORY, "out of memory");
        return NULL;
    }
    bool there = mkdir(path, 0777) == 0 || errno == EEXIST;
    dir->fd = there ? open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    int why =
        dir->fd < 0 ? -1 : openat(dir->fd, ".why.tsv", O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (why >= 0) dir->why = fdopen(why, "a+");
    if (dir->why) {
        dir->last = last_number(dir->why);
        return dir;
    }
    cant(path, error);
    if (why >= 0) close(why);
    if (dir->fd >= 0) close(dir->fd);
    free(dir);
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
static FILE *next_file(struct reject_dir *dir, struct str base, const char *suffix, char name[160])
{
    int fd;
    do snprintf(name, 160, "%06u%s%.*s%s", ++dir->last, base.n ? "-" : "", STR_ARG(base), suffix);
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

static bool copy_file(const char *path, size_t limit, FILE *to)
{
    char bytes[65536];
    struct stat st;
    FILE *from = fopen(path, "rb");
    bool ok = from && fstat(fileno(from), &st) == 0 && S_ISREG(st.st_mode) && (size_t)st.st_size <= limit;
    for (size_t n; ok && (n = fread(bytes, 1, sizeof bytes, from));) ok = put(to, (struct str){bytes, n});
    if (from) fclose(from);
    return ok;
}

static const char ESCAPES[] = "\t\n\r\\", LETTERS[] = "tnr\\";

static void put_field(FILE *file, struct str s, char end)
{
    for (size_t i = 0; i < s.n; i++) {
        const char *escape = s.p[i] ? strchr(ESCAPES, s.p[i]) : NULL;
        if (escape) putc('\\', file);
        putc(escape ? LETTERS[escape - ESCAPES] : s.p[i], file);
    }
    putc(end, file);
}

// Writes the bytes; *name becomes empty where there are none to keep.
static bool keep(struct reject_dir *dir, const struct error *why, const struct article *article,
                 const struct input_rejected *bytes, size_t limit, char name[160])
{
    struct str source = article ? article->source : str_from(why->source);
    bool record = article && !article->file_name.p, ok = true, kept = true;
    bool utf8 = !record || utf8_valid(article->bytes) == article->bytes.n;
    struct str base = record || (!article && bytes->raw.n) ? STR_NULL : base_of(source);
    const char *suffix = record ? (utf8 ? ".json" : ".txt") : !article && bytes->raw.n ? bytes->suffix : "";
    FILE *file = next_file(dir, base, suffix, name);
    if (!file) return false;
    if (record && utf8) ok = put(file, as_object(dir, article));
    else if (article) ok = put(file, article->bytes);
    else if (bytes->raw.n) ok = put(file, bytes->head) && put(file, bytes->raw);
    else kept = copy_file(why->source, limit, file);
    ok = fclose(file) == 0 && ok && !dir->bytes.failed;
    if (!kept) {
        unlinkat(dir->fd, name, 0);
        dir->last--;
        name[0] = '\0';
    }
    return ok;
}

bool reject_dir_add(struct reject_dir *dir, const struct error *why, const struct article *article,
                    const struct input_rejected *bytes, size_t limit, struct error *error)
{
    char name[160] = "", line[16] = "";
    if (!keep(dir, why, article, bytes, limit, name)) return cant("to --reject-dir", error);
    if (why->line) snprintf(line, sizeof line, "%u", why->line);
    put_field(dir->why, str_from(name), '\t');
    put_field(dir->why, article ? article->source : str_from(why->source), '\t');
    put_field(dir->why, str_from(line), '\t');
    put_field(dir->why, str_from(error_code_name(why->code)), '\t');
    put_field(dir->why, str_from(why->message), '\t');
    put_field(dir->why, article && !article->file_name.p ? STR("record") : STR("file"), '\n');
    return !ferror(dir->why) || cant("to --reject-dir", error);
}

bool reject_dir_close(struct reject_dir *dir, struct error *error)
{
    if (!dir) return true;
    bool ok = fclose(dir->why) == 0 || cant("to --reject-dir", error);
    close(dir->fd);
    buf_release(&dir->bytes);
    free(dir);
    return ok;
}

// Its names ---------------------------------------------------------------------------------------------------------

// The next field of a line, with *line behind it. False when there is none.
static bool take_field(struct str *line, struct arena *arena, struct str *field)
{
    const char *tab = line->n ? memchr(line->p, '\t', line->n) : NULL;
    struct str raw = str_slice(*line, 0, tab ? (size_t)(tab - line->p) : line->n);
    char *to = arena_alloc(arena, raw.n + 1);
    if (!line->p || !to) return false;
    *field = (struct str){to, 0};
    for (size_t i = 0; i < raw.n; i++) {
        const char *letter = raw.p[i] == '\\' && i + 1 < raw.n ? strchr(LETTERS, raw.p[i + 1]) : NULL;
        to[field->n++] = letter ? ESCAPES[letter - LETTERS] : raw.p[i];
        i += letter != NULL;
    }
    to[field->n] = '\0';
    *line = tab ? str_slice(*line, raw.n + 1, line->n) : STR_NULL;
    return true;
}

static int by_path(const void *a, const void *b)
{
    return strcmp(((const struct renamed_file *)a)->path, ((const struct renamed_file *)b)->path);
}

static bool add_line(struct renamed *renamed, const char *dir, struct str line, struct arena *arena)
{
    enum { NAME, SOURCE, LINE, CODE, MESSAGE, OF, FIELDS };
    struct str fields[FIELDS] = {0};
    int n = 0;
    while (n < FIELDS && take_field(&line, arena, &fields[n])) n++;
    if (n < MESSAGE || !fields[NAME].n || !fields[SOURCE].n) return true;  // of no file
    struct buf path = {0};
    buf_printf(&path, "%s/%s", dir, fields[NAME].p);
    struct str kept = path.failed ? STR_NULL : arena_str(arena, buf_str(&path));
    buf_release(&path);
    renamed->all = arena_more(arena, renamed->all, renamed->count, sizeof *renamed->all);
    if (!kept.p || !renamed->all) return false;
    renamed->all[renamed->count++] = (struct renamed_file){.path = kept.p,
                                                           .source = fields[SOURCE],
                                                           .line = (uint32_t)strtoul(fields[LINE].p, NULL, 10),
                                                           .record = str_equal(fields[OF], STR("record"))};
    return true;
}

bool reject_dir_names(const char *dir, struct arena *arena, struct renamed *renamed, struct error *error)
{
    char *line = NULL, path[PATH_MAX];
    size_t room = 0;
    bool ok = true;
    *renamed = (struct renamed){0};
    FILE *why = snprintf(path, sizeof path, "%s/.why.tsv", dir) < PATH_MAX ? fopen(path, "r") : NULL;
    for (ssize_t n; why && ok && (n = getline(&line, &room, why)) > 0;)
        ok = add_line(renamed, dir, (struct str){line, (size_t)n - (line[n - 1] == '\n')}, arena);
    if (why) fclose(why);
    free(line);
    if (renamed->count) qsort(renamed->all, renamed->count, sizeof *renamed->all, by_path);
    return ok || error_set(error, ERROR_MEMORY, "out of memory");
}
