#!/bin/sh
# wtf_wikipedia 10.4.2: of two columns with one name the first is lost, and different lists become one.
# Guess: columns of one name are numbered, as tabletojson does it (a, a_2); bullets, numbers and deeper levels are told
#        apart.
# Seen:  the rows are keyed by the header, so the later cell overwrites the earlier. A table whose rows begin with a header
#        cell each takes the first row for its header: of a=1, b=2 there is one row, {"1": "2", "a": "b"}. A list of bullets
#        with inner ones and a numbered list below it are five items of one list, the numbers are part of the text.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# check WHAT WAS NOW
check() {
    [ "$2" = "$3" ] || { printf 'CHANGED %s\n  was: %s\n  now: %s\n' "$1" "$2" "$3"; exit 1; }
    printf 'PASS %s: %s\n' "$1" "$3"
}

npm install --prefix "$work" --silent --no-audit --no-fund wtf_wikipedia@10.4.2 >/dev/null
cat >"$work/run.mjs" <<'END'
import wtf from "wtf_wikipedia";
const page = wtf(process.argv[3]);
console.log(JSON.stringify(process.argv[2] === "table" ? page.tables()[0].keyValue() : page.lists().map(l => l.lines().map(i => i.text()))));
END
run() { node "$work/run.mjs" "$@"; }

check 'two columns, one name' '[{"boat":"tug","n":"2"}]' "$(run table '{|
! boat !! n !! n
|-
| tug || 1 || 2
|}')"
check 'labels' '[{"1":"2","a":"b"}]' "$(run table '{|
! a
| 1
|-
! b
| 2
|}')"
check 'lists' '[["net","small","rope","1) haul","2) sort"]]' "$(run list '* net
** small
* rope
# haul
# sort')"
