#!/bin/sh
# python-dateutil 2.9.0 and dateparser 1.5.0: 'Q3 2023' is March to one and August to the other; '1990s' is half an hour
# ago.
# Guess: a quarter is its first month or is refused; a decade is a year or is refused.
# Seen:  dateutil with fuzzy=True drops the Q and reads month 3; without fuzzy it refuses. dateparser takes the quarter's
#        middle month. dateparser reads '1990s' as 1990 seconds ago, and '5 %' as today. In running text dateutil's fuzzy
#        takes a price for an hour: '3.50 on 2 May 2020' is in the year 2003.
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
"$work/venv/bin/pip" install -qq --disable-pip-version-check python-dateutil==2.9.0.post0 dateparser==1.5.0
cat >"$work/run.py" <<'END'
import datetime
import sys
import dateparser
from dateutil import parser

tool, text = sys.argv[1:]
day = datetime.datetime(2024, 5, 15, 12)
try:
    print(dateparser.parse(text, languages=["en"], settings={"RELATIVE_BASE": day}) if tool == "dateparser"
          else parser.parse(text, default=day, fuzzy=tool == "fuzzy"))
except parser.ParserError:
    print("refused")
END
run() { "$work/venv/bin/python" "$work/run.py" "$@"; }

check 'dateutil' 'refused' "$(run dateutil 'Q3 2023')"
check 'dateutil, fuzzy' '2023-03-15 12:00:00' "$(run fuzzy 'Q3 2023')"
check 'dateparser' '2023-08-15 00:00:00' "$(run dateparser 'Q3 2023')"
check 'dateparser, a decade' '2024-05-15 11:26:50' "$(run dateparser '1990s')"
check 'dateparser, a share' '2024-05-15 00:00:00' "$(run dateparser '5 %')"
check 'dateutil, fuzzy, a price' '2003-05-02 20:20:00' "$(run fuzzy 'It cost 3.50 on 2 May 2020')"
