#!/bin/sh
# html2text 2025.4.15: what stands in a table cell is printed as it would be outside of the table.
# Guess: a cell is brought into one line, for a Markdown table's row cannot have two.
# Seen:  a <br> ends the line in the middle of the row; a list in a header cell puts its bullets between the header and
#        the dashes; a <caption> is glued to the first cell without a blank, and so are two <p> in one cell.
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

head='<tr><th>gear</th><th>n</th></tr>'

check 'plain' "'gear| n  \n---|---  \nnet| 12\n\n'" "$(run "<table>$head<tr><td>net</td><td>12</td></tr></table>")"
check 'br' "'gear| n  \n---|---  \nnet  \nof hemp| 12\n\n'" \
    "$(run "<table>$head<tr><td>net<br>of hemp</td><td>12</td></tr></table>")"
check 'list in the header' "'gear|\n\n  * big\n  * small\n\n  \n---|---  \nnet| 12\n\n'" \
    "$(run '<table><tr><th>gear</th><th><ul><li>big</li><li>small</li></ul></th></tr>
<tr><td>net</td><td>12</td></tr></table>')"
check 'caption' "'Geargear| n  \n---|---  \nnet| 12\n\n'" \
    "$(run "<table><caption>Gear</caption>$head<tr><td>net</td><td>12</td></tr></table>")"
check 'two p in a cell' "'gear| n  \n---|---  \nnetof hemp| 12\n\n'" \
    "$(run "<table>$head<tr><td><p>net</p><p>of hemp</p></td><td>12</td></tr></table>")"
