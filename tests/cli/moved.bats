# Folders that move, names that don't depend on where a folder lies, and copies.
bats_require_minimum_version 1.5.0
load ../helper

setup() {
    cd "$BATS_TEST_TMPDIR" || return
    new_database_with_schema
    mkdir -p in/sub
    for name in a.txt b.md sub/c.txt; do printf 'The text of %s, which is a line.\n' "$name" >"in/$name"; done
    printf '{"text": "Record %s of one line."}\n' one two >in/r.jsonl
    tar cf in/z.tar -C in a.txt sub
    "$DOC2PGSQL" load -q in
}

teardown() { drop_database; }

names() { query "select string_agg(replace(source, '$PWD/', ''), ' ' order by source collate \"C\") from documents where source !~ '#'"; }
numbers() { query "select string_agg(document_id::text, ' ' order by document_id) from documents"; }

# The database holds what a fresh load makes: as_fresh ARGUMENT…
as_fresh() {
    "$DOC2PGSQL" --schema=fresh load -q "$@"
    same_tables articles fresh
    query 'drop schema fresh, fresh_internal cascade' 2>/dev/null
}

@test "a folder that was moved is renamed: no rows are made anew, and nothing is doubled" {
    before=$(numbers)
    mv in out
    run -0 "$DOC2PGSQL" load --dry-run out
    same "$output" 'a load would find 0 new, 0 changed, 7 unchanged, 0 rejected; gone from there: 0 (--prune deletes them)
moved, and renamed: 7'
    same "$(names)" 'in/a.txt in/b.md in/sub/c.txt in/z.tar!a.txt in/z.tar!sub/c.txt'
    run -0 "$DOC2PGSQL" load out
    same "${lines[0]##*: } ${lines[1]}" '0 new, 0 changed, 7 unchanged, 0 rejected moved, and renamed: 7'
    same "$(names)" 'out/a.txt out/b.md out/sub/c.txt out/z.tar!a.txt out/z.tar!sub/c.txt'
    same "$(numbers)" "$before"
    as_fresh out
}

@test "a dry run doesn't count what moved within the folder as gone" {
    mkdir in/new
    mv in/a.txt in/new/
    rm in/b.md
    run -0 "$DOC2PGSQL" load --dry-run in
    same "$output" 'a load would find 0 new, 0 changed, 6 unchanged, 0 rejected; gone from there: 1 (--prune deletes them)
moved, and renamed: 1'
    run -0 "$DOC2PGSQL" load --prune in
    same "${lines[0]##*: }, ${lines[1]}, ${lines[2]}" '0 new, 0 changed, 6 unchanged, 0 rejected, moved, and renamed: 1, articles gone from there, deleted: 1'
}

@test "a folder with corrections that was moved: those of one article go with it, one by a pattern is told of" {
    printf 'Printed at the mill\n\nThe text, which is a line.\n' >in/s.txt
    "$DOC2PGSQL" load -q in
    "$DOC2PGSQL" correct -q in/a.txt line 1 is quote
    "$DOC2PGSQL" correct -q 'in/*' text Printed at the mill is leftover
    "$DOC2PGSQL" load -q in
    "$DOC2PGSQL" correct -q 'in/*' text Nowhere is leftover
    before=$(numbers)
    mv in out
    run -0 --separate-stderr "$DOC2PGSQL" load --dry-run out
    [[ "$output" == *'0 new, 1 changed, 7 unchanged, 0 rejected'*'moved, and renamed: 8' ]]
    run -0 --separate-stderr "$DOC2PGSQL" load out
    [[ "$output" == *'0 new, 1 changed, 7 unchanged, 0 rejected'*$'\nmoved, and renamed: 8'* ]]
    same "$(sed 's|.*: correction|correction|' <<<"$stderr")" "correction 2 is of $PWD/in/*, from where articles have moved: it holds no more for them. Say it anew for where they are now; doc2pgsql correct delete 2 takes the old one back
correction 3 is of $PWD/in/*, from where articles have moved: it holds no more for them. Say it anew for where they are now; doc2pgsql correct delete 3 takes the old one back"
    same "$(numbers)" "$before"
    same "$(query "select source from corrections where correction_id = 1")" "$PWD/out/a.txt"
    same "$(query "select kind from paragraphs where text ~ 'of a.txt' and document_id = (select document_id from documents where source ~ '/out/a.txt$')")" quote
    same "$(query "select count(*) from paragraphs where kind = 'leftover'")" 0
    run -0 --separate-stderr "$DOC2PGSQL" load out
    [[ "$output" == *'8 unchanged, 0 rejected'* && -z "$stderr" ]]
    "$DOC2PGSQL" verify --stored -q out
    # said before it was applied, and moved at once
    "$DOC2PGSQL" correct -q out/s.txt line 1 is quote
    mv out back
    run -0 "$DOC2PGSQL" load back
    [[ "$output" == *'0 new, 1 changed, 7 unchanged, 0 rejected'*'moved, and renamed: 8'* ]]
    same "$(query "select kind from paragraphs where text = 'Printed at the mill'")" quote
    run -0 "$DOC2PGSQL" load back
    [[ "$output" == *'8 unchanged, 0 rejected'* ]]
}

@test "not renamed: what is still there, what has another name or other bytes, and what two could be" {
    cp -r in copy
    mkdir new
    mv in/b.md new/b.txt
    mv in/sub/c.txt new/c.txt
    echo 'And a line.' >>new/c.txt
    run -0 "$DOC2PGSQL" load copy/a.txt new
    [[ "$output" == *'3 new, 0 changed, 0 unchanged'* && "$output" != *moved* ]]
    mkdir one two
    rm -r in/z.tar copy
    mv in/a.txt one/
    cp one/a.txt two/
    run -0 "$DOC2PGSQL" load one two
    [[ "$output" != *'moved, and renamed: 2'* ]]
    same "$(query "select count(*) from documents where source ~ '/(one|two)/a.txt'")" 2
    # a name that is no UTF-8
    mkdir $'caf\351' three
    printf 'Of the coffee house.\n' | tee $'caf\351/d.txt' >three/d.txt
    "$DOC2PGSQL" load -q $'caf\351'
    run -0 "$DOC2PGSQL" load three
    [[ "$output" == *'1 new, 0 changed, 0 unchanged'* && "$output" != *moved* ]]
}

@test "--source-root: names don't depend on where the folder lies" {
    "$DOC2PGSQL" --schema=rooted load -q --source-root=in in
    SCHEMA=rooted
    same "$(names)" 'a.txt b.md sub/c.txt z.tar!a.txt z.tar!sub/c.txt'
    cp -r in out && rm -r in
    run -0 "$DOC2PGSQL" --schema=rooted load --source-root=out out/sub out/a.txt out
    [[ "$output" == *'0 new, 0 changed, 9 unchanged, 0 rejected' ]]
    rm out/sub/c.txt
    "$DOC2PGSQL" --schema=rooted load -q --prune --source-root=out out/sub --force
    same "$(names)" 'a.txt b.md z.tar!a.txt z.tar!sub/c.txt'
    run -2 "$DOC2PGSQL" --schema=rooted load -q --prune --source-root=out out
    [[ "$output" == *'--prune of the whole --source-root needs --source-prefix'* ]]
    printf 'Elsewhere.\n' >other.txt
    run -4 "$DOC2PGSQL" --schema=rooted load -q --source-root=out other.txt
    [[ "$output" == *"$PWD/other.txt: rejected: lies outside of --source-root" ]]
    run -3 "$DOC2PGSQL" load --source-root=missing out
    [[ "$output" == 'doc2pgsql: --source-root "missing" is no directory to be read: No such file or directory' ]]
}

@test "--source-prefix: a name before them, as of a folder" {
    before=$(numbers)
    run -0 "$DOC2PGSQL" load --source-root=in --source-prefix=news in
    [[ "$output" == *'7 unchanged, 0 rejected'*'moved, and renamed: 7' ]]
    same "$(names)" 'news/a.txt news/b.md news/sub/c.txt news/z.tar!a.txt news/z.tar!sub/c.txt'
    same "$(numbers)" "$before"
    rm in/b.md
    "$DOC2PGSQL" load -q --prune --source-root=in --source-prefix=news in
    as_fresh --source-root=in --source-prefix=news in
    echo 'From a pipe.' | "$DOC2PGSQL" load -q --source-prefix=news --stdin-name=pipe.txt -
    "$DOC2PGSQL" delete -q news/sub
    same "$(names)" 'news/a.txt news/pipe.txt news/z.tar!a.txt news/z.tar!sub/c.txt'
    run -2 "$DOC2PGSQL" load --source-prefix=/news in
    [[ "$output" == *'--source-prefix can'\''t be "/news": it takes a name as of a folder'* ]]
}

@test "two machines whose paths are equal: --source-prefix keeps their articles apart" {
    query 'truncate documents cascade' 2>/dev/null
    "$DOC2PGSQL" load -q --source-prefix=one in
    rm in/b.md
    printf 'What the other machine has under the same name, which is another text.\n' >in/a.txt
    run -0 "$DOC2PGSQL" load --prune --source-prefix=two in
    [[ "$output" == *'6 new, 0 changed, 0 unchanged, 0 rejected'*'deleted: 0'* ]]
    same "$(query "select count(*) filter (where source like 'one/%'), count(*) filter (where source like 'two/%'), count(*) from documents")" '7|6|13'
    same "$(query "select count(distinct content_sha256) from sources where source ~ '^(one|two)/.*/in/a.txt$'")" 2
    rm in/sub/c.txt
    "$DOC2PGSQL" load -q --prune --source-prefix=two in
    same "$(query "select count(*) filter (where source like 'one/%'), count(*) filter (where source like 'two/%'), count(*) from documents")" '7|5|12'
    "$DOC2PGSQL" delete -q one
    same "$(query 'select count(*) from documents')" 5
}

@test "--skip-duplicates: what is in under another name is left out, and what comes twice" {
    cp -r in copy
    run -0 "$DOC2PGSQL" load --skip-duplicates copy
    [[ "$output" == *'0 new, 0 changed, 7 unchanged, 0 rejected'*'left out, for their content is in under another name: 7' ]]
    "$DOC2PGSQL" --schema=once load -q --skip-duplicates in copy
    SCHEMA=once
    same "$(query 'select count(*) from documents')" 5
    same "$(query 'select count(*) from same_content')" 0
    printf 'Changed.\n' >in/a.txt
    "$DOC2PGSQL" --schema=once load -q --skip-duplicates in copy
    same "$(query "select count(*) from documents where source ~ 'in/a.txt'")" 1
}

@test "an archive that holds a name twice is the same whenever it is read" {
    printf 'First.\n' >in/d.txt
    tar cf twice.tar -C in d.txt
    printf 'Second.\n' >in/d.txt
    tar rf twice.tar -C in d.txt
    "$DOC2PGSQL" load -q twice.tar
    run -0 "$DOC2PGSQL" load twice.tar
    [[ "$output" == *'0 new, 0 changed, 2 unchanged'* ]]
    same "$(query "select string_agg(substr(source, strpos(source, '!')), ' ' order by source) from documents where source ~ 'twice'")" '!d.txt !d.txt~2'
}
