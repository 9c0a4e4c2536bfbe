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

@test "what is mostly ill-formed is no article, unless its encoding is said" {
    for i in {1..20}; do printf 'Привет, мир, как дела сегодня. '; done >b.utf8
    iconv -f UTF-8 -t CP1251 b.utf8 >b.txt
    printf 'Another article.\n' >c.txt
    run "$DOC2PGSQL" preview b.txt c.txt
    [ "$status" -eq 4 ]
    [[ $output == *"b.txt: rejected: is no text, or in an encoding that isn't known: "*' of 620 bytes are ill-formed. Say which it is: --encoding NAME'* ]]
    [[ $output == *'c.txt'* ]]
    same "$(paragraphs --encoding=WINDOWS-1251 b.txt)" "$(sed 's/ $//' b.utf8)"
}

@test "line ends of every kind" {
    printf 'One sentence here.\rTwo sentences here.\r\nThree sentences here.\n' >a.txt
    same "$(paragraphs a.txt)" $'One sentence here.\nTwo sentences here.\nThree sentences here.'
}

@test "letters and marks are composed" {
    printf 'Zu\xcc\x88rich und Ange\xcc\x81lique, ein Satz.\n' >a.txt
    same "$(paragraphs a.txt)" 'Zürich und Angélique, ein Satz.'
}
