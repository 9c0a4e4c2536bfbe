#!/bin/sh
# frictionless 5.21.0: a column of numbers with a decimal comma is inferred as one of places on the globe.
# Guess: '5,6' is text, as '1,250' is, or a number.
# Seen:  '5,6' and '7,8' are of type geopoint and are read as two numbers each; '95,6' beside '120,4' too, but a value whose
#        second part is beyond 90 makes the column text. 'true' beside '1' is a column of booleans.
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
"$work/venv/bin/pip" install -qq --disable-pip-version-check frictionless==5.21.0
cat >"$work/run.py" <<'END'
import sys
from frictionless import Resource

resource = Resource(data=[["n", "boat"], *([value, "tug"] for value in sys.argv[1:])])
resource.infer()
rows = resource.read_rows()
print(resource.schema.fields[0].type, *(repr(row["n"]) for row in rows))
END
run() { "$work/venv/bin/python" "$work/run.py" "$@"; }

check '5,6 and 7,8' 'geopoint [5.0, 6.0] [7.0, 8.0]' "$(run 5,6 7,8)"
check '95,6 and 120,4' 'geopoint [95.0, 6.0] [120.0, 4.0]' "$(run 95,6 120,4)"
check '5,6 and 3,95' "string '5,6' '3,95'" "$(run 5,6 3,95)"
check '1,250 and 2,300' "string '1,250' '2,300'" "$(run 1,250 2,300)"
check 'true and 1' 'boolean True True' "$(run true 1)"
