#!/bin/sh
# Resiliparse 2.0.1, plain text of tables: cells stand in one line with two tabs between them, but a <p> or <div> in a
# cell makes each cell a line of its own, without any tab.
# Guess: what stands in a cell changes nothing about the row: one line, tabs between the cells.
# Seen:  <td>net</td><td>12</td> gives 'net\t\t12'; <td><p>net</p></td><td><p>12</p></td> gives 'net\n12', which no
#        longer tells rows from cells; <span> is harmless. 0.14.5 put nothing at all between the cells: 'net12'.
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

check 'bare cells' "'net\t\t12\nrope\t\t3'" \
    "$(run '<tr><td>net</td><td>12</td></tr><tr><td>rope</td><td>3</td></tr>')"
check 'span in the cells' "'net\t\t12'" "$(run '<tr><td><span>net</span></td><td><span>12</span></td></tr>')"
check 'p in the cells' "'net\n12\nrope\t\t3'" \
    "$(run '<tr><td><p>net</p></td><td><p>12</p></td></tr><tr><td>rope</td><td>3</td></tr>')"
check 'div in the cells' "'net\n12'" "$(run '<tr><td><div>net</div></td><td><div>12</div></td></tr>')"

"$work/venv/bin/pip" install -qq --disable-pip-version-check resiliparse==0.14.5
check 'bare cells in 0.14.5' "'net12\nrope3'" \
    "$(run '<tr><td>net</td><td>12</td></tr><tr><td>rope</td><td>3</td></tr>')"
