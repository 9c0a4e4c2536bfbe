#!/bin/sh
# WikiExtractor 3.1.0, --html: headings come twice, and the items of numbered lists have a broken end tag.
# Guess: --html writes well-formed HTML with the same headings as the plain text.
# Seen:  a section with text has its heading as <h2> and once more as a line with a point ('Cargo.') in front of its text;
#        a section that is only a list has it once. '#' items end in '</<li>'; items of '*' end in '</li>'.
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

== Cargo ==
Mostly it is fish.

== Boats ==
# Tern
# Gull
</text>
</revision>
</page>
</mediawiki>
END

text=$("$work/venv/bin/wikiextractor" -q --html -o - "$work/dump.xml" | sed '/^$/d; /^<.*doc/d')
lines() { echo "$text" | grep -E "$1" | tr '\n' ' ' | sed 's/ $//'; }

check 'heading of a section with text' '<h2>Cargo</h2> Cargo.' "$(lines Cargo)"
check 'heading of a section with a list' '<h2>Crew</h2>' "$(lines Crew)"
check 'item of *' '<li>a captain</li>' "$(lines captain)"
check 'items of #' '<li>Tern</<li> <li>Gull</<li>' "$(lines 'Tern|Gull')"
