#!/bin/sh
# defuddle 0.19.4: a list of short items between two paragraphs of an article is left out, in a table's cell too.
# Guess: lists of links are navigation and may go; an article's own list of two words stays, and a table is kept whole.
# Seen:  <ul>, <ol> and <dl> of short items are gone once the rest of the article has some 50 words; behind a paragraph that
#        ends in a colon they stay. In a table the cell goes with its list, so the row's other cells slide one column to the
#        left and the last is filled up empty.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# check WHAT WAS NOW
check() {
    [ "$2" = "$3" ] || { printf 'CHANGED %s\n  was: %s\n  now: %s\n' "$1" "$2" "$3"; exit 1; }
    printf 'PASS %s: %s\n' "$1" "$3"
}

npm install --prefix "$work" --silent --no-audit --no-fund defuddle@0.19.4 jsdom@26.1.0 >/dev/null
cat >"$work/run.cjs" <<'END'
const { JSDOM } = require("jsdom");
const [, , html, times = "2"] = process.argv;
const text = "The ferry waited at the pier until the fog had lifted and the crew saw the shore. ".repeat(times).trim();
const page = `<html><head><title>Harbour</title></head><body><article><p>${text}</p>${html}<p>${text}</p></article></body></html>`;
import("defuddle/node").then(async ({ Defuddle }) => {
    const url = "http://harbour.example/fog";
    const article = await Defuddle(new JSDOM(page, { url }).window.document, url, { markdown: true });
    console.log(JSON.stringify(article.content.replaceAll(text, "TEXT")));
});
END
run() { node "$work/run.cjs" "$@"; }

items='<ul><li>net</li><li>rope</li></ul>'

check 'ul' '"TEXT\n\nTEXT"' "$(run "$items")"
check 'ol' '"TEXT\n\nTEXT"' "$(run '<ol><li>net</li><li>rope</li></ol>')"
check 'dl' '"TEXT\n\nTEXT"' "$(run '<dl><dt>net</dt><dd>of hemp</dd></dl>')"
check 'ul, article of 34 words' '"TEXT\n\n- net\n- rope\n\nTEXT"' "$(run "$items" 1)"
check 'ul, behind a colon' '"TEXT\n\nGear:\n\n- net\n- rope\n\nTEXT"' "$(run "<p>Gear:</p>$items")"
check 'list in a cell' '"TEXT\n\n| gear | boats |\n| --- | --- |\n| 12 |  |\n\nTEXT"' \
    "$(run "<table><tr><th>gear</th><th>boats</th></tr><tr><td>$items</td><td>12</td></tr></table>")"
