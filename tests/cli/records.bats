# Records without an id are recognised by what they say, wherever in their file they stand.
bats_require_minimum_version 1.5.0
load ../helper

setup() {
    cd "$BATS_TEST_TMPDIR" || return
    new_database_with_schema
    for n in 1 2 3 4 5 6 7 8; do record "Record $n of one line."; done >r.jsonl
    "$DOC2PGSQL" load -q r.jsonl
}

teardown() { drop_database; }

record() { printf '{"title": "%s", "text": "%s"}\n' "${2:-A title}" "$1"; }

# What a load says it has found: loaded PATH…
loaded() { "$DOC2PGSQL" load "$@" | grep -oE '[0-9]+ new, [0-9]+ changed, [0-9]+ unchanged, [0-9]+ rejected|records that.*'; }

# The database holds what a fresh load of these paths makes, and a second load finds nothing to do: as_fresh PATH…
as_fresh() {
    "$DOC2PGSQL" --schema=fresh load -q "$@"
    same_tables articles fresh
    query 'drop schema fresh, fresh_internal cascade'
    same "$(loaded "$@")" "0 new, 0 changed, $(query 'select count(*) from documents') unchanged, 0 rejected"
}

@test "a line before them changes nothing: NDJSON, JSON, CSV" {
    sed -i "1i $(record 'A new one.')" r.jsonl
    same "$(loaded r.jsonl)" '1 new, 0 changed, 8 unchanged, 0 rejected'
    as_fresh r.jsonl
    printf 'title,text\nA,One.\nB,"Two,\nof two lines."\n' >r.csv
    python3 -c 'import json; print(json.dumps([{"text": "One."}, {"text": "Two."}], indent=1))' >list.json
    "$DOC2PGSQL" load -q r.csv list.json
    sed -i '2i C,Three.' r.csv
    python3 -c 'import json; print(json.dumps([{"text": "Three."}, {"text": "One."}, {"text": "Two."}], indent=1))' >list.json
    same "$(loaded r.csv list.json)" '2 new, 0 changed, 4 unchanged, 0 rejected'
    as_fresh r.jsonl r.csv list.json
}

@test "equal ones stay as many as they are" {
    { record 'Twice.'; cat r.jsonl; record 'Twice.'; record 'Twice.' 'Another title'; } >s.jsonl
    "$DOC2PGSQL" load -q s.jsonl
    same "$(query "select count(*), count(distinct source) from documents where source ~ 's.jsonl'")" '11|11'
    as_fresh r.jsonl s.jsonl
    sed -i 1d s.jsonl
    same "$(loaded s.jsonl)" $'0 new, 1 changed, 9 unchanged, 0 rejected\nrecords that are no more in their files, deleted: 1'
    as_fresh r.jsonl s.jsonl
}

@test "another title changes a record, another text takes its place, and what is no more there goes" {
    sed -i -e '2s/A title/Corrected/' -e '3s/line/sentence/' -e 5d r.jsonl
    run -0 "$DOC2PGSQL" load --dry-run r.jsonl
    same "$output" 'a load would find 1 new, 1 changed, 5 unchanged, 0 rejected; 2 records no more in their files; gone from there: 0 (--prune deletes them)'
    same "$(loaded r.jsonl)" $'1 new, 1 changed, 5 unchanged, 0 rejected\nrecords that are no more in their files, deleted: 2'
    as_fresh r.jsonl
}

@test "a file that has lost most of its records keeps them without --prune --force" {
    cp r.jsonl whole
    head -n 3 whole >r.jsonl
    run -0 --separate-stderr "$DOC2PGSQL" load -q r.jsonl
    same "$stderr" 'doc2pgsql: 5 records are no more in their files, more than half of those, and not deleted: --prune --force deletes them'
    same "$(query 'select count(*) from documents')" 8
    "$DOC2PGSQL" load -q --prune --force r.jsonl
    as_fresh r.jsonl
}

@test "a record that can't be read costs none of its file" {
    sed -i -e '2s/text/words/' -e 4d r.jsonl
    same "$(loaded r.jsonl)" '0 new, 0 changed, 6 unchanged, 1 rejected'
    same "$(query 'select count(*) from documents')" 8
}

@test "a load that is stopped between new records and those that they replace is finished by the next" {
    sed -i '1,3s/line/sentence/' r.jsonl
    mkfifo gate.txt
    "$DOC2PGSQL" load -q r.jsonl gate.txt 2>/dev/null 3>&- &
    loader=$!
    # it catches the signal, reads the records, and waits for the gate
    reads() { grep -q '^SigCgt:.*[2367abef]$' "/proc/$loader/status" && grep -q gate "/proc/$loader/cmdline"; }
    wait_until reads
    kill -INT $loader
    wait $loader || true
    rm gate.txt
    "$DOC2PGSQL" load -q r.jsonl
    as_fresh r.jsonl
}

# as versions before 0.1 named them
by_lines() {
    query "update documents d set source = n.name from (select document_id, regexp_replace(source, '#.*', '#L') ||
            row_number() over (order by document_id) as name from documents) n where n.document_id = d.document_id;
        update sources s set source = d.source from documents d where d.document_id = s.document_id"
}

@test "what is there under the name of its line keeps it until it moves, and nothing is doubled" {
    by_lines
    # the upgrade that reads all others for their day leaves them as they are
    before_internal
    query "delete from schema_versions where version >= 23"
    "$DOC2PGSQL" init -q
    same "$(loaded r.jsonl)" '0 new, 0 changed, 8 unchanged, 0 rejected'
    same "$(query "select count(*) from sources where source ~ '#L[1-8]\$'")" 8
    run -0 "$DOC2PGSQL" load --dry-run r.jsonl
    same "$output" 'a load would find 0 new, 0 changed, 8 unchanged, 0 rejected; gone from there: 0 (--prune deletes them)'
    same "$(loaded --again r.jsonl)" '0 new, 8 changed, 0 unchanged, 0 rejected'
    "$DOC2PGSQL" load -q --prune r.jsonl
    same "$(query "select count(*) from documents where source ~ '#L[1-8]\$'")" 8
    sed -i "5i $(record 'A new one.')" r.jsonl
    same "$(loaded r.jsonl)" $'5 new, 0 changed, 4 unchanged, 0 rejected\nrecords that are no more in their files, deleted: 4'
    same "$(query "select count(*), count(*) filter (where source ~ '#L[1-4]\$') from documents")" '9|4'
    same "$(query 'select count(distinct content_sha256) from documents')" 9
}

@test "an id that comes again gets a number, not its line" {
    printf '{"id": "%s", "text": "Of %s."}\n' a one b two a three >ids.jsonl
    "$DOC2PGSQL" load -q ids.jsonl
    sed -i '1i {"id": "c", "text": "Of four."}' ids.jsonl
    same "$(loaded ids.jsonl)" '1 new, 0 changed, 3 unchanged, 0 rejected'
    same "$(query "select string_agg(substr(source, strpos(source, '#')), ' ' order by source) from documents where source ~ 'ids'")" '#a #a~2 #b #c'
}
