#!/bin/sh
# markdownify 1.2.3: a <caption> or <colgroup> costs the table its row of dashes, unless the rows are inside <thead> or
# <tbody>.
# Guess: a first row of <th> is a header; what stands before the rows does not matter.
# Seen:  without <tbody> (a parser of HTML 5 would add it, html.parser does not) the header is recognised only if no
#        element stands before its <tr>. With a caption there is no line of dashes at all, so the output is no table in
#        Markdown but a paragraph with bars.
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

rows='<tr><th>gear</th><th>n</th></tr><tr><td>net</td><td>12</td></tr>'

check 'rows alone' "'| gear | n |\n| --- | --- |\n| net | 12 |'" "$(run "<table>$rows</table>")"
check 'caption' "'Gear\n\n| gear | n |\n| net | 12 |'" "$(run "<table><caption>Gear</caption>$rows</table>")"
check 'colgroup' "'| gear | n |\n| net | 12 |'" "$(run "<table><colgroup><col><col></colgroup>$rows</table>")"
check 'caption and tbody' "'Gear\n\n| gear | n |\n| --- | --- |\n| net | 12 |'" \
    "$(run "<table><caption>Gear</caption><tbody>$rows</tbody></table>")"
