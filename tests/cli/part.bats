# --part: one of several parts of all articles.
bats_require_minimum_version 1.5.0
load ../helper

setup() {
    cd "$BATS_TEST_TMPDIR" || return
    new_database_with_schema
    mkdir -p in/sub
    for n in 1 2 3 4 5 6 7 8 9; do printf 'The text of %s, which is a line.\n' $n >in/$n.txt; done
    for n in 1 2 3 4 5 6; do printf 'A member, the %s.\n' $n >in/sub/m$n.txt; done
    for n in 1 2 3 4 5 6; do printf '{"id": "%s", "text": "Record %s of one line."}\n' $n $n; done >in/r.jsonl
    for n in 1 2 3 4 5 6; do printf '{"text": "A record without id, the %s."}\n' $n; done >in/s.jsonl
    tar cf in/z.tar -C in sub
    rm -r in/sub
}

teardown() { drop_database; }

sources() { query "select source from sources order by source collate \"C\""; }

@test "parts have nothing in common, and together they are all: files, members, records" {
    for k in 1 2 3; do
        run -0 "$DOC2PGSQL" --schema=part$k load -q --part=$k/3 in
        [ "$(SCHEMA=part$k query 'select count(*) from sources')" -gt 0 ]
    done
    "$DOC2PGSQL" --schema=whole load -q in
    for k in 3 1 2; do "$DOC2PGSQL" load -q --part=$k/3 in; done
    same_tables articles whole
    same "$(query 'select count(*), count(distinct source) from (select source from part1_internal.sources union all
        select source from part2_internal.sources union all select source from part3_internal.sources) s')" '27|27'
    # again, alone or beside another: nothing is new
    run -0 "$DOC2PGSQL" load --part 2/3 in
    [[ "$output" == *': 0 new, 0 changed, '* ]]
    same_tables articles whole
}

@test "a name's part is the same for every version: by its SHA-256" {
    for k in 1 2 3 4 5; do "$DOC2PGSQL" --schema=part$k load -q --part=$k/5 --source-root=. --source-prefix=n in; done
    for k in 1 2 3 4 5; do
        while read -r source; do
            same "$source: $(python3 -c "import hashlib, sys
print(int(hashlib.sha256(sys.argv[1].encode()).hexdigest()[:16], 16) % 5 + 1)" "$source")" "$source: $k"
        done < <(SCHEMA=part$k query 'select source from sources')
    done
}

@test "--prune deletes of its own part only, and nothing that another part has" {
    "$DOC2PGSQL" load -q in
    rm in/1.txt in/2.txt in/3.txt in/4.txt
    sed -i 2,3d in/r.jsonl
    "$DOC2PGSQL" --schema=whole load -q in
    local deleted=0
    for k in 1 2 3; do
        before=$(query 'select count(*) from sources')
        run -0 "$DOC2PGSQL" load --prune --force --part=$k/3 in
        [[ "$output" == *"articles gone from there, deleted: $((before - $(query 'select count(*) from sources')))" ]]
        deleted=$((deleted + before - $(query 'select count(*) from sources')))
    done
    same $deleted 6
    same_tables articles whole
}

@test "records whose text is another one now take the place of the former in their part" {
    "$DOC2PGSQL" load -q in
    sed -i 's/the 3/the third/' in/s.jsonl
    "$DOC2PGSQL" --schema=whole load -q in
    for k in 1 2 3 4; do "$DOC2PGSQL" load -q --part=$k/4 in; done
    same_tables articles whole
}

@test "what can't be read is told by one part" {
    printf '\0\1\2\3' >in/bad.txt
    printf '{"id": 7}\n' >>in/r.jsonl
    local rejected=0
    for k in 1 2 3; do
        run "$DOC2PGSQL" load --part=$k/3 in
        [ "$status" -eq 0 ] || [ "$status" -eq 4 ]
        [[ "$output" =~ ([0-9]+)' rejected' ]]
        rejected=$((rejected + BASH_REMATCH[1]))
    done
    same "$rejected" 2
    same "$(query 'select count(*) from load_errors')" 2
}

@test "of export, preview and verify, too" {
    for k in 1 2; do
        "$DOC2PGSQL" export -q --part=$k/2 --output=out$k in
        "$DOC2PGSQL" preview --part=$k/2 in >>previewed
        "$DOC2PGSQL" verify -q --part=$k/2 in
    done
    "$DOC2PGSQL" preview in >all
    same "$(sort previewed)" "$(sort all)"
    "$DOC2PGSQL" export -q --output=out in
    same "$(cut -d, -f2 out1/documents.csv out2/documents.csv | sort)" "$({ cat out/documents.csv; head -n1 out/documents.csv; } | cut -d, -f2 | sort)"
    "$DOC2PGSQL" load -q in
    rm in/5.txt in/6.txt in/7.txt
    local gone=0
    for k in 1 2 3 4; do
        run "$DOC2PGSQL" verify --stored --part=$k/4 in
        [[ "$output" =~ ([0-9]+)' gone' ]]
        gone=$((gone + BASH_REMATCH[1]))
    done
    same "$gone" 3
}

@test "what is no part" {
    for part in 0/2 3/2 2 1/0 a/b 1/2/3 ''; do
        run -2 "$DOC2PGSQL" load "--part=$part" in
        [[ "${lines[0]}" == "doc2pgsql: --part can't be \"$part\": it takes K/N, the K-th of N parts, such as 2/8"* ]]
    done
}
