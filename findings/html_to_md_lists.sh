#!/bin/sh
# html-to-md 0.8.8: a list that stands directly inside a list, between its items, is left out.
# Guess: <ul><li>…</li><ul>…</ul><li>…</li></ul>, common in old pages, comes out indented, as node-html-markdown does it, or
#        at the level of the outer list, as turndown does it.
# Seen:  the inner items are gone without a trace, in <ul> and in <ol>; inside the <li> they are kept.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# check WHAT WAS NOW
check() {
    [ "$2" = "$3" ] || { printf 'CHANGED %s\n  was: %s\n  now: %s\n' "$1" "$2" "$3"; exit 1; }
    printf 'PASS %s: %s\n' "$1" "$3"
}

npm install --prefix "$work" --silent --no-audit --no-fund html-to-md@0.8.8 node-html-markdown@2.0.0 turndown@7.2.5 >/dev/null
cat >"$work/run.cjs" <<'END'
const convert = require("html-to-md");
const { NodeHtmlMarkdown } = require("node-html-markdown");
const Turndown = require("turndown");
const tool = {
    "html-to-md": convert.default ?? convert,
    "node-html-markdown": html => NodeHtmlMarkdown.translate(html),
    turndown: html => new Turndown().turndown(html),
}[process.argv[2]];
console.log(JSON.stringify(tool(process.argv[3])));
END
run() { node "$work/run.cjs" "$@"; }

between='<ul><li>nets</li><ul><li>of hemp</li></ul><li>ropes</li></ul>'

check 'html-to-md, ul' '"* nets\n* ropes"' "$(run html-to-md "$between")"
check 'html-to-md, ol' '"1. nets\n2. ropes"' \
    "$(run html-to-md '<ol><li>nets</li><ol><li>of hemp</li></ol><li>ropes</li></ol>')"
check 'html-to-md, inside the item' '"* nets\n  * of hemp\n* ropes"' \
    "$(run html-to-md '<ul><li>nets<ul><li>of hemp</li></ul></li><li>ropes</li></ul>')"
check 'node-html-markdown' '"* nets\n  * of hemp\n* ropes"' "$(run node-html-markdown "$between")"
check 'turndown' '"*   nets\n\n*   of hemp\n\n*   ropes"' "$(run turndown "$between")"
