// What the tests of the Markdown parser share: blocks as lines of text, and what a text becomes.
#ifndef UNIT_PARSE_MARKDOWN_BLOCKS_H
#define UNIT_PARSE_MARKDOWN_BLOCKS_H

#include "base/buf.h"
#include "parse/parser.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static struct arena arena;

// One line a block: its kind, its lines, what else it has, its text.
static bool write_block(void *context, const struct block *b, struct error *error)
{
    (void)error;
    static const char *const kinds[] = {"h", "p", "quote", "code", "leftover", "list", "item", "table", "head", "row"};
    struct buf *out = context;
    buf_printf(out, "%s %u", kinds[b->kind], b->line);
    if (b->line_end != b->line) buf_printf(out, "-%u", b->line_end);
    if (b->kind == BLOCK_HEADING) buf_printf(out, " level %d", b->level);
    if (b->kind == BLOCK_ITEM) buf_printf(out, " depth %d", b->depth);
    if (b->kind == BLOCK_ITEM && b->ordinal >= 0) buf_printf(out, " no %d", (int)b->ordinal);
    if (b->kind == BLOCK_TABLE_HEADER) buf_printf(out, " delimiter %u", b->delimiter_line);
    if (b->text.n) buf_printf(out, ": %.*s", STR_ARG(b->text));
    for (size_t i = 0; i < b->cell_count; i++) buf_printf(out, " |%.*s", STR_ARG(b->cells[i].text));
    for (size_t i = 0; i < b->link_count; i++)
        buf_printf(out, " <%.*s %.*s>", STR_ARG(b->links[i].label), STR_ARG(b->links[i].url));
    buf_byte(out, '\n');
    bool heading = b->kind == BLOCK_HEADING, header = b->kind == BLOCK_TABLE_HEADER;
    if (b->origin == ORIGIN_INFERRED) assert_true(header);
    else assert_int_equal(b->origin, heading || header ? ORIGIN_MARKED : ORIGIN_NONE);
    assert_true(b->confidence == (heading ? 1.0f : 0.0f));
    for (size_t i = 0; i < b->cell_count; i++) assert_int_equal(b->cells[i].line, b->line);
    return true;
}

struct test_case {
    const char *text, *blocks;
};

static void expect(const struct test_case *cases, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct buf out = {0};
        struct error error = {0};
        struct article article = {.text = str_from(cases[i].text), .first_line = 1};
        arena_reset(&arena);
        assert_true(markdown_parse(&article, &arena, write_block, &out, &error));
        buf_byte(&out, '\0');
        if (strcmp(out.p, cases[i].blocks) != 0)
            fail_msg("of\n%s\nbecomes\n%s\nand not\n%s", cases[i].text, out.p, cases[i].blocks);
        buf_release(&out);
    }
}

#define EXPECT(cases) expect(cases, sizeof cases / sizeof *cases)

static bool fails_at(void *context, const struct block *block, struct error *error)
{
    (void)block;
    int *left = context;
    return (*left)-- > 0 || error_set(error, ERROR_SERVER, "stopped");
}

// With as little memory as it takes, and with less.
static void parses_within(struct str text)
{
    struct article article = {.text = text, .first_line = 1};
    bool done = false;
    for (size_t limit = 1; !done; limit += 64) {
        struct arena full;
        struct error error = {0};
        int left = 1 << 20;
        arena_init(&full, limit);
        done = markdown_parse(&article, &full, fails_at, &left, &error);
        assert_int_equal(error.code, done ? ERROR_NONE : ERROR_ARTICLE);
        arena_release(&full);
    }
}

#endif
