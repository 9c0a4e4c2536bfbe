#!/usr/bin/env bats
# What a source states as language, and what the text tells where it states none.
load input

@test "language is a code of two letters or NULL, and what the source states is kept in metadata" {
    printf '{"language": "%s", "text": "x %s."}\n' en 1 EN 2 eng 3 en-US 4 English 5 de-DE 6 Deutsch 7 \
        zh-Hans 8 cmn 9 pt-BR 10 und 11 >a.jsonl
    printf -- '---\nlang: ger\n---\n# A\n\nText.\n' >b.md
    same "$(documents language,metadata a.jsonl b.md)" 'en|
en|{"language":"EN"}
en|{"language":"eng"}
en|{"language":"en-US"}
en|{"language":"English"}
de|{"language":"de-DE"}
de|{"language":"Deutsch"}
zh|{"language":"zh-Hans"}
zh|{"language":"cmn"}
pt|{"language":"pt-BR"}
|{"language":"und"}
de|{"language":"ger"}'
}
