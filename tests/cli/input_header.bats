#!/usr/bin/env bats
# Headers of metadata before texts of both dialects.
load input

header='title: "Pier aid"
author: [Ann Roe, Bo Ek]
date: 2024-05-03
sitename: Quay News
hostname: quay.example
depth: {metres: 1.10, id: 9007199254740993}'

@test "a header before extracted text is metadata, and the text is read as without it" {
    printf '%s\n' 'Help for the pier' 'The council met on Monday, and two countries have promised to help with the pier.' \
        'Who gives what' 'Country | Support |' '---|---|' 'Norway | Boats |' 'What happens next' '- Survey: in May' >text
    cp text without.txt
    printf -- '---\n%s\n---\n' "$header" | cat - text >with.txt
    same "$(documents title,author,site,published_at,dialect,metadata with.txt)" \
        'Pier aid|Ann Roe, Bo Ek|Quay News|2024-05-03 00:00:00.000000+00|extracted|{"hostname":"quay.example","depth":{"metres":1.10,"id":9007199254740993}}'
    for file in sections paragraphs bullets table_cells; do
        documents source with.txt >/dev/null
        python3 - $file 8 >with <<'PYTHON'
import csv, sys
for row in csv.DictReader(open("rows/%s.csv" % sys.argv[1])):
    print({k: int(v) - int(sys.argv[2]) if k == "line_no" and v else v for k, v in row.items()})
PYTHON
        documents source without.txt >/dev/null
        python3 - $file >without <<'PYTHON'
import csv, sys
for row in csv.DictReader(open("rows/%s.csv" % sys.argv[1])):
    print({k: int(v) if k == "line_no" and v else v for k, v in row.items()})
PYTHON
        [ -s with ]
        same "$(cat with)" "$(cat without)"
    done
}

@test "the line that is the title of the header, record or CSV is a heading of level 1" {
    local text='how a pier was mended.\nThe council met on Monday, and two countries have promised to help with the pier.'
    printf -- "---\ntitle: How a pier was mended. | Quay News\n---\n$text\n" >front.txt
    printf '%s\n' "{\"title\":\"how a pier was mended. - Quay News\",\"text\":\"$text\"}" >record.jsonl
    printf "title,text\nhow a pier was mended.,\"$text\"\n" >rows.csv
    printf -- "---\ntitle: How a pier was built\n---\n$text\n" >other.txt
    for file in front.txt record.jsonl rows.csv; do
        documents title $file >/dev/null
        same "$(cut -d, -f5,6,9 rows/sections.csv | tail -n 1)" '1,"how a pier was mended.","the title that the metadata have"'
    done
    documents title other.txt >/dev/null
    same "$(grep metadata rows/sections.csv)" ""
}

@test "a header decides no dialect" {
    printf -- '---\n%s\n---\nOne line of text.\n' "$header" >plain.txt
    printf -- '---\n%s\n---\n# Head\n\nText with [a link](http://a.example/).\n' "$header" >marked.md
    printf '+++\ntitle = "T"\n+++\n# Head\n\nText with [a link](http://a.example/).\n' >toml.md
    printf '{\n "title": "T"\n}\n\n# Head\n\nText with [a link](http://a.example/).\n' >json.md
    printf 'Title: T\nDate: 2024-05-03\n\n# Head\n\nText with [a link](http://a.example/).\n' >bare.md
    same "$(documents source,title,dialect bare.md json.md marked.md plain.txt toml.md)" 'bare.md|T|markdown
json.md|T|markdown
marked.md|Pier aid|markdown
plain.txt|Pier aid|extracted
toml.md|T|markdown'
}

@test "what lies between two rules and is no metadata stays text" {
    printf -- '---\nAnna: Where do you come from?\nBob: From Norway.\n---\nThey went on for a while.\n' >a.txt
    same "$(paragraphs a.txt | grep -v -e '^---$')" 'Anna: Where do you come from?
Bob: From Norway.
They went on for a while.'
}

@test "the date in a file's name counts where no field says one" {
    mkdir posts
    printf -- '---\ntitle: T\n---\nText.\n' | tee posts/2020-01-02-one.md posts/2020-13-02-no.md posts/2020-01-02.md >/dev/null
    printf -- '---\ndate: 2021-03-04\n---\nText.\n' >posts/2020-01-02-two.md
    echo '{"text": "t"}' >posts/2020-01-02-three.jsonl
    same "$(documents source,published_at posts)" 'posts/2020-01-02-one.md|2020-01-02 00:00:00.000000+00
posts/2020-01-02-three.jsonl#sha256:e3b98a4da31a127d|
posts/2020-01-02-two.md|2021-03-04 00:00:00.000000+00
posts/2020-01-02.md|
posts/2020-13-02-no.md|'
}

@test "verify finds every character behind a header" {
    printf -- '---\n%s\n---\nOne line of text.\nAnother one, with a table:\n| a | b |\n' "$header" >a.txt
    run "$DOC2PGSQL" verify a.txt
    [ "$status" -eq 0 ]
}
