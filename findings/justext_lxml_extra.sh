#!/bin/sh
# jusText 3.0.2, and with it trafilatura 2.3.1: installed by an older pip it can't be imported, though pip ends well.
# Guess: what pip installs without an error can be imported; an extra's name is the same with - and with _.
# Seen:  jusText asks for lxml[html_clean], lxml 6.1.3 calls that extra html-clean. pip 23.2.1 takes them for two, warns,
#        leaves lxml_html_clean out and ends with 0, and the import fails; pip 25.0 takes them for one. lxml 5.4.0 and
#        all between are the same.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# check WHAT WAS NOW
check() {
    [ "$2" = "$3" ] || { printf 'CHANGED %s\n  was: %s\n  now: %s\n' "$1" "$2" "$3"; exit 1; }
    printf 'PASS %s: %s\n' "$1" "$3"
}

# install PIP LXML: what the import says
install() {
    rm -rf "$work/venv"
    python3 -m venv "$work/venv"
    "$work/venv/bin/python" -m pip install -qq --disable-pip-version-check "pip==$1" 2>/dev/null
    "$work/venv/bin/python" -m pip install -qq --disable-pip-version-check justext==3.0.2 "lxml==$2" 2>/dev/null || { echo "pip fails"; return; }
    "$work/venv/bin/python" -W ignore -c 'import justext; print("imported")' 2>&1 | tail -n 2 | head -n 1 | cut -c 1-65
}

fails='ImportError: lxml.html.clean module is now a separate project lxm'
check 'pip 23.2.1, lxml 6.1.3' "$fails" "$(install 23.2.1 6.1.3)"
check 'pip 25.0, lxml 6.1.3' imported "$(install 25.0 6.1.3)"
check 'pip 23.2.1, lxml 5.4.0' "$fails" "$(install 23.2.1 5.4.0)"
