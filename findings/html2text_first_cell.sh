#!/bin/sh
# html2text 2025.4.15 read by markdown-it-py 4.3.0 and marko 2.2.4: in a row whose first cell is empty the values slide
# left.
# Guess: an empty cell keeps its place, whoever reads the table; a table of one column is a table.
# Seen:  html2text writes no bars at the edges, so the row is '| 12', whose bar is taken for the edge: 12 stands under
#        'gear'. Python-Markdown and mistune read it as it was meant. With an empty first header there is no table at all. A
#        table of one column is 'gear' over '---', a heading with a paragraph. With pad_tables=True the edges are written.
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
"$work/venv/bin/pip" install -qq --disable-pip-version-check html2text==2025.4.15 markdown-it-py==4.3.0 marko==2.2.4 \
    markdown==3.11.3 mistune==3.4.0
cat >"$work/run.py" <<'END'
import re
import sys
import html2text
import markdown
import mistune
from markdown_it import MarkdownIt
from marko.ext.gfm import gfm

tool, rows = sys.argv[1:]
text = html2text.html2text(f"<table>{rows}</table>")
html = {"text": str.strip, "markdown-it-py": MarkdownIt().enable("table").render, "marko": gfm.convert,
        "markdown": lambda t: markdown.markdown(t, extensions=["tables"]),
        "mistune": mistune.create_markdown(plugins=["table"])}[tool](text)
print(re.sub(r"\s*\n\s*", "/" if tool == "text" else "", html.strip()))
END
run() { "$work/venv/bin/python" "$work/run.py" "$@"; }

empty='<tr><th>gear</th><th>n</th></tr><tr><td></td><td>12</td></tr>'

check 'html2text' 'gear| n/---|---/| 12' "$(run text "$empty")"
for tool in markdown-it-py:'<td>12</td><td></td>' marko:'<td>12</td><td></td>' markdown:'<td></td><td>12</td>' \
    mistune:'<td></td><td>12</td>'; do
    check "${tool%%:*}" "${tool#*:}" "$(run "${tool%%:*}" "$empty" | grep -o '<td>.*</td>')"
done
check 'empty first header' '<p>| n<br />---|---<br />net| 12</p>' \
    "$(run markdown-it-py '<tr><th></th><th>n</th></tr><tr><td>net</td><td>12</td></tr>')"
check 'one column' '<h2>gear</h2><p>net<br />rope</p>' \
    "$(run markdown-it-py '<tr><th>gear</th></tr><tr><td>net</td></tr><tr><td>rope</td></tr>')"
