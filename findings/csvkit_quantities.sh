#!/bin/sh
# agate 1.14.2, which csvkit 2.2.0 reads tables with: a column of lengths is minutes, one of decades seconds, one of ranges
# dates.
# Guess: what is neither a plain number nor a full date stays text.
# Seen:  '5 m' is 0:05:00; '1990s' and '2000s' are 0:33:10 and 0:33:20, seconds; '10-12' and '1-2' are days of the year
#        2001; '5 years' is a date in the year 6. The times of day '12:30' and '13:45' are minutes and seconds.
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
"$work/venv/bin/pip" install -qq --disable-pip-version-check agate==1.14.2
cat >"$work/run.py" <<'END'
import io
import sys
import agate

table = agate.Table.from_csv(io.StringIO("n,boat\n" + "".join(f'"{value}",tug\n' for value in sys.argv[1:])))
print(type(table.columns["n"].data_type).__name__, *table.columns["n"].values())
END
run() { "$work/venv/bin/python" "$work/run.py" "$@"; }

check 'lengths' 'TimeDelta 0:05:00 0:06:00' "$(run '5 m' '6 m')"
check 'decades' 'TimeDelta 0:33:10 0:33:20' "$(run 1990s 2000s)"
check 'ranges' 'Date 2001-10-12 2001-01-02' "$(run 10-12 1-2)"
check 'years' 'Date 0006-01-01 0007-01-01' "$(run '5 years' '6 years')"
check 'times' 'TimeDelta 0:12:30 0:13:45' "$(run 12:30 13:45)"
