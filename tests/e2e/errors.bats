#!/usr/bin/env bats
# What goes wrong is said, recorded, and costs nothing else.

load ../helper

setup() {
    new_database_with_schema
    cd "$BATS_TEST_TMPDIR" || return 1
    mkdir in
    cp "$ARTICLES"/*.txt in/
    count=$(find in -type f | wc -l)
}
teardown() { drop_database; }

@test "an article that can't be read is recorded; all others are loaded" {
    printf '%%PDF-1.7\n' >in/nothing.txt
    head -c 70000000 /dev/zero | tr '\0' x >in/huge.txt
    run timeout 300 "$DOC2PGSQL" load in
    [ "$status" -eq 4 ]
    same "$(query 'select count(*) from documents')" "$count"
    same "$(query "select regexp_replace(source, '.*/', ''), code from load_errors order by 1")" "huge.txt|article
nothing.txt|input"
    same "$(query 'select documents_rejected from loads')" 2
    [[ $output == *"huge.txt: rejected: "* ]]
}

@test "many rejected records are told of once, and repaired articles are counted" {
    for i in $(seq 30); do printf '{"id": %d}\n' "$i"; done >in/no-texts.ndjson
    printf 'A paragraph with a byte that is none: \377. All the others are as they should be.\n' >in/damaged.txt
    run "$DOC2PGSQL" load in
    [ "$status" -eq 4 ]
    same "$(grep -c 'rejected: has no text' <<<"$output")" 20
    same "$(grep -c 'further articles are rejected: select \* from current_errors' <<<"$output")" 1
    same "$(grep 'repaired: ' <<<"$output" | tail -n 1)" "articles with damaged bytes repaired: 1"
    same "$(query 'select count(*) from load_errors')" 30
}

@test "an article that the server refuses is found by halving; all others are stored" {
    "$DOC2PGSQL" init -q
    query "alter table paragraphs add constraint refused check (text not like '%quagmirish%')"
    for i in 1 2; do printf 'A paragraph that is long enough to be one, and which no rule would call quagmirish.\n' >in/refused-$i.txt; done
    run "$DOC2PGSQL" load in
    [ "$status" -eq 4 ]
    same "$(query 'select count(*) from documents')" "$count"
    same "$(query 'select count(*) from sources')" "$count"
    same "$(query "select regexp_replace(source, '.*/', ''), code, sqlstate from load_errors order by 1")" "refused-1.txt|server|23514
refused-2.txt|server|23514"
    # mended, the same command loads them
    query "alter table paragraphs drop constraint refused"
    run "$DOC2PGSQL" load in
    [ "$status" -eq 0 ]
    [[ $output == *" 2 new, 0 changed, $count unchanged, 0 rejected"* ]]
}

@test "new bytes that are refused leave the old rows" {
    "$DOC2PGSQL" load -q in
    query "alter table paragraphs add constraint refused check (text not like '%quagmirish%')"
    before=$(query "select md5(string_agg(p::text, '' order by document_id, position)) from paragraphs p")
    printf 'A paragraph that is long enough to be one, and which no rule would call quagmirish.\n' >in/how-tides-work.txt
    run "$DOC2PGSQL" load in
    [ "$status" -eq 4 ]
    same "$(query "select md5(string_agg(p::text, '' order by document_id, position)) from paragraphs p")" "$before"
}

@test "a path that is not there is named; the others are loaded" {
    run "$DOC2PGSQL" load in no-such-folder
    [ "$status" -eq 3 ]
    [[ $output == *"no-such-folder: rejected: can't read it: No such file or directory"* && $output != *'1 rejected'* ]]
    same "$(query 'select count(*) from load_errors')" 0
    same "$(query 'select count(*) from documents')" "$count"
}

@test "no right to write: the server's words, exit code 6, nothing stored" {
    "$DOC2PGSQL" init -q
    role="reader_$$_$RANDOM"
    query "create role $role login; grant usage on schema articles, articles_internal to $role; grant select on all tables in schema articles, articles_internal to $role"
    run "$DOC2PGSQL" -U "$role" load in
    query "drop owned by $role; drop role $role"
    [ "$status" -eq 6 ]
    [[ $output == *"permission denied"* ]]
    same "$(query 'select count(*) from documents')" 0
}

@test "a read-only database: the server's words, exit code 6" {
    "$DOC2PGSQL" init -q
    PGOPTIONS='-c default_transaction_read_only=on' run "$DOC2PGSQL" load in
    [ "$status" -eq 6 ]
    [[ $output == *"read-only transaction"* ]]
}

@test "names of entities that can't be read: the server's words, exit code 6, nothing stored" {
    "$DOC2PGSQL" init -q
    query "alter table entity_stop_phrases rename to gone"
    run "$DOC2PGSQL" load in
    [ "$status" -eq 6 ]
    [[ $output == *'relation "entity_stop_phrases" does not exist'* ]]
    query "alter table gone rename to entity_stop_phrases; alter table entity_names rename to gone"
    run "$DOC2PGSQL" load in
    [ "$status" -eq 6 ]
    [[ $output == *'relation "entity_names" does not exist'* ]]
    same "$(query 'select distinct status, documents_new from loads')" "failed|0"
    same "$(query 'select count(*) from documents')" 0
}

@test "no memory: said with its own exit code, no article is blamed, and the same command goes on where there is some" {
    case $(ldd "$DOC2PGSQL") in *libasan* | *libtsan*) skip 'a sanitizer needs the room' ;; esac
    mkdir few
    printf 'A small one.\n' >few/a.txt
    python3 -c 'for i in range(400000): print("A line of the article, the", i, "th, which says little.")' >few/b.txt
    run bash -c "ulimit -v 200000; exec '$DOC2PGSQL' load -j 1 few"
    same "$status: $(grep -c 'out of memory' <<<"$output")" '8: 1'
    same "$(query 'select count(*) from load_errors')" 0
    "$DOC2PGSQL" load -q few
    same "$(query 'select count(*) from documents')" 2
}

@test "an article that is rejected before its first row takes none of those before it along" {
    rm in/*
    printf 'First\n\nA good article of text.\n' >in/a.txt
    { printf 'In no encoding: '; for _ in {1..300}; do printf '\xff\xfe\x81 \xc3( '; done; } >in/b.txt
    printf 'Third\n\nAnother good one.\n' >in/c.txt
    run "$DOC2PGSQL" load -q -j 1 in
    same "$(query "select count(*), count(d.document_id), (select count(*) from paragraphs) from sources left join documents d using (document_id)")" '2|2|2'
    run "$DOC2PGSQL" export -q --output=out in
    same "$(grep -c '^[0-9]' out/documents.csv),$(grep -c '^[0-9]' out/paragraphs.csv)" 2,2
}
