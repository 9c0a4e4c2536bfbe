// Any bytes must become rows, and every character of extracted text exactly one: the property of `doc2pgsql verify`.
// The first byte chooses the dialect.
#include "base/utf8.h"
#include "parse/parser.h"
#include "rows/row_builder.h"
#include "sink/verify_sink.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool store_row(void *sink, const struct row *row, struct error *error)
{
    return ((struct sink *)sink)->ops->row(sink, row, error);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (!size) return 0;
    struct arena arena;
    struct error error = {0};
    struct utf8_repairs repairs;
    arena_init(&arena, (size_t)256 << 20);
    struct str bytes = {(const char *)data + 1, size - 1};
    struct sink_article a = {.article = {.source = STR("fuzz"), .bytes = bytes, .first_line = 1},
                             .document_id = 1,
                             .dialect = data[0] & 1 ? DIALECT_MARKDOWN : DIALECT_EXTRACTED};
    a.article.text = utf8_repair(bytes, &arena, &repairs);
    struct sink *sink = verify_sink_open(NULL, &error);
    sink_begin(sink, &a, &error);
    struct row_builder *builder = row_builder_new(&a.article, &arena, store_row, sink, &error);
    bool ok = builder && parse_article(&a.article, a.dialect, &arena, row_builder_block, builder, &error) &&
              row_builder_finish(builder, a.dialect, &error);
    // a clear refusal is an answer; a character lost or doubled is not
    if (!ok && strstr(error.message, "please report")) {
        fprintf(stderr, "%u: %s\n", error.line, error.message);
        abort();
    }
    sink_close(sink, &error);
    arena_release(&arena);
    return 0;
}
