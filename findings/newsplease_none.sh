#!/bin/sh
# news-please 1.6.16: in the dictionary for JSON a date that was not found is the word 'None', other fields are null.
# Guess: what was not found is null everywhere, or the key is left out.
# Seen:  get_serializable_dict() passes the three dates through str(), so date_publish is the string 'None', which is true,
#        is not null and is no date; description and title_rss are null. image_url is the page's own address if the page
#        names no picture. The article itself has None for the date.
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
"$work/venv/bin/pip" install -qq --disable-pip-version-check news-please==1.6.16 newspaper4k==0.9.6
cat >"$work/run.py" <<'END'
import json
import sys
from newsplease import NewsPlease

text = "<p>" + "The ferry waited at the pier until the fog had lifted. " * 6 + "</p>"
page = f"<html lang=en><head><title>Fog</title></head><body><article>{text}{text}</article></body></html>"
article = NewsPlease.from_html(page, url="http://harbour.example/fog.html")
print(json.dumps(article.date_publish if sys.argv[1] == "article" else article.get_serializable_dict()[sys.argv[1]]))
END
run() { "$work/venv/bin/python" -W ignore "$work/run.py" "$1"; }

check 'title' '"Fog"' "$(run title)"
check 'date_publish' '"None"' "$(run date_publish)"
check 'date_modify' '"None"' "$(run date_modify)"
check 'description' 'null' "$(run description)"
check 'title_rss' 'null' "$(run title_rss)"
check 'image_url' '"http://harbour.example/fog.html"' "$(run image_url)"
check 'date_publish of the article' 'null' "$(run article)"
