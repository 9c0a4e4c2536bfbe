#!/bin/sh
# markitdown 0.1.9, RSS and Atom: entries lose their address, their author and their categories.
# Guess: a Markdown document made from a feed has a link in each entry's heading.
# Seen:  an entry is its title, its date and its text; where it can be read and who wrote it is nowhere. Summary and content
#        are both printed, one behind the other, so a text whose summary is its first paragraph has that twice.
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
"$work/venv/bin/pip" install -qq --disable-pip-version-check markitdown==0.1.9
cat >"$work/run.py" <<'END'
import sys
from markitdown import MarkItDown

print(repr(MarkItDown().convert(sys.argv[1]).text_content))
END
run() { "$work/venv/bin/python" "$work/run.py" "$@"; }

cat >"$work/rss.xml" <<'END'
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour</title>
<link>http://harbour.example/</link><description>News</description>
<item><title>Fog</title><link>http://harbour.example/fog</link><author>pilot@harbour.example</author>
<category>weather</category><description>It rose.</description>
<content:encoded>&lt;p&gt;It rose.&lt;/p&gt;&lt;p&gt;Then it fell.&lt;/p&gt;</content:encoded></item></channel></rss>
END
cat >"$work/atom.xml" <<'END'
<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour</title><id>urn:example:1</id>
<updated>2024-03-04T08:00:00Z</updated>
<entry><title>Fog</title><id>urn:example:2</id><updated>2024-03-04T08:00:00Z</updated>
<link href="http://harbour.example/fog"/><author><name>Pilot</name></author><summary>It rose.</summary>
<content type="html">&lt;p&gt;It rose.&lt;/p&gt;&lt;p&gt;Then it fell.&lt;/p&gt;</content></entry></feed>
END

check 'RSS' "'# Harbour\nNews\n\n## Fog\nIt rose.\n\nIt rose.\n\nThen it fell.'" "$(run "$work/rss.xml")"
check 'Atom' "'# Harbour\n\n## Fog\nUpdated on: 2024-03-04T08:00:00Z\nIt rose.\n\nIt rose.\n\nThen it fell.'" \
    "$(run "$work/atom.xml")"
