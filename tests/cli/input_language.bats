#!/usr/bin/env bats
# What a source states as language, and what the text tells where it states none.
load input

@test "language is a code of two letters or NULL, and what the source states is kept in metadata" {
    printf '{"language": "%s", "text": "x y."}\n' en EN eng en-US English de-DE Deutsch zh-Hans cmn pt-BR und >a.jsonl
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
