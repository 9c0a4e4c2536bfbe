# What every bats file loads: load ../helper
# $DOC2PGSQL is the program, $BATS_TEST_TMPDIR a directory of the test's own; a PostgreSQL server is up (see tests/run).

# shellcheck disable=SC2034 # the tests use it
ARTICLES=$BATS_TEST_DIRNAME/../articles
SHARED=$BATS_TEST_DIRNAME/../../../shared # may not be there: use have_shared

have_shared() { [ -d "$SHARED/corpus" ]; }

# The commands, by the program's own list.
commands() { "$DOC2PGSQL" help --format=commands; }

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

# All of a table of a schema but what every load gives itself: the source stands for the document's number, and load and
# time are left out.
table_content() {
    case $2 in
    documents) echo "select to_jsonb(d) - 'document_id' - 'load_id' - 'loaded_at' from $1.documents d" ;;
    sources) echo "select to_jsonb(s) - 'document_id' - 'load_id' from $1.sources s" ;;
    *) echo "select d.source, to_jsonb(t) - 'document_id' from $1.$2 t join $1.documents d using (document_id)" ;;
    esac
}

# Fails when two schemas hold other rows: same_tables SCHEMA SCHEMA
same_tables() {
    local difference
    for table in documents sections paragraphs bullets tables table_columns table_cells links mentions facts statements sources; do
        difference=$(query "select count(*) from ($(table_content "$1" "$table") except all $(table_content "$2" "$table")) a
            union all select count(*) from ($(table_content "$2" "$table") except all $(table_content "$1" "$table")) b
            union all select (select count(*) from $1.$table) - (select count(*) from $2.$table)")
        same "$table:"$'\n'"$difference" "$table:"$'\n0\n0\n0'
    done
}
