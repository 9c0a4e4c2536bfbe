# Seven nights: what a day changes is loaded over the database of the day before, which then holds what a fresh load makes.
# CYCLE=10000 make test TESTS=tests/e2e/cycle.bats does it with as many articles.
bats_require_minimum_version 1.5.0
load ../helper

setup() {
    cd "$BATS_TEST_TMPDIR" || return
    new_database
}
teardown() { drop_database; }

day() { python3 "$BATS_TEST_DIRNAME/cycle.py" in "$1" "${CYCLE:-150}"; }

# The loader is killed where it waits, behind the first batches at most.
killed_load() {
    mkfifo gate.txt
    "$DOC2PGSQL" load -q --prune in gate.txt >/dev/null 2>&1 3>&- &
    sleep "0.$((RANDOM % 5 + 1))"
    kill -9 $!
    wait $! || true
    rm gate.txt
}

# as_fresh DAY: the database is that of a fresh load, and nothing is left to do
as_fresh() {
    "$DOC2PGSQL" --schema=fresh load -q in
    same_tables articles fresh
    same "$(psql -XAtqc 'drop schema fresh, fresh_internal cascade' 2>&1 | grep -c ERROR || true)" 0
    same "$("$DOC2PGSQL" load --prune in | grep -oE '[0-9]+ new, [0-9]+ changed|deleted: [0-9]+')" \
        $'0 new, 0 changed\ndeleted: 0'
    run -0 "$DOC2PGSQL" verify --stored -q in
    [ -z "${CYCLE:-}" ] || echo "# day $1: $(query 'select count(*) from documents') articles, equal" >&3
}

@test "each day's database is that of a fresh load: added, changed, renamed, moved, removed, corrected, killed, restored" {
    day 0
    "$DOC2PGSQL" load -q in
    as_fresh 0
    for day in 1 2 3 4 5 6 7; do
        day $day
        case $day in
        2 | 5) killed_load ;;
        3) pg_dump -Fc -n articles -n articles_internal -f dump ;;
        6) # of three days ago
            psql -Xqc 'drop schema articles, articles_internal cascade' 2>/dev/null
            pg_restore -d "$PGDATABASE" dump
            ;;
        esac
        "$DOC2PGSQL" load -q --prune in
        as_fresh $day
    done
}
