#!/bin/sh
# trafilatura 2.3.1 and newspaper4k 0.9.6: what stands below a figure is gone, whatever is asked for.
# Guess: a <figcaption> of a whole sentence is text of the article, at least with include_images or favor_recall.
# Seen:  both leave it out; trafilatura with include_images prints the picture's alt text in its place. readability-lxml
#        0.9 and resiliparse 2.0.1 keep it.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# check WHAT WAS NOW
check() {
    [ "$2" = "$3" ] || { printf 'CHANGED %s\n  was: %s\n  now: %s\n' "$1" "$2" "$3"; exit 1; }
    printf 'PASS %s: %s\n' "$1" "$3"
}

cat >"$work/run.py" <<'END'
import sys

text = "".join(f"<p>The harbour was closed for the {n}th day, and ferries waited {n} hours for the fog to lift before they sailed.</p>"
               for n in range(4, 10))
page = (f"<html><head><title>Fog</title></head><body><article><h1>Fog at the harbour</h1>{text}"
        '<figure><img src="http://h.example/a.png" alt="A pier"><figcaption>Morning fog over the pier, seen from the ferry.'
        f"</figcaption></figure>{text}</article></body></html>")
program, *options = sys.argv[1:]
if program == "trafilatura":
    from trafilatura import extract
    got = extract(page, **{o: True for o in options})
elif program == "newspaper4k":
    import newspaper
    article = newspaper.Article("http://h.example/")
    article.download(input_html=page)
    article.parse()
    got = article.text
elif program == "readability":
    from readability import Document
    got = Document(page).summary()
else:
    from resiliparse.extract.html2text import extract_plain_text
    got = extract_plain_text(page, main_content=True)
print("caption" if "Morning fog" in got else "no caption", "text" if "9th day" in got else "no text", *["alt"] * ("A pier" in got))
END
python3 -m venv "$work/venv"
pip() { "$work/venv/bin/pip" install -qq --disable-pip-version-check "$@"; }
pip trafilatura==2.3.1 lxml==6.1.3 lxml_html_clean==0.4.6
pip newspaper4k==0.9.6 resiliparse==2.0.1
pip readability-lxml==0.9
run() { "$work/venv/bin/python" -W ignore "$work/run.py" "$@" 2>/dev/null; }

check 'trafilatura' 'no caption text' "$(run trafilatura)"
check 'trafilatura include_images' 'no caption text alt' "$(run trafilatura include_images)"
check 'trafilatura favor_recall' 'no caption text' "$(run trafilatura favor_recall)"
check 'newspaper4k' 'no caption text' "$(run newspaper4k)"
check 'readability-lxml' 'caption text alt' "$(run readability)"
check 'resiliparse' 'caption text alt' "$(run resiliparse)"
