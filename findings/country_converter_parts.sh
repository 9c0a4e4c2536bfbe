#!/bin/sh
# country_converter 1.3.2: England is the United Kingdom; Scotland, Wales and Northern Ireland are not found.
# Guess: the four are treated alike: all are the kingdom, or none is.
# Seen:  who sums rows by country loses three of the four. The names are searched for inside the text, so seas and regions
#        are countries ('New England' is the United Kingdom, 'Gulf of Mexico' Mexico, 'Inner Mongolia' Mongolia,
#        'Somaliland' Somalia), but 'Holland', 'UAE' and 'DRC' are nothing. 'Korea' is South Korea.
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
"$work/venv/bin/pip" install -qq --disable-pip-version-check country_converter==1.3.2 pandas==2.2.3
cat >"$work/run.py" <<'END'
import logging
import sys
import country_converter

logging.disable(logging.CRITICAL)
print(*(country_converter.convert(name, to="ISO3") for name in sys.argv[1:]), sep=", ")
END
run() { "$work/venv/bin/python" "$work/run.py" "$@"; }

check 'England, Scotland, Wales, Northern Ireland' 'GBR, not found, not found, not found' \
    "$(run England Scotland Wales 'Northern Ireland')"
check 'New England, Gulf of Mexico, Inner Mongolia, Somaliland' 'GBR, MEX, MNG, SOM' \
    "$(run 'New England' 'Gulf of Mexico' 'Inner Mongolia' Somaliland)"
check 'Holland, UAE, DRC' 'not found, not found, not found' "$(run Holland UAE DRC)"
check 'Korea' 'KOR' "$(run Korea)"
