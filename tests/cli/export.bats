bats_require_minimum_version 1.5.0
load ../helper

setup() { cd "$BATS_TEST_TMPDIR" || return; }

load_both() {
    "$DOC2PGSQL" --schema=loaded load -q "$@"
    "$DOC2PGSQL" --schema=exported init -q
    "$DOC2PGSQL" export -q --output=csv "$@"
    (cd csv && PGOPTIONS=-csearch_path=exported psql -Xq --single-transaction -f load.sql >/dev/null)
}

@test "the CSV files of the samples make the tables that load makes" {
    new_database
    load_both "$ARTICLES"
    same_tables loaded exported
    same "$(query 'select count(*) from exported.documents')" "$(ls "$ARTICLES" | wc -l)"
    same "$(query 'select bool_and(s.document_id = d.document_id) from exported_internal.sources s join exported.documents d using (source)')" t
    # and the next load goes on behind them
    echo 'One more.' >more.txt
    run -0 "$DOC2PGSQL" --schema=exported load "$ARTICLES" more.txt
    [[ "$output" == *" 1 new, 0 changed, $(ls "$ARTICLES" | wc -l) unchanged, 0 rejected"* ]]
    same "$(query 'select count(*) = max(document_id) from exported.documents')" t
    # these files fill an empty schema
    for schema in exported none; do
        run -3 env PGOPTIONS=-csearch_path=$schema psql -Xq --single-transaction -f csv/load.sql
        echo "$output" >"$schema"
    done
    grep -qx 'psql:csv/load.sql:[0-9]*: ERROR:  the schema exported holds articles already: these files fill an empty one' exported
    grep -q '^HINT:  doc2pgsql load adds articles to those that are there, and takes none twice. ' exported
    grep -qx 'psql:csv/load.sql:[0-9]*: ERROR:  there is no table documents in the search path' none
    same "$(query 'select count(*) from exported.documents')" "$(query 'select count(*) from exported_internal.sources')"
    drop_database
}

@test "quotes, separators, line ends, empty and missing values, metadata" {
    new_database
    mkdir articles
    cat >articles/quotes.txt <<'END'
"Quoted", he said, and the comma, the "quotes" and the semicolon; all of them stayed where they were:
- "Label": with, commas
- \N
- NULL: null
| "a" | b,c |
|---|---|
| "" | |
| | \. |
| 'x' | \"y\" |
END
    printf '\\.\nA line after the end mark of psql, which must not end the file, as it stands in a paragraph.\n' >articles/mark.txt
    printf '```\ncode of\n\ntwo, "lines"\n\\.\n```\n\n* item\n\n  its second, "paragraph"\n' >articles/code.md
    printf '```\n\\.\n\\.\nA "line" between.\n\\.\n\\.\n```\n\nText behind it.\n' >articles/marks.md
    printf 'Zeile mit Umlauten äöü, Emoji 😀 und\ttab.\n' >"articles/na\"me, with ü.txt"
    printf '%s\n' '{"id": 1, "text": "One text.", "title": "T, \"x\"", "author": "", "date": "2024-05-31T10:30:15.25+02:00", "extra": {"a": [1, "b,c\nd"]}}' \
        '{"id": 2, "text": "Two texts.", "date": "31 May", "lang": "de"}' >articles/records.ndjson
    load_both articles
    same_tables loaded exported
    same "$(query "select count(*) from exported.documents")" 7
    same "$(query "select count(*) from exported.paragraphs where text like E'%\n%'")" 2
    same "$(query "select published_at at time zone 'UTC', title, author is null from exported.documents where source like '%#1'")" \
        '2024-05-31 08:30:15.25|T, "x"|t'
    drop_database
}

@test "--csv-safe: no cell that a spreadsheet takes for a formula, and nothing that psql loads" {
    mkdir articles
    printf '%s\n' 'Prices' '' '| Name | Value |' '|---|---|' '| =HYPERLINK("http://example.org") | +1 |' '| @SUM(A1) | -2 |' '| plain | 3-4 |' \
        >articles/formulas.md
    printf '{"id": 1, "title": "=1+1", "author": "\\t=2", "text": "-3 degrees, and \\"=4\\" in quotes."}\n' >articles/r.ndjson
    "$DOC2PGSQL" export -q --csv-safe --output=safe articles
    "$DOC2PGSQL" export -q --output=plain articles
    [ ! -e safe/load.sql ] && [ -e plain/load.sql ]
    cp -r plain forced
    "$DOC2PGSQL" export -q --force --csv-safe --output=forced articles
    diff -r safe forced
    run -0 "$DOC2PGSQL" export --format=null --output=none articles
    [[ $output == '2 articles: '* && $output != *"Load them"* && ! -e none ]]
    run python3 - <<'END'
import csv
def cells(folder, name):
    return [c for row in list(csv.reader(open(f'{folder}/{name}.csv', newline='')))[1:] for c in row]
formula = lambda c: c[:1] in ('=', '+', '-', '@', '\t', '\r')
for name in 'documents', 'paragraphs', 'table_cells':
    safe, plain = cells('safe', name), cells('plain', name)
    assert any(formula(c) for c in plain), name
    assert safe == ["'" + c if formula(c) else c for c in plain], (name, safe, plain)
END
    same "$output" ''
}

@test "a session in another time zone loads the same times" {
    new_database
    echo '{"id": 1, "text": "One text.", "date": "2024-05-31"}' >a.ndjson
    export PGTZ=Asia/Tokyo
    load_both a.ndjson
    same_tables loaded exported
    same "$(query "select published_at at time zone 'UTC' from exported.documents")" '2024-05-31 00:00:00'
    drop_database
}

@test "the summary and the files" {
    run -0 "$DOC2PGSQL" export --output=new "$ARTICLES/red-lentil-soup-recipe.txt"
    [[ "${lines[0]}" =~ ^1' article: '[0-9]+' sections, '[0-9]+' paragraphs, '[0-9]+' bullets, '2' tables, '[0-9]+' cells, '[0-9]+' mentions, '[0-9]+' facts, '[0-9]+' statements'$ ]]
    same "${lines[1]}" "Load them, in new, with -h, -d or --local as for load: doc2pgsql init && doc2pgsql psql --single-transaction -f load.sql"
    new_database
    doc2pgsql() { "$DOC2PGSQL" "$@"; }
    (cd new && eval "${lines[1]#*: }")
    same "$(query 'select count(*) from articles.documents')" 1
    drop_database
    same "$(cd new && echo *)" "bullets.csv documents.csv facts.csv links.csv load.sql mentions.csv paragraphs.csv sections.csv sources.csv statements.csv table_cells.csv\
 table_columns.csv tables.csv"
    same "$(head -n 1 new/paragraphs.csv)" "document_id,position,section_no,kind,text,line_no,label"
    # again: refused, or replaced, not appended
    local before
    before=$(cat new/*.csv | wc -l)
    run --separate-stderr "$DOC2PGSQL" export -q --output=new// "$ARTICLES/how-tides-work.txt"
    same "$status: $stderr" '7: doc2pgsql: new/documents.csv is there already: --force replaces it'
    same "$(cat new/*.csv | wc -l)" "$before"
    "$DOC2PGSQL" export -q --force --output=new "$ARTICLES/red-lentil-soup-recipe.txt"
    same "$(cat new/*.csv | wc -l)" "$before"
    same "$(find new -name '.*' -type f)" ''
}

@test "--format=null parses and writes nothing" {
    run -0 "$DOC2PGSQL" export --format=null "$ARTICLES"
    [[ "$output" =~ ^$(ls "$ARTICLES" | wc -l)' articles: '.*' cells, '[0-9]+' mentions, '[0-9]+' facts, '[0-9]+' statements'$ ]]
    same "$(ls)" ""
}

@test "files that can't be written: exit code 7, and the path" {
    : >file
    run --separate-stderr "$DOC2PGSQL" export --output=file "$ARTICLES"
    same "$status: $stderr" "7: doc2pgsql: can't write to file: Not a directory"
    run --separate-stderr "$DOC2PGSQL" export --output=none/deeper "$ARTICLES"
    same "$status: $stderr" "7: doc2pgsql: can't make the directory none/deeper: No such file or directory"
    mkdir d
    mkdir d/load.sql
    run --separate-stderr "$DOC2PGSQL" export --force --output=d "$ARTICLES"
    same "$status: $stderr" "7: doc2pgsql: can't write d/load.sql: Is a directory"
}

@test "no link is followed, and files that are replaced are replaced whole" {
    echo precious >precious
    mkdir out
    ln -s ../precious out/paragraphs.csv
    run --separate-stderr "$DOC2PGSQL" export -q --output=out "$ARTICLES/how-tides-work.txt"
    same "$status: $stderr" '7: doc2pgsql: out/paragraphs.csv is there already: --force replaces it'
    same "$(ls -A out)" paragraphs.csv
    "$DOC2PGSQL" export -q --force --output=out "$ARTICLES/how-tides-work.txt"
    same "$(cat precious)" precious
    [ ! -L out/paragraphs.csv ]
}

@test "a run that fails or is interrupted leaves nothing" {
    run --separate-stderr "$DOC2PGSQL" export --output=out nowhere.pdf --files-from=none
    same "$status" 3
    [ ! -e out ]
    mkfifo in
    "$DOC2PGSQL" export --output=out in 3>&- &
    local export=$! code=0
    exec 4>in # both ends are open now: it reads
    kill -TERM $export
    exec 4>&-
    wait $export || code=$?
    same "$code" 143
    [ ! -e out ]
}

@test "a full disk: exit code 7, and nothing of it stays" {
    # as good as full, for one file
    full() { (trap '' XFSZ && ulimit -f "$1" && shift && "$@"); }
    run --separate-stderr full 8 "$DOC2PGSQL" export --output=full "$ARTICLES"
    same "$status: $stderr" "7: doc2pgsql: can't write a CSV file: File too large"
    [ ! -e full ]
    mkdir last
    echo old >last/facts.csv
    run --separate-stderr full 1 "$DOC2PGSQL" export --force --output=last "$ARTICLES/red-lentil-soup-recipe.txt"
    same "$status" 7
    [[ "$stderr" == "doc2pgsql: can't write last/"*".csv: File too large" ]]
    same "$(ls -A last) $(cat last/facts.csv)" 'facts.csv old'
}

@test "what can't be read is rejected, and the rest is exported: exit code 3" {
    run --separate-stderr "$DOC2PGSQL" export --output=out /nonexistent "$ARTICLES/red-lentil-soup-recipe.txt"
    same "$status: $stderr" "3: doc2pgsql: /nonexistent: rejected: can't read it: No such file or directory"
    same "${output:0:10}" "1 article:"
    same "$(wc -l <out/documents.csv)" 2
}
