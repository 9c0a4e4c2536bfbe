# Databases whose locale sorts, folds or classifies otherwise give the same answers: the examples, and what pgTAP asks.
bats_require_minimum_version 1.5.0
load ../helper

EXAMPLES=$BATS_TEST_DIRNAME/../../sql/examples

# A database like the one that tests/run has loaded: other_database 'createdb's words'
other_database() {
    name=test_${BATS_TEST_NUMBER}_$$
    psql -Xq -d postgres -v ON_ERROR_STOP=1 -c "create database $name template template0 $1"
    local usual=$PGDATABASE
    export PGDATABASE=$name
    psql -Xq -c 'create extension pgtap with schema public' -c "alter database $name set search_path = articles, articles_internal, public"
    [ -z "${2-}" ] || psql -Xqc "alter database $name set $2"
    "$DOC2PGSQL" load -q "$ARTICLES"
    USUAL=$usual
}

teardown() {
    [ -z "${name-}" ] || PGDATABASE=$USUAL psql -Xqc "drop database $name with (force)"
}

answer() {
    PGOPTIONS='-csearch_path=articles,public' PGTZ=UTC \
        psql -Xq -v ON_ERROR_STOP=1 -P pager=off -c begin -f "$1" -c rollback
}

tests_of_sql() {
    local file
    for file in "$BATS_TEST_DIRNAME"/../sql/*.sql; do
        (cd "$BATS_TEST_DIRNAME/../.." && psql -XqAt -v ON_ERROR_STOP=1 --pset=pager=off -f "$file") >tap
        [ "$(grep -c '^ok' tap)" = "$(sed -n 's/^1\.\.//p' tap)" ] || { echo "$file"; grep -A 8 '^not ok\|^ERROR' tap; return 1; }
    done
}
examples() {
    local file
    for file in "$EXAMPLES"/*.sql; do
        diff <(PGDATABASE=$USUAL answer "$file") <(answer "$file") || { echo "$file"; return 1; }
    done
}
# Tables and views, but for the numbers of articles and loads.
rows() {
    local name
    for name in $(query "select relname from pg_class where relnamespace = 'articles'::regnamespace and relkind in ('r', 'v')
            and relname not in ('loads', 'current_errors') order by relname collate \"C\""); do
        diff <(PGDATABASE=$USUAL rows_of "$name") <(rows_of "$name") >differs || { echo "$name"; head -n 20 differs; return 1; }
    done
}
rows_of() {
    query "select to_jsonb(t) - '{document_id,first_document_id,load_id,loaded_at,document_ids}'::text[] from $1 t" | LC_ALL=C sort
}

has_locale() { locale -a | grep -qix "$1"; }

@test "the locale C" {
    cd "$BATS_TEST_TMPDIR"
    other_database "encoding 'UTF8' locale 'C'"
    examples
    rows
    tests_of_sql
}

@test "a Turkish database" {
    cd "$BATS_TEST_TMPDIR"
    has_locale 'tr_TR.utf-\?8' || skip 'the system has no locale tr_TR.UTF-8: localedef -i tr_TR -f UTF-8 tr_TR.UTF-8'
    other_database "encoding 'UTF8' lc_collate 'C' lc_ctype 'tr_TR.UTF-8'"
    examples
    rows
    tests_of_sql
}

@test "a database that sorts by Turkish rules, too: the same rows" {
    cd "$BATS_TEST_TMPDIR"
    has_locale 'tr_TR.utf-\?8' || skip 'the system has no locale tr_TR.UTF-8: localedef -i tr_TR -f UTF-8 tr_TR.UTF-8'
    other_database "encoding 'UTF8' locale 'tr_TR.UTF-8'"
    rows
}

@test "a database in which strings are not standard ones" {
    cd "$BATS_TEST_TMPDIR"
    other_database '' 'standard_conforming_strings = off'
    rows
    same "$(query 'select count(*) from table_cells where item_key <> item_key(text)')" 0
    same "$(query 'select count(*) from sections where item_key <> item_key(heading)')" 0
    same "$(query "select item_key(E'\\u00c5land  [1]')")" 'åland'
    PGDATABASE=$USUAL answer "$EXAMPLES/08_shape_view.sql" >usual
    answer "$EXAMPLES/08_shape_view.sql" | diff usual -
}
