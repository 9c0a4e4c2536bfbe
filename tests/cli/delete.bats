bats_require_minimum_version 1.5.0
load ../helper

setup() {
    cd "$BATS_TEST_TMPDIR" || return
    new_database_with_schema
    mkdir -p in/old 'in/[x]'
    for name in a.txt b.txt old/c.txt old/d.md '[x]/e.txt'; do printf 'The text of %s, which is a line.\n' "$name" >"in/$name"; done
    printf '{"id": "%s", "text": "A record of one line."}\n' one two >in/r.jsonl
    tar cf in/z.tar -C in a.txt old
    "$DOC2PGSQL" load -q in
}

teardown() { drop_database; }

# what is left, without the folder's path
left() { query "select coalesce(string_agg(replace(source, '$PWD/in/', ''), ' ' order by source collate \"C\"), '') from sources"; }
documents_left() { query 'select count(*) from documents'; }
ALL='[x]/e.txt a.txt b.txt old/c.txt old/d.md r.jsonl#one r.jsonl#two z.tar!a.txt z.tar!old/c.txt z.tar!old/d.md'

# delete WANTED WORD…: deletes, and leaves WANTED
deletes() {
    local wanted=$1
    shift
    "$DOC2PGSQL" delete -q "$@"
    same "$(left)" "$wanted"
    same "$(documents_left)" "$(wc -w <<<"$wanted")"
    "$DOC2PGSQL" load -q in
}

@test "files, folders, archives, files of records, and patterns" {
    same "$(left)" "$ALL"
    deletes "${ALL/ a.txt}" in/a.txt
    deletes "${ALL/ a.txt}" "$PWD/in/a.txt"
    deletes "${ALL/ old\/c.txt old\/d.md}" in/old
    deletes "${ALL/ old\/c.txt old\/d.md}" in/old/
    deletes "${ALL/ r.jsonl#one r.jsonl#two}" in/r.jsonl
    deletes "${ALL/ r.jsonl#one}" 'in/r.jsonl#one'
    deletes "${ALL/ z.tar*}" in/z.tar
    deletes 'old/d.md r.jsonl#one r.jsonl#two z.tar!old/d.md' '*.txt'
    deletes "${ALL/ a.txt b.txt}" 'in/[a-b].txt'
    deletes "${ALL/ b.txt}" 'in/[!a].txt'
    deletes "${ALL/'[x]/e.txt '}" 'in/[[]x]/?.txt'
    deletes "${ALL/ a.txt b.txt}" in/a.txt in/b.txt in/none.txt
    (cd in/old && "$DOC2PGSQL" delete -q ../a.txt)
    same "$(left)" "${ALL/ a.txt}"
}

@test "nothing but the article goes: no part of a name, no sign of a pattern's language" {
    printf 'A text of one line.\n' | tee in/aXtxt in/a.txt.bak in/a+b >/dev/null
    printf 'A text of one line.\n' >in/aab
    "$DOC2PGSQL" load -q in
    "$DOC2PGSQL" delete -q in/a.txt 'in/a+b'
    same "$(query "select count(*) from documents where source ~ '/(aXtxt|a.txt.bak|aab)$'")" 3
    same "$(query "select count(*) from documents where source ~ '/(a[.]txt|a[+]b)$' and source !~ 'z.tar'")" 0
    # a file that is there is meant by its name, whatever its signs mean in a pattern
    printf 'A text of one line.\n' | tee 'in/s*[1]\.txt' 'in/s*2.txt' >/dev/null
    "$DOC2PGSQL" load -q in
    run -0 "$DOC2PGSQL" delete 'in/s*[1]\.txt'
    same "$output" '1 article deleted'
    run -0 "$DOC2PGSQL" delete 'in/s\*2.txt'
    same "$output" '1 article deleted'
}

@test "how many, --dry-run, nothing found, those of one load" {
    run -0 "$DOC2PGSQL" delete --dry-run in/old
    same "$output" '2 articles would be deleted'
    same "$(left)" "$ALL"
    run -0 "$DOC2PGSQL" delete in/a.txt
    same "$output" '1 article deleted'
    run "$DOC2PGSQL" delete in/a.txt
    same "$status: $output" '3: doc2pgsql: no article was loaded from there: doc2pgsql search WORDS tells where articles are from, and a PATTERN such as '\''*/NAME'\'' means all of that name'
    printf 'Another text in it now.\n' >in/b.txt
    "$DOC2PGSQL" load -q in
    run -0 "$DOC2PGSQL" delete --load=3 # the second run deleted
    same "$output" '2 articles deleted'
    same "$(left)" "${ALL/ a.txt b.txt}"
    run -3 "$DOC2PGSQL" delete --load=3
    [[ "$output" == 'doc2pgsql: of load 3 ('*', done) no article is left as it stored it: '* ]]
    same "$(query "select load_id, documents_deleted, status, array_to_string(arguments[2:], ' ') from loads where documents_deleted > 0 order by 1")" '2|1|done|delete in/a.txt
4|2|done|delete --load=3'
    run -3 "$DOC2PGSQL" delete --load=9
    same "$output" 'doc2pgsql: there is no load 9: doc2pgsql status shows the last ones, and select * from loads all'
    run "$DOC2PGSQL" delete
    same "$status: ${lines[0]}" '2: doc2pgsql: delete needs a PATTERN of sources, or --load=N'
    run "$DOC2PGSQL" delete --load=last
    same "$status: ${lines[0]}" "2: doc2pgsql: --load can't be \"last\": it takes the number of a load"
}

@test "with plain SQL, too: rows and ledger go, the next load brings them again, changed articles keep their number" {
    "$DOC2PGSQL" --schema=fresh load -q in
    query "delete from documents where source like '%/old/%'; delete from documents where source like '%#one'"
    same "$(query 'select count(*) from paragraphs where document_id not in (select document_id from documents)')" 0
    run -0 "$DOC2PGSQL" load in
    [[ "$output" == *': 3 new, 0 changed, 7 unchanged, 0 rejected'* ]]
    same_tables articles fresh
    local before
    before=$(query "select document_id from documents where source like '%/in/a.txt'")
    printf 'Another text in it now.\n' >in/a.txt
    run -0 "$DOC2PGSQL" load in
    [[ "$output" == *': 0 new, 1 changed, 9 unchanged, 0 rejected'* ]]
    same "$(query "select document_id, (select count(*) from sources) from documents where source like '%/in/a.txt'")" "$before|10"
}
