#!/bin/sh
# markdownify 1.2.3: a table whose first row is not all <th> gets a header row of empty cells above it.
# Guess: the first row becomes the header, as Markdown has no table without one (html2text does that, and
#        so does markdownify with table_infer_header).
# Seen:  '|  |  |' and the dashes come first, and the whole table is body; so it is for a table whose rows each begin with
#        a <th>. An empty header cell therefore says nothing about the page.
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

end='<tr><td>rope</td><td>3</td></tr>'

check 'no th' "'|  |  |\n| --- | --- |\n| net | 12 |\n| rope | 3 |'" \
    "$(run "<table><tr><td>net</td><td>12</td></tr>$end</table>")"
check 'th heads the rows' "'|  |  |\n| --- | --- |\n| net | 12 |\n| oar | 4 |'" \
    "$(run '<table><tr><th>net</th><td>12</td></tr><tr><th>oar</th><td>4</td></tr></table>')"
check 'th only' "'| gear | n |\n| --- | --- |\n| rope | 3 |'" \
    "$(run "<table><tr><th>gear</th><th>n</th></tr>$end</table>")"

"$work/venv/bin/pip" install -qq --disable-pip-version-check html2text==2025.4.15
check 'html2text, no th' 'net| 12 / ---|--- / rope| 3 /' \
    "$(echo "<table><tr><td>net</td><td>12</td></tr>$end</table>" | "$work/venv/bin/html2text" |
        sed '/./!d; s/ *$/ \//' | tr '\n' ' ' | sed 's/ $//')"
