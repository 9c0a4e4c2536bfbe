# What every bats file loads: load ../helper
# $DOC2PGSQL is the program, $BATS_TEST_TMPDIR a directory of the test's own; a PostgreSQL server is up (see tests/run).

# shellcheck disable=SC2034 # the tests use it
ARTICLES=$BATS_TEST_DIRNAME/../articles
SHARED=$BATS_TEST_DIRNAME/../../../shared # may not be there: use have_shared

have_shared() { [ -d "$SHARED/corpus" ]; }

# A fresh, empty database of the test's own, as PGDATABASE.
new_database() {
    local name="test_${BATS_TEST_NUMBER}_$$_$RANDOM"
    psql -Xqc "create database $name" -d postgres
    export PGDATABASE=$name
}

drop_database() {
    local name=$PGDATABASE
    PGDATABASE=postgres psql -Xqc "drop database if exists $name with (force)"
}

# One value or row of a query on the schema, columns separated by |
query() { PGOPTIONS="-csearch_path=${SCHEMA:-articles},public" psql -XAtq -c "$1"; }

# fails with both texts when they differ: same "$got" "$wanted"
same() {
    [ "$1" = "$2" ] && return
    printf 'got:\n%s\nwanted:\n%s\n' "$1" "$2" >&2
    return 1
}
