#include "sink/reject_list.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

enum { NAME, SOURCE, LINE, CODE, MESSAGE, OF, DIGEST, FIELDS };

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

void reject_line_write(FILE *file, const struct reject_line *line)
{
    put_field(file, line->name, '\t');
    put_field(file, line->source, '\t');
    if (line->line) fprintf(file, "%u", line->line);
    putc('\t', file);
    put_field(file, line->code, '\t');
    put_field(file, line->message, '\t');
    put_field(file, line->record ? STR("record") : STR("file"), '\t');
    for (size_t i = 0; i < sizeof line->digest.bytes; i++) fprintf(file, "%02x", line->digest.bytes[i]);
    putc('\n', file);
}

// The next field of a line, with *line behind it. False when there is none.
static bool take_field(struct str *line, struct arena *arena, struct str *field)
{
    const char *tab = line->n ? memchr(line->p, '\t', line->n) : NULL;
    struct str raw = str_slice(*line, 0, tab ? (size_t)(tab - line->p) : line->n);
    char *to = line->p ? arena_alloc(arena, raw.n + 1) : NULL;
    if (!to) return false;
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

static struct sha256 digest_of(struct str hex)
{
    struct sha256 digest = {{0}};
    for (size_t i = 0; i < hex.n && i < 2 * sizeof digest.bytes; i++) {
        int digit = str_hex_digit(hex.p[i]);
        digest.bytes[i / 2] = (unsigned char)(digest.bytes[i / 2] << 4 | (digit < 0 ? 0 : digit));
    }
    return digest;
}

static void add_line(struct reject_list *list, struct str line, struct arena *arena)
{
    struct str fields[FIELDS] = {0};
    int n = 0;
    while (n < FIELDS && take_field(&line, arena, &fields[n])) n++;
    if (n < MESSAGE || !fields[SOURCE].n) return;
    struct reject_line *all = arena_more(arena, list->all, list->count, sizeof *all);
    if (!all) return;
    list->all = all;
    all[list->count++] = (struct reject_line){.name = fields[NAME],
                                              .source = fields[SOURCE],
                                              .line = (uint32_t)strtoul(fields[LINE].p, NULL, 10),
                                              .code = fields[CODE],
                                              .message = fields[MESSAGE],
                                              .record = str_equal(fields[OF], STR("record")),
                                              .digest = digest_of(fields[DIGEST])};
}

bool reject_list_read(int dir, struct arena *arena, struct reject_list *list)
{
    char *line = NULL;
    size_t room = 0;
    *list = (struct reject_list){0};
    int fd = openat(dir, REJECT_LIST, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    FILE *file = fd < 0 ? NULL : fdopen(fd, "r");
    if (!file && fd >= 0) {
        close(fd);
        return false;
    }
    for (ssize_t n; file && !arena->failed && (n = getline(&line, &room, file)) > 0;)
        add_line(list, (struct str){line, (size_t)n - (line[n - 1] == '\n')}, arena);
    bool whole = !arena->failed && (!file || feof(file));  // getline wants memory, too
    if (file) fclose(file);
    free(line);
    return whole;
}

int reject_by_bytes(const void *a, const void *b)
{
    const struct reject_line *x = a, *y = b;
    int order = str_compare(x->source, y->source);
    if (!order) order = memcmp(x->digest.bytes, y->digest.bytes, sizeof x->digest.bytes);
    return order ? order : (x->line > y->line) - (x->line < y->line);
}

int reject_by_line(const void *a, const void *b)
{
    const struct reject_line *x = a, *y = b;
    int order = str_compare(x->source, y->source);
    return order ? order : (x->line > y->line) - (x->line < y->line);
}

int reject_by_name(const void *a, const void *b)
{
    const struct reject_line *x = a, *y = b;
    int order = str_compare(x->name, y->name);
    if (!order) order = str_compare(x->source, y->source);
    return order ? order : (x->line > y->line) - (x->line < y->line);
}

size_t reject_list_from(const struct reject_list *list, const struct reject_line *key, reject_order *order)
{
    size_t from = 0, to = list->count;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (order(&list->all[middle], key) < 0) from = middle + 1;
        else to = middle;
    }
    return from;
}
