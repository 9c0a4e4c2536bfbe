#!/bin/sh
# tabletojson 4.1.15: in a table of labels the first value is put under the last label.
# Guess: each row's <th> is a column like the others, or the rows become label and value: net 12, rope 3.
# Seen:  all <th> of the table are taken for headers one after the other, the last of a column wins, and the values are
#        those of <td> alone: [{"rope": "12"}, {"rope": "3"}]. With a header row and a <th> at the start of each body row
#        the first header is replaced by the last label. The numbers are right, what they count is not.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# check WHAT WAS NOW
check() {
    [ "$2" = "$3" ] || { printf 'CHANGED %s\n  was: %s\n  now: %s\n' "$1" "$2" "$3"; exit 1; }
    printf 'PASS %s: %s\n' "$1" "$3"
}

npm install --prefix "$work" --silent --no-audit --no-fund tabletojson@4.1.15 >/dev/null
cat >"$work/run.mjs" <<'END'
import { tabletojson } from "tabletojson";
console.log(JSON.stringify(tabletojson.convert(`<table>${process.argv[2]}</table>`)[0]));
END
run() { node "$work/run.mjs" "$1"; }

check 'labels' '[{"rope":"12"},{"rope":"3"}]' "$(run '<tr><th>net</th><td>12</td></tr><tr><th>rope</th><td>3</td></tr>')"
check 'header row and labels' '[{"rope":"12"},{"rope":"3"}]' \
    "$(run '<tr><th>gear</th><th>n</th></tr><tr><th>net</th><td>12</td></tr><tr><th>rope</th><td>3</td></tr>')"
check 'td only' '[{"gear":"net","n":"12"}]' "$(run '<tr><th>gear</th><th>n</th></tr><tr><td>net</td><td>12</td></tr>')"
