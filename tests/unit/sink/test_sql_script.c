#include "sink/sql_script.h"

#include "base/buf.h"
#include "unit.h"

// The statements, joined by "|".
static void script(const char *sql, const char *wanted)
{
    struct str rest = str_from(sql), statement;
    struct buf found = {0};
    while (sql_script_next(&rest, &statement)) {
        if (found.n) buf_byte(&found, '|');
        buf_str_add(&found, statement);
    }
    assert_str(buf_str(&found), wanted);
    buf_release(&found);
}

static void statements(void **state)
{
    (void)state;
    script("", "");
    script(" ;\n; ", "");
    script("SELECT 1", "SELECT 1");
    script("SELECT 1;\nSELECT 2 ;", "SELECT 1|SELECT 2");
    script("CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2); SELECT 3",
           "CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2)|SELECT 3");
}

static void quotes(void **state)
{
    (void)state;
    script("SELECT 'a;''b;'; SELECT \"c;\"\"d\"", "SELECT 'a;''b;'|SELECT \"c;\"\"d\"");
    script("SELECT '\\'; SELECT 2", "SELECT '\\'|SELECT 2");
    script("SELECT E'\\';'';\\''; SELECT e'\\\\'; SELECT 3", "SELECT E'\\';'';\\''|SELECT e'\\\\'|SELECT 3");
    script("SELECT file'; SELECT '", "SELECT file'; SELECT '");  // no end
}

static void dollar_quotes(void **state)
{
    (void)state;
    script("DO $$ BEGIN x; END $$; SELECT 1", "DO $$ BEGIN x; END $$|SELECT 1");
    script("DO $a$ $$; $b$; $a$; SELECT 1", "DO $a$ $$; $b$; $a$|SELECT 1");
    script("SELECT $1; SELECT a$b$; SELECT $2", "SELECT $1|SELECT a$b$|SELECT $2");
}

static void comments(void **state)
{
    (void)state;
    script("-- one; two'\nSELECT 1; /* ; /* ' */ ; */ SELECT 2 -- ;\n+ 1; -- last", "SELECT 1|SELECT 2 -- ;\n+ 1");
    script("SELECT 1 - -1; SELECT 4 / 2 * 1", "SELECT 1 - -1|SELECT 4 / 2 * 1");
}

static void bodies(void **state)
{
    (void)state;
    script("CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END; SELECT 3",
           "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END|SELECT 3");
    script("BEGIN; SELECT CASE WHEN a THEN b END; END; SELECT 1", "BEGIN|SELECT CASE WHEN a THEN b END|END|SELECT 1");
}

static const struct CMUnitTest tests[] = {cmocka_unit_test(statements), cmocka_unit_test(quotes),
                                          cmocka_unit_test(dollar_quotes), cmocka_unit_test(comments),
                                          cmocka_unit_test(bodies)};

UNIT_MAIN("sql_script")
