#!/bin/sh
# inscriptis 2.7.6: terms and descriptions of a <dl> are glued together in one line.
# Guess: inscriptis lays a page out, so <dt> and <dd> have lines of their own and <dd> is indented.
# Seen:  'netof hemprope of flax': not even a blank between them. <dl> itself is a block. With a style attribute
#        'display: block' on them they stand in lines, so it is the built-in style sheet that does not know them. The same
#        holds for <details> and <summary>.
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

print(repr(get_text(sys.argv[1])))
END
run() { "$work/venv/bin/python" "$work/run.py" "$@"; }


check 'dl' "'Gear:\n\nnetof hempropeof flax\n\nAll wet.\n'" \
    "$(run '<p>Gear:</p><dl><dt>net</dt><dd>of hemp</dd><dt>rope</dt><dd>of flax</dd></dl><p>All wet.</p>')"
check 'dt and dd as blocks' "'net\nof hemp'" \
    "$(run '<dl><dt style="display: block">net</dt><dd style="display: block">of hemp</dd></dl>')"
check 'details' "'GearAll wet.'" "$(run '<details><summary>Gear</summary>All wet.</details>')"
check 'ul' "'  * net\n  * rope'" "$(run '<ul><li>net</li><li>rope</li></ul>')"
