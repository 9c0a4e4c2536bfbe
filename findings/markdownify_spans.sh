#!/bin/sh
# markdownify 1.2.3: a cell over two columns is followed by an empty cell, a cell over two rows is not.
# Guess: both spans are filled up, or neither is.
# Seen:  colspan keeps the width of its row; the row below a rowspan is one cell short and all of its cells stand one
#        column too far to the left.
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
"$work/venv/bin/pip" install -qq --disable-pip-version-check markdownify==1.2.3 beautifulsoup4==4.15.0
cat >"$work/run.py" <<'END'
import sys
from markdownify import markdownify

print(repr(markdownify(sys.argv[1])))
END
run() { "$work/venv/bin/python" "$work/run.py" "$@"; }

head='<tr><th>gear</th><th>n</th><th>kg</th></tr>'
top="'| gear | n | kg |\n| --- | --- | --- |\n"

check 'no span' "$top| net | 12 | 5 |'" "$(run "<table>$head<tr><td>net</td><td>12</td><td>5</td></tr></table>")"
check 'colspan at the start' "$top| net | | 5 |'" \
    "$(run "<table>$head<tr><td colspan=2>net</td><td>5</td></tr></table>")"
check 'colspan at the end' "$top| net | 12 | |'" \
    "$(run "<table>$head<tr><td>net</td><td colspan=2>12</td></tr></table>")"
check 'rowspan' "$top| net | 12 | 5 |\n| 13 | 6 |'" \
    "$(run "<table>$head<tr><td rowspan=2>net</td><td>12</td><td>5</td></tr><tr><td>13</td><td>6</td></tr></table>")"
