// WikiExtractor's output: <doc id="7" url="…?curid=7" title="Pier"> before each article's lines, </doc> behind them.
#define _GNU_SOURCE  // memmem, memrchr
#include "input/record.h"

#include <stdlib.h>

#define HEADING 60  // bytes of a line that may be one

struct record_reader {
    struct stream *stream;
    size_t limit;
    uint64_t line;  // of the next byte, from 1
    struct buf text;
};

// Headings of it end in a full stop, and stand right before the text of their section.
static bool is_heading(struct str line, struct str next)
{
    if (line.n < 2 || line.n > HEADING || line.p[line.n - 1] != '.' || line.p[line.n - 2] == '.') return false;
    size_t words = 1;
    for (size_t i = 0; i + 1 < line.n; i++) {
        words += line.p[i] == ' ';
        if (line.p[i] == '.' && line.p[i + 1] == ' ') return false;
    }
    return words <= 8 && next.n > 0 && !memchr("-*", next.p[0], 2);
}

static struct str line_at(struct str text, size_t start)
{
    const char *end = start < text.n ? memchr(text.p + start, '\n', text.n - start) : NULL;
    return start > text.n ? STR("") : str_slice(text, start, end ? (size_t)(end - text.p) : text.n);
}

struct str record_wiki_text(struct str text, struct arena *arena)
{
    char *out = arena_alloc(arena, text.n + 1);
    size_t n = 0;
    for (size_t start = 0; out && start < text.n;) {
        struct str line = line_at(text, start), next = line_at(text, start + line.n + 1);
        bool heading = start && is_heading(line, next);
        memcpy(out + n, line.p, line.n - heading);
        n += line.n - heading;
        start += line.n + 1;
        if (start <= text.n) out[n++] = '\n';
    }
    return (struct str){out, n};
}

static struct record_reader *reader_open(struct stream *stream, const struct record_options *options,
                                         struct error *error)
{
    struct record_reader *reader = calloc(1, sizeof *reader);
    if (!reader) {
        error_set(error, ERROR_MEMORY, "out of memory");
        return NULL;
    }
    *reader = (struct record_reader){.stream = stream, .limit = options->limit, .line = 1};
    return reader;
}

// The title comes last, and may have quotes of its own.
static struct str attribute(struct str tag, const char *name, bool last)
{
    const char *found = memmem(tag.p, tag.n, name, strlen(name)), *end = tag.p + tag.n;
    const char *start = found ? found + strlen(name) : NULL;
    const char *close = !start ? NULL
                        : last ? memrchr(start, '"', (size_t)(end - start))
                               : memchr(start, '"', (size_t)(end - start));
    return close ? (struct str){start, (size_t)(close - start)} : STR_NULL;
}

static void take_attributes(struct str tag, struct arena *arena, struct record *record)
{
    static const struct {
        enum field field;
        const char *name;
    } known[] = {{FIELD_ID, " id=\""}, {FIELD_URL, " url=\""}, {FIELD_TITLE, " title=\""}};
    for (size_t i = 0; i < 3; i++) {
        struct str value = attribute(tag, known[i].name, known[i].field == FIELD_TITLE);
        if (value.n) record->fields[known[i].field] = arena_str(arena, value);
    }
}

// The article's lines to the end of it; the title, which comes first, and the blank line behind it are left out.
static enum record_result take_text(struct record_reader *reader, struct arena *arena, struct record *record,
                                    struct error *error)
{
    struct str line, title = record->fields[FIELD_TITLE];
    bool too_long = false;
    reader->text.n = 0;
    for (enum stream_line got; (got = stream_line(reader->stream, &line)) != STREAM_LINE_END;) {
        struct str words = str_trim(line);
        reader->line++;
        if (str_equal(words, STR("</doc>"))) break;
        if (!reader->text.n && (!words.n || (title.p && str_equal(words, title)))) {
            title = STR_NULL;
            continue;
        }
        too_long = too_long || got == STREAM_LINE_TOO_LONG || reader->text.n + line.n > reader->limit;
        if (!too_long) buf_str_add(&reader->text, line);
    }
    if (too_long)
        return record_reject(error, record->number, record->fields[FIELD_TITLE],
                             "the article is larger than the %zu MB one may have", reader->limit >> 20);
    if (reader->text.failed) arena->failed = true;
    record->fields[FIELD_TEXT] = record_wiki_text(buf_str(&reader->text), arena);
    return arena->failed ? record_no_memory(error) : RECORD_OK;
}

static enum record_result reader_next(struct record_reader *reader, struct arena *arena, struct record *record,
                                      struct error *error)
{
    struct str line;
    *record = (struct record){0};
    for (enum stream_line got; (got = stream_line(reader->stream, &line)) != STREAM_LINE_END;) {
        struct str words = str_trim(line);
        record->number = reader->line++;
        if (!words.n) continue;
        if (got == STREAM_LINE_TOO_LONG || !str_starts(words, STR("<doc ")))
            return record_reject(error, record->number, words, "stands between WikiExtractor's articles");
        take_attributes(words, arena, record);
        return take_text(reader, arena, record, error);
    }
    return RECORD_END;
}

static void reader_close(struct record_reader *reader)
{
    if (!reader) return;
    buf_release(&reader->text);
    free(reader);
}

const struct record_kind record_wiki = {".txt", 'L', reader_open, reader_next, reader_close};
