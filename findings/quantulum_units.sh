#!/bin/sh
# quantulum3 0.10.0: '£5bn' is five pound sterling barn newton.
# Guess: 'bn' behind money is a thousand million, as 'million' is understood; a range gives both ends; m² and 10² are read.
# Seen:  '£5 billion' is right, of '£5bn' the unit is 'pound sterling barn newton' and the value 5. '10-12 km' and 'between
#        5 and 7 miles' are the mean and nothing else. 'half a mile' is 0.5 'per mile', '5 C' is five coulomb, '10² kg' is
#        no quantity.
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
"$work/venv/bin/pip" install -qq --disable-pip-version-check quantulum3==0.10.0
cat >"$work/run.py" <<'END'
import sys
from quantulum3 import parser

print(*(f"{q.value} {q.unit.name}" for q in parser.parse(sys.argv[1])), sep="; ")
END
run() { "$work/venv/bin/python" -W ignore "$work/run.py" "$1"; }

check '£5 billion' '5000000000.0 pound sterling' "$(run '£5 billion')"
check '£5bn' '5.0 pound sterling barn newton' "$(run '£5bn')"
check '10-12 km' '11.0 kilometre' "$(run '10-12 km')"
check 'between 5 and 7 miles' '6.0 mile' "$(run 'between 5 and 7 miles')"
check 'half a mile' '0.5 per mile' "$(run 'half a mile')"
check '5 C' '5.0 coulomb' "$(run '5 C')"
check '10² kg' '' "$(run '10² kg')"
