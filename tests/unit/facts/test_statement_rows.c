#include "facts/statement_rows.h"

#include "base/buf.h"
#include "facts/statements.h"
#include "unit.h"

static const struct mention_name NAMES[] = {{{"Norway", 6}, 0, MENTION_NAME, false, STR_NULL}};
static const struct str IDS[] = {{"NO", 2}};
static const struct statement_entity ENTITIES[] = {{{"NO", 2}, true, false, false}};

struct collector {
    struct buf text;
    int fail_at, count;  // number of the statement that is refused; 0 for none
};

static bool collect(void *context, const struct row *r, struct error *error)
{
    struct collector *c = context;
    const struct statement_row *s = &r->statement;
    if (r->table != ROW_STATEMENT) return true;
    if (++c->count == c->fail_at) return error_set(error, ERROR_OUTPUT, "full");
    buf_printf(&c->text, "%d p%d s%d l%u %.*s %s %.*s@%d\n", s->statement_no, r->position, r->section_no, r->line,
               STR_ARG(s->giver), statement_act_name(s->act), STR_ARG(s->support), s->start);
    return true;
}

static bool find(const struct row *rows, size_t count, bool with_statements, size_t memory, struct collector *collector,
                 struct error *error)
{
    struct arena arena;
    arena_init(&arena, memory);
    struct support_type types[] = {{{"food", 4}, {"food", 4}}};
    struct mention_names *names = mention_names_new(NAMES, 1, NULL, 0, error);
    struct mention_names *organs = mention_names_new(NAMES, 0, NULL, 0, error);
    struct statement_words *words = statement_words_new(types, 1, error);
    struct statement_source statements = {words, ENTITIES, organs, ENTITIES};
    struct mention_source source = {
        .names = names, .entity_ids = IDS, .statements = with_statements ? &statements : NULL};
    struct mention_rows mentions = {
        .source = &source, .language = STR("en"), .arena = &arena, .emit = collect, .context = collector};
    int32_t number = 0;
    bool ok = true;
    for (size_t i = 0; ok && i < count; i++)
        ok = mention_rows_of(&mentions, &rows[i], error) && statement_rows_of(&mentions, &number, &rows[i], error);
    mention_names_free(names);
    mention_names_free(organs);
    statement_words_free(words);
    arena_release(&arena);
    return ok;
}

#define SENT                                                                                                           \
    {                                                                                                                  \
        .text = STR("Yes. Norway sent food.")                                                                          \
    }
static const struct row ROWS[] = {
    {.table = ROW_SECTION, .section_no = 1, .position = 1, .line = 1, .section.heading = STR("Norway sent food")},
    {.table = ROW_PARAGRAPH, .section_no = 1, .position = 2, .line = 2, .paragraph = SENT},
    {.table = ROW_PARAGRAPH, .position = 3, .paragraph = {PARAGRAPH_CODE, STR("Norway sent food.")}},
    {.table = ROW_PARAGRAPH, .position = 4, .paragraph = {PARAGRAPH_LEFTOVER, STR("Norway sent food.")}},
    {.table = ROW_PARAGRAPH, .position = 5, .line = 5, .paragraph = {PARAGRAPH_LEAD_IN, STR("Norway sent food:")}},
    {.table = ROW_BULLET, .position = 6, .line = 6, .bullet = {1, 1, -1, STR("Norway"), STR("Norway will send food.")}},
    {.table = ROW_TABLE_CELL, .position = 7, .line = 9, .cell = {1, 2, 3, STR("Norway sent food"), 9, 9}},
};
#define COUNT (sizeof ROWS / sizeof *ROWS)

static void places(void **state)
{
    (void)state;
    struct collector collector = {0};
    struct error error = {0};
    assert_true(find(ROWS, COUNT, true, 0, &collector, &error));
    assert_str(buf_str(&collector.text),
               "1 p2 s1 l2 Norway gives food@5\n"
               "2 p5 s0 l5 Norway gives food@0\n"
               "3 p6 s0 l6 Norway promises food@0\n");
    buf_release(&collector.text);
}

static void without(void **state)
{
    (void)state;
    struct collector collector = {0};
    struct error error = {0};
    assert_true(find(ROWS, COUNT, false, 0, &collector, &error));
    assert_int_equal(collector.count, 0);
}

static void failures(void **state)
{
    (void)state;
    struct collector collector = {.fail_at = 2};
    struct error error = {0};
    assert_false(find(ROWS, COUNT, true, 0, &collector, &error));
    assert_string_equal(error.message, "full");
    buf_release(&collector.text);
    error = (struct error){0};
    collector = (struct collector){0};
    assert_false(find(ROWS, COUNT, true, 64, &collector, &error));
    assert_int_equal(error.code, ERROR_ARTICLE);
    buf_release(&collector.text);
}

static const struct CMUnitTest tests[] = {cmocka_unit_test(places), cmocka_unit_test(without),
                                          cmocka_unit_test(failures)};

UNIT_MAIN("statement_rows")
