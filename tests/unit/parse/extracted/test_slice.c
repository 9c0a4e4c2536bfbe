// extracted_parse_by of parse/extracted/extracted.h, and slice.h
#include "parse/extracted/extracted.h"
#include "unit.h"

#include <stdio.h>

struct seen {
    struct buf text;  // kinds, lines and texts of the blocks
    size_t letters;   // of the texts: what is neither a sign nor white space
};

static void see(struct seen *seen, struct str s)
{
    buf_printf(&seen->text, "|%.*s", STR_ARG(s));
    for (size_t i = 0; i < s.n; i++)
        seen->letters += (s.p[i] >= '0' && s.p[i] <= '9') || ((s.p[i] | 32) >= 'a' && (s.p[i] | 32) <= 'z');
}

static bool on_block(void *context, const struct block *block, struct error *error)
{
    struct seen *seen = context;
    (void)error;
    buf_printf(&seen->text, "%d %u-%u ", (int)block->kind, block->line, block->line_end);
    if (block->label.p) see(seen, block->label);
    see(seen, block->text);
    for (size_t i = 0; i < block->cell_count; i++) see(seen, block->cells[i].text);
    buf_byte(&seen->text, '\n');
    return true;
}

static struct seen parse(struct str text, uint32_t lines, uint32_t margin)
{
    struct article article = {.text = text, .first_line = 5};
    struct slice_size size = {lines, margin};
    struct seen seen = {0};
    struct error error = {0};
    struct arena arena;
    arena_init(&arena, 0);
    if (!extracted_parse_by(&article, &size, &arena, on_block, &seen, &error)) fail_msg("%s", error.message);
    arena_release(&arena);
    return seen;
}

static void release(struct seen *seen)
{
    buf_release(&seen->text);
}

static void same(struct str text, uint32_t lines, uint32_t margin)
{
    struct seen whole = parse(text, UINT32_MAX, 0), cut = parse(text, lines, margin);
    buf_byte(&whole.text, '\0'), buf_byte(&cut.text, '\0');
    assert_string_equal(cut.text.p, whole.text.p);
    release(&whole), release(&cut);
}

static void add(struct buf *text, int count, const char *line)
{
    for (int i = 1; i <= count; i++) buf_printf(text, line, i, i * 7 % 90);
}

// A table, a list and paragraphs that slices part are read as in the whole.
static void goes_on(void **state)
{
    struct buf text = {0};
    (void)state;
    buf_str_add(&text, STR("Pumps of the harbour\n\nName | Cost |\n---|---|\n"));
    add(&text, 400, "pump %d | %d |\n");
    buf_str_add(&text, STR("\nThe council met in spring, and this is what it said of the pumps of the harbour.\n"));
    add(&text, 300, "- step %d of %d is done\n");
    add(&text, 300, "In year %d the river rose by %d centimetres, and the council spoke of it for a long while.\n");
    for (uint32_t lines = 97; lines < 300; lines += 50) same(buf_str(&text), lines, 64);
    buf_release(&text);
}

static void tables_by_layout(void **state)
{
    struct buf text = {0};
    (void)state;
    buf_str_add(&text, STR("Pumps of the harbour\n\n"));
    add(&text, 300, "pump %d\t%d\n");
    same(buf_str(&text), 100, 64);
    buf_release(&text);
}

// Wherever the slices end, each character comes once.
static void nothing_is_lost(void **state)
{
    static const char text[] =
        "The harbour\n\nIt is old, and nobody knows\nhow old it really is, for the council has\nlost the papers.\n\n"
        "| Name | Cost |\n|---|---|\n| pump\none | 3 |\n| pump two\n| 4 |\n\n- a step\n  that goes on\n- another "
        "-\nthird\n"
        "Pumps\n=====\n\n+----+----+\n| a  | b  |\n+----+----+\n| c  | d  |\n+----+----+\n\n"
        "    code here\n    and here\n\n> quoted text\n> goes on\n\nAnna: Yes.\nBob: No.\nAnna: Yes.\nBob: No.\n"
        "Anna: Yes.\nBob: No.\n\nname   cost   day\none    3      May\ntwo    4      June\nthree  5      July\n";
    struct str s = {text, sizeof text - 1};
    struct seen whole = parse(s, UINT32_MAX, 0);
    (void)state;
    for (uint32_t lines = 1; lines < 30; lines++)
        for (uint32_t margin = 0; margin < 12; margin += 3) {
            struct seen cut = parse(s, lines, margin);
            if (cut.letters != whole.letters)
                fail_msg("%zu and not %zu letters with slices of %u and %u lines:\n%.*s", cut.letters, whole.letters,
                         lines, margin, STR_ARG(buf_str(&cut.text)));
            release(&cut);
        }
    release(&whole);
}

static void lines_of_slices(void **state)
{
    struct article article = {.text = STR("a\nb\nc\nd\ne\nf"), .first_line = 10, .metadata.title = STR("T")};
    struct slice_size size = {2, 1};
    struct slice slice;
    (void)state;
    slice_first(&slice, &article, &size);
    assert_str(slice.article.text, "a\nb\nc\n");
    assert_true(slice.from == 0 && slice.end == 2 && slice.article.first_line == 10 && slice.article.metadata.title.p);
    assert_true(slice_next(&slice, 2, &article, &size));
    assert_str(slice.article.text, "b\nc\nd\ne\n");
    assert_true(slice.from == 1 && slice.end == 3 && slice.article.first_line == 11 && !slice.article.metadata.title.p);
    slice_cut(&slice);
    assert_str(slice.article.text, "c\nd\ne\n");
    assert_true(slice.from == 0 && slice.end == 2 && slice.article.first_line == 12);
    // more than its own lines was read
    assert_true(slice_next(&slice, UINT32_MAX, &article, &size));
    assert_str(slice.article.text, "e\nf");
    assert_true(slice.from == 1 && slice.end == UINT32_MAX && slice.article.first_line == 14);
    assert_false(slice_next(&slice, 2, &article, &size));
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(goes_on),
    cmocka_unit_test(tables_by_layout),
    cmocka_unit_test(nothing_is_lost),
    cmocka_unit_test(lines_of_slices),
};

UNIT_MAIN("slice")
