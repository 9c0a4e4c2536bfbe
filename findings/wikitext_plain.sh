#!/bin/sh
# mwparserfromhell 0.7.2 and wikitextparser 3.0.0, plain text: a footnote stands in the middle of its sentence.
# Guess: <ref> is left out, as it is shown elsewhere; of a picture the caption is left; a table in a table keeps its cells.
# Seen:  both print the note behind the word: '12<ref>See 3 tugs.</ref> boats' is '12See 3 tugs. boats'; only a note that is
#        a template goes. mwparserfromhell keeps a picture's layout: 'thumb|upright|The pier'. With a table inside a cell
#        wikitextparser's plain_text() loses rows of the outer one, which tables[0].data() has.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# check WHAT WAS NOW
check() {
    [ "$2" = "$3" ] || { printf 'CHANGED %s\n  was: %s\n  now: %s\n' "$1" "$2" "$3"; exit 1; }
    printf 'PASS %s: %s\n' "$1" "$3"
}

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check mwparserfromhell==0.7.2 wikitextparser==3.0.0
cat >"$work/run.py" <<'END'
import sys
import mwparserfromhell
import wikitextparser

print({"mw": lambda text: mwparserfromhell.parse(text).strip_code(),
       "wtp": lambda text: " ".join(wikitextparser.parse(text).plain_text().split())}[sys.argv[1]](sys.argv[2]))
END
run() { "$work/venv/bin/python" "$work/run.py" "$@"; }

for tool in mw wtp; do
    check "$tool, note" 'It held 12See 3 tugs. boats.' "$(run $tool 'It held 12<ref>See 3 tugs.</ref> boats.')"
    check "$tool, note of a template" 'It held 12 boats.' "$(run $tool 'It held 12<ref>{{cite book|title=Tugs}}</ref> boats.')"
done
check 'mw, picture' 'Fog. thumb|upright|The pier' "$(run mw 'Fog. [[File:pier.jpg|thumb|upright|The pier]]')"
check 'wtp, picture' 'Fog.' "$(run wtp 'Fog. [[File:pier.jpg|thumb|upright|The pier]]')"
check 'wtp, table in a table' 'gear n {| net 5 rope 6' "$(run wtp '{|
! gear !! n
|-
|
{|
| net || 5
|-
| rope || 6
|}
| 12
|-
| oar || 3
|}')"
