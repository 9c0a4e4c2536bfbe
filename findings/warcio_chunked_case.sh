#!/bin/sh
# warcio 1.8.1: a page sent in chunks keeps the chunks' sizes in its text where the header says Chunked with a capital.
# Guess: the names of transfer codings are taken in any case, as HTTP says (RFC 9112, section 7), and what can't be taken
#        out of its chunks is an error.
# Seen:  `chunked` is undone; of `Chunked` the body is given as it was sent, sizes and all, without a word. Where a later
#        size is no number, what is left is given with the sizes in it, also without a word.
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
"$work/venv/bin/pip" install -qq --disable-pip-version-check warcio==1.8.1
cat >"$work/run.py" <<'END'
import io, sys
from warcio.archiveiterator import ArchiveIterator

coding, size = sys.argv[1:]
http = (f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: {coding}\r\n\r\n"
        f"6\r\n<p>Fog\r\n{size}\r\n lifts\r\n0\r\n\r\n").encode()
record = (b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://harbour.example/\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
          b"WARC-Date: 2026-01-01T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
          b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (len(http), http))
for r in ArchiveIterator(io.BytesIO(record)):
    print(r.content_stream().read())
END
run() { "$work/venv/bin/python" "$work/run.py" "$@"; }

check 'chunked' "b'<p>Fog lifts'" "$(run chunked 6)"
check 'Chunked' "b'6\\r\\n<p>Fog\\r\\n6\\r\\n lifts\\r\\n0\\r\\n\\r\\n'" "$(run Chunked 6)"
check 'a size that is no number' "b'<p>Fogxy\\r\\n lifts\\r\\n0\\r\\n\\r\\n'" "$(run chunked xy)"
