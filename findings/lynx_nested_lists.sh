#!/bin/sh
# lynx 2.9.0dev.12, -dump: a list that stands directly inside a list, between its items, ends the outer one.
# Guess: <ul><li>…</li><ul>…</ul><li>…</li></ul>, common in old pages, prints like a list inside an item.
# Seen:  the inner items have the bullet and the indentation of the outer level, and the outer items that follow have no
#        bullet, so they look like paragraphs; numbers are lost likewise. Inside the <li> the inner list is printed well.
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

apt_get lynx lynx-common
is lynx 2.9.0dev.12
check 'ul inside li' '   Gear:/     * net/          + rope/     * oar/' \
    "$(lynx '<ul><li>net<ul><li>rope</li></ul></li><li>oar</li></ul>')"
check 'ul inside ul' '   Gear:/     * net/     * rope/     oar/     sail/' \
    "$(lynx '<ul><li>net</li><ul><li>rope</li></ul><li>oar</li><li>sail</li></ul>')"
check 'ol inside ol' '   Gear:/    1. net/    1. rope/     oar/' \
    "$(lynx '<ol><li>net</li><ol><li>rope</li></ol><li>oar</li></ol>')"
