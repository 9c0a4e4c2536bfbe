// What a document's header says of it: input/doc_facts.h.
#include "input/doc_facts.h"

#include "unit.h"

static void joined(void **state)
{
    (void)state;
    struct arena arena;
    struct doc_facts facts = {0};
    struct metadata m = {.title = STR("Kept")};
    arena_init(&arena, 0);
    doc_facts_add(&facts, STR("title"), STR("Mills"), &arena);
    doc_facts_add(&facts, STR("author"), STR(" Ada\n B. "), &arena);
    doc_facts_add(&facts, STR("author"), STR("Bo"), &arena);
    doc_facts_add(&facts, STR("subject"), STR("a"), &arena);
    doc_facts_add(&facts, STR("subject"), STR(" \n"), &arena);
    doc_facts_add(&facts, STR("subject"), STR("None"), &arena);
    doc_facts_add(&facts, STR("subject"), STR("b"), &arena);
    doc_facts_add(&facts, STR("date"), STR("some day"), &arena);
    doc_facts_store(&facts, &m, &arena);
    assert_str(m.title, "Kept");
    assert_str(m.author, "Ada B., Bo");
    assert_null(m.published_at.p);
    assert_str(m.other, "{\"title\":\"Mills\",\"subject\":\"a; b\",\"date\":\"some day\"}");
    arena_release(&arena);
}

// A value of many parts takes memory by its length, not by its square.
static void many(void **state)
{
    (void)state;
    struct arena arena;
    struct doc_facts facts = {0};
    arena_init(&arena, (size_t)4 << 20);
    for (int i = 0; i < 10000; i++) doc_facts_add(&facts, STR("subject"), STR("mills"), &arena);
    assert_false(arena.failed);
    assert_int_equal(facts.pairs[0].value.n, 10000 * 7 - 2);
    char name[16];
    for (int i = 0; i < 100; i++) {
        snprintf(name, sizeof name, "name %d", i);
        doc_facts_add(&facts, str_from(name), STR("x"), &arena);
    }
    assert_int_equal(facts.count, DOC_FACTS_MOST);
    arena_release(&arena);
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {cmocka_unit_test(joined), cmocka_unit_test(many)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
