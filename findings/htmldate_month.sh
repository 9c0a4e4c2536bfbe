#!/bin/sh
# htmldate 1.11.0: a page dated 'March 2020' is of 1 January 2020.
# Guess: the month is kept, with its first day, or no date is given.
# Seen:  only a full date keeps its month; what is left is taken for a year. A page whose only year is that of the copyright
#        line, or the one its text names most, is of 1 January of that year as well, with nothing to tell it from a real
#        date.
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
"$work/venv/bin/pip" install -qq --disable-pip-version-check htmldate==1.11.0 lxml==6.1.3
cat >"$work/run.py" <<'END'
import sys
from htmldate import find_date

print(find_date(f"<html><body>{sys.argv[1]}</body></html>", max_date="2025-01-01"))
END
run() { "$work/venv/bin/python" "$work/run.py" "$1"; }

check 'day' '2020-03-05' "$(run '<p>5 March 2020</p>')"
check 'month' '2020-01-01' "$(run '<p>March 2020</p>')"
check 'copyright' '2019-01-01' "$(run '<p>Fog</p><footer>© 2019 Harbour</footer>')"
check 'years in the text' '2018-01-01' "$(run '<p>In 2018 the ferry left, as in 2018 the tug; in 2016 none.</p>')"
