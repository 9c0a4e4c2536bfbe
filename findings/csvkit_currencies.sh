#!/bin/sh
# csvkit 2.2.0 (agate 1.14.2): percent and currency signs are cut off, whatever they are, and the column is one of numbers.
# Guess: '12%' is text or 0.12; a column of dollars and euros is text.
# Seen:  csvjson writes 12.0 for '12%' beside 12.0 for '12', and 5.0 and 7.0 for '$5' and '€7'; which was which is nowhere.
#        '1,2' is 12. A minus of typographers ('−6') makes the column text.
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
"$work/venv/bin/pip" install -qq --disable-pip-version-check csvkit==2.2.0 agate==1.14.2
run() { printf '"%s"\n' n "$@" | sed 's/$/,tug/; 1s/tug/boat/' | "$work/venv/bin/csvjson"; }

check 'percent' '[{"n": 12.0, "boat": "tug"}, {"n": 12.0, "boat": "tug"}]' "$(run '12%' 12)"
# shellcheck disable=SC2016
check 'currencies' '[{"n": 5.0, "boat": "tug"}, {"n": 7.0, "boat": "tug"}]' "$(run '$5' '€7')"
check 'commas' '[{"n": 12.0, "boat": "tug"}, {"n": 34.0, "boat": "tug"}]' "$(run 1,2 3,4)"
check 'minus' '[{"n": "-5", "boat": "tug"}, {"n": "−6", "boat": "tug"}]' "$(run -5 −6)"
