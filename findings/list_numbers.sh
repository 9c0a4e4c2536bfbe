#!/bin/sh
# Numbers of ordered lists: <ol start=…> and <li value=…> are different things to inscriptis 2.7.6, html2text 2025.4.15,
# markdownify 1.2.3 and Resiliparse 2.0.1.
# Guess: a converter that counts from 'start' also follows 'value', and the other way round.
# Seen:  inscriptis follows 'value' and ignores 'start'; html2text and markdownify follow 'start' and ignore 'value';
#        Resiliparse ignores both; 'reversed' is ignored by all. A number in the text may not be the page's number.
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
"$work/venv/bin/pip" install -qq --disable-pip-version-check inscriptis==2.7.6 html2text==2025.4.15 \
    markdownify==1.2.3 beautifulsoup4==4.15.0 resiliparse==2.0.1
cat >"$work/run.py" <<'END'
import sys
from html2text import html2text
from inscriptis import get_text
from markdownify import markdownify
from resiliparse.extract.html2text import extract_plain_text

convert = {"inscriptis": get_text, "html2text": html2text, "markdownify": markdownify,
           "resiliparse": extract_plain_text}[sys.argv[1]]
print(*(line.split(".")[0].strip() for line in convert(sys.argv[2]).split("\n") if "." in line))
END
run() { "$work/venv/bin/python" "$work/run.py" "$@"; }

start='<ol start=3><li>net</li><li>rope</li></ol>'
value='<ol><li>net</li><li value=7>rope</li><li>oar</li></ol>'
down='<ol reversed><li>net</li><li>rope</li></ol>'

check 'inscriptis start=3' '1 2' "$(run inscriptis "$start")"
check 'inscriptis value=7' '1 7 8' "$(run inscriptis "$value")"
for tool in html2text markdownify; do
    check "$tool start=3" '3 4' "$(run $tool "$start")"
    check "$tool value=7" '1 2 3' "$(run $tool "$value")"
done
check 'resiliparse start=3' '1 2' "$(run resiliparse "$start")"
check 'resiliparse value=7' '1 2 3' "$(run resiliparse "$value")"
for tool in inscriptis html2text markdownify resiliparse; do
    check "$tool reversed" '1 2' "$(run $tool "$down")"
done
