#!/usr/bin/env bats
# The reader's version stands for the rows that it makes: where those of the samples are others, it has to be raised, or
# what is loaded keeps its old rows and nobody is told. WRITE_DOCS=1 make test TESTS=tests/e2e/reader.bats raises it.
bats_require_minimum_version 1.5.0
load ../helper

setup() {
    root=$BATS_TEST_DIRNAME/../..
    header=$root/loader/facts/reader_version.h
    known=$BATS_TEST_DIRNAME/reader.txt
}

version() { sed -n 's/^#define READER_VERSION \([0-9]*\)$/\1/p' "$header"; }

# Confidences are left out: compilers may round them otherwise.
rows() {
    "$DOC2PGSQL" export -q --source-root="$ARTICLES" --output="$BATS_TEST_TMPDIR/rows" "$ARTICLES"
    rm "$BATS_TEST_TMPDIR"/rows/{sources.csv,load.sql}
    sed -E 's/\b0\.[0-9]+/0./g' "$BATS_TEST_TMPDIR"/rows/*.csv | sha256sum | cut -c 1-16
}

@test "samples' rows are those of the reader's version" {
    now=$(rows)
    if [ -n "${WRITE_DOCS-}" ] && [ "$(tail -n 1 "$known" | cut -d' ' -f2)" != "$now" ]; then
        sed -i "s/^#define READER_VERSION .*/#define READER_VERSION $(($(version) + 1))/" "$header"
        echo "$(version) $now" >>"$known"
    fi
    # other rows: WRITE_DOCS=1 as above raises the version, of which a build is made then
    same "$(tail -n 1 "$known")" "$(version) $now"
}

@test "each version is there once, and the last is the highest" {
    same "$(grep -v '^#' "$known" | cut -d' ' -f1 | sort -nuc 2>&1)" ''
}

@test "what an older reader has read is read anew by the next load: rows that differ are replaced, others stay" {
    new_database_with_schema
    cd "$BATS_TEST_TMPDIR"
    mkdir in
    cp "$ARTICLES"/{how-tides-work,red-lentil-soup-recipe,flood-relief-ledger}.txt in/
    "$DOC2PGSQL" load -q in
    same "$(query "select count(*) from sources where reader = $(version)")" 3
    local ids rows
    ids=$(query 'select document_id, source from documents order by 1')
    rows=$(query 'select document_id, position, text from paragraphs order by 1, 2')
    # as an older reader has it: one of them with other rows
    query "update sources set reader = 0 where source !~ 'how-tides'"
    query "update paragraphs set text = 'misread' where document_id = (select document_id from documents where source ~ 'soup') and position > 3"
    [[ "$("$DOC2PGSQL" status)" == *$'\n2 articles were read by an older version of doc2pgsql: the next load of their files reads them anew'* ]]
    [[ "$("$DOC2PGSQL" doctor)" == *'note   reader                2 articles were read by an older version;'* ]]
    run --separate-stderr "$DOC2PGSQL" verify --stored in
    same "${lines[-1]}" '3 articles compared with the database: 0 lost, 0 changed, 1 waiting for a load, 0 gone, 0 doubled, 0 orphans, 0 with gaps'
    [[ "$stderr" == *'soup-recipe.txt: waits for a load, since an older version of doc2pgsql has read it: it has other texts in paragraphs than a load of it would make' ]]
    [[ "$("$DOC2PGSQL" load --dry-run in)" == *' 0 new, 1 changed, 2 unchanged, 0 rejected'*$'\nread anew, for an older version of doc2pgsql had read them: 2' ]]
    [[ "$("$DOC2PGSQL" load in)" == *': 0 new, 1 changed, 2 unchanged, 0 rejected'*$'\nread anew, for an older version of doc2pgsql had read them: 2'* ]]
    # rows that stayed are not counted
    "$DOC2PGSQL" load --again in/red-lentil-soup-recipe.txt | grep '^rows of' >one
    query "update sources set reader = 0"
    query "update paragraphs set text = 'misread' where document_id = (select document_id from documents where source ~ 'soup') and position > 3"
    same "$("$DOC2PGSQL" load in | grep '^rows of')" "$(<one)"
    same "$(query 'select document_id, source from documents order by 1')" "$ids"
    same "$(query 'select document_id, position, text from paragraphs order by 1, 2')" "$rows"
    [[ "$("$DOC2PGSQL" load in)" == *': 0 new, 0 changed, 3 unchanged, 0 rejected' ]]
    [[ "$("$DOC2PGSQL" doctor)" == *'ok     reader  '* ]]
    [[ "$("$DOC2PGSQL" status)" != *older* ]]
    drop_database
}

@test "moved files keep their reader, and are read anew where it is an older one; a newer one's rows are left alone" {
    new_database_with_schema
    cd "$BATS_TEST_TMPDIR"
    mkdir in
    cp "$ARTICLES"/{how-tides-work,red-lentil-soup-recipe,flood-relief-ledger}.txt in/
    "$DOC2PGSQL" load -q in
    query "update sources set reader = 0 where source ~ 'soup'"
    query "update sources set reader = 1000 where source ~ 'tides'"
    query "update paragraphs set text = 'misread' where position > 3"
    mv in moved
    [[ "$("$DOC2PGSQL" load moved)" == *': 0 new, 1 changed, 2 unchanged, 0 rejected'*'moved, and renamed: 3'*'read anew, for an older version of doc2pgsql had read them: 1'* ]]
    same "$(query "select substring(source from '[a-z]*-[a-z]*[.-][a-z.]*$'), reader from sources order by 1")" "flood-relief-ledger.txt|$(version)
how-tides-work.txt|1000
lentil-soup-recipe.txt|$(version)"
    drop_database
}
