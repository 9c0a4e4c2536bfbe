#!/bin/sh
# Unidecode 1.4.0: 10² becomes 102 and ≠5 becomes 5.
# Guess: as ½ becomes ' 1/2', a power keeps something that sets it apart, and a sign without ASCII letters becomes a word or
#        '?'.
# Seen:  raised figures are plain ones behind the others (2³ is 23, m² is m2); ≠, ≈ and √ are dropped, so '≠5', '≈5' and
#        '√25' are '5', '5' and '25', while ≤ is '<=' and ± is '+-'. A number in text that was made ASCII may be another
#        number.
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
"$work/venv/bin/pip" install -qq --disable-pip-version-check unidecode==1.4.0
run() { "$work/venv/bin/python" -c 'import sys; from unidecode import unidecode; print(unidecode(sys.argv[1]))' "$1"; }

check '1½' '1 1/2' "$(run '1½')"
check '10²' '102' "$(run '10²')"
check '2³' '23' "$(run '2³')"
check '≤5 ±5' '<=5 +-5' "$(run '≤5 ±5')"
check '≠5 ≈5' '5 5' "$(run '≠5 ≈5')"
check '√25' '25' "$(run '√25')"
