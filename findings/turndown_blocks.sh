#!/bin/sh
# turndown 7.2.5: a heading that holds a block, and a link around a heading, come apart.
# Guess: <h2><div>…</div></h2> is the heading '…', and a card (<a> around a heading and a text) is a heading and a text, one
#        of them linked.
# Seen:  the heading is a paragraph with a line of dashes two lines below it, a rule to a reader; an <h3> is '###' alone, an
#        empty heading, and its text a paragraph. The card gives a paragraph '[', the heading without a link, the text, and
#        a paragraph '](…)'. defuddle 0.19.4 writes both as one would guess.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# check WHAT WAS NOW
check() {
    [ "$2" = "$3" ] || { printf 'CHANGED %s\n  was: %s\n  now: %s\n' "$1" "$2" "$3"; exit 1; }
    printf 'PASS %s: %s\n' "$1" "$3"
}

npm install --prefix "$work" --silent --no-audit --no-fund turndown@7.2.5 markdown-it@15.0.3 >/dev/null
cat >"$work/run.cjs" <<'END'
const Turndown = require("turndown");
const It = require("markdown-it");
const markdown = new Turndown(JSON.parse(process.argv[4] ?? "{}")).turndown(process.argv[3]);
console.log(process.argv[2] === "text" ? JSON.stringify(markdown) : new (It.default ?? It)().render(markdown).replaceAll("\n", ""));
END
run() { node "$work/run.cjs" "$@"; }

heading='<h2><div>Winter</div></h2><p>Cold.</p>'
card='<a href="http://harbour.example/w"><h3>Winter</h3><p>Cold.</p></a>'

check 'h2' '"Winter\n\n\n----------\n\nCold."' "$(run text "$heading")"
check 'h2, read again' '<p>Winter</p><hr><p>Cold.</p>' "$(run read "$heading")"
check 'h3, read again' '<h3></h3><p>Winter</p><p>Cold.</p>' "$(run read '<h3><div>Winter</div></h3><p>Cold.</p>')"
check 'h2 as #, read again' '<h2></h2><p>Winter</p><p>Cold.</p>' "$(run read "$heading" '{"headingStyle": "atx"}')"
check 'card' '"[\n\n### Winter\n\nCold.\n\n](http://harbour.example/w)"' "$(run text "$card")"
check 'card, read again' '<p>[</p><h3>Winter</h3><p>Cold.</p><p>](http://harbour.example/w)</p>' "$(run read "$card")"
