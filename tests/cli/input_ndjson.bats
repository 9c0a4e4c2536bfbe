#!/usr/bin/env bats
# NDJSON and JSON, written by python's json and by PostgreSQL.
bats_require_minimum_version 1.5.0
load input

@test "fields are found by their common names, the rest is metadata" {
    python3 - >a.jsonl <<'PYTHON'
import json
print(json.dumps({"id": "x1", "text": "Körper\nzwei", "title": "T", "authors": ["A", "B"], "url": "http://x/",
                  "lang": "de", "date": "2024-05-03T10:00:00+02:00", "site_name": "S",
                  "tags": ["a", {"b": None}], "score": 0.5}))
print(json.dumps({"content": "nothing else 🙂"}, ensure_ascii=False))
PYTHON
    same "$(documents source,title,author,site,url,language,published_at,metadata a.jsonl)" \
        'a.jsonl#x1|T|A, B|S|http://x/|de|2024-05-03 08:00:00.000000+00|{"tags":["a",{"b":null}],"score":0.5}
a.jsonl#sha256:d236d5f6fd44c0e5|||||||'
}

@test "every text that python's json writes comes through" {
    python3 - <<'PYTHON'
import json, random, unicodedata
random.seed(5)
chars = "aZ 9.,;äß€漢🙂\"\\/\t\u200b{}[]:" + "".join(map(chr, range(0x20, 0x7f)))
texts = ["text " + "".join(random.choice(chars) for _ in range(random.randint(1, 3000))) for _ in range(300)]
texts = [unicodedata.normalize("NFC", " ".join(t.split()) + ".") for t in texts]
with open("ascii.jsonl", "w") as a, open("utf8.jsonl", "w", encoding="utf-8") as u:
    for i, t in enumerate(texts):
        print(json.dumps({"n": i, "text": t, "other": t}), file=a)
        print(json.dumps({"other": t, "text": t}, ensure_ascii=False, separators=(",", ":")), file=u)
json.dump([{"text": t, "other": t} for t in texts], open("array.json", "w"), indent=1)
json.dump(texts, open("wanted", "w"))
PYTHON
    for file in ascii.jsonl utf8.jsonl array.json; do
        rm -rf rows
        "$DOC2PGSQL" export -q --output=rows "$file"
        python3 - <<'PYTHON'
import csv, hashlib, json
wanted = json.load(open("wanted"))
rows = list(csv.DictReader(open("rows/documents.csv", encoding="utf-8", newline="")))
assert len(rows) == len(wanted)
for row, text in zip(rows, wanted):
    assert row["content_sha256"] == "\\x" + hashlib.sha256(text.encode()).hexdigest(), text
    assert json.loads(row["metadata"])["other"] == text, text
PYTHON
    done
}

@test "--map names the fields, also inside others" {
    echo '{"_id": 1, "_source": {"page": {"md": "Deep text.", "n": 2}}, "headline": "H", "text": "not this"}' >a.jsonl
    same "$(documents source,title,metadata --map=text=_source.page.md,title= a.jsonl)" \
        'a.jsonl#1||{"_source":{"page":{"n":2}},"headline":"H","text":"not this"}'
    same "$(paragraphs --map=text=_source.page.md a.jsonl)" 'Deep text.'
    run "$DOC2PGSQL" preview --map=colour=x a.jsonl
    refused 2 "--map knows no 'colour'"
}

@test "a field that --map names and no record of a file has is told, once a file" {
    printf '{"id": %d, "text": "Words of %d."}\n' 1 1 2 2 >a.jsonl
    printf '{"id": %d, "nr": %d, "text": "Words."}\n' 1 1 2 2 >b.jsonl
    run --separate-stderr "$DOC2PGSQL" export --format=null --map=id=nr,text=text,title=headline a.jsonl b.jsonl
    same "$stderr" "doc2pgsql: $(realpath .)/a.jsonl: no record has the field nr (--map id=), headline (--map title=)
doc2pgsql: $(realpath .)/b.jsonl: no record has the field headline (--map title=)"
    run --separate-stderr "$DOC2PGSQL" export --format=null --map=id=nr,id=id,title= a.jsonl
    same "$stderr" ""
}

@test "a bad line is one rejected record with its line number" {
    printf '%s\n' '{"text": "first"}' '{"text": "cut' 'no json' '{"a": 1, "b": 2}' '{"text": "last"}' >a.jsonl
    run "$DOC2PGSQL" preview a.jsonl
    refused 4 'a.jsonl:2: rejected: the JSON object does not end; it begins: {"text": "cut'
    refused 4 'a.jsonl:3: rejected: is no JSON object; it begins: no json'
    refused 4 'a.jsonl:4: rejected: has no text; its fields are: a, b. Say which of them is the text: --map text=FIELD'
    same "$(documents source a.jsonl 2>/dev/null)" $'a.jsonl#sha256:a7937b64b8caa58f\na.jsonl#sha256:3547cb112ac4489a'
}

@test "a first line that is broken costs itself alone, where the name says what the file is" {
    for first in '{"text": "cut' '{bro ken' 'no json'; do
        printf '%s\n' "$first" '{"text": "second"}' >a.ndjson
        gzip -c a.ndjson >b.jsonl.gz
        run "$DOC2PGSQL" preview a.ndjson
        refused 4 "a.ndjson:1: rejected: "
        refused 4 "; it begins: $first"
        same "$(documents source a.ndjson b.jsonl.gz 2>/dev/null)" $'a.ndjson#sha256:16367aacb67a4a01\nb.jsonl.gz#sha256:16367aacb67a4a01'
    done
}

@test "a line larger than --article-limit is rejected" {
    python3 -c 'import json
print(json.dumps({"text": "x" * 3000000})); print(json.dumps({"text": "small"}))' >a.jsonl
    run "$DOC2PGSQL" preview --article-limit=1M a.jsonl
    refused 4 'a.jsonl:1: rejected: the line is larger than the 1 MB one article may have; --article-limit allows more'
    [[ $output == *small* ]]
}

@test "the same id twice gives two articles" {
    printf '{"id": 1, "text": "a"}\n{"id": 1, "text": "b"}\n' >a.jsonl
    same "$(documents source a.jsonl)" $'a.jsonl#1\na.jsonl#1~2'
}

@test "PostgreSQL takes whatever metadata there is" {
    new_database
    python3 - >a.jsonl <<'PYTHON'
import json
odd = {"nan": float("nan"), "inf": -float("inf"), "big": 10 ** 400, "nul": "a\0b\\u0000", "lone": "\ud800",
       "deep": [[[[{"a": []}]]]], "float": 1e-300, "key\0nul": 1, "date": "soon", "control": "".join(map(chr, range(32)))}
print(json.dumps({"id": 1, "text": "a text\0 with NUL", "title": "\0", **odd}))
for n, date in enumerate(["0000-00-00", "2024-02-30", "infinity", "May 3, 2024", 1714725015, 12345, "9999-12-31T23:59:59-23:00",
                          "2024-05-03T24:00:00Z", "294277-01-01", "epoch", "2024-05-03T10:00:00+99:99"]):
    print(json.dumps({"id": "d%d" % n, "text": "t", "date": date}))
print('{"id": "e", "text": "t", "x": 1e999999, "y": 1E-99999, "z": 123456789012345678901234567890}')
PYTHON
    "$DOC2PGSQL" load --quiet a.jsonl
    same "$(query "select count(*), count(published_at) from documents")" '13|2'
    same "$(query "select metadata->>'x', metadata->>'z' from documents where source like '%#e'")" \
        '1e999999|123456789012345678901234567890'
    same "$(query "select metadata->>'nan', metadata->>'nul', metadata->>'date' from documents where source like '%#1'")" \
        'NaN|ab\u0000|soon'
    same "$(query "select string_agg(metadata->>'date', ' ' order by document_id) from documents where source like '%#d_'
                   and published_at is null")" \
        '0000-00-00 2024-02-30 infinity 12345 9999-12-31T23:59:59-23:00 2024-05-03T24:00:00Z 294277-01-01 epoch'
    drop_database
}

@test "what PostgreSQL's row_to_json writes can be read" {
    psql -XAtqc "select row_to_json(x) from (select 7 as id, E'He said \"one line\" and left.\\nThen came another.' as body,
                 now()::timestamp(0) as created_at, null as title) x" >a.jsonl
    same "$(documents source,title,line_count a.jsonl)" 'a.jsonl#7||2'
    [ -n "$(documents published_at a.jsonl)" ]
}
