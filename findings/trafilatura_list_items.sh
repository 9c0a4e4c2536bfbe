#!/bin/sh
# trafilatura 1.12.2, plain text of lists: what is inside an <li> decides whether it has a '- ' and a line of its own.
# Guess: every item is a line that begins with '- '.
# Seen:  after an item with a <br> the next item goes on in the same line, behind ' - '; an item that holds a <p> has no
#        '- ' at all; <div> and <span> in the item are harmless. 2.3.1 prints '- ' at the start of a line for all of them.
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
"$work/venv/bin/pip" install -qq --disable-pip-version-check trafilatura==1.12.2 htmldate==1.10.0 courlan==1.4.0 \
    lxml==5.4.0 lxml_html_clean==0.4.4 justext==3.0.2
cat >"$work/run.py" <<'END'
import sys
from trafilatura import extract

text = "<p>" + "The ferry waited at the pier until the fog had lifted. " * 6 + "</p>"
page = f"<html><body><article>{text}{sys.argv[1]}{text}</article></body></html>"
lines = extract(page, include_comments=False).split("\n")
print(repr("\n".join(line for line in lines if line and not line.startswith("The ferry"))))
END

run() { "$work/venv/bin/python" "$work/run.py" "<ul>$1</ul>"; }

check 'bare items' "'- net\n- rope'" "$(run '<li>net</li><li>rope</li>')"
check 'br in the first item' "'- net\nof hemp - rope'" "$(run '<li>net<br>of hemp</li><li>rope</li>')"
check 'p in the items' "'net\nrope'" "$(run '<li><p>net</p></li><li><p>rope</p></li>')"
check 'span in the items' "'- net\n- rope'" "$(run '<li><span>net</span></li><li><span>rope</span></li>')"

"$work/venv/bin/pip" install -qq --disable-pip-version-check trafilatura==2.3.1 htmldate==1.11.0 lxml==6.1.3
check 'br in the first item in 2.3.1' "'- net\nof hemp\n- rope'" "$(run '<li>net<br>of hemp</li><li>rope</li>')"
check 'p in the items in 2.3.1' "'- net\n- rope'" "$(run '<li><p>net</p></li><li><p>rope</p></li>')"
