#!/bin/sh
# mistune 3.4.0, plugin table: a table inside a list item or a quote is text, and so is one with a row of another width.
# Guess: as in other readers: blocks may stand in items and quotes; a row that is short is filled up, one that is long is
#        cut.
# Seen:  in an item and in a quote the lines come out as one paragraph of bars. A row of too few cells, as
#        turndown-plugin-gfm and others write below a rowspan, turns the whole table into a paragraph, its good rows too.
#        markdown-it-py 4.3.0 reads all of them as tables.
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
"$work/venv/bin/pip" install -qq --disable-pip-version-check mistune==3.4.0 markdown-it-py==4.3.0
cat >"$work/run.py" <<'END'
import sys
import mistune
from markdown_it import MarkdownIt

tool, text = sys.argv[1:]
html = {"mistune": mistune.create_markdown(plugins=["table"]), "markdown-it-py": MarkdownIt().enable("table").render}[tool](text)
print("table" if "<table>" in html else "no table", html.count("<td>"))
END
run() { "$work/venv/bin/python" "$work/run.py" "$@"; }

table='| gear | n |
|---|---|
| net | 12 |'
check 'alone' 'table 2' "$(run mistune "$table")"
for tool in mistune:'no table 0' markdown-it-py:'table 2'; do
    check "${tool%%:*}, in an item" "${tool#*:}" "$(run "${tool%%:*}" "- Aboard:

$(echo "$table" | sed 's/^/  /')")"
    check "${tool%%:*}, in a quote" "${tool#*:}" "$(run "${tool%%:*}" "$(echo "$table" | sed 's/^/> /')")"
done
check 'mistune, a short row' 'no table 0' "$(run mistune "$table
| 3 |")"
check 'markdown-it-py, a short row' 'table 4' "$(run markdown-it-py "$table
| 3 |")"
