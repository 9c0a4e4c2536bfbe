# verify --stored: the database beside the sources.
bats_require_minimum_version 1.5.0
load ../helper

setup() {
    cd "$BATS_TEST_TMPDIR" || return
    new_database_with_schema
    mkdir in
    cp "$ARTICLES"/*.txt in/
    printf '{"text": "Record %s of one line."}\n' one two >in/r.jsonl
    "$DOC2PGSQL" load -q in
    count=$(query 'select count(*) from documents')
}

teardown() { drop_database; }

# found CODE COUNTS: what it says of in/
found() {
    run --separate-stderr "$DOC2PGSQL" verify --stored in
    same "$status: ${lines[-1]}" "$1: $2"
}

@test "a database that holds what a load would make: no difference, and status says so" {
    found 0 "$count articles compared with the database: 0 lost, 0 changed, 0 waiting for a load, 0 gone, 0 doubled, 0 orphans, 0 with gaps"
    run -0 "$DOC2PGSQL" status
    [[ "$output" == *$'\nCompared with the sources (verify --stored) at 20'*": no difference of $count articles"* ]]
    [ -z "$("$DOC2PGSQL" verify --stored -q in)" ]
}

@test "lost, changed and gone articles, by name" {
    printf 'A new one.\n' >in/new.txt
    printf 'Another text.\n' >in/red-lentil-soup-recipe.txt
    rm in/how-tides-work.txt
    sed -i 1d in/r.jsonl
    found 12 "$count articles compared with the database: 1 lost, 1 changed, 0 waiting for a load, 2 gone, 0 doubled, 0 orphans, 0 with gaps" || {
        found 12 "$((count - 1)) articles compared with the database: 1 lost, 1 changed, 0 waiting for a load, 2 gone, 0 doubled, 0 orphans, 0 with gaps"
    }
    [[ "$stderr" == *"doc2pgsql: $PWD/in/new.txt: is not in the database"* ]]
    [[ "$stderr" == *"doc2pgsql: $PWD/in/red-lentil-soup-recipe.txt: has changed since it was loaded"* ]]
    "$DOC2PGSQL" load -q --prune in
    found 0 "$(query 'select count(*) from documents') articles compared with the database: 0 lost, 0 changed, 0 waiting for a load, 0 gone, 0 doubled, 0 orphans, 0 with gaps"
}

@test "rows that are missing or other ones, rows without their document, gaps, doubles" {
    local document
    document="document_id = (select document_id from documents where source ~ 'flood-relief-ledger')"
    query "update table_rows set cells = trim_array(cells, 1) where $document and (table_no, row_no) in (select table_no, row_no from table_rows where $document limit 1)"
    found 12 "$count articles compared with the database: 0 lost, 1 changed, 0 waiting for a load, 0 gone, 0 doubled, 0 orphans, 0 with gaps"
    [[ "$stderr" == *'flood-relief-ledger.txt: has 1 rows fewer in table_cells than a load of it would make' ]]
    query "update paragraphs set text = text || '!' where $document"
    query "delete from bullets where document_id in (select document_id from documents where source ~ 'quarterly-trade')"
    query "insert into links (document_id, link_no, position, url, line_no) values (999999, 1, 1, 'x', 1)"
    query "insert into sources select source || '.2', document_id, content_sha256, load_id, reader from sources where source ~ 'how-tides'"
    run --separate-stderr "$DOC2PGSQL" verify --stored in
    same "$status" 12
    [[ "${lines[-1]}" == *' 1 doubled, 2 orphans, '* ]]
    run -0 "$DOC2PGSQL" status
    [[ "$output" == *' 1 doubled, 2 orphans, '* ]]
}

@test "it asks a server with --stored only, and tells a reader that nothing is kept" {
    run "$DOC2PGSQL" verify -d "$PGDATABASE" in
    same "$status: ${lines[0]}" '2: doc2pgsql: verify asks a server with --stored only'
    run -0 --separate-stderr env PGOPTIONS='-c default_transaction_read_only=on' "$DOC2PGSQL" verify --stored in
    [[ "$stderr" == 'doc2pgsql: not kept for status: '* ]]
    run "$DOC2PGSQL" --schema=none verify --stored in
    same "$status" 9
}

@test "a correction that no load has applied, and what a record says beside its text: they wait for a load" {
    "$DOC2PGSQL" correct -q "$PWD/in/*" text 'Printed at the mill' is leftover
    found 12 "$count articles compared with the database: 0 lost, 0 changed, $count waiting for a load, 0 gone, 0 doubled, 0 orphans, 0 with gaps"
    [[ "$stderr" == *"/in/how-tides-work.txt: waits for a load: its bytes are the same, but a correction, an option or what is said of it beside its text has changed"* ]]
    "$DOC2PGSQL" load -q in
    found 0 "$count articles compared with the database: 0 lost, 0 changed, 0 waiting for a load, 0 gone, 0 doubled, 0 orphans, 0 with gaps"
    "$DOC2PGSQL" correct -q "$PWD/in/how-tides-work.txt" is lines
    printf 'Another text.\n' >in/red-lentil-soup-recipe.txt
    found 12 "$count articles compared with the database: 0 lost, 1 changed, 1 waiting for a load, 0 gone, 0 doubled, 0 orphans, 0 with gaps"
    run -0 "$DOC2PGSQL" status
    [[ "$output" == *': 0 lost, 1 changed, 1 waiting for a load, 0 gone, 0 doubled, 0 orphans, 0 with gaps of '* ]]
}
