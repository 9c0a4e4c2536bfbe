#!/bin/sh
# pycountry 26.2.16, search_fuzzy: the best match of 'Niger' is Nigeria, of 'Korea' the Democratic People's Republic.
# Guess: a name that is a country's name to the letter comes first, and names of daily use are found somehow.
# Seen:  'Niger' gives Nigeria, then Niger. 'Kosovo' gives Serbia, 'Granada' Spain and 'Victoria' Australia, as provinces
#        are searched too; 'Turkey', 'Ivory Coast', 'Cape Verde', 'Burma' and 'Macau' raise LookupError. lookup('Niger') is
#        Niger.
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
"$work/venv/bin/pip" install -qq --disable-pip-version-check pycountry==26.2.16
cat >"$work/run.py" <<'END'
import sys
import pycountry


def search(name):
    try:
        return pycountry.countries.search_fuzzy(name)[0].alpha_3
    except LookupError:
        return "-"


print(*map(search, sys.argv[1:]))
END
run() { "$work/venv/bin/python" "$work/run.py" "$@"; }

check 'Niger' 'NGA' "$(run Niger)"
check 'lookup of Niger' 'NER' \
    "$("$work/venv/bin/python" -c 'import pycountry; print(pycountry.countries.lookup("Niger").alpha_3)')"
check 'Korea' 'PRK' "$(run Korea)"
check 'Kosovo, Granada, Victoria' 'SRB ESP AUS' "$(run Kosovo Granada Victoria)"
check 'Turkey, Ivory Coast, Cape Verde, Burma, Macau' '- - - - -' "$(run Turkey 'Ivory Coast' 'Cape Verde' Burma Macau)"
