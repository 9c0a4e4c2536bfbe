#!/bin/sh
# inscriptis 2.7.6 and w3m 0.5.3: in a row of cells of unequal height the short ones are printed at half height.
# Guess: all cells begin in the first line of their row, so that line has every column.
# Seen:  beside a cell of three lines the label stands in the second line and the first begins with blanks, so the label
#        seems to belong to the second line's text. inscriptis follows valign=top, and w3m does too.
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
tall='<td>first<br>second<br>third</td></tr></table>'

check 'inscriptis' '      first/rope  second/      third/' "$(inscriptis "<table><tr><td>rope</td>$tall")"
check 'inscriptis, valign=top' 'rope  first/      second/      third/' \
    "$(inscriptis "<table><tr><td valign=top>rope</td>$tall")"

apt_get w3m libgc1 libgpm2
is w3m '0.5.3+git20230121'
check 'w3m' '     first/rope second/     third/' "$(w3m "<table><tr><td>rope</td>$tall")"
check 'w3m, valign=top' 'rope first/     second/     third/' "$(w3m "<table><tr><td valign=top>rope</td>$tall")"
