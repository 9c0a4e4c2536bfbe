#!/bin/sh
# Resiliparse 2.0.1, extract_plain_text(main_content=True): a <ul> that has fewer than three elements between it and
# <body> is left out, however long its items are.
# Guess: a list between two paragraphs of an article is main content wherever the article stands.
# Seen:  below body > article the <ul> is gone without a trace, below body > div > div > article it is there; <ol> and
#        <dl> in the same place stay.
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
"$work/venv/bin/pip" install -qq --disable-pip-version-check resiliparse==2.0.1
cat >"$work/run.py" <<'END'
import sys
from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

before, block, after = sys.argv[1:]
text = "<p>" + "The ferry waited at the pier until the fog had lifted. " * 6 + "</p>"
page = f"<html><body>{before}{text}{block}{text}{after}</body></html>"
lines = extract_plain_text(HTMLTree.parse(page), main_content=True).split("\n")
print(repr("\n".join(line for line in lines if line and not line.startswith("The ferry"))))
END

run() { "$work/venv/bin/python" "$work/run.py" "$@"; }
item='<li>A rope of hemp, three fathoms long, lay on the deck all day.</li>'

check 'ul in body > article' "''" "$(run '<article>' "<ul>$item$item</ul>" '</article>')"
check 'ul in body > main > article' "''" "$(run '<main><article>' "<ul>$item$item</ul>" '</article></main>')"
check 'ul in body > div > div > article' "'  • net\n  • rope'" \
    "$(run '<div><div><article>' '<ul><li>net</li><li>rope</li></ul>' '</article></div></div>')"
check 'ol in body > article' "'  1. net\n  2. rope'" \
    "$(run '<article>' '<ol><li>net</li><li>rope</li></ol>' '</article>')"
check 'dl in body > article' "'net\nrope'" "$(run '<article>' '<dl><dt>net</dt><dd>rope</dd></dl>' '</article>')"
