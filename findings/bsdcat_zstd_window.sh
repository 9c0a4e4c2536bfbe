#!/bin/sh
# libarchive 3.6.2 (bsdcat), Zstandard: whether a file is read depends on how it came to its compressor, not on its size.
# Guess: nine bytes are read, with whatever option they were compressed.
# Seen:  'zstd --long=31', the option that large corpora are packed with, declares a window of 2 GiB if it reads a pipe,
#        whatever comes; libarchive takes 128 MiB at most and refuses with an error. From a file zstd knows the size, and
#        the window is that of the content. --long=27 is read from both.
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

apt_get libarchive-tools libarchive13 zstd
is libarchive-tools 3.6.2
is zstd 1.5.4
lib=$(dirname "$(find "$work/tree" -name 'libarchive.so.13')")
zstd() { "$work/tree/usr/bin/zstd" -q "$@"; }
run() { LD_LIBRARY_PATH=$lib "$work/tree/usr/bin/bsdcat" "$1" 2>&1 | sed 's/^bsdcat: [^ ]*: //'; }

echo "All wet." >"$work/text"
zstd --long=31 -o "$work/file.zst" "$work/text"
cat "$work/text" | zstd --long=31 >"$work/pipe.zst"
cat "$work/text" | zstd --long=27 >"$work/small.zst"

check 'from a file' 'All wet.' "$(run "$work/file.zst")"
check 'from a pipe' 'Zstd decompression failed: Frame requires too much memory for decoding' \
    "$(run "$work/pipe.zst" | sed 's/^.*: Zstd/Zstd/')"
check 'from a pipe, --long=27' 'All wet.' "$(run "$work/small.zst")"
