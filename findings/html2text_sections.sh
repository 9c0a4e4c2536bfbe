#!/bin/sh
# html2text 2025.4.15: <section>, <article>, <header>, <footer>, <address> and <summary> do not end a line.
# Guess: every block element of HTML is a block, as <div> and <p> are.
# Seen:  the words of two neighbouring ones are glued together without a blank, so 'Winter' and 'Harbour' become one word;
#        <div>, <p>, <main> and a <p> inside the section keep them apart.
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
"$work/venv/bin/pip" install -qq --disable-pip-version-check html2text==2025.4.15
cat >"$work/run.py" <<'END'
import sys
from html2text import html2text

print(repr(html2text(sys.argv[1])))
END
run() { "$work/venv/bin/python" "$work/run.py" "$@"; }


for name in section article address; do
    check "two $name" "'WinterHarbour\n\n'" "$(run "<$name>Winter</$name><$name>Harbour</$name>")"
done
check 'header, footer' "'WinterHarbour\n\n'" "$(run '<header>Winter</header><footer>Harbour</footer>')"
check 'summary' "'WinterHarbour\n\n'" "$(run '<details><summary>Winter</summary>Harbour</details>')"
check 'two div' "'Winter\n\nHarbour\n\n'" "$(run '<div>Winter</div><div>Harbour</div>')"
check 'p in section' "'Winter\n\nHarbour\n\n'" \
    "$(run '<section><p>Winter</p></section><section><p>Harbour</p></section>')"
