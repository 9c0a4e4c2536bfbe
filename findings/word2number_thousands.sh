#!/bin/sh
# word2number 1.1: 'six million four hundred thousand' is 6,401,400.
# Guess: a number in words is what it says, or an error.
# Seen:  behind 'million' the words before 'thousand' are counted apart from it: 400 and 1,000 are added. 'nineteen eighty
#        four' is 1524, 'two or three' is 5, '1.5 million' is 1,000,000; there is no error in any. 'four hundred thousand'
#        alone is right.
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
"$work/venv/bin/pip" install -qq --disable-pip-version-check word2number==1.1
run() { "$work/venv/bin/python" -c 'import sys; from word2number import w2n; print(w2n.word_to_num(sys.argv[1]))' "$1"; }

check 'four hundred thousand' 400000 "$(run 'four hundred thousand')"
check 'six million four hundred thousand' 6401400 "$(run 'six million four hundred thousand')"
check 'two million three hundred thousand' 2301300 "$(run 'two million three hundred thousand')"
check 'two million thirty thousand' 2031030 "$(run 'two million thirty thousand')"
check 'nineteen eighty four' 1524 "$(run 'nineteen eighty four')"
check 'two or three' 5 "$(run 'two or three')"
check '1.5 million' 1000000 "$(run '1.5 million')"
