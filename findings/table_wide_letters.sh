#!/bin/sh
# inscriptis 2.7.6 and lynx 2.9.0dev.12: columns of a table are padded by the number of letters, not by their width on the
# screen, so a row with East Asian letters is shifted against the others.
# Guess: a tool that prints for terminals counts each of those letters as two columns, as w3m does.
# Seen:  beside 'abcd' a cell of two such letters gets two blanks too many to end in the same screen column. Who finds
#        columns by screen width sees none; by letters they are there. In w3m's text it is the other way round.
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
"$work/venv/bin/pip" install -qq --disable-pip-version-check inscriptis==2.7.6
cat >"$work/run.py" <<'END'
import sys
from inscriptis import get_text

print("/".join(line.rstrip() for line in get_text(sys.argv[1]).split("\n")))
END
inscriptis() { "$work/venv/bin/python" "$work/run.py" "$1"; }
apt_get() {
    cd "$work"
    for package in "$@"; do apt-get -qq download "$package" 2>/dev/null || { echo "SKIP no $package"; exit 0; }; done
    for file in *.deb; do dpkg -x "$file" "$work/tree"; done
    cd "$OLDPWD"
}
# skip unless the version that was got begins with $2
is() {
    version=$(dpkg-deb -f "$work/$1"_*.deb Version)
    case $version in "$2"*) echo "$1 $version" ;; *) echo "SKIP $1 is $version, not $2"; exit 0 ;; esac
}
page() { printf '<html><head><meta charset="utf-8"></head><body>%s</body></html>' "$1" >"$work/page.html"; }
w3m() {
    page "$1"
    LD_LIBRARY_PATH=$(dirname "$(find "$work/tree" -name 'libgc.so.1')") \
        "$work/tree/usr/bin/w3m" -dump -T text/html -I UTF-8 -O UTF-8 "$work/page.html" | sed '/^ *$/d; s/ *$//' | tr '\n' '/'
}
lynx() {
    page "<p>Gear:</p>$1"
    "$work/tree/usr/bin/lynx" -cfg="$work/tree/etc/lynx/lynx.cfg" -dump -nolist \
        -assume_charset=utf-8 -display_charset=utf-8 "$work/page.html" | sed '/^ *$/d; s/ *$//' | tr '\n' '/'
}
table='<table><tr><td>港町</td><td>x</td></tr><tr><td>abcd</td><td>y</td></tr></table>'

check 'inscriptis' '港町    x/abcd  y/' "$(inscriptis "$table")"
apt_get lynx lynx-common w3m libgc1 libgpm2
is lynx 2.9.0dev.12
check 'lynx' '   Gear:/   港町   x/   abcd y/' "$(lynx "$table")"
is w3m '0.5.3+git20230121'
check 'w3m' '港町  x/abcd  y/' "$(w3m "$table")"
