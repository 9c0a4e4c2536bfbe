#!/bin/sh
# pandoc 3.9, HTML to GitHub's Markdown: one cell that does not fit in one line turns the whole table into HTML.
# Guess: GitHub's tables allow <br> in a cell, so the cell is written with <br> and the table stays one of bars.
# Seen:  a <br>, a list or a second <p> in any cell, or a colspan, and the output is <table> with all its rows; a single
#        <p> in a cell is harmless. A document in Markdown has tables in two languages then. A caption of a table of bars
#        is a paragraph of its own below it.
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
"$work/venv/bin/pip" install -qq --disable-pip-version-check pypandoc_binary==1.17
cat >"$work/run.py" <<'END'
import sys
import pypandoc

assert pypandoc.get_pandoc_version() == "3.9", pypandoc.get_pandoc_version()
print(pypandoc.convert_text(sys.argv[2], sys.argv[1], format="html").strip())
END
run() { "$work/venv/bin/python" "$work/run.py" "$@" | tr '\n' '/' | sed 's,/$,,'; }

head='<tr><th>gear</th><th>n</th></tr>'
first() { run gfm "<table>$head<tr>$1<td>12</td></tr></table>" | cut -d/ -f 1; }

check 'plain' '| gear | n   |' "$(first '<td>net</td>')"
check 'one p' '| gear | n   |' "$(first '<td><p>net</p></td>')"
check 'br' '<table>' "$(first '<td>net<br>of hemp</td>')"
check 'list' '<table>' "$(first '<td><ul><li>net</li></ul></td>')"
check 'two p' '<table>' "$(first '<td><p>net</p><p>of hemp</p></td>')"
check 'colspan' '<table>' "$(run gfm "<table>$head<tr><td colspan=2>net</td></tr></table>" | cut -d/ -f 1)"
check 'caption' '| gear | n   |/|------|-----|/| net  | 12  |//Gear' \
    "$(run gfm "<table><caption>Gear</caption>$head<tr><td>net</td><td>12</td></tr></table>")"
