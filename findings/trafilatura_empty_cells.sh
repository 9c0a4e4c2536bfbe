#!/bin/sh
# trafilatura 1.12.2, plain text of tables: an empty cell is taken out and the row is filled up at its end, so that all
# cells behind it slide one column to the left. The row has the right width, and nothing shows the shift.
# Guess: an empty cell prints as nothing between two bars, as 2.3.1 does it: '| cod |  | 9 | '.
# Seen:  'cod | 9 | |' in 1.12.2: 9 stands in the second column of three.
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
"$work/venv/bin/pip" install -qq --disable-pip-version-check trafilatura==1.12.2 htmldate==1.10.0 courlan==1.4.0 \
    lxml==5.4.0 lxml_html_clean==0.4.4 justext==3.0.2
cat >"$work/run.py" <<'END'
import sys
from trafilatura import extract

text = "<p>" + "The ferry waited at the pier until the fog had lifted. " * 6 + "</p>"
page = f"<html><body><article>{text}{sys.argv[1]}{text}</article></body></html>"
lines = extract(page, include_comments=False).split("\n")
print(repr("\n".join(line for line in lines if line and not line.startswith("The ferry"))))
END

run() { "$work/venv/bin/python" "$work/run.py" "<table>$1<tr><td>p</td><td>q</td><td>r</td></tr></table>"; }

check 'middle cell empty' "'cod | 9 | |\np | q | r |'" "$(run '<tr><td>cod</td><td></td><td>9</td></tr>')"
check 'first cell empty' "'8 | 9 | |\np | q | r |'" "$(run '<tr><td></td><td>8</td><td>9</td></tr>')"
check 'last cell empty' "'cod | 8 | |\np | q | r |'" "$(run '<tr><td>cod</td><td>8</td><td></td></tr>')"

"$work/venv/bin/pip" install -qq --disable-pip-version-check trafilatura==2.3.1 htmldate==1.11.0 lxml==6.1.3
check 'middle cell empty in 2.3.1' "'| cod |  | 9 | \n| p | q | r | '" "$(run '<tr><td>cod</td><td></td><td>9</td></tr>')"
