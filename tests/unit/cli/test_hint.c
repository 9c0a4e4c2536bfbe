#include "cli/hint.h"
#include "unit.h"

static struct options options;

static void told(const char *text, const char *wanted)
{
    struct buf got = {0};
    hint_add(&got, str_from(text));
    buf_byte(&got, '\0');
    assert_string_equal(got.p, wanted);
    buf_release(&got);
}

static void begin(struct options given)
{
    options = given;
    if (!options.schema) options.schema = options_default_schema;
    hint_begin(&options);
}

static void leads_to_the_same_database(void **state)
{
    (void)state;
    hint_begin(NULL);
    told("run doc2pgsql init", "run doc2pgsql init");
    begin((struct options){0});
    told("run doc2pgsql init", "run doc2pgsql init");
    begin((struct options){.local = true});
    told("run doc2pgsql init or load", "run doc2pgsql --local init or load");
    begin((struct options){.local = true, .local_dir = "/the articles/$x"});
    told("doc2pgsql stop", "doc2pgsql --local='/the articles/$x' stop");
    begin((struct options){.host = "h", .port = "5433", .user = "an \"owner\"", .dbname = "d", .schema = "it's"});
    told("a | doc2pgsql load - (doc2pgsql psql)",
         "a | doc2pgsql -h h -p 5433 -U 'an \"owner\"' -d d --schema=\"it's\" load - "
         "(doc2pgsql -h h -p 5433 -U 'an \"owner\"' -d d --schema=\"it's\" psql)");
    // who gives rights is another user
    told("doc2pgsql grant ROLE, or doc2pgsql doctor",
         "doc2pgsql -h h -p 5433 -d d --schema=\"it's\" grant ROLE, or "
         "doc2pgsql -h h -p 5433 -U 'an \"owner\"' -d d --schema=\"it's\" doctor");
    begin((struct options){.local = true, .local_dir = "d", .schema = "s"});
    told("doc2pgsql stop", "doc2pgsql --local=d stop");
}

static void everything_else_stays(void **state)
{
    (void)state;
    static const char *const texts[] = {"",
                                        "doc2pgsql",
                                        "doc2pgsql ",
                                        "doc2pgsql: a load",
                                        "doc2pgsql has read it",
                                        "doc2pgsql loads it",
                                        "doc2pgsql --help",
                                        "doc2pgsql help load",
                                        "doc2pgsql preview FILE",
                                        "/srv/doc2pgsql load",
                                        "mydoc2pgsql load"};
    begin((struct options){.local = true, .local_dir = "d"});
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) told(texts[i], texts[i]);
}

static void a_password_is_asked_for(void **state)
{
    (void)state;
    begin((struct options){.dbname = "postgresql://me:secret@/"});
    told("doc2pgsql init", "doc2pgsql -d \"user='me'\" init");
    begin((struct options){.dbname = "password=secret dbname='it\\'s'"});
    told("doc2pgsql init", "doc2pgsql -d 'dbname='\\''it\\'\\''s'\\''' init");
    begin((struct options){.dbname = "password = = secret"});
    told("doc2pgsql init", "doc2pgsql -d '(hidden)' init");
    hint_begin(NULL);
}

static const struct CMUnitTest tests[] = {cmocka_unit_test(leads_to_the_same_database),
                                          cmocka_unit_test(everything_else_stays),
                                          cmocka_unit_test(a_password_is_asked_for)};

UNIT_MAIN("hint")
