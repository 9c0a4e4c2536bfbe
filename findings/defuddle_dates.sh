#!/bin/sh
# defuddle 0.19.4: a date that is marked as <time> is cut out of its sentence.
# Guess: the date line above an article goes, being metadata; the text of a sentence is kept as it is.
# Seen:  'It left on <time>1 May</time> at noon.' becomes 'It left on at noon.'; in a list the date is gone likewise; in a
#        table's cell it stays. <abbr>, <data> and <span> in the same place stay.
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
const text = "The ferry waited at the pier until the fog, which came in over the sound, had lifted and the crew saw the shore.";
const page = `<html><head><title>Harbour</title></head><body><article><p>${text}</p>${process.argv[2]}<p>${text}</p></article>` +
    "</body></html>";
import("defuddle/node").then(async ({ Defuddle }) => {
    const url = "http://harbour.example/fog";
    const article = await Defuddle(new JSDOM(page, { url }).window.document, url, { markdown: true });
    console.log(JSON.stringify(article.content.replaceAll(text, "TEXT")));
});
END
run() { node "$work/run.cjs" "$1"; }

day='<time datetime="2024-05-01">1 May</time>'

check 'sentence' '"TEXT\n\nIt left on at noon.\n\nTEXT"' "$(run "<p>It left on $day at noon.</p>")"
check 'item' '"TEXT\n\n- The tug left on at noon.\n\nTEXT"' "$(run "<ul><li>The tug left on $day at noon.</li></ul>")"
check 'cell' '"TEXT\n\n| boat | left |\n| --- | --- |\n| tug | 1 May |\n\nTEXT"' \
    "$(run "<table><tr><th>boat</th><th>left</th></tr><tr><td>tug</td><td>$day</td></tr></table>")"
check 'data' '"TEXT\n\nIt left with 5 boats.\n\nTEXT"' "$(run '<p>It left with <data value="5">5</data> boats.</p>')"
