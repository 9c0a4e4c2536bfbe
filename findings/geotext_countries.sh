#!/bin/sh
# GeoText 0.4.0: Palestine and Holland are counted for the United States, and the USA and the UK for nobody.
# Guess: country_mentions counts countries by the names that people write; what is both a town and a country is the country.
# Seen:  a name that is no country in its list is looked up among the towns, and and of the towns of that name one decides:
#        'Palestine', 'Holland', 'Victoria' and 'York' add to US. 'USA', 'UK', 'the United States', 'England', 'Congo' and
#        'Burma' add nothing.
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
"$work/venv/bin/pip" install -qq --disable-pip-version-check geotext==0.4.0
cat >"$work/run.py" <<'END'
import sys
from geotext import GeoText

print(*(f"{code} {count}" for code, count in GeoText(sys.argv[1]).country_mentions.items()), sep=", ")
END
run() { "$work/venv/bin/python" "$work/run.py" "$1"; }

check 'France and Spain' 'FR 1, ES 1' "$(run 'Boats of France and Spain came.')"
check 'Palestine and Holland' 'US 2' "$(run 'Boats of Palestine and Holland came.')"
check 'Victoria and York' 'US 2' "$(run 'It rained in Victoria and York.')"
check 'USA and UK' '' "$(run 'The USA and the UK signed.')"
check 'United States' '' "$(run 'The United States signed.')"
check 'Congo and Burma' '' "$(run 'Boats of Congo and Burma came.')"
