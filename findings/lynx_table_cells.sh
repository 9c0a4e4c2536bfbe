#!/bin/sh
# lynx 2.9.0dev.12, -dump: a table is laid out by column only while each cell is one line.
# Guess: lynx prints each row of a table in one line, or keeps a cell's further lines below its first.
# Seen:  what follows a <br> in the second cell begins at the left margin, below the first column; a <p> in one cell makes
#        each cell of that row a line of its own; the other rows stay in columns. Cells above each other in the text
#        need not be of one column.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# check WHAT WAS NOW
check() {
    [ "$2" = "$3" ] || { printf 'CHANGED %s\n  was: %s\n  now: %s\n' "$1" "$2" "$3"; exit 1; }
    printf 'PASS %s: %s\n' "$1" "$3"
}

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
lynx() {
    page "<p>Gear:</p>$1"
    "$work/tree/usr/bin/lynx" -cfg="$work/tree/etc/lynx/lynx.cfg" -dump -nolist \
        -assume_charset=utf-8 -display_charset=utf-8 "$work/page.html" | sed '/^ *$/d; s/ *$//' | tr '\n' '/'
}
end='<tr><td>rope</td><td>3</td></tr></table>'

apt_get lynx lynx-common
is lynx 2.9.0dev.12
check 'one line' '   Gear:/   net  12/   rope 3/' "$(lynx "<table><tr><td>net</td><td>12</td></tr>$end")"
check 'br' '   Gear:/   net 12/   torn/   rope 3/' "$(lynx "<table><tr><td>net</td><td>12<br>torn</td></tr>$end")"
check 'p' '   Gear:/   net/   12/   rope 3/' "$(lynx "<table><tr><td>net</td><td><p>12</p></td></tr>$end")"
