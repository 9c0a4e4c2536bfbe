#!/bin/sh
# Python-Markdown 3.11.3: an empty item makes a heading of the item above it, and what follows a table's last row is a row.
# Guess: '-' alone is an item without text; a heading or a list ends a table, as in CommonMark readers with GitHub's tables.
# Seen:  '- net', '-', '- rope' is the heading '- net' and a list of one: the lone dash is taken for the underline of a
#        heading. Right below a table '# Ice' and '- rope' are cells of its first column. '# C#' loses its second '#'.
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
"$work/venv/bin/pip" install -qq --disable-pip-version-check markdown==3.11.3 markdown-it-py==4.3.0
cat >"$work/run.py" <<'END'
import sys
import markdown
from markdown_it import MarkdownIt

tool, text = sys.argv[1:]
html = markdown.markdown(text, extensions=["tables"]) if tool == "markdown" else MarkdownIt().enable("table").render(text)
print(html.replace("\n", ""))
END
run() { "$work/venv/bin/python" "$work/run.py" "$@"; }

items='- net
-
- rope'
table='| gear | n |
|---|---|
| net | 12 |
# Ice
- rope'
head='<table><thead><tr><th>gear</th><th>n</th></tr></thead><tbody><tr><td>net</td><td>12</td></tr>'

check 'empty item' '<h2>- net</h2><ul><li>rope</li></ul>' "$(run markdown "$items")"
check 'empty item, markdown-it-py' '<ul><li>net</li><li></li><li>rope</li></ul>' "$(run markdown-it-py "$items")"
check 'below a table' "$head<tr><td># Ice</td><td></td></tr><tr><td>- rope</td><td></td></tr></tbody></table>" \
    "$(run markdown "$table")"
check 'below a table, markdown-it-py' "$head</tbody></table><h1>Ice</h1><ul><li>rope</li></ul>" "$(run markdown-it-py "$table")"
check 'C#' '<h1>C</h1>' "$(run markdown '# C#')"
check 'C#, markdown-it-py' '<h1>C#</h1>' "$(run markdown-it-py '# C#')"
