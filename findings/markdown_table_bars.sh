#!/bin/sh
# markdownify 1.2.3 and html2text 2025.4.15: a bar in the text of a cell is written as it is.
# Guess: the bar gets a backslash, since in a table it would end the cell (pandoc writes 'port\|starboard').
# Seen:  the row has a cell more than the header, and the cells behind the bar stand one column too far to the right.
#        Both escape other characters: html2text the point in '1901. A year', markdownify a star. markdownify has a switch
#        for it (escape_misc); html2text's escape_snob leaves the bar alone.
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
"$work/venv/bin/pip" install -qq --disable-pip-version-check markdownify==1.2.3 beautifulsoup4==4.15.0 html2text==2025.4.15
cat >"$work/run.py" <<'END'
import sys
from html2text import HTML2Text, html2text
from markdownify import markdownify

snob = HTML2Text()
snob.escape_snob = True
convert = {"markdownify": markdownify, "html2text": html2text, "snob": snob.handle,
           "misc": lambda html: markdownify(html, escape_misc=True)}[sys.argv[1]]
print(repr(convert(sys.argv[2])))
END
run() { "$work/venv/bin/python" "$work/run.py" "$@"; }

table='<table><tr><th>lamp</th><th>n</th></tr><tr><td>port|starboard</td><td>2</td></tr></table>'

check 'markdownify' "'| lamp | n |\n| --- | --- |\n| port|starboard | 2 |'" "$(run markdownify "$table")"
check 'html2text' "'lamp| n  \n---|---  \nport|starboard| 2\n\n'" "$(run html2text "$table")"
check 'html2text, escape_snob' "'lamp| n  \n---|---  \nport|starboard| 2\n\n'" "$(run snob "$table")"
check 'markdownify, escape_misc' "'| lamp | n |\n| --- | --- |\n| port\\\\|starboard | 2 |'" "$(run misc "$table")"
check 'markdownify, star' "'2 \\\\* 3'" "$(run markdownify '<p>2 * 3</p>')"
check 'html2text, point' "'1901\\\\. A year\n\n'" "$(run html2text '<p>1901. A year</p>')"
