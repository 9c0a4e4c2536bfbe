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
    f.write(record("response", "https://example.org/b", "HTTP/1.1 200 OK\r\n\r\n<p>x</p>"))
    f.write(record("conversion", "https://example.org/c", "A sentence that ends.\n"))
    f.write(record("conversion", "https://example.org/a", "Fetched again.\n"))
PYTHON
}

@test "conversion records are articles, their headers are metadata" {
    wet a.wet.gz
    same "$(documents source,url,language,byte_count a.wet.gz)" \
        'a.wet.gz#https://example.org/a|https://example.org/a|de|34
a.wet.gz#https://example.org/c|https://example.org/c||22
a.wet.gz#https://example.org/a~R5|https://example.org/a||15'
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
    run "$DOC2PGSQL" preview cut.wet.gz
    refused 4 "cut.wet.gz: rejected: can't unpack it: truncated gzip input"
    [[ $output == *'#https://example.org/c~R604'* ]]
}

@test "a WARC of pages says what is missing" {
    printf 'WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 3\r\n\r\n<p>\r\n\r\n' >a.warc
    run "$DOC2PGSQL" preview a.warc
    refused 4 'a.warc: rejected: none of its 1 records holds extracted text; convert it to WET first'
}
