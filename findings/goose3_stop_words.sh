#!/bin/sh
# goose3 3.1.22: a heading, item or paragraph is kept only if it holds at least three stop words, however long it is.
# Guess: what stands between two kept paragraphs of an article is kept, or short blocks are dropped by their length.
# Seen:  'It was in the shed.' stays; a paragraph of twelve words with one stop word is dropped, and so are nearly all
#        headings, short items and cells of tables.
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
"$work/venv/bin/pip" install -qq --disable-pip-version-check goose3==3.1.22 lxml==6.1.3 lxml_html_clean==0.4.6
cat >"$work/run.py" <<'END'
import sys
from goose3 import Goose

text = "<p>" + "The ferry waited at the pier until the fog had lifted. " * 6 + "</p>"
page = f"<html lang=en><body><article>{text}{sys.argv[1]}{text}</article></body></html>"
lines = Goose({"enable_image_fetching": False}).extract(raw_html=page).cleaned_text.split("\n")
print(repr("\n".join(line for line in lines if line and not line.startswith("The ferry"))))
END
run() { "$work/venv/bin/python" "$work/run.py" "$@"; }

long='Skippers sold fresh herring, cod, saithe, wolffish and ling cheaply yesterday afternoon.'

check 'short p, four stop words' "'It was in the shed.'" "$(run '<p>It was in the shed.</p>')"
check 'long p, one stop word' "''" "$(run "<p>$long</p>")"
check 'h2, two stop words' "''" "$(run '<h2>Boats of the town</h2>')"
check 'h2, three stop words' "'Boats of the town and sound'" "$(run '<h2>Boats of the town and sound</h2>')"
check 'ul' "'• It was in the shed.'" "$(run '<ul><li>Nets, ropes, oars</li><li>It was in the shed.</li></ul>')"
check 'table' "''" "$(run '<table><tr><td>net</td><td>12</td></tr></table>')"
