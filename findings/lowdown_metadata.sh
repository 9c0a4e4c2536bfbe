#!/bin/sh
# lowdown 1.0.0: an article whose first line has a colon loses its first paragraph; a third level of bullets is a second.
# Guess: metadata is what stands between lines of dashes; below 'Aboard:' a list is a list; each two blanks are a level.
# Seen:  the first paragraph is taken for 'key: value' lines where its first line is '…: …', without any dashes, and is not
#        printed. 'Aboard:' with bullets right below it is all metadata, and the page is empty. '- a', '  - b', '    - c'
#        has b and c at one level. cmark-gfm 0.29 prints all of it.
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
apt_get lowdown
version=$(dpkg-deb -f "$work"/lowdown_*.deb Version)
case $version in 1.0.0-*) echo "lowdown $version" ;; *) echo "SKIP lowdown is $version, not 1.0.0"; exit 0 ;; esac
run() { printf '%s\n' "$1" | "$work/tree/usr/bin/lowdown" | tr -d '\n'; }

check 'first line with a colon' '<p>Then it rose.</p>' "$(run 'Harbour: the fog came at noon.

Then it rose.')"
check 'a list below the first line' '' "$(run 'Aboard:
- net
- rope')"
check 'the same behind a paragraph' '<p>Fog.</p><p>Aboard:</p><ul><li>net</li><li>rope</li></ul>' "$(run 'Fog.

Aboard:

- net
- rope')"
check 'three levels' '<ul><li>net<ul><li>small</li><li>of hemp</li></ul></li></ul>' "$(run '- net
  - small
    - of hemp')"
