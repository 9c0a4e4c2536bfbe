#!/bin/sh
# node-html-markdown 2.0.0 read by markdown-it 15.0.3: bullets inside a numbered item are not inside it any more.
# Guess: what a converter indents is indented far enough for a reader of Markdown to see the level.
# Seen:  every level is indented by two blanks; below '1. ' Markdown wants three. The bullets are a list of their own at the
#        outer level, and the numbered list is cut in two around them. Bullets in bullets are read well. Another converter
#        (turndown) indents by the width of the marker.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# check WHAT WAS NOW
check() {
    [ "$2" = "$3" ] || { printf 'CHANGED %s\n  was: %s\n  now: %s\n' "$1" "$2" "$3"; exit 1; }
    printf 'PASS %s: %s\n' "$1" "$3"
}

npm install --prefix "$work" --silent --no-audit --no-fund node-html-markdown@2.0.0 markdown-it@15.0.3 turndown@7.2.5 >/dev/null
cat >"$work/run.cjs" <<'END'
const { NodeHtmlMarkdown } = require("node-html-markdown");
const Turndown = require("turndown");
const It = require("markdown-it");
const [, , tool, html] = process.argv;
const markdown = tool === "turndown" ? new Turndown().turndown(html) : NodeHtmlMarkdown.translate(html);
console.log(tool === "text" ? JSON.stringify(markdown) : new (It.default ?? It)().render(markdown).replaceAll("\n", ""));
END
run() { node "$work/run.cjs" "$@"; }

steps='<ol><li>haul<ul><li>net</li><li>rope</li></ul></li><li>sort</li></ol>'

check 'Markdown' '"1. haul\n  * net\n  * rope\n2. sort"' "$(run text "$steps")"
check 'read again' '<ol><li>haul</li></ol><ul><li>net</li><li>rope</li></ul><ol start="2"><li>sort</li></ol>' \
    "$(run read "$steps")"
check 'bullets in bullets' '<ul><li>haul<ul><li>net</li></ul></li></ul>' \
    "$(run read '<ul><li>haul<ul><li>net</li></ul></li></ul>')"
check 'turndown' '<ol><li>haul<ul><li>net</li><li>rope</li></ul></li><li>sort</li></ol>' "$(run turndown "$steps")"
