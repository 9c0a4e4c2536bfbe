#!/bin/sh
# FastWARC 2.0.1: a page whose server ended its header lines with LF alone is empty.
# Guess: such a header is read, as warcio 1.8.1 and browsers do it (RFC 9112, section 2.2), or the record is an error.
# Seen:  the record has the status 200 and no byte of the page, and no error is raised: the whole message is taken for its
#        first line. With parse_http=False the bytes are there.
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
"$work/venv/bin/pip" install -qq --disable-pip-version-check fastwarc==2.0.1 warcio==1.8.1
cat >"$work/run.py" <<'END'
import io
import sys
from fastwarc.warc import ArchiveIterator
from warcio.archiveiterator import ArchiveIterator as WarcioIterator

tool, end = sys.argv[1], {"CRLF": "\r\n", "LF": "\n"}[sys.argv[2]]
http = f"HTTP/1.1 200 OK{end}Content-Type: text/html{end}{end}<p>Fog lifts</p>".encode()
record = (b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://harbour.example/\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
          b"WARC-Date: 2026-01-01T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
          b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (len(http), http))
if tool == "warcio":
    for r in WarcioIterator(io.BytesIO(record)):
        print(r.http_headers.get_statuscode(), r.content_stream().read())
else:
    for r in ArchiveIterator(io.BytesIO(record), parse_http=tool == "fastwarc"):
        print(None if r.http_headers is None else r.http_headers.status_code, r.reader.read())
END
run() { "$work/venv/bin/python" "$work/run.py" "$@"; }

check 'CRLF' "200 b'<p>Fog lifts</p>'" "$(run fastwarc CRLF)"
check 'LF' "200 b''" "$(run fastwarc LF)"
check 'LF, HTTP not parsed' "None b'HTTP/1.1 200 OK\\nContent-Type: text/html\\n\\n<p>Fog lifts</p>'" "$(run bytes LF)"
check 'warcio, LF' "200 b'<p>Fog lifts</p>'" "$(run warcio LF)"
