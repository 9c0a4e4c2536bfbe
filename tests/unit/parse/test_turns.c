// turns_block and turns_flush of parse/turns.h
#include "parse/turns.h"

#include "base/buf.h"
#include "unit.h"

static struct speakers speakers;
static struct arena arena;

// One line a block: its kind where it is no paragraph, its lines, who speaks, its text.
static bool write_block(void *context, const struct block *b, struct error *error)
{
    struct buf *out = context;
    if (str_equal(b->text, STR("stop"))) return error_set(error, ERROR_INPUT, "stopped");
    buf_printf(out, "%s%u-%u", b->kind == BLOCK_HEADING ? "#" : "", b->line, b->line_end);
    if (b->label.n) buf_printf(out, " [%.*s]", STR_ARG(b->label));
    buf_printf(out, " %.*s\n", STR_ARG(b->text));
    return true;
}

static struct block block(enum block_kind kind, uint32_t line, const char *text)
{
    return (struct block){.kind = kind, .line = line, .line_end = line, .text = str_from(text)};
}

// False where a block is refused.
static bool literal;
static bool become(const struct block *blocks, size_t count, size_t memory, const char *wanted)
{
    struct buf out = {0};
    struct error error = {0};
    arena_init(&arena, memory);
    struct turns turns = {
        .speakers = &speakers, .arena = &arena, .emit = write_block, .context = &out, .literal = literal};
    bool ok = true;
    for (size_t i = 0; ok && i < count; i++) ok = turns_block(&turns, &blocks[i], &error);
    ok = ok && turns_flush(&turns, &error);
    assert_true(ok == (error.code == ERROR_NONE));
    buf_byte(&out, '\0');
    assert_string_equal(out.p, wanted);
    buf_release(&out);
    arena_release(&arena);
    return ok;
}
#define assert_become(wanted, ...)                                                                                     \
    assert_true(become((const struct block[]){__VA_ARGS__},                                                            \
                       sizeof((const struct block[]){__VA_ARGS__}) / sizeof(struct block), 0, wanted))
#define P(line, text) block(BLOCK_PARAGRAPH, line, text)

static int find(void **state)
{
    (void)state;
    return !speakers_find(STR("Ash: When does the ferry leave?\nOrla Finn: At seven, unless there is a storm.\n"
                              "Ash: And in winter?\nOrla Finn: At eight, if at all.\n"),
                          &speakers);
}

static void what_is_said_stands_behind_the_name_or_below(void **state)
{
    (void)state;
    assert_become("1-1 [Ash] Why?\n2-2 Because.\n", P(1, "Ash: Why?"), P(2, "Because."));
    assert_become("1-2 [Ash] Why?\n3-3 Because.\n", P(1, "**Ash**"), P(2, "Why?"), P(3, "Because."));
    assert_become("1-2 [Ash] 00:12 Why?\n", P(1, "Ash: 00:12"), P(2, "Why?"));
    // what stands in a table outside of its cells is read before it
    assert_become("2-5 [Ash] Why?\n", P(5, "Ash"), P(2, "Why?"));
}

static void a_name_alone_is_never_lost(void **state)
{
    (void)state;
    assert_become("1-1 Ash\n", P(1, "Ash"));
    assert_become("1-1 Ash\n2-3 [Orla Finn] Why?\n", P(1, "Ash"), P(2, "Orla Finn"), P(3, "Why?"));
    assert_become("1-1 Ash\n#2-2 Winter\n3-3 Why?\n", P(1, "Ash"), block(BLOCK_HEADING, 2, "Winter"), P(3, "Why?"));
    const struct block_link link = {STR("Ash"), STR("https://pier.example")};
    struct block linked = P(1, "Ash");
    linked.links = &link;
    linked.link_count = 1;
    assert_become("1-1 Ash\n2-2 Why?\n", linked, P(2, "Why?"));
}

// Where signs of emphasis are text, none is lost.
static void signs_that_are_text_stay(void **state)
{
    (void)state;
    literal = true;
    assert_become("1-1 *Ash: Why?\n2-2 Ash*: Why?\n3-3 [Ash] _ Why?\n4-4 *Ash*\n5-5 Why?\n", P(1, "*Ash: Why?"),
                  P(2, "Ash*: Why?"), P(3, "Ash:_ Why?"), P(4, "*Ash*"), P(5, "Why?"));
    assert_become("1-1 [Ash] *Why?*\n2-3 [Ash] _So_\n", P(1, "Ash: *Why?*"), P(2, "Ash:"), P(3, "_So_"));
    literal = false;
}

static void refused_blocks_stop_it(void **state)
{
    (void)state;
    assert_false(become((const struct block[]){P(1, "Ash: stop")}, 1, 0, ""));
    assert_false(become((const struct block[]){P(1, "Ash"), P(2, "stop")}, 2, 0, ""));
    char said[300];
    memset(said, 'a', sizeof said);
    said[sizeof said - 1] = 0;
    assert_false(become((const struct block[]){P(1, "Ash: 00:12"), P(2, said)}, 2, 16, ""));
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup(what_is_said_stands_behind_the_name_or_below, find),
    cmocka_unit_test_setup(a_name_alone_is_never_lost, find),
    cmocka_unit_test_setup(signs_that_are_text_stay, find),
    cmocka_unit_test_setup(refused_blocks_stop_it, find),
};

UNIT_MAIN("turns")
