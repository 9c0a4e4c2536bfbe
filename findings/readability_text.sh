#!/bin/sh
# @mozilla/readability 0.6.0 (with jsdom 26.1.0): the article's textContent has nothing between two blocks.
# Guess: textContent is readable text: paragraphs a line or at least a blank apart.
# Seen:  a page written in one line gives 'lifted.Then', 'FogThe': sentences, headings, items and cells are glued to what
#        follows. A line end between the tags of the source is kept, so two pages that look alike differ. Even
#        'a<br><br>b', which Readability makes two <p> of, comes out glued. Only 'content' (HTML) still has the blocks.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# check WHAT WAS NOW
check() {
    [ "$2" = "$3" ] || { printf 'CHANGED %s\n  was: %s\n  now: %s\n' "$1" "$2" "$3"; exit 1; }
    printf 'PASS %s: %s\n' "$1" "$3"
}

npm install --prefix "$work" --silent --no-audit --no-fund @mozilla/readability@0.6.0 jsdom@26.1.0 >/dev/null
cat >"$work/run.cjs" <<'END'
const { JSDOM } = require("jsdom");
const { Readability } = require("@mozilla/readability");

const text = "The ferry waited at the pier until the fog, which came in over the sound, had lifted. ".repeat(6).trim();
const page = `<html><head><title>Harbour</title></head><body><article>${process.argv[2].replaceAll("TEXT", text)}` +
    "</article></body></html>";
const article = new Readability(new JSDOM(page).window.document).parse();
console.log(JSON.stringify(article[process.argv[3]].replaceAll(text, "TEXT")));
END
run() { node "$work/run.cjs" "$1" "${2:-textContent}"; }

check 'two p' '"TEXTTEXT"' "$(run '<p>TEXT</p><p>TEXT</p>')"
check 'two p, line end between them' '"TEXT\nTEXT"' "$(run '<p>TEXT</p>
<p>TEXT</p>')"
check 'two br' '"TEXTTEXT"' "$(run '<p>TEXT<br><br>TEXT</p>')"
check 'heading' '"TEXTFogTEXT"' "$(run '<p>TEXT</p><h2>Fog</h2><p>TEXT</p>')"
check 'list' '"TEXTnetropeTEXT"' "$(run '<p>TEXT</p><ul><li>net</li><li>rope</li></ul><p>TEXT</p>')"
check 'content of the two p' '<p>TEXT</p><p>TEXT</p>' \
    "$(run '<p>TEXT</p><p>TEXT</p>' content | grep -o '<p>.*</p>')"
