#!/bin/sh
# marko 2.2.4, GFM: two tildes that mean 'about' strike out the words between them.
# Guess: as in cmark-gfm and remark: a tilde behind a blank can only open, so '~5 to ~10' is text.
# Seen:  'from ~5 to ~10 boats' is 'from <del>5 to </del>10 boats': who leaves struck text out reads 'from 10 boats'. With
#        one tilde in the paragraph nothing happens. mistune 3.4.0 and markdown-it-py 4.3.0 leave it alone.
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
"$work/venv/bin/pip" install -qq --disable-pip-version-check marko==2.2.4 mistune==3.4.0 markdown-it-py==4.3.0
cat >"$work/run.py" <<'END'
import sys
import mistune
from markdown_it import MarkdownIt
from marko.ext.gfm import gfm

tool, text = sys.argv[1:]
print({"marko": gfm.convert, "mistune": mistune.create_markdown(plugins=["strikethrough"]),
       "markdown-it-py": MarkdownIt().enable("strikethrough").render}[tool](text).strip())
END
run() { "$work/venv/bin/python" "$work/run.py" "$@"; }

check 'marko' '<p>from <del>5 to </del>10 boats</p>' "$(run marko 'from ~5 to ~10 boats')"
check 'marko, one tilde' '<p>about ~5 boats</p>' "$(run marko 'about ~5 boats')"
for tool in mistune markdown-it-py; do
    check "$tool" '<p>from ~5 to ~10 boats</p>' "$(run $tool 'from ~5 to ~10 boats')"
done
