#include "base/buf.h"
#include "facts/article_facts.h"
#include "unit.h"

static const struct mention_name NAMES[] = {{.name = {"Kenya", 5}, .kind = MENTION_NAME}};
static const struct str IDS[] = {{"KE", 2}};

struct run {
    struct buf tables;
    int count, fail_at;
};

static bool take(void *context, const struct row *row, struct error *error)
{
    struct run *run = context;
    if (++run->count == run->fail_at) return error_set(error, ERROR_OUTPUT, "full");
    buf_printf(&run->tables, "%s %d\n", row_table_name(row->table), row->position);
    return true;
}

// A labelled item that names Kenya, and the end of the article.
static bool read_article(struct run *run, bool looked_for, struct error *error)
{
    struct mention_names *names = mention_names_new(NAMES, 1, NULL, 0, error);
    const struct mention_source source = {.names = names, .entity_ids = IDS};
    struct arena arena, scratch;
    struct article_facts facts;
    arena_init(&arena, 0);
    arena_init(&scratch, 0);
    article_facts_begin(&facts, looked_for ? &source : NULL, STR("en"), &arena, &scratch, take, run);
    const struct row rows[] = {
        {.table = ROW_BULLET,
         .position = 3,
         .bullet = {.list_no = 1, .depth = 1, .ordinal = -1, .label = STR("Kenya"), .text = STR("5 boats")}},
        {.table = ROW_DOCUMENT},
    };
    bool ok = article_facts_add(&facts, &rows[0], error) && article_facts_add(&facts, &rows[1], error);
    arena_release(&arena);
    arena_release(&scratch);
    mention_names_free(names);
    return ok;
}

static void facts_come_when_their_item_has_ended(void **state)
{
    (void)state;
    struct run run = {0};
    struct error error = {0};
    assert_true(read_article(&run, true, &error));
    assert_str(buf_str(&run.tables), "mentions 3\nfacts 3\n");
    buf_release(&run.tables);
}

static void nothing_is_looked_for(void **state)
{
    (void)state;
    struct run run = {0};
    struct error error = {0};
    assert_true(read_article(&run, false, &error));
    assert_int_equal(run.count, 0);
}

static void a_failure_of_who_takes_rows_ends_it(void **state)
{
    (void)state;
    for (int i = 1; i <= 2; i++) {
        struct run run = {.fail_at = i};
        struct error error = {0};
        assert_false(read_article(&run, true, &error));
        assert_error(&error, ERROR_OUTPUT, "full");
        buf_release(&run.tables);
    }
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(facts_come_when_their_item_has_ended),
    cmocka_unit_test(nothing_is_looked_for),
    cmocka_unit_test(a_failure_of_who_takes_rows_ends_it),
};

UNIT_MAIN("article_facts")
