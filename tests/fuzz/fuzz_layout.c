// Plain text in any layout must become rows of which every character of its lines is in one, once. The first byte
// forces the layout; bytes below 32 stand for what layout looks at, so that marks, rules and gaps come often.
#include "base/utf8.h"
#include "parse/parser.h"
#include "rows/row_builder.h"
#include "sink/verify_sink.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const PIECES[] = {
    "\n\n",
    "  ",
    "    ",
    "word ",
    "several words of a line ",
    "- ",
    "* ",
    "\xE2\x80\xA2 ",
    "1. ",
    "\t",
    "\n",
    "(b) ",
    "+---+---+\n",
    "| a | b |\n",
    "|---|\n",
    "----  ----\n",
    "a    b\n",
    "=====\n",
    "# ",
    "[1]",
    "[https://a.example/b]",
    "\n1. https://a.example\n",
    "\xE2\x94\x8C\xE2\x94\x80\xE2\x94\xAC\xE2\x94\x80\xE2\x94\x90\n",
    "\xE2\x94\x82 x \xE2\x94\x82 y \xE2\x94\x82\n",
    "\xE4\xB8\xAD\xE6\x96\x87",
    "12.50",
    ":",
    "|",
    "ii) ",
    "\r\n",
    "-\n",
    "a line that is as long as those of which a paragraph is made, in most of the programs that wrap it\n",
};

static struct str text_of(const uint8_t *data, size_t size, struct arena *arena)
{
    size_t n = 0;
    char *out = arena_alloc(arena, size * 128 + 1);
    for (size_t i = 0; out && i < size; i++) {
        if (data[i] >= sizeof PIECES / sizeof *PIECES) {
            out[n++] = (char)data[i];
            continue;
        }
        struct str piece = str_from(PIECES[data[i]]);
        memcpy(out + n, piece.p, piece.n);
        n += piece.n;
    }
    return (struct str){out ? out : "", n};
}

// Rules and borders at random are no table's: what is left of them in a cell is not worth a finding.
static bool has_rules(struct str s)
{
    for (size_t i = 0; i + 1 < s.n; i++)
        if ((s.p[i] == s.p[i + 1] && strchr("-=", s.p[i])) ||
            (s.p[i] == '\xE2' && ((unsigned char)s.p[i + 1] & 0xFE) == 0x94))
            return true;
    return false;
}

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
    struct sink_article a = {.article = {.source = STR("fuzz"), .first_line = 1, .layout = data[0] % LAYOUT_NONE},
                             .document_id = 1,
                             .dialect = DIALECT_EXTRACTED};
    a.article.text = utf8_repair(text_of(data + 1, size - 1, &arena), &arena, &repairs);
    struct sink *sink = verify_sink_open(NULL, &error);
    sink_begin(sink, &a, &error);
    struct row_builder *builder = row_builder_new(&a.article, &arena, store_row, sink, &error);
    bool ok = builder && parse_article(&a.article, a.dialect, &arena, row_builder_block, builder, &error) &&
              row_builder_finish(builder, a.dialect, &error);
    if (!ok && strstr(error.message, "please report") && !has_rules(a.article.text)) {
        fprintf(stderr, "layout %s, line %u: %s\n%.*s\n", layout_name(data[0] % LAYOUT_NONE), error.line, error.message,
                STR_ARG(a.article.text));
        abort();
    }
    sink_close(sink, &error);
    arena_release(&arena);
    return 0;
}
