#include "facts/statements.h"
#include "sink/entity_names.h"
#include "unit.h"

// The names that the program carries along, with their kinds and what keeps them from being mentions.
static void bundled(void **state)
{
    (void)state;
    struct error error = {0};
    struct entity_names *names = entity_names_bundled(&error);
    assert_non_null(names);
    const struct mention_source *source = entity_names_source(names);
    struct arena arena;
    struct mention *found;
    size_t count;
    arena_init(&arena, 0);
    struct str text =
        STR("Kenya and the U.S. tell us of a Pakistani in New Jersey, of Georgia and of Atlanta, Georgia.");
    assert_true(mentions_find(source->names, text, STR("en"), &arena, &found, &count));
    static const char *const wanted[] = {"country:KE", "country:US", "country:PK", "country:GE"};
    assert_int_equal(count, sizeof wanted / sizeof *wanted);
    for (size_t i = 0; i < count; i++) assert_str(source->entity_ids[found[i].entity], wanted[i]);
    struct statement *statements;
    size_t n;
    text = STR("USAID sent vaccines to Kenya; Western Europe sent food.");
    assert_true(mentions_find(source->names, text, STR("en"), &arena, &found, &count));
    assert_true(statements_find(source->statements, text, found, count, STR("en"), &arena, &statements, &n));
    assert_int_equal(n, 1);  // a region gives nothing
    assert_str(statements[0].giver_id, "country:US");
    assert_str(statements[0].support_type, "health");
    assert_str(statements[0].receiver_id, "country:KE");
    arena_release(&arena);
    entity_names_free(names);
    entity_names_free(NULL);
}

static const struct CMUnitTest tests[] = {cmocka_unit_test(bundled)};

UNIT_MAIN("entity_names")
