# What every bats file loads: load ../helper
# $DOC2PGSQL is the program, $BATS_TEST_TMPDIR a directory of the test's own; a PostgreSQL server is up (see tests/run).

# shellcheck disable=SC2034 # the tests use it
ARTICLES=$BATS_TEST_DIRNAME/../articles
SHARED=$BATS_TEST_DIRNAME/../../../shared # may not be there: use have_shared

have_shared() { [ -d "$SHARED/corpus" ]; }

# The commands, by the program's own list.
commands() { "$DOC2PGSQL" help --format=commands; }

# A fresh database of the test's own, as PGDATABASE: empty, or as `init` leaves it, which is copied in a third of the time.
# Copies of files take less than the usual copies of pages, for nothing here is synchronized with the disk.
new_database() {
    local name="test_${BATS_TEST_NUMBER}_$$_$RANDOM"
    psql -Xqc "create database $name strategy file_copy ${1-}" -d postgres
    export PGDATABASE=$name
}
new_database_with_schema() { new_database 'template with_schema'; }

drop_database() {
    local name=$PGDATABASE
    PGDATABASE=postgres psql -Xqc "drop database if exists $name with (force)"
}

# One value or row of a query on the schema and that of bookkeeping, columns separated by |
query() { PGOPTIONS="-csearch_path=${SCHEMA:-articles},${SCHEMA:-articles}_internal,public" psql -XAtq -c "$1"; }

# As before what nobody asks lay apart (schema/033_internal.sql), for what becomes of older databases.
before_internal() {
    query "do \$\$ declare o text; begin
        for o in
            select format('%s %s', case relkind when 'S' then 'sequence' else 'table' end, oid::regclass) from pg_class
            where relnamespace = 'articles_internal'::regnamespace and relkind in ('r', 'S')
            union all
            select 'function ' || oid::regprocedure from pg_proc where pronamespace = 'articles_internal'::regnamespace
        loop execute format('alter %s set schema articles', o); end loop;
        set local client_min_messages = warning;
        drop schema articles_internal cascade;
        delete from entity_stop_phrases; end \$\$" # kinds that older ones don't know; init fills it
}

# Waits until the command succeeds, and fails where it has not in two minutes, which no machine needs: wait_until COMMAND…
wait_until() {
    local end=$((SECONDS + 120))
    until "$@"; do
        [ $SECONDS -lt $end ] || { echo "waited in vain: $*" >&2; return 1; }
        sleep 0.05
    done
}
# the question has this answer: answers QUERY ANSWER
answers() { [ "$(query "$1" 2>/dev/null)" = "$2" ]; }
# waits until so many sessions of the program in this database, or more, wait for a lock: until_blocked COUNT
until_blocked() {
    wait_until answers "select count(*) >= $1 from pg_stat_activity where application_name = 'doc2pgsql' and datname = current_database()
        and wait_event_type = 'Lock'" t
}
status_says() { [[ "$("$DOC2PGSQL" status)" == *"$1"* ]]; }

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
    sources) echo "select to_jsonb(s) - 'document_id' - 'load_id' from $1_internal.sources s" ;;
    *) echo "select d.source, to_jsonb(t) - 'document_id' from $1.$2 t join $1.documents d using (document_id)" ;;
    esac
}

# Fails when two schemas hold other rows: same_tables SCHEMA SCHEMA
# Of each table it is told how many rows of articles only one of them holds, and how many more the first has at all.
same_tables() {
    local questions=() wanted=() table
    for table in bullets documents facts links mentions paragraphs sections sources statements table_cells table_columns tables; do
        questions+=("select '$table: ' || (select count(*) from ($(table_content "$1" "$table") except all $(table_content "$2" "$table")) a)
            || ' ' || (select count(*) from ($(table_content "$2" "$table") except all $(table_content "$1" "$table")) b)
            || ' ' || (select count(*) from ($(table_content "$1" "$table")) c) - (select count(*) from ($(table_content "$2" "$table")) d)")
        wanted+=("$table: 0 0 0")
    done
    same "$(query "$(printf '%s union all ' "${questions[@]}") select '' where false order by 1")" "$(printf '%s\n' "${wanted[@]}")"
}
