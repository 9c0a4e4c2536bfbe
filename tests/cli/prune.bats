bats_require_minimum_version 1.5.0
load ../helper

setup() {
    cd "$BATS_TEST_TMPDIR" || return
    new_database_with_schema
    mkdir -p in/sub
    for name in a.txt b.txt c.txt sub/d.txt sub/e.txt; do printf 'The text of %s, which is a line.\n' "$name" >"in/$name"; done
    for id in one two three; do printf '{"id": "%s", "text": "Record %s of one line."}\n' $id $id; done >in/r.jsonl
    tar cf in/z.tar -C in a.txt sub
    printf 'Another folder.\n' >other.txt
    "$DOC2PGSQL" load -q in other.txt
}

teardown() { drop_database; }

left() { query "select string_agg(replace(replace(source, '$PWD/in/', ''), '$PWD/', '../'), ' ' order by source collate \"C\") from sources"; }

# The database holds what a fresh load of these paths makes: as_fresh PATH…
as_fresh() {
    "$DOC2PGSQL" --schema=fresh load -q "$@"
    same_tables articles fresh
    query 'drop schema fresh, fresh_internal cascade'
}

@test "what is gone below the paths is deleted: files, members, records; nothing else" {
    rm in/b.txt in/sub/e.txt
    tar cf in/z.tar -C in a.txt
    sed -i 2d in/r.jsonl
    printf 'Changed.\n' >in/c.txt
    printf 'A new one.\n' >in/f.txt
    run -0 "$DOC2PGSQL" load --dry-run in
    same "$output" 'a load would find 1 new, 1 changed, 5 unchanged, 0 rejected; gone from there: 5 (--prune deletes them)'
    run -0 "$DOC2PGSQL" load --prune in
    [[ "$output" == *': 1 new, 1 changed, 5 unchanged, 0 rejected'*$'\narticles gone from there, deleted: 5' ]]
    same "$(left)" 'a.txt c.txt f.txt r.jsonl#one r.jsonl#three sub/d.txt z.tar!a.txt ../other.txt'
    as_fresh in other.txt
    run -0 "$DOC2PGSQL" load --prune in/sub
    [[ "$output" == *'articles gone from there, deleted: 0' ]]
    same "$(left)" 'a.txt c.txt f.txt r.jsonl#one r.jsonl#three sub/d.txt z.tar!a.txt ../other.txt'
}

@test "a dry run stores nothing, and says what would be rejected" {
    printf 'A new one.\n' >in/f.txt
    printf '\0\1\2\3' >in/g.txt
    local before
    before=$(query 'select count(*) from loads'):$(left)
    run -4 "$DOC2PGSQL" load --dry-run in other.txt
    [[ "$output" == *'a load would find 1 new, 0 changed, 12 unchanged, 1 rejected; gone from there: 0 (--prune deletes them)' ]]
    same "$(query 'select count(*) from loads'):$(left)" "$before"
    same "$(query 'select count(*) from load_errors')" 0
    run -0 "$DOC2PGSQL" load --dry-run --include='a*' in
    same "$output" 'a load would find 0 new, 0 changed, 1 unchanged, 0 rejected'
    run "$DOC2PGSQL" --schema=none load --dry-run in
    same "$status: $output" '9: doc2pgsql: there is no schema "none" in this database: all would be new'
    same "$(query "select to_regnamespace('none') is null")" t
}

@test "more than half gone: only with --force" {
    rm -r in/sub in/z.tar in/r.jsonl in/c.txt
    run --separate-stderr "$DOC2PGSQL" load --prune in
    same "$status: $stderr" '3: doc2pgsql: 9 of 11 articles are gone from there, more than half, and not deleted: --force deletes them'
    same "$(query 'select count(*) from documents')" 12
    run -0 "$DOC2PGSQL" load --prune --force in
    same "$(left)" 'a.txt b.txt ../other.txt'
    as_fresh in other.txt
}

# how many a load of these says to be gone and kept: kept PATH…
kept() {
    "$DOC2PGSQL" load --log-format=json "$@" 2>/dev/null >said || [ $? -lt 5 ]
    jq -r 'select(.event == "gone") | .articles' said
}

@test "a load of folders tells how many articles are gone from there" {
    same "$(kept in)" ''
    rm in/a.txt
    run -0 "$DOC2PGSQL" load in
    same "${lines[-1]}" 'articles gone from there, and kept: 1; the same command with --prune deletes them, with --dry-run it stores nothing and counts them'
    run -0 "$DOC2PGSQL" load -q in
    same "$output" ''
    tar cf in/z.tar -C in b.txt
    sed -i 2d in/r.jsonl
    printf 'A new one.\n' >in/f.txt
    same "$(kept in)" 5
    mkdir in/subway && printf 'A train.\n' >in/subway/x.txt
    same "$(kept in)" 5
    rm in/subway/x.txt in/sub/e.txt
    same "$(kept in/sub)" 1
    same "$(kept in)" 7
    same "$(kept in/sub in)$(kept in in/)" '' # read twice
    # moved, not gone
    mv in/sub in/below
    same "$(kept in)" 7
    # what could not be read is not gone
    printf '\0\1\2\3' >in/b.txt
    echo '{"id": "one"' >in/r.jsonl
    same "$(kept in)" 6
    for n in $(seq 101); do printf '\0\1\2\3' >in/no$n.txt; done
    same "$(kept in)" ''
    rm in/no*
    # a name that its message cuts off
    long=in/$(printf 'n%.0s' {1..250})
    mkdir "$long" && printf '\0\1\2\3' >"$long/x.txt"
    same "$(kept in)" ''
    rm -r "$long"
    # where not all was looked at
    same "$(kept --include='*.txt' in)$(kept --part=1/2 in)$(kept in other.txt)$(echo in | kept --files-from=-)" ''
    same "$(kept in)" 6
    run -0 "$DOC2PGSQL" load --prune --skip-duplicates in/below in/subway
    cp in/c.txt in/double.txt
    same "$(kept --skip-duplicates in)" 5
}

@test "articles that are new don't hide that all others are gone: another field as id" {
    rm -r in/* && for n in 1 2 3 4; do printf '{"id": "%d", "key": "k%d", "text": "Record %d of one line."}\n' $n $n $n; done >in/r.jsonl
    "$DOC2PGSQL" load -q --prune --force in
    run -0 "$DOC2PGSQL" load --dry-run --map=id=key in
    same "$output" 'a load would find 4 new, 0 changed, 0 unchanged, 0 rejected; gone from there: 4 (more than half: only --prune --force deletes them)'
    run -0 "$DOC2PGSQL" load --dry-run --log-format=json --map=id=key in
    same "$(jq -c '[.gone, .prune_refused]' <<<"$output")" '[4,1]'
    run --separate-stderr -3 "$DOC2PGSQL" load --prune --map=id=key in
    same "$stderr" 'doc2pgsql: 4 of 4 articles are gone from there, more than half, and not deleted: --force deletes them'
    same "$(query "select count(*) from sources where source ~ 'r.jsonl#[0-9]$'")" 4
    "$DOC2PGSQL" load -q --prune --force --map=id=key in
    same "$(query "select count(*) from sources where source ~ 'r.jsonl'")" 4
}

@test "records that others of their file replace count for none that is gone" {
    rm -r in/* && for n in 1 2 3 4; do printf '{"text": "Record %d of one line."}\n' $n; done >in/r.jsonl
    "$DOC2PGSQL" load -q --prune --force in
    sed -i 's/one line/a line/' in/r.jsonl
    run -0 "$DOC2PGSQL" load --prune in
    same "$(query "select count(*) from sources where source ~ 'r.jsonl'")" 4
}

@test "a folder that is empty is said to be so, and with --force all that was below it is gone" {
    rm -r in/*
    run -3 --separate-stderr "$DOC2PGSQL" load in
    same "$stderr" 'doc2pgsql: no article was found: below the paths there is no file, but perhaps hidden ones, which are passed over'
    run -3 --separate-stderr "$DOC2PGSQL" load --prune in
    same "$stderr" 'doc2pgsql: 11 of 11 articles are gone from there, more than half, and not deleted: --force deletes them'
    run -0 "$DOC2PGSQL" load --dry-run in
    run -0 "$DOC2PGSQL" load --prune --force in
    same "$(left)" '../other.txt'
}

@test "what can't be read is not gone, nor what lies below it" {
    rm in/a.txt
    rm in/r.jsonl && ln -s r.jsonl in/r.jsonl
    mv in/z.tar in/z && head -c 700 in/z >in/z.tar && rm in/z
    run -3 "$DOC2PGSQL" load -q --prune in missing
    same "$(left)" 'b.txt c.txt r.jsonl#one r.jsonl#three r.jsonl#two sub/d.txt sub/e.txt z.tar!a.txt z.tar!sub/d.txt z.tar!sub/e.txt ../other.txt'
    run -3 "$DOC2PGSQL" load -q --prune in/r.jsonl other.txt/none
    same "$(query 'select count(*) from documents')" 11
}

@test "what stays because a file can't be read to its end is counted, and said" {
    printf '{"id": "one", "text": "Record one of one line."}\n{"id": "two", "text": "cut\n' >in/r.jsonl
    rm in/a.txt
    run -4 --separate-stderr "$DOC2PGSQL" load --prune in
    [[ "$output" == *'articles gone from there, deleted: 1' ]]
    same "$(tail -n 1 <<<"$stderr")" "doc2pgsql: 2 articles that were not found stay, for $PWD/in/r.jsonl could not be read to its end, or not all of it: nothing below it is taken for gone. status says what is wrong; once that is mended, the next load deletes what is gone"
    run -4 --separate-stderr "$DOC2PGSQL" load --dry-run --log-format=json in
    same "$(jq -r 'select(.event == "notice") | .message' <<<"$stderr" | cut -c 1-34)" '2 articles that were not found sta'
    sed -i 's/cut/mended"}/' in/r.jsonl
    run -0 --separate-stderr "$DOC2PGSQL" load --prune in
    [[ "$output" == *'articles gone from there, deleted: 1' && -z "$stderr" ]]
    # records without an id take the place of what their file had, but not while it is broken
    printf '{"text": "First."}\n{"text": "Second."}\n{"text": "Third."}\n' >n.jsonl
    "$DOC2PGSQL" load -q n.jsonl
    printf '{"text": "First."}\n{"text": "Second anew."}\n{"text": \n' >n.jsonl
    run -4 --separate-stderr "$DOC2PGSQL" load n.jsonl
    [[ "$stderr" == *$'\n'"doc2pgsql: 2 articles that were not found stay, for $PWD/n.jsonl "* ]]
    same "$(query "select count(*) from sources where source ~ 'n.jsonl'")" 4
}

@test "names that begin alike, and bytes that are no UTF-8, are told apart" {
    mkdir in/subway $'in/caf\351'
    printf 'A text.\n' | tee in/subway/x.txt in/sub.txt $'in/caf\351/y.txt' $'in/caf\351/z.txt' >/dev/null
    "$DOC2PGSQL" load -q in
    rm in/subway/x.txt in/sub.txt $'in/caf\351/y.txt'
    run -0 "$DOC2PGSQL" load --prune in/sub $'in/caf\351'
    [[ "$output" == *'articles gone from there, deleted: 1' ]]
    same "$(query "select count(*) from sources where source ~ '/(subway/x|sub|caf%E9/z).txt'")" 3
}

@test "not together with patterns, which leave out what is there" {
    run "$DOC2PGSQL" load --prune --exclude='*.md' in
    same "$status: ${lines[0]}" "2: doc2pgsql: --prune deletes what is no more there: leave out --include and --exclude, which don't look at all that is"
}
