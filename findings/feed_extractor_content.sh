#!/bin/sh
# @extractus/feed-extractor 8.0.3: the articles of an RSS feed come without content:encoded.
# Guess: entries have the whole article where the feed has it, as with rss-parser (content:encoded) and feedparser (content).
# Seen:  id, title, link, published, description, and nothing else; with getExtraEntryFields the article is there.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# check WHAT WAS NOW
check() {
    [ "$2" = "$3" ] || { printf 'CHANGED %s\n  was: %s\n  now: %s\n' "$1" "$2" "$3"; exit 1; }
    printf 'PASS %s: %s\n' "$1" "$3"
}

cd "$work"
npm install --silent --no-fund --no-audit @extractus/feed-extractor@8.0.3 >/dev/null
cat >run.mjs <<'END'
import { extractFromXml } from "@extractus/feed-extractor";
const feed = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Quay</title><link>https://quay.example/</link><description>d</description><item><title>Nets</title>
<link>https://quay.example/nets</link><description>Nets are mended.</description>
<content:encoded><![CDATA[<p>Nets are mended on the pier by hand.</p>]]></content:encoded></item></channel></rss>`;
const options = process.argv[2] ? { getExtraEntryFields: (e) => ({ content: e["content:encoded"] }) } : {};
const [entry] = extractFromXml(feed, options).entries;
console.log(Object.keys(entry).join(" ") + " | " + JSON.stringify(entry.content ?? null));
END
check 'members of an entry' 'id title link published description | null' "$(node run.mjs)"
check 'with getExtraEntryFields' 'id title link published description content | "<p>Nets are mended on the pier by hand.</p>"' \
    "$(node run.mjs extra)"
