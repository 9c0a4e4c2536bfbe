#!/bin/sh
# Dolma 1.2.1, dolma warc: a record's `created` is when the command ran, and not the WARC-Date of the record, still less the
# article's date; metadata.url has no scheme, which metadata.warc_url keeps.
# Guess: `created` is the date of the document, or the capture's, and metadata.url is its address.
# Seen:  a record captured in 2020 comes with `created`, `added` and metadata.warc_date of this year, and "url":
#        "quay.example/nets".
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
"$work/venv/bin/pip" install -qq --disable-pip-version-check --only-binary :all: dolma==1.2.1
"$work/venv/bin/pip" install -qq --disable-pip-version-check FastWARC==2.0.1 Resiliparse==2.0.1 trafilatura==2.3.1 \
    w3lib==2.5.0 url-normalize==3.1.0 lxml_html_clean==0.4.6 2>/dev/null
cd "$work"
cat >make.py <<'END'
import gzip
page = b"<html><body><article><h1>Nets</h1><p>" + b"Nets are mended on the pier by hand. " * 20 + b"</p></article></body></html>"
http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
head = ("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://quay.example/nets\r\nWARC-Date: 2020-05-01T10:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:154d5e9d-1000-44b6-b74c-00b12cb05562>\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n").encode()
open("a.warc.gz", "wb").write(gzip.compress(head + http + b"\r\n\r\n"))
END
cat >show.py <<'END'
import datetime, gzip, json
d = json.loads(gzip.open("out/a.jsonl.gz").readline())
now = datetime.datetime.now(datetime.timezone.utc).year
print(*("now" if when.startswith(str(now)) else when for when in (d["created"], d["added"], d["metadata"]["warc_date"])),
      d["metadata"]["url"], d["metadata"]["warc_url"])
END
python3 make.py
venv/bin/dolma warc --documents a.warc.gz --destination out --source_name quay >log 2>&1 || { tail -3 log; exit 1; }
check 'created, added, warc_date, url, warc_url' 'now now now quay.example/nets https://quay.example/nets' "$(python3 show.py)"
