#!/usr/bin/env bats
# Compressed files and archives, made by gzip, zstd, xz, bzip2, tar and zip.
load input

@test "a name twice in an archive: two articles, and the next load finds nothing changed" {
    mkdir one two three
    printf 'First.\n' | tee one/a.txt >three/a.txt
    printf 'Second.\n' >two/a.txt
    tar cf t.tar -C one a.txt -C ../two a.txt -C ../three a.txt
    same "$(documents source t.tar)" $'t.tar!a.txt\nt.tar!a.txt~2\nt.tar!a.txt~3'
    same "$(paragraphs t.tar)" $'First.\nSecond.\nFirst.'
    new_database
    "$DOC2PGSQL" load -q t.tar
    run "$DOC2PGSQL" load t.tar
    [[ "$output" == *': 0 new, 0 changed, 3 unchanged, 0 rejected'* ]]
    drop_database
}

@test "compression is found by content, not by name" {
    printf 'A sentence that ends.\n' >a.txt
    gzip -c a.txt >a.one
    zstd -qc a.txt >a.two
    xz -c a.txt >a.three
    bzip2 -c a.txt >a.four
    same "$(documents source,byte_count a.one a.two a.three a.four)" $'a.one|22\na.two|22\na.three|22\na.four|22'
}

@test "several gzip members and zstd frames are one file" {
    for i in 1 2 3; do
        echo "{\"id\": $i, \"text\": \"words $i\"}" | gzip >>a.jsonl.gz
        echo "{\"id\": $i, \"text\": \"words $i\"}" | zstd -qc >>b.jsonl.zst
    done
    same "$(documents source a.jsonl.gz b.jsonl.zst | tr '\n' ' ')" \
        'a.jsonl.gz#1 a.jsonl.gz#2 a.jsonl.gz#3 b.jsonl.zst#1 b.jsonl.zst#2 b.jsonl.zst#3 '
}

@test "members of tar and zip, hidden ones skipped" {
    mkdir -p d/b
    echo one >d/a.txt
    echo two >d/b/süß.md
    echo no >d/.hidden
    tar --sort=name -czf a.tar.gz d
    tar --sort=name --zstd -cf a.any d
    zip -qr a.zip d/a.txt d/b d/.hidden
    for file in a.tar.gz a.any a.zip; do
        same "$(documents source $file)" "$file!d/a.txt"$'\n'"$file!d/b/süß.md"
    done
    same "$(documents source - <a.zip)" $'stdin!d/a.txt\nstdin!d/b/süß.md'
    same "$(documents source --include='*.md' a.tar.gz)" 'a.tar.gz!d/b/süß.md'
}

@test "nested one level, records in members keep their ids" {
    echo '{"id": "x", "text": "words"}' | zstd -qc >r.jsonl.zst
    printf 'id,text\n7,words\n' | gzip -c >c.csv.gz
    tar -cf a.tar r.jsonl.zst c.csv.gz
    zip -q z.zip a.tar
    same "$(documents source a.tar)" $'a.tar!r.jsonl.zst#x\na.tar!c.csv.gz#7'
    run "$DOC2PGSQL" preview z.zip
    refused 4 'z.zip!a.tar!r.jsonl.zst: rejected: packed more than twice; unpack the file around it first'
}

@test "a damaged file gives what is whole and says where it ends" {
    seq 5000 | sed 's/.*/{"id": &, "text": "some words &"}/' >r.jsonl
    gzip -c r.jsonl | head -c 9000 >cut.jsonl.gz
    run documents source cut.jsonl.gz
    [ "${lines[0]}" = "doc2pgsql: $(realpath cut.jsonl.gz): rejected: can't unpack it: truncated gzip input; test it with the tool that made it" ]
    [ "${lines[100]}" = 'cut.jsonl.gz#100' ]
}

@test "memory stays flat however large the file is" {
    python3 - <<'PYTHON'
import json
line = json.dumps({"text": "Some words that are the same. " * 100}) + "\n"
for name, count in ("small", 2000), ("large", 20000):
    with open(name + ".jsonl", "w") as f: f.write(json.dumps({"text": "Other words."}) + "\n" + line * count)
PYTHON
    peak() { python3 -c 'import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)' "$DOC2PGSQL" export --quiet --format=null "$1"; }
    small=$(peak small.jsonl)
    large=$(peak large.jsonl)
    [ "$large" -lt $((small + small / 4)) ] || { echo "$small kB, then $large kB"; false; }
    zstd -q large.jsonl
    packed=$(peak large.jsonl.zst)
    [ "$packed" -lt $((small + 16384)) ] || { echo "$small kB, then $packed kB"; false; }
}

@test "an Office file is no archive of articles, nor is an e-book" {
    python3 - <<'PYTHON'
import zipfile
def make(name, *members):
    with zipfile.ZipFile(name, "w") as z:
        for member, text in members: z.writestr(member, text)
types = ("[Content_Types].xml", "<Types/>")
make("a.docx", types, ("word/document.xml", "<w/>"))
make("late.docx", ("docProps/app.xml", "<x/>"), ("word/document.xml", "<w/>"), types)
make("a.xlsx", types, ("xl/workbook.xml", "<x/>"))
make("a.odt", ("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>"))
make("a.epub", ("mimetype", "application/epub+zip"), ("META-INF/container.xml", "<x/>"), ("1.xhtml", "<p>x</p>"))
make("a.jar", ("META-INF/MANIFEST.MF", "x"), ("a.txt", "text"))
make("articles.zip", ("late.docx", open("late.docx", "rb").read()), ("a.txt", "The mill turns.\n"))
PYTHON
    for file in a.docx late.docx a.odt; do
        run "$DOC2PGSQL" preview $file
        refused 4 "$file: rejected: is no article but a document of a word processor; convert it first: pandoc"
        run "$DOC2PGSQL" preview - <$file
        refused 4 'is no article but a document'
    done
    for file in a.epub -; do
        run "$DOC2PGSQL" preview $file <a.epub
        refused 4 'rejected: is an e-book without a package document; is it whole?'
    done
    run "$DOC2PGSQL" preview a.xlsx
    refused 4 'a.xlsx: rejected: is no article but an Office file; convert it first: markitdown'
    run "$DOC2PGSQL" export --format=null articles.zip
    refused 4 'articles.zip!late.docx: rejected: is no article but a document'
    [[ $output == *'1 article:'* ]]
    mkdir d && mv a.jar d && echo words >d/a.txt
    run "$DOC2PGSQL" export --format=null d
    [ "$status" -eq 0 ]
    [ "${lines[0]}" = 'passed over, for they hold no articles: programs 1' ]
}

@test "a window of zstd that is too large is said, with the way round" {
    printf '{"id": 1, "text": "The mill turns."}\n' >a.jsonl
    # a frame by hand, with a window of 256 MB and one raw block: zstd itself asks for no more than the text needs
    python3 - <<'PYTHON'
text = open("a.jsonl", "rb").read()
block = (len(text) << 3 | 1).to_bytes(3, "little")
open("a.jsonl.zst", "wb").write(b"\x28\xb5\x2f\xfd" + b"\x00" + bytes([18 << 3]) + block + text)
PYTHON
    run "$DOC2PGSQL" preview a.jsonl.zst
    refused 4 'its window is larger than is read here; let zstd do it: zstd -dc --long=31 FILE | doc2pgsql load -'
    same "$(zstd -dc --long=31 a.jsonl.zst | documents source -)" 'stdin#1'
}
