#!/bin/sh
# Discount 2.2.7 (markdown of Debian): a paragraph that begins with an initial is a list item, and the initial is gone.
# Guess: letters are no numbers of lists in Markdown; 'E. coli was found.' is a paragraph.
# Seen:  it is <ol type="a"> with the item 'coli was found.', whatever the letter was. Bullets and numbers with blank lines
#        between them are one list of the kind that came first, and '3.' at its start is lost.
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
apt_get discount libmarkdown2
version=$(dpkg-deb -f "$work"/discount_*.deb Version)
case $version in 2.2.7-*) echo "discount $version" ;; *) echo "SKIP discount is $version, not 2.2.7"; exit 0 ;; esac
library=$(dirname "$(find "$work/tree" -name 'libmarkdown.so.2')")
run() { printf '%s\n' "$1" | LD_LIBRARY_PATH=$library "$work/tree/usr/bin/markdown" | tr -d '\n'; }

check 'initial' '<ol type="a"><li>coli was found.</li></ol>' "$(run 'E. coli was found.')"
check 'two letters' '<p>Ed. note: cold.</p>' "$(run 'Ed. note: cold.')"
check 'bullets and numbers' '<ul><li><p>net</p></li><li><p>rope</p></li></ul>' "$(run '- net

1. rope')"
check 'start' '<ol><li>net</li><li>rope</li></ol>' "$(run '3. net
4. rope')"
