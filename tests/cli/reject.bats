# What is rejected can be acted on: its bytes are kept beside the reason, and too many of them end a load.
bats_require_minimum_version 1.5.0
load ../helper

setup() {
    cd "$BATS_TEST_TMPDIR" || return
    new_database_with_schema
    mkdir in
    printf 'A good one.\n' >in/a.txt
    printf '\0\1\2\3 no text' >in/b.txt
    printf '{"id": 1, "text": "A good record."}\n{"id": 2, "text": "cut\n{"id": 3, "words": "Without a text."}\n' >in/r.jsonl
    printf 'id,text\n1,a good row\n2,a row,too long\n3,"open\n4,another good one\n' >in/s.csv
    head -c 3000000 /dev/zero | tr '\0' x >in/t.txt
    printf '{"id": 9, "title": "T", "date": "2024-05-06", "tags": ["x"], "text": "%s"}\n' "%PDF-1.7 is no text" >in/u.jsonl
}

teardown() { drop_database; }

@test "--reject-dir keeps the bytes of each, beside a line of why, and load takes what was mended" {
    run -4 "$DOC2PGSQL" load -q --article-limit=2M --reject-dir=out in
    same "$(cut -f 1,3,4,5 out/.why.tsv | cut -c 1-46)" $'000001-b.txt\t\tinput\tis no article but binary d
000002.json\t2\tarticle\tthe JSON object does not
000003.json\t3\tarticle\thas no text; its fields 
000004.csv\t3\tarticle\tthe record has 3 fields, 
000005.csv\t4\tarticle\ta quote in this line is n
\t\tarticle\tlarger than the 2 MB one article may
000006.json\t1\tarticle\tits text is no article b'
    # a file that is larger than an article may be stays where it is
    same "$(ls out | tr '\n' ' ')" '000001-b.txt 000002.json 000003.json 000004.csv 000005.csv 000006.json '
    cmp out/000001-b.txt in/b.txt
    same "$(cat out/000004.csv)" $'id,text\n2,a row,too long'
    same "$(cat out/000005.csv)" $'id,text\n3,"open'
    same "$(cat out/000003.json)" '{"id": 3, "words": "Without a text."}'
    # mended: called as what they are of, so that the original, once it is mended, too, is the same article
    sed -i 's/words/text/' out/000003.json
    sed -i 's/,too/ too/' out/000004.csv
    sed -i 's/open/open"/' out/000005.csv
    rm out/000002.json
    before=$(query 'select count(*) from documents')
    run --separate-stderr -4 "$DOC2PGSQL" load --article-limit=2M --reject-dir=out out
    [[ "$output" == '5 articles read'*': 3 new, 0 changed, 0 unchanged, 2 rejected'* ]]
    same "$stderr" "doc2pgsql: $PWD/out/000001-b.txt: rejected: is no article but binary data
doc2pgsql: $PWD/out/000006.json:1: rejected: its text is no article but a PDF file; extract its text first: pdftotext FILE - | doc2pgsql load -"
    same "$(query "select replace(source, '$PWD', '') from documents where load_id = 2 order by 1")" '/in/r.jsonl#3
/in/s.csv#2
/in/s.csv#3'
    same "$(query "select replace(source, '$PWD', ''), line from current_errors where load_id = 1 order by 1, 2")" '/in/b.txt|
/in/r.jsonl|2
/in/t.txt|
/in/u.jsonl|1'
    # what is still rejected stays as it was kept, and is not kept once more
    same "$(ls out | tr '\n' ' ')" '000001-b.txt 000003.json 000004.csv 000005.csv 000006.json '
    [[ "$("$DOC2PGSQL" load --article-limit=2M --reject-dir=out out 2>&1)" == *': 0 new, 0 changed, 3 unchanged, 2 rejected'* ]]
    # the original is mended: the same articles
    sed -i 's/words/text/' in/r.jsonl
    printf 'id,text\n1,a good row\n2,a row too long\n3,"open"\n4,another good one\n' >in/s.csv
    "$DOC2PGSQL" load -q --article-limit=2M in || true
    same "$(query 'select count(*) from documents')" $((before + 3))
    # what is there is not kept once more, what was removed is, under the next number; what was mended there stays
    "$DOC2PGSQL" load -q --article-limit=2M --reject-dir=out in || true
    same "$(ls out | tr '\n' ' ')" '000001-b.txt 000003.json 000004.csv 000005.csv 000006.json 000007.json '
}

@test "what --reject-dir keeps of a file's record is no article as long as it is not mended" {
    printf '{"id": 1, "text": "A text of one line."}\n{bro ken\n' >in/r.jsonl
    run -4 "$DOC2PGSQL" load -q --reject-dir=rejected in/r.jsonl
    run -4 "$DOC2PGSQL" load -q --reject-dir=rejected rejected
    same "$(query "select count(*) from documents where source ~ 'r.jsonl'"),$(query "select count(*) from current_errors where source ~ 'r.jsonl'")" 1,1
}

@test "each night: the same bytes of the same source are kept once, and what is mended goes" {
    local night=("$DOC2PGSQL" load -q --article-limit=2M --reject-dir=out in)
    run -4 "${night[@]}"
    cp -a out before
    run -4 "${night[@]}"
    diff -r before out
    # lines before it, which move it: the list tells where it is now
    sed -i '1i {"id": 0, "text": "Put before."}' in/r.jsonl
    run -4 "${night[@]}"
    same "$(ls out)" "$(ls before)"
    same "$(cut -f 1,3 out/.why.tsv | grep json)" $'000002.json\t3\n000003.json\t4\n000006.json\t1'
    # other bytes are another original; the one before is no more, and has gone
    printf '\0\1\2\3 other bytes' >in/b.txt
    run -4 "${night[@]}"
    same "$(ls out | tr '\n' ' ')" '000002.json 000003.json 000004.csv 000005.csv 000006.json 000007-b.txt '
    cmp out/000007-b.txt in/b.txt
    # mended: their files and lines go, one that was changed by hand stays, and so does what is still wrong
    printf 'Mended.\n' >in/b.txt
    sed -i 's/words/text/' in/r.jsonl
    printf 'Small.\n' >in/t.txt
    printf 'id,text\n1,a good row\n' >in/s.csv
    sed -i 's/,too/ too/' out/000004.csv
    run -4 "${night[@]}"
    same "$(ls out | tr '\n' ' ')" '000002.json 000004.csv 000006.json '
    same "$(cut -f 1 out/.why.tsv | sort | tr '\n' ' ')" '000002.json 000004.csv 000006.json '
    # into another database, where nothing was settled
    query "delete from load_errors; delete from documents"
    cp -a out before.2
    run -4 "${night[@]}"
    diff -r before.2 out
    # none is left, nor a list that is half written
    rm in/u.jsonl
    printf '{"id": 0, "text": "Put before."}\n' >in/r.jsonl
    run -0 "${night[@]}"
    same "$(ls -A out | tr '\n' ' ')" '.why.tsv 000004.csv '
}

@test "nothing goes from --reject-dir before its place was read again, nor when it is itself loaded" {
    "$DOC2PGSQL" load -q --article-limit=2M --reject-dir=out in || true
    cp -a out before
    printf 'Mended.\n' >in/b.txt
    "$DOC2PGSQL" load -q --reject-dir=out in/a.txt
    diff -r before out
    "$DOC2PGSQL" load -q --dry-run --reject-dir=out in || true
    diff -r before out
    # an older list, without digests: its files are nobody's to take away
    cut -f 1-6 before/.why.tsv >out/.why.tsv
    "$DOC2PGSQL" load -q --article-limit=2M --reject-dir=out in/b.txt
    cmp before/000001-b.txt out/000001-b.txt
    query "alter table paragraphs add constraint no_x check (text <> 'refuse me')"
    printf 'refuse me\n' >v.txt
    run -4 "$DOC2PGSQL" load -q --reject-dir=own v.txt
    query 'alter table paragraphs drop constraint no_x'
    "$DOC2PGSQL" load -q --reject-dir=own own
    same "$(ls own)" 000001-v.txt
    "$DOC2PGSQL" load -q --reject-dir=own v.txt
    same "$(query 'select count(*) from current_errors where source ~ $$v.txt$$')" 0
    # a list that can't be written anew
    run -4 "$DOC2PGSQL" load -q --article-limit=2M --reject-dir=out2 in
    mkdir out2/.why.tsv.new
    printf 'id,text\n1,a good row\n' >in/s.csv
    run -7 "$DOC2PGSQL" load -q --article-limit=2M --reject-dir=out2 in
    [[ "$output" == *"can't write to --reject-dir: Is a directory"* ]]
}

@test "a folder of --reject-dir, or a file in it, is not loaded under the names of its files" {
    "$DOC2PGSQL" load -q --article-limit=2M --reject-dir='out put' in || true
    printf 'Mended.\n' >'out put/000001-b.txt'
    for path in 'out put' 'out put/000001-b.txt' .; do
        run "$DOC2PGSQL" load --article-limit=2M "$path"
        [[ "$output" == *" lies where --reject-dir has kept what was rejected, whose sources are others: doc2pgsql load --reject-dir='$PWD/out put' '$PWD/out put' loads all of that"* ]]
    done
    same "$(query "select count(*) from documents where source ~ 'out put'")" 0
    run "$DOC2PGSQL" load -q --reject-dir='out put' 'out put/000001-b.txt'
    same "$status: $output" '0: '
    same "$(query "select source from documents where load_id = (select max(load_id) from loads)")" "$PWD/in/b.txt"
    "$DOC2PGSQL" preview 'out put/000001-b.txt'
}

@test "a # in a path makes no record of an article" {
    mkdir 'in#1'
    printf '\0\1\2\3 no text' >'in#1/b#2.md'
    printf '# A heading\n\nrefuse me\n' >'in#1/c#3.md'
    query "alter table paragraphs add constraint no_x check (text <> 'refuse me')"
    run -4 "$DOC2PGSQL" load -q --reject-dir=out 'in#1'
    same "$(cat out/000002-3.md)" "$(cat 'in#1/c#3.md')"
    printf '# A heading\n\ntaken\n' | tee out/000001-2.md >out/000002-3.md
    "$DOC2PGSQL" load -q --reject-dir=out out
    same "$(query "select replace(source, '$PWD', ''), dialect from documents order by 1")" '/in#1/b#2.md|markdown
/in#1/c#3.md|markdown'
    same "$(query 'select count(*) from current_errors')" 0
}

@test "an article that the program or the server refuses is kept with all that its record says" {
    "$DOC2PGSQL" init -q
    query "alter table paragraphs add constraint no_x check (text <> 'refuse me')"
    printf '{"id": 7, "title": "T", "date": "2024-05-06", "tags": ["x"], "text": "refuse me"}\n' >v.jsonl
    printf 'refuse me\n' >v.txt
    run -4 "$DOC2PGSQL" load -q --reject-dir=out v.jsonl v.txt
    same "$(cat out/000001.json)" '{"text":"refuse me","title":"T","date":"2024-05-06","tags":["x"]}'
    same "$(cat out/000002-v.txt)" 'refuse me'
    run --separate-stderr -4 "$DOC2PGSQL" load -q --reject-dir=out out
    same "$(ls out | tr '\n' ' ')" '000001.json 000002-v.txt '
    query 'alter table paragraphs drop constraint no_x'
    "$DOC2PGSQL" load -q --reject-dir=out out
    same "$(query "select replace(source, '$PWD', ''), title, published_at::date, metadata->'tags'->>0 from documents order by 1")" '/v.jsonl#7|T|2024-05-06|x
/v.txt|||'
    same "$(query 'select count(*) from current_errors')" 0
}

@test "a --reject-dir below what is loaded is refused before anything is made" {
    mkdir in/there beside
    for dir in in/kept in/there ./in in/there/; do
        run -2 "$DOC2PGSQL" load --reject-dir="$dir" "$PWD/in/"
        same "${lines[0]}" "doc2pgsql: --reject-dir lies below $PWD/in/, whose next load would read it"
    done
    [ ! -e in/kept ]
    for dir in in.kept beside beside/kept; do run -4 "$DOC2PGSQL" load -q --article-limit=2M --reject-dir="$dir" in; done
}

@test "a --reject-dir that can't be written ends the load before it begins" {
    printf x >file
    run -7 "$DOC2PGSQL" load --reject-dir=file in/a.txt
    [[ "$output" == "doc2pgsql: can't write file: "* ]]
}

@test "--max-errors: one more stops the load, and what is stored stays" {
    run --separate-stderr "$DOC2PGSQL" load --max-errors=3 in
    same "$status" 11
    [[ "$stderr" == *'doc2pgsql: stopped by --max-errors: what is counted above is stored; the same command goes on from there
doc2pgsql: more than 3 articles were rejected' ]]
    same "$(query 'select status, documents_rejected from loads')" 'failed|4'
    same "$(query 'select count(*) from load_errors')" 4
    same "$(query 'select count(*) from documents')" "$(query 'select documents_new from loads')"
    [ "$(query 'select count(*) from documents')" -ge 2 ]
    run -4 "$DOC2PGSQL" load -q --max-errors=7 in
    run -2 "$DOC2PGSQL" load --max-errors=some in
    [[ "$output" == *"--max-errors can't be \"some\": it takes a number of articles, from 0"* ]]
}
