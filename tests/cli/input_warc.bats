#!/usr/bin/env bats
# WET and WARC as Common Crawl packs them: one gzip member a record.
load input

# wet FILE: three pages and what is around them
wet() {
    python3 - "$1" <<'PYTHON'
import gzip, sys
def record(kind, uri, text, more=""):
    body = text.encode()
    head = "WARC/1.0\r\nWARC-Type: %s\r\n" % kind
    if uri: head += "WARC-Target-URI: %s\r\n" % uri
    head += "WARC-Date: 2024-05-03T10:00:00Z\r\n%sContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n" % (more, len(body))
    return gzip.compress(head.encode() + body + b"\r\n\r\n")
with open(sys.argv[1], "wb") as f:
    f.write(record("warcinfo", "", "Software-Info: x\r\n"))
    f.write(record("conversion", "https://example.org/a", "Überschrift\nEin Satz, der endet.\n",
                   "WARC-Record-ID: <urn:uuid:1>\r\nWARC-Identified-Content-Language: deu\r\n"))
    f.write(record("response", "https://example.org/b", "HTTP/1.1 404 Not Found\r\n\r\n<p>x</p>"))
    f.write(record("conversion", "https://example.org/c", "A sentence that ends.\n"))
    f.write(record("conversion", "https://example.org/a", "Fetched again.\n"))
PYTHON
}

@test "conversion records are articles, their headers are metadata" {
    wet a.wet.gz
    same "$(documents source,url,language,byte_count a.wet.gz)" \
        'a.wet.gz#https://example.org/a|https://example.org/a|de|34
a.wet.gz#https://example.org/c|https://example.org/c||22
a.wet.gz#https://example.org/a~2|https://example.org/a||15'
    same "$(documents metadata a.wet.gz | head -n 1)" \
        '{"WARC-Type":"conversion","WARC-Date":"2024-05-03T10:00:00Z","WARC-Record-ID":"<urn:uuid:1>","WARC-Identified-Content-Language":"deu","Content-Type":"text/plain","Content-Length":"34"}'
}

@test "found by content, forced by name, and nowhere else" {
    wet a.wet.gz
    gunzip -c a.wet.gz >plain.txt
    same "$(documents source plain.txt | head -n 1)" 'plain.txt#https://example.org/a'
    same "$(documents source --input-format=warc plain.txt | wc -l)" 3
    same "$(documents source --input-format=article plain.txt)" plain.txt
}

@test "a cut file gives what is whole and says that it is cut" {
    wet a.wet.gz
    for i in $(seq 300); do cat a.wet.gz; done | head -c -100 >cut.wet.gz # libarchive keeps the last 64 kB to itself
    # the messages apart: among what preview prints, block by block, they may stand amid a line
    run bash -c '"$DOC2PGSQL" preview cut.wet.gz 2>&1 >articles'
    refused 4 "cut.wet.gz: rejected: can't unpack it: truncated gzip input"
    grep -qF '#https://example.org/c~201' articles
}

# warc FILE: what a crawler keeps of a site
warc() {
    python3 - "$1" <<'PYTHON'
import gzip, sys
def answer(uri, status, fields, body):
    payload = ("HTTP/1.1 %s\r\n%s\r\n" % (status, "".join(f + "\r\n" for f in fields))).encode() + body
    head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\nWARC-Date: 2024-05-03T10:00:00Z\r\n" % uri
    head += "Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n" % len(payload)
    return gzip.compress(head.encode() + payload + b"\r\n\r\n")
page = "<!DOCTYPE html>\n<title>Straßen</title>\n<h1>Straßen</h1>\n<p>Ein Satz, der endet.\n"
with open(sys.argv[1], "wb") as f:
    f.write(answer("https://example.org/", "301 Moved", ["Location: /a"], b""))
    f.write(answer("https://example.org/a", "200 OK", ["Content-Type: text/html; charset=iso-8859-1", "Content-Encoding: gzip",
                   "Last-Modified: Thu, 02 May 2024 08:00:00 GMT"], gzip.compress(page.encode("latin-1"))))
    f.write(answer("https://example.org/b", "200 OK", ["Content-Type: text/html", "Transfer-Encoding: chunked"],
                   b"14\r\n<meta charset=koi8-r\r\n5\r\n><p>\xf0\r\n1\r\n\xd2\r\n0\r\n\r\n"))
    f.write(answer("https://example.org/c.png", "200 OK", ["Content-Type: image/png"], b"\x89PNG\r\n\x00\x00"))
    f.write(answer("https://example.org/d", "404 Not Found", ["Content-Type: text/html"], b"<p>not here"))
PYTHON
}

@test "pages are articles whatever they are packed and encoded in, the rest is counted once" {
    warc a.warc.gz
    same "$(documents source,url,dialect,byte_count a.warc.gz)" \
        'a.warc.gz#https://example.org/a|https://example.org/a|html|80
a.warc.gz#https://example.org/b|https://example.org/b|html|26'
    same "$(documents metadata a.warc.gz | head -n 1 | sed 's/"Content-Length":"[0-9]*",//')" \
        '{"WARC-Type":"response","WARC-Date":"2024-05-03T10:00:00Z","Content-Type":"text/html; charset=iso-8859-1","Last-Modified":"Thu, 02 May 2024 08:00:00 GMT"}'
    run "$DOC2PGSQL" export --format=null a.warc.gz
    [ "$status" -eq 0 ]
    [[ $output == *'a.warc.gz: records passed over, for they hold no articles: redirects 1, image/png 1, errors 1'* ]]
}

@test "a WARC without pages says what it holds" {
    printf 'WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 19\r\n\r\nHTTP/1.1 302 Found\r\n\r\n' >a.warc
    run "$DOC2PGSQL" preview a.warc
    refused 4 "a.warc: rejected: none of its 1 records holds an article: answers that aren't HTTP's 1"
}
