#!/bin/sh
# Resiliparse 2.0.1, plain text of tables: which cells keep a place in the line.
# Guess: each line has as many fields as the table has columns, or empty cells are left out everywhere.
# Seen:  an empty cell at the start or in the middle keeps its two tabs; empty cells at the end of a row are cut off, and
#        with them their tabs; colspan and rowspan hold no place, so a row below a rowspan begins in the wrong column.
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

run() { "$work/venv/bin/python" "$work/run.py" '<div><div>' "<table>$1</table>" '</div></div>'; }
full='<tr><td>p</td><td>q</td><td>r</td></tr>'

check 'first cell empty' "'\t\t8\t\t9\np\t\tq\t\tr'" "$(run "<tr><td></td><td>8</td><td>9</td></tr>$full")"
check 'middle cell empty' "'cod\t\t\t\t9\np\t\tq\t\tr'" "$(run "<tr><td>cod</td><td></td><td>9</td></tr>$full")"
check 'last cell empty' "'cod\t\t8\np\t\tq\t\tr'" "$(run "<tr><td>cod</td><td>8</td><td></td></tr>$full")"
check 'two last cells empty' "'cod\np\t\tq\t\tr'" "$(run "<tr><td>cod</td><td></td><td></td></tr>$full")"
check 'colspan' "'cod\t\t9\np\t\tq\t\tr'" "$(run "<tr><td colspan=2>cod</td><td>9</td></tr>$full")"
check 'rowspan' "'p\t\t8\t\t9\ns\t\tt'" \
    "$(run '<tr><td rowspan=2>p</td><td>8</td><td>9</td></tr><tr><td>s</td><td>t</td></tr>')"
