#!/usr/bin/env bats
# CSV and TSV, written by python's csv and by psql.
load input

@test "what python's csv writes comes through, with line ends and quotes in it" {
    python3 - <<'PYTHON'
import csv, json, random
random.seed(3)
texts = ["a, b", 'say "x"', "two\nlines", "two\r\nlines", '"', "", " blanks ", "tab\there", "semi;colon", "ü 漢"]
texts += ["".join(random.choice('ab ,;"\n\t') for _ in range(random.randint(1, 200))) for _ in range(300)]
for name, options in [("a.csv", {}), ("b.csv", {"delimiter": ";", "quoting": csv.QUOTE_ALL}),
                      ("c.tsv", {"delimiter": "\t", "lineterminator": "\n"})]:
    with open(name, "w", encoding="utf-8", newline="") as f:
        w = csv.writer(f, **options)
        w.writerow(["id", "text", "note"])
        for i, t in enumerate(texts): w.writerow([i, t, t])
json.dump(texts, open("wanted", "w"))
PYTHON
    for file in a.csv b.csv c.tsv; do
        rm -rf rows
        "$DOC2PGSQL" export -q --output=rows "$file"
        python3 - "$file" <<'PYTHON'
import csv, hashlib, json, sys
wanted = json.load(open("wanted"))
rows = list(csv.DictReader(open("rows/documents.csv", encoding="utf-8", newline="")))
assert len(rows) == len(wanted), (sys.argv[1], len(rows))
for i, (row, text) in enumerate(zip(rows, wanted)):
    assert row["source"].endswith("/%s#%d" % (sys.argv[1], i)), row
    assert row["content_sha256"] == "\\x" + hashlib.sha256(text.encode()).hexdigest(), text
    assert json.loads(row["metadata"] or "{}").get("note", "") == text, (row, text)
PYTHON
    done
}

@test "what psql's \\copy writes comes through" {
    psql -Xqc "\\copy (select 1 as id, E'One, \"two\"\\nthree' as body, 'T' as title, null as author, true as flag) to a.csv csv header"
    psql -Xqc "\\copy (select 1 as id, 'tab	here' as body) to b.txt csv header delimiter E'\\t'"
    same "$(documents source,title,author,metadata,line_count a.csv)" 'a.csv#1|T||{"flag":"t"}|2'
    same "$(documents source --input-format=tsv b.txt)" 'b.txt#1'
    same "$(paragraphs --input-format=tsv b.txt)|$(documents byte_count --input-format=tsv b.txt)" $'tab\there|8'
}

@test "only a name that says so, or the option, makes it CSV" {
    printf 'id,text\n1,words\n' >a.txt
    same "$(documents source a.txt)" a.txt
    same "$(documents source --input-format=csv a.txt)" 'a.txt#1'
    cp a.txt a.csv
    same "$(documents source a.csv)" 'a.csv#1'
    same "$(documents source --input-format=article a.csv)" 'a.csv'
}

@test "--delimiter and --map" {
    printf 'nr#inhalt#rest\n1#Worte, viele#x\n' >a.csv
    same "$(documents source,metadata --delimiter='#' --map=id=nr,text=inhalt a.csv)" 'a.csv#1|{"rest":"x"}'
    run "$DOC2PGSQL" preview --input-format=csv --delimiter='#' a.csv
    refused 4 'a.csv:1: rejected: has no text; its fields are: nr, inhalt, rest. Say which of them is the text: --map text=FIELD'
}

@test "a header without a field that --map names is refused" {
    printf 'nr,text,title\n1,Words.,T\n' >a.csv
    run "$DOC2PGSQL" preview --map=id=number,title=headline a.csv
    refused 4 'a.csv:1: rejected: has no field number (--map id=), headline (--map title=); its fields are: nr, text, title'
    same "$(documents source --map=id=number,id=nr a.csv)" 'a.csv#1'
}

@test "malformed records are rejected with their line numbers" {
    printf 'id,text\r\n1,a\r\n2,b,c\r\n"3","d\r\ne"\r\n4\r\n\r\n5,"open\r\n6,f\r\n' >a.csv
    run "$DOC2PGSQL" preview a.csv
    refused 4 'a.csv:3: rejected: the record has 3 fields, the header has 2'
    refused 4 'a.csv:6: rejected: the record has 1 fields, the header has 2'
    refused 4 'a.csv:8: rejected: a quote in this line is not closed to the end of the file; it begins: 5,"open'
    same "$(documents source a.csv 2>/dev/null)" $'a.csv#1\na.csv#3\na.csv#6'
}

@test "a quote that is never closed costs its record alone: not what comes behind it, and no line of it is an article" {
    printf 'id,text\n1,"a"\n2,"open, it goes on\nwith a line, and\nwith another, and\n3,"d, e"\n4,"f\ng"\n' >a.csv
    run "$DOC2PGSQL" preview a.csv
    refused 4 'a.csv:3: rejected: a quote in this line is not closed before another one opens in line 6; it begins: 2,"open'
    same "$(grep -c rejected <<<"$output")" 1
    same "$(documents source a.csv 2>/dev/null)" $'a.csv#1\na.csv#3\na.csv#4'
    # one column, where every line could be a record
    printf 'text\n"One of\ntwo lines"\n"open\nand on\nand on\n"Two"\n"Three"\n' >b.csv
    run "$DOC2PGSQL" preview b.csv
    refused 4 'b.csv:4: rejected: a quote in this line is not closed before another one opens in line 7'
    same "$(grep -c rejected <<<"$output")" 1
    same "$(paragraphs b.csv 2>/dev/null)" $'One of\ntwo lines\nTwo\nThree'
    # quotes within a text that are not doubled stand for themselves, as before
    printf 'id,text\n1,"He said "no" and\nthen, "yes" again"\n2,b\n' >c.csv
    same "$(documents source c.csv)" $'c.csv#1\nc.csv#2'
}

@test "quotes that are never closed, one a line: each is looked for no longer than the file is long" {
    python3 -c 'print("id,text"); [print(f"{i},\"\"\"x{i}") for i in range(100000)]' >a.csv
    run timeout 100 "$DOC2PGSQL" export -q --format=null a.csv
    same "$status" 4
    python3 -c 'print("text\n\"open"); [print(f"line {i}") for i in range(100000)]' >b.csv
    run "$DOC2PGSQL" export --format=null b.csv
    [[ "$output" == *'b.csv:2: rejected: a quote in this line is not closed to the end of the file'* ]]
}

@test "rows know the line of their record on which they began, wherever in the file it stands" {
    printf 'title,text\nT,"Heading one\n\nA sentence that ends.\n- item"\nU,"Another sentence, here."\n' >a.csv
    rm -rf rows
    "$DOC2PGSQL" export -q --output=rows a.csv
    same "$(python3 -c 'import csv
for name in "paragraphs", "bullets":
    for row in csv.DictReader(open("rows/%s.csv" % name)): print(row["line_no"], row["text"])')" \
        $'3 A sentence that ends.\n1 Another sentence, here.\n4 item'
}

@test "a byte order mark, and Excel's UTF-16" {
    printf '\xef\xbb\xbftext,id\nwords,1\n' >a.csv
    python3 -c 'open("b.tsv", "w", encoding="utf-16", newline="").write("id\ttext\r\n1\tGrüße, 漢字\r\n")'
    same "$(documents source,byte_count a.csv b.tsv)" $'a.csv#1|5\nb.tsv#1|15'
}
