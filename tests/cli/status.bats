bats_require_minimum_version 1.5.0
load ../helper

setup() { new_database; }
teardown() { drop_database; }

@test "before anything was loaded: exit code 9, and what to do" {
    run --separate-stderr "$DOC2PGSQL" status
    same "$status: $stderr" '9: doc2pgsql: there is no schema "articles" in this database: run doc2pgsql init or load'
    same "$output" ""
    "$DOC2PGSQL" init
    run --separate-stderr "$DOC2PGSQL" --schema=other status
    same "$status: $stderr" '9: doc2pgsql: there is no schema "other" in this database: run doc2pgsql --schema=other init or load'
}

@test "a schema of an older version: exit code 9, and what to do" {
    "$DOC2PGSQL" init -q
    query 'delete from schema_versions where version > 14; drop view current_errors'
    run -9 "$DOC2PGSQL" status
    [[ "$output" == 'doc2pgsql: the database has version 14 of the schema, and this program needs '*': run doc2pgsql init' ]]
    run -9 "$DOC2PGSQL" ask Japan
    [[ "$output" == *'this program needs '*': run doc2pgsql init' ]]
}

@test "an empty schema" {
    run -0 "$DOC2PGSQL" init
    [[ "$output" =~ ^'The schema "articles" is ready, version '[0-9]+'.'$ ]]
    run -0 "$DOC2PGSQL" status
    [[ "$output" =~ ^'0 documents in schema "articles" (version '[0-9]+'), '[0-9]+' kB'$ ]]
    same "$("$DOC2PGSQL" init --quiet)" ""
}

@test "documents, loads and rejected articles" {
    cp "$ARTICLES"/*.txt "$BATS_TEST_TMPDIR"
    local count size
    count=$(ls "$BATS_TEST_TMPDIR" | wc -l)
    size=$("$DOC2PGSQL" load "$BATS_TEST_TMPDIR" | sed -n 's/.* read, \(.*\) in .*/\1/p')
    [[ "$size" == *" kB" ]]
    ln -s /nonexistent "$BATS_TEST_TMPDIR/z.txt"
    run -4 "$DOC2PGSQL" load -q --follow-links "$BATS_TEST_TMPDIR"
    run -0 "$DOC2PGSQL" status
    [[ "${lines[0]}" == "$count documents in schema"* ]]
    [[ "${lines[1]}" =~ ^'Of that, with keys and indexes: '.*', others '[0-9]+' kB'$ ]]
    [[ "${lines[2]}" =~ ^' '+load' '+started' '+seconds' '+new' '+changed' '+unchanged' '+rejected' '+empty' '+deleted' '+size' '+status$ ]]
    [[ "${lines[3]}" =~ ^' '+2' '.*' 0 '+0' '+$count' '+1' '+0' '+0' '+'0 bytes'.*done ]]
    [[ "${lines[4]}" =~ ^' '+1' '.*' '+$count' '+0' '+0' '+0' '+0' '+0' '+"$size"' '+done ]]
    same "${lines[5]}" "Rejected, and not loaded since (all of them: select * from current_errors):"
    same "${lines[6]}" "  load 2: $(realpath "$BATS_TEST_TMPDIR")/z.txt: can't read it: No such file or directory"
}

@test "what is mended is no error any more: records, files, what is gone; only where a load has read it again" {
    cd "$BATS_TEST_TMPDIR"
    mkdir -p in
    printf '{"id": 1, "text": "One."}\n{"id": 2, "text": "Two.\n{"id": 3, "words": "Three."}\n' >in/r.jsonl
    printf 'id,text\n1,One.\n2,Two.,and more\n' >in/s.csv
    printf 'A good one.\n' | tee in/a.txt >in/b.txt
    "$DOC2PGSQL" load -q in/a.txt in/b.txt
    printf '\0\1\2\3 no text' | tee in/a.txt >in/b.txt
    tar cf z.tar -C in r.jsonl
    "$DOC2PGSQL" load -q in z.tar || true
    errors() { query "select string_agg(regexp_replace(source, '.*/', '') || coalesce(':' || line, ''), ' ' order by source, line) from current_errors"; }
    all=$(errors)
    same "$all" 'a.txt b.txt r.jsonl:2 r.jsonl:3 s.csv:3 z.tar!r.jsonl:2 z.tar!r.jsonl:3'
    # the bytes that were there before, another record, a file that is gone
    printf 'A good one.\n' >in/a.txt
    rm in/b.txt
    printf '{"id": 1, "text": "One."}\n{"id": 2, "text": "Two."}\n{"id": 3, "words": "Three."}\n' >in/r.jsonl
    "$DOC2PGSQL" load -q --include='*.jsonl' --part=1/3 in || true
    "$DOC2PGSQL" load -q --exclude='*' in || true
    "$DOC2PGSQL" load -q --max-errors=0 in || true
    [[ $(errors) == *'a.txt b.txt'*'s.csv:3'* ]]
    "$DOC2PGSQL" load -q --include='*.jsonl' in || true
    same "$(errors)" 'a.txt b.txt r.jsonl:3 s.csv:3 z.tar!r.jsonl:2 z.tar!r.jsonl:3'
    "$DOC2PGSQL" load -q in || true
    same "$(errors)" 'r.jsonl:3 s.csv:3 z.tar!r.jsonl:2 z.tar!r.jsonl:3'
    sed -i s/words/text/ in/r.jsonl
    "$DOC2PGSQL" load -q in/r.jsonl
    tar cf z.tar -C in a.txt
    "$DOC2PGSQL" load -q z.tar
    same "$(errors)" 's.csv:3'
    [[ $("$DOC2PGSQL" status) == *'Rejected, and not loaded since'*'s.csv:3: the record has'* ]]
    sed -i 's/Two.,and/Two. And/' in/s.csv
    "$DOC2PGSQL" load -q --source-root=. in || true
    same "$(errors)" 's.csv:3'
    "$DOC2PGSQL" load -q in
    same "$(errors)" ''
    [[ $("$DOC2PGSQL" status) != *Rejected,* ]]
}

@test "what a load was given and could not read is counted, and settles nothing below it" {
    errors() { query "select string_agg(replace(source, '$PWD/', ''), ' ' order by source) from current_errors"; }
    cd "$BATS_TEST_TMPDIR"
    mkdir in
    printf 'A text.\n' >in/a.txt
    printf '\0\1\2\3 no text' | tee in/b.txt >in/c.txt
    tar --sort=name -cf in.tar in
    "$DOC2PGSQL" load -q in in.tar || true
    same "$(errors)" 'in.tar!in/b.txt in.tar!in/c.txt in/b.txt in/c.txt'
    # cut off before its second member
    head -c 1800 in.tar >cut && mv cut in.tar
    run -3 "$DOC2PGSQL" load in.tar in/b.txt missing missing2
    [[ "$output" == *': 0 new, 0 changed, 1 unchanged, 2 rejected; 2 paths that were given could not be read'$'\n'* ]]
    same "$(errors)" 'in.tar in.tar!in/b.txt in.tar!in/c.txt in/b.txt in/c.txt'
    same "$("$DOC2PGSQL" load -q --log-format=json missing 2>/dev/null; "$DOC2PGSQL" load --log-format=json missing 2>/dev/null | jq -c '[.read, .rejected, .missing]')" '[0,0,1]'
    # a file that is named and gone was not read either; with its folder it was
    rm in/b.txt
    run -3 "$DOC2PGSQL" load -q in/b.txt
    same "$(errors)" 'in.tar in.tar!in/b.txt in.tar!in/c.txt in/b.txt in/c.txt'
    "$DOC2PGSQL" load -q in || true
    same "$(errors)" 'in.tar in.tar!in/b.txt in.tar!in/c.txt in/c.txt'
}

@test "articles without text are counted, and deleted ones; the loads add up to what is there, or it is said why not" {
    cd "$BATS_TEST_TMPDIR"
    mkdir -p in
    printf '' >in/a.txt
    printf ' \n\n\t\n' >in/b.txt
    printf '<html><head><title>T</title></head><body></body></html>' >in/c.html
    printf '# Only a heading\n' >in/d.md
    printf '{"id": 1, "text": ""}\n{"id": 2, "text": " "}\n{"id": 3, "text": "Three."}\n' >in/r.jsonl
    run -0 "$DOC2PGSQL" load in
    [[ "$output" == *$'\n'"5 articles have no text, and no rows: doc2pgsql psql -c 'select source from empty_articles' names all that are so"* ]]
    same "$(query "select string_agg(regexp_replace(source, '.*/', ''), ' ' order by source) from empty_articles")" 'a.txt b.txt c.html r.jsonl#1 r.jsonl#2'
    run -0 "$DOC2PGSQL" load --log-format=json --again in/a.txt in/d.md
    same "$(jq .empty <<<"$output")" 1
    run -0 "$DOC2PGSQL" load in
    [[ "$output" != *'no text'* ]]
    rm in/a.txt
    "$DOC2PGSQL" load -q --prune in
    same "$(query 'select string_agg(documents_empty || $$/$$ || documents_deleted, $$ $$ order by load_id) from loads')" '5/0 1/0 0/0 0/1'
    "$DOC2PGSQL" delete -q in/b.txt in/c.html
    [[ $("$DOC2PGSQL" status) != *'By the loads'* ]]
    query "delete from documents where source like '%#3'"
    [[ $("$DOC2PGSQL" status) == *$'\n''By the loads, new less deleted, there would be 1 document more: deleted by SQL, not by the command delete'$'\n'* ]]
    query "update loads set documents_new = 0"
    [[ $("$DOC2PGSQL" status) == *$'\n''By the loads, new less deleted, there would be 6 documents fewer: those are of loads that died'$'\n'* ]]
    query "update loads set documents_deleted = null where load_id = 1" # of an earlier version
    [[ $("$DOC2PGSQL" status) != *'By the loads'* ]]
}

@test "a server that compiles questions" {
    "$DOC2PGSQL" init -q
    query 'alter database "'"$PGDATABASE"'" set jit = on'
    run -0 "$DOC2PGSQL" status
    same "${lines[1]}" "jit is on here: PostgreSQL compiles questions about frequent items, which takes longer than to answer them. Better:"
    query "${lines[2]}"
    run -0 "$DOC2PGSQL" status
    same "${#lines[@]}" 1
}

@test "a first load that was stopped leaves keys to be built" {
    "$DOC2PGSQL" load -q "$ARTICLES"
    query 'alter table paragraphs drop constraint paragraphs_pkey; drop index sections_item'
    run -0 "$DOC2PGSQL" status
    [[ "$output" == *"2 keys and indexes are missing: a first load is running, or was stopped. The next load or init builds them."* ]]
    "$DOC2PGSQL" load -q "$ARTICLES"
    run -0 "$DOC2PGSQL" status
    [[ "$output" != *missing* ]]
    same "$(query "select count(*) from pg_indexes where indexname in ('paragraphs_pkey', 'sections_item')")" 2
}
