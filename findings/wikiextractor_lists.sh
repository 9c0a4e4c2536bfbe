#!/bin/sh
# WikiExtractor 3.1.0, plain text: all items of lists are dropped, and with them the sections that hold nothing else.
# Guess: the text of a page has its lists, or their items as lines without bullets.
# Seen:  of '== Crew ==' with two items neither the heading nor the items are left; in a section of a sentence and a list
#        the sentence stays. Headings that stay are lines with a point at their end, so they look like short sentences.
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
"$work/venv/bin/pip" install -qq --disable-pip-version-check wikiextractor==3.1.0
cat >"$work/dump.xml" <<'END'
<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.10/" version="0.10" xml:lang="en">
<siteinfo>
<base>http://harbour.example/wiki/Main</base>
<namespaces>
<namespace key="0" case="first-letter" />
<namespace key="10" case="first-letter">Template</namespace>
</namespaces>
</siteinfo>
<page>
<title>Ferry</title>
<ns>0</ns>
<id>5</id>
<revision>
<id>9</id>
<text xml:space="preserve">A '''ferry''' carries people over a sound.

== Crew ==
* a captain
* two hands

== Cargo ==
Mostly it is fish.
* nets
# ropes

== Boats ==
The Tern sailed in 1901.
</text>
</revision>
</page>
</mediawiki>
END

text=$("$work/venv/bin/wikiextractor" -q -o - "$work/dump.xml" | sed '/^$/d; /^<.*doc/d')

check 'lines' 'Ferry/A ferry carries people over a sound./Cargo./Mostly it is fish./Boats./The Tern sailed in 1901.' \
    "$(echo "$text" | tr '\n' '/' | sed 's,/$,,')"
check 'lines with an item or its heading' 0 "$(echo "$text" | grep -c -e captain -e hands -e nets -e ropes -e Crew)"
