// trafilatura's XML and XML-TEI, one document or, as it prints them to standard output, several one behind another.
// Each is an article as it stands; xml_page.h reads it.
#include "input/record.h"

#include "input/xml_scan.h"

#include <stdlib.h>

struct record_reader {
    struct stream *stream;
    size_t limit;
    uint64_t line;  // of the next byte, from 1
    struct buf text;
};

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

// The address that the document's root has, or its id.
static struct str id_of(struct str document, struct arena *arena)
{
    struct xml_token t;
    while (xml_next(&document, &t)) {
        if (t.kind != XML_START) continue;
        struct str url = xml_attribute(t.attributes, "url");
        return xml_text(url.n ? url : xml_attribute(t.attributes, "id"), arena);
    }
    return STR_NULL;
}

static bool is_end(struct str line)
{
    return str_ends(line, STR("</doc>")) || str_ends(line, STR("</TEI>"));
}

static enum record_result take_document(struct record_reader *reader, bool too_long, struct arena *arena,
                                        struct record *record, struct error *error)
{
    if (too_long)
        return record_reject(error, record->number, STR_NULL, "the article is larger than the %zu MB one may have",
                             reader->limit >> 20);
    record->fields[FIELD_TEXT] = arena_str(arena, buf_str(&reader->text));
    if (reader->text.failed) arena->failed = true;
    bool more = str_trim(stream_peek(reader->stream, 64)).n > 0;
    record->alone = record->number == 1 && !more;
    if (!record->alone) record->fields[FIELD_ID] = id_of(record->fields[FIELD_TEXT], arena);
    record->dialect = DIALECT_HTML;
    record->is_xml = true;
    return arena->failed ? record_no_memory(error) : RECORD_OK;
}

static enum record_result reader_next(struct record_reader *reader, struct arena *arena, struct record *record,
                                      struct error *error)
{
    struct str line;
    bool too_long = false;
    *record = (struct record){.number = reader->line};
    reader->text.n = 0;
    for (enum stream_line got; (got = stream_line(reader->stream, &line)) != STREAM_LINE_END;) {
        reader->line++;
        bool blank = !reader->text.n && !str_trim(line).n && got == STREAM_LINE;
        if (blank) {
            record->number = reader->line;
            continue;
        }
        too_long = too_long || got == STREAM_LINE_TOO_LONG || reader->text.n + line.n > reader->limit;
        if (!too_long) buf_str_add(&reader->text, line);
        if (got == STREAM_LINE && is_end(str_trim(line))) return take_document(reader, too_long, arena, record, error);
    }
    if (!too_long && !reader->text.n) return RECORD_END;
    return take_document(reader, too_long, arena, record, error);
}

static void reader_close(struct record_reader *reader)
{
    if (!reader) return;
    buf_release(&reader->text);
    free(reader);
}

const struct record_kind record_trafilatura = {".xml", 'L', reader_open, reader_next, reader_close};
