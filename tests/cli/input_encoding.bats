#!/usr/bin/env bats
# Text hygiene: encodings, ill-formed bytes, line ends, normalisation.
load input

encoded() { python3 -c 'import sys; open(sys.argv[1], "wb").write(sys.argv[3].encode(sys.argv[2]))' "$@"; }

@test "UTF-8, UTF-16 and Windows-1252 give the same text" {
    text='Grüße aus Zürich, sagt “José” – für 5 € und à la carte.'
    for encoding in utf-8 utf-8-sig utf-16 utf-16-le utf-16-be utf-32 cp1252; do
        encoded a.txt $encoding "$text"
        same "$encoding: $(paragraphs a.txt)" "$encoding: $text"
    done
}

@test "--encoding forces another" {
    encoded a.txt cp1251 'Привет, мир, как дела сегодня.'
    encoded b.jsonl koi8-r '{"text": "Привет, мир, как дела сегодня."}'
    same "$(paragraphs --encoding=WINDOWS-1251 a.txt)" 'Привет, мир, как дела сегодня.'
    same "$(paragraphs --encoding=KOI8-R b.jsonl)" 'Привет, мир, как дела сегодня.'
    run "$DOC2PGSQL" preview --encoding=NONE-1 a.txt
    refused 2 "the encoding 'NONE-1' is not known here"
}

@test "ill-formed and NUL bytes are counted, and the first is located" {
    printf 'Größe, a\xff broken and a NUL\0 byte here.\n' >a.txt
    run "$DOC2PGSQL" preview a.txt
    [ "$status" -eq 0 ]
    [[ $output == *'a.txt: 2 ill-formed or NUL bytes repaired, the first at byte 10'* ]]
    same "$(paragraphs a.txt 2>/dev/null)" $'Größe, a\xef\xbf\xbd broken and a NUL byte here.'
}

@test "text in another encoding is converted where its bytes leave no doubt, else refused with the guess" {
    for i in {1..20}; do printf 'Привет, мир, как дела сегодня. '; done >b.utf8
    iconv -f UTF-8 -t CP1251 b.utf8 >b.txt
    printf 'M\xb3yn, \xbfe\n' >c.txt
    printf 'Another article.\n' >d.txt
    same "$(paragraphs b.txt)" "$(sed 's/ $//' b.utf8)"
    run "$DOC2PGSQL" preview b.txt c.txt d.txt
    [ "$status" -eq 4 ]
    [[ $output == *"c.txt: rejected: is in another encoding than UTF-8: 2 bytes are ill-formed, the first at byte 1 (by its bytes it may be WINDOWS-1250). Say which it is: --encoding=WINDOWS-1250"* ]]
    [[ $output == *'d.txt'* ]]
}

@test "line ends of every kind" {
    printf 'One sentence here.\rTwo sentences here.\r\nThree sentences here.\n' >a.txt
    same "$(paragraphs a.txt)" $'One sentence here.\nTwo sentences here.\nThree sentences here.'
}

@test "letters and marks are composed" {
    printf 'Zu\xcc\x88rich und Ange\xcc\x81lique, ein Satz.\n' >a.txt
    same "$(paragraphs a.txt)" 'Zürich und Angélique, ein Satz.'
}

@test "a CSV or NDJSON file in another encoding is converted, and that is said once" {
    python3 - <<'PYTHON'
rows = {"gb18030": ("磨坊", "磨坊在河边。它是一座非常古老的建筑，每年都有很多人来参观。"), "cp932": ("水車", "水車小屋は川のそばにあります。とても古い建物です。"),
        "euc-jp": ("水車", "水車小屋は川のそばにあります。とても古い建物です。"), "big5": ("磨坊", "磨坊在河邊。它是一座非常古老的建築，每年都有很多人來參觀。"),
        "euc-kr": ("방앗간", "방앗간은 강가에 있습니다. 아주 오래된 건물입니다."), "koi8-r": ("Мост", "Мост построен давно. Он стоит у реки, и его все знают."),
        "cp1251": ("Мост", "Мост построен давно. Он стоит у реки, и его все знают."), "cp1250": ("Młyn", "Młyn stoi nad rzeką. Jest bardzo stary, a każdego roku oglądają go tysiące gości, także zimą."),
        "cp1252": ("Mühle", "Die Mühle steht am Fluß. Sie ist schön, und jedes Jahr kommen Gäste über die Brücke.")}
for name, (title, text) in rows.items():
    with open(name + ".csv", "wb") as f: f.write(("title,text\n" + "".join(f"{title},\"{text} {n}.\"\n" for n in "123")).encode(name))
    with open(name + ".jsonl", "wb") as f: f.write("".join('{"title": "%s", "text": "%s %s.", "other": "%s"}\n' % (title, text, n, title) for n in "123").encode(name))
    with open(name + ".txt", "w") as f: f.write("".join(f"{title}|{text} {n}.\n" for n in "123"))
PYTHON
    for name in gb18030 cp932 euc-jp big5 euc-kr koi8-r cp1251 cp1250 cp1252; do
        for file in $name.csv $name.jsonl; do
            same "$file: $(documents title $file 2>notes)" "$file: $(cut -d '|' -f 1 $name.txt)"
            same "$(paragraphs $file 2>/dev/null)" "$(cut -d '|' -f 2 $name.txt)"
            same "$(grep -c 'read as ' notes)" 1
        done
    done
}

@test "a file of records whose encoding can't be told is refused once, with the guess" {
    for i in 1 2 3; do printf 'title,text\n' >a.csv; done
    for i in 1 2 3 4 5 6; do printf '%s,\xd0\xe5 \xea\xe0\n' $i >>a.csv; done
    run "$DOC2PGSQL" preview a.csv
    refused 4 'a.csv: rejected: is in another encoding than UTF-8: '
    refused 4 'Say which it is: --encoding='
    [ "${#lines[@]}" -eq 1 ]
}

@test "a file that turns to another encoding later ends in an error, not in other letters" {
    python3 - <<'PYTHON'
russian = "Мост построен давно. Он стоит у реки, и его все знают."
line = '{"id": %d, "text": "' + russian + ' %d."}\n'
with open("a.jsonl", "wb") as f:
    for i in range(6000): f.write((line % (i, i)).encode("cp1251"))
    for i in range(200): f.write((line % (i, i)).encode("utf-8"))
with open("b.jsonl", "wb") as f:
    for i in range(3): f.write((line % (i, i)).encode("utf-8"))
    f.write(b'{"id": 3, "text": "\xd0\xe5 \xea\xe0 \xec\xee"}\n')
    f.write((line % (4, 4)).encode("utf-8"))
with open("c.jsonl", "wb") as f:
    for i in range(300): f.write(('{"id": %d, "text": "水車小屋は川のそばにあります。とても古い建物です。%d"}\n' % (i, i)).encode("euc-jp"))
    f.write(b'{"id": 3, "text": "\xff\xfe \xff\xfe \xa4"}\n')
PYTHON
    run "$DOC2PGSQL" export --format=null a.jsonl
    refused 4 'a.jsonl: rejected: from byte '
    refused 4 'on it is UTF-8, and not WINDOWS-1251 as at its beginning'
    run documents source b.jsonl
    [[ $output == *'b.jsonl#3: rejected: is in another encoding than UTF-8: 6 bytes are ill-formed'* ]]
    [[ $output == *'b.jsonl#4'* ]]
    run "$DOC2PGSQL" preview c.jsonl
    refused 4 'c.jsonl:301: rejected: 5 of its characters are ill-formed in EUC-JP-MS, as which the file begins'
}

@test "what is found out is said, for UTF-16 without a mark too" {
    encoded a.txt utf-16-le $'# 磨坊\n磨坊在河边。它是一座非常古老的建筑，每年都有很多人来参观。\n'
    encoded b.txt cp1252 'Grüße aus Zürich, für Übungen'
    for pair in a.txt=UTF-16LE b.txt=WINDOWS-1252; do
        run "$DOC2PGSQL" preview ${pair%=*}
        [ "$status" -eq 0 ]
        [[ $output == *"${pair%=*}: read as ${pair#*=} by what its bytes suggest; --encoding says otherwise"* ]]
    done
    run "$DOC2PGSQL" preview --encoding=WINDOWS-1252 b.txt
    [[ $output != *'read as'* ]]
}
