#include "input/record_name.h"

#include "input/seen.h"

#include <stdlib.h>

struct record_names {
    struct seen *seen;
    struct buf source, former;
    struct str place;
    char mark;
    bool lasts;
    uint64_t line, before;  // of the last record without id, and how many of them began in it before that
};

struct record_names *record_names_new(void)
{
    struct record_names *names = calloc(1, sizeof *names);
    if (names && !(names->seen = seen_new())) {
        free(names);
        return NULL;
    }
    return names;
}

void record_names_free(struct record_names *names)
{
    if (!names) return;
    seen_free(names->seen);
    buf_release(&names->source);
    buf_release(&names->former);
    free(names);
}

void record_names_begin(struct record_names *names, struct str place, char mark, bool lasts)
{
    seen_clear(names->seen);
    names->place = place;
    names->mark = mark;
    names->lasts = lasts;
    names->line = names->before = 0;
}

bool record_names_failed(const struct record_names *names)
{
    return names->source.failed || names->former.failed;
}

static void add_hash(struct buf *name, struct str bytes, struct sha256 *sha256)
{
    uint64_t first = 0;  // 8 bytes: two of a file's texts that had them in common would only get numbers
    *sha256 = sha256_of(bytes);
    for (int i = 0; i < 8; i++) first = first << 8 | sha256->bytes[i];
    buf_printf(name, "%016llx", (unsigned long long)first);
}

struct str record_names_hash(struct record_names *names, struct str place, struct str bytes, struct sha256 *sha256)
{
    names->source.n = 0;
    buf_str_add(&names->source, place);
    buf_byte(&names->source, ':');
    add_hash(&names->source, bytes, sha256);
    return buf_str(&names->source);
}

// PLACE#L12, and behind it ~L12 for each one before it in the same line.
static void name_by_line(struct record_names *names, uint64_t line)
{
    names->before = line == names->line ? names->before + 1 : 0;
    names->line = line;
    buf_str_add(&names->former, names->place);
    buf_printf(&names->former, "#%c%llu", names->mark, (unsigned long long)line);
    for (uint64_t i = 0; i < names->before && i < 8; i++)
        buf_printf(&names->former, "~%c%llu", names->mark, (unsigned long long)line);
}

void record_names_next(struct record_names *names, const struct record *record, struct record_name *out)
{
    struct str id = str_trim(record->fields[FIELD_ID]), text = record->fields[FIELD_TEXT];
    *out = (struct record_name){0};
    names->source.n = names->former.n = 0;
    if ((record->alone || !id.n) && !names->lasts) {
        out->hashed = true;
        out->source = record_names_hash(names, names->place, text, &out->sha256);
        return;
    }
    buf_str_add(&names->source, names->place);
    if (!record->alone && id.n) {
        buf_byte(&names->source, '#');
        buf_str_add(&names->source, id);
        size_t n = names->source.n;
        seen_number(names->seen, &names->source);
        if (names->source.n > n) {
            buf_add(&names->former, names->source.p, n);
            buf_printf(&names->former, "~%c%llu", names->mark, (unsigned long long)record->number);
        }
    } else if (!record->alone) {
        buf_str_add(&names->source, STR("#sha256:"));
        add_hash(&names->source, text, &out->sha256);
        seen_number(names->seen, &names->source);
        name_by_line(names, record->number);
        out->hashed = true;
    }
    out->source = buf_str(&names->source);
    if (names->former.n) out->former = buf_str(&names->former);
}
