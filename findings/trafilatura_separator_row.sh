#!/bin/sh
# trafilatura 2.3.1, tables: the row of dashes follows the first row that has a <th>, wherever that row stands.
# Guess: it follows the first row, as Markdown wants it, or comes once under the head of the table.
# Seen:  a table whose second row is the first with a <th> has its dashes under the second; one without <th> has none, so
#        it is no Markdown table; a <caption> becomes a first row with dashes of its own, so the header has a second line
#        of dashes below it.
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
"$work/venv/bin/pip" install -qq --disable-pip-version-check trafilatura==2.3.1 htmldate==1.11.0 lxml==6.1.3 lxml_html_clean==0.4.6
cat >"$work/run.py" <<'END'
import sys
from trafilatura import extract

text = "<p>" + "The ferry waited at the pier until the fog had lifted. " * 6 + "</p>"
page = f"<html><body><article>{text}{sys.argv[1]}{text}</article></body></html>"
lines = extract(page, include_comments=False).split("\n")
print(repr("\n".join(line for line in lines if line and not line.startswith("The ferry"))))
END

run() { "$work/venv/bin/python" "$work/run.py" "<table>$1</table>"; }
end='<tr><td>rope</td><td>3</td></tr>'

check 'th in the first row' "'| gear | n | \n|---|---|\n| rope | 3 | '" "$(run "<tr><th>gear</th><th>n</th></tr>$end")"
check 'th heads the second row' "'| sail | 1 | \n| net | 12 | \n|---|---|\n| rope | 3 | '" \
    "$(run "<tr><td>sail</td><td>1</td></tr><tr><th>net</th><td>12</td></tr>$end")"
check 'th heads every row' "'| net | 12 | \n|---|---|\n| oar | 4 | '" \
    "$(run '<tr><th>net</th><td>12</td></tr><tr><th>oar</th><td>4</td></tr>')"
check 'no th' "'| net | 12 | \n| rope | 3 | '" "$(run "<tr><td>net</td><td>12</td></tr>$end")"
check 'caption' "'| Gear |  | \n|---|---|\n| gear | n | \n|---|---|\n| rope | 3 | '" \
    "$(run "<caption>Gear</caption><tr><th>gear</th><th>n</th></tr>$end")"
