#!/bin/sh
# WikiExtractor 3.1.0: a dump is read by lines, not as XML, and of two tags in one line the second is not seen.
# Guess: any well-formed export of MediaWiki gives its pages, however its line ends lie.
# Seen:  with '<title>Gull</title><ns>0</ns>' in one line the page is skipped; with '<page><title>Gull</title>' its text comes
#        out under the title of the page before. The exit code is 0 both times. A dump that an XML tool wrote anew is not
#        to be trusted.
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
page() {
    printf '<page>\n<title>%s</title>\n<ns>0</ns>\n<id>%s</id>\n<revision>\n<id>9</id>\n' "$1" "$2"
    printf '<text xml:space="preserve">The %s sails at noon.\n</text>\n</revision>\n</page>\n' "$1"
}
{
    echo '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.10/" version="0.10" xml:lang="en">'
    printf '<siteinfo>\n<base>http://harbour.example/wiki/Main</base>\n<namespaces>\n'
    echo '<namespace key="10" case="first-letter">Template</namespace>'
    printf '</namespaces>\n</siteinfo>\n'
    page Tern 5
    page Gull 6
    echo '</mediawiki>'
} >"$work/dump.xml"
run() {
    python3 -c 'import sys, xml.dom.minidom as dom; dom.parse(sys.argv[1])' "$1"
    "$work/venv/bin/wikiextractor" -q -o - "$1" >"$work/out" && code=0 || code=$?
    sed -n 's/<doc.*title="\(.*\)">/\1:/p; /sails/p' "$work/out" | tr '\n' ' '
    echo "(exit $code)"
}

check 'a line end after each tag' 'Tern: The Tern sails at noon. Gull: The Gull sails at noon. (exit 0)' \
    "$(run "$work/dump.xml")"
sed '/^<title>Gull/{N;s/\n//;}' "$work/dump.xml" >"$work/joined.xml"
check 'title and ns in one line' 'Tern: The Tern sails at noon. (exit 0)' "$(run "$work/joined.xml")"
sed '/^<page>$/{N;s/\n\(<title>Gull\)/\1/;}' "$work/dump.xml" >"$work/joined.xml"
check 'page and title in one line' 'Tern: The Tern sails at noon. Tern: The Gull sails at noon. (exit 0)' \
    "$(run "$work/joined.xml")"
