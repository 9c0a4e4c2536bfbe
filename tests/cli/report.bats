#!/usr/bin/env bats
# report: a page about what is loaded, or about one article.
bats_require_minimum_version 1.5.0
load ../helper

setup() { cd "$BATS_TEST_TMPDIR"; }

# Fails unless the page is well-formed, names nothing outside of itself, and its contents lead to its sections.
check_page() {
    python3 - "$1" <<'PYTHON'
import html.parser, sys
VOID = {"meta", "br"}
class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.ids, self.links = [], set(), set()
    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        assert tag not in ("script", "link", "img", "iframe"), tag
        assert not any(name.startswith("on") or name == "src" for name in attributes), attributes
        if "id" in attributes: self.ids.add("#" + attributes["id"])
        if tag == "a": self.links.add(attributes["href"])
        if tag not in VOID: self.open.append(tag)
    def handle_startendtag(self, tag, attributes): pass
    def handle_endtag(self, tag):
        assert self.open[-1] == tag, (tag, self.open)
        self.open.pop()
page = Page()
text = open(sys.argv[1], encoding="utf-8").read()
page.feed(text)
assert page.open == [] and page.ids == page.links, (page.open, page.ids ^ page.links)
assert "default-src 'none'" in text and "url(" not in text and "@import" not in text
PYTHON
}

@test "about all that is loaded" {
    run -0 "$DOC2PGSQL" report --output=all.html
    [[ "$output" =~ ^"all.html is a page for any browser, "[0-9]+" kB"$ ]]
    check_page all.html
    titles=$(sed -n 's/^<h2 id="s[0-9]*">\(.*\)<.h2>$/\1/p' all.html)
    for file in "$BATS_TEST_DIRNAME"/../../sql/report/[0-9]*.sql; do
        title=$(sed -n '1s/^-- //p' "$file")
        [[ "$titles" == *"$title"* || "$title" == "What was rejected, and why" ]]
    done
    [[ "$(cat all.html)" == *"<dt>articles</dt><dd>$(query 'select count(*) from documents')</dd>"* ]]
    grep -q '<title>Japan, ' all.html
    grep -q 'climate-adaptation-mekong.txt' all.html
}

@test "what was rejected, and names that look like markup" {
    new_database
    printf 'title,text\n"<script>alert(1)</script>","<b onclick=x> isn'"'"'t a tag here"\n' >a.csv
    echo '{"line": 4}' >empty.jsonl
    run -4 "$DOC2PGSQL" load a.csv empty.jsonl
    "$DOC2PGSQL" report >page.html
    check_page page.html
    grep -q 'What was rejected, and why' page.html
    grep -q '&lt;script&gt;alert(1)' page.html
    "$DOC2PGSQL" report -q --article="$(query "select source from documents")" --output=article.html
    check_page article.html
    drop_database
}

@test "about one article: each line, what it is and what it tells" {
    run -0 "$DOC2PGSQL" report -q --article flood-relief-ledger.txt --output=one.html
    check_page one.html
    grep -q '<tr class="row"><td>13</td><td>row</td><td>.*Water purification.*</td><td>support: Japan' one.html
    grep -q 'class="heading"><td>[0-9]*</td><td>heading [1-6]</td>' one.html
    same "$(grep -c '<tr class=' one.html)" \
        "$(query "select (select count(*) from blocks b where b.document_id = d.document_id)
            + (select count(*) from tables t where t.document_id = d.document_id and header_origin <> 'none')
            from documents d where source like '%/flood-relief-ledger.txt'")"
    run -3 "$DOC2PGSQL" report --article nowhere.txt --output=two.html
    same "$output" "doc2pgsql: no article is loaded from nowhere.txt: load it first, or say its source or the end of that"
    [ ! -e two.html ]
}

@test "several articles may be meant" {
    new_database
    mkdir a b && echo One. | tee a/x.txt >b/x.txt
    "$DOC2PGSQL" load -q a b
    run -3 "$DOC2PGSQL" report --article x.txt
    same "$output" "doc2pgsql: several articles have a source that ends in x.txt: say more of it"
    run -0 "$DOC2PGSQL" report --article a/x.txt
    drop_database
}

@test "without a database: of the given articles" {
    run -0 env -u PGHOST -u PGDATABASE -u PGPORT -u PGUSER "$DOC2PGSQL" report --output=given.html "$ARTICLES/how-tides-work.txt" "$ARTICLES/flood-relief-ledger.txt"
    check_page given.html
    grep -q '<dt>articles</dt><dd>2</dd>' given.html
    same "$(find /tmp -maxdepth 1 -name 'doc2pgsql-report.*' -newer "$BATS_TEST_TMPDIR")" ""
    run -3 "$DOC2PGSQL" report --output=none.html nowhere
    [ ! -e none.html ]
    TMPDIR=/nowhere run -7 "$DOC2PGSQL" report --output=none.html "$ARTICLES/how-tides-work.txt"
    [[ "$output" == "doc2pgsql: can't make a temporary directory: "* ]]
}

@test "a file that is there stays, unless forced; a terminal gets no page" {
    echo mine >page.html
    run -7 "$DOC2PGSQL" report --output=page.html
    same "$output" "doc2pgsql: page.html is there already, and stays: choose another name, or say --force"
    same "$(cat page.html)" mine
    "$DOC2PGSQL" report -q --force --output=page.html
    check_page page.html
    same "$(ls)" page.html
    run -7 "$DOC2PGSQL" report --output=nowhere/page.html
    run -2 script -qec "$DOC2PGSQL report" /dev/null
    [[ "$output" == *"a page is no text for a terminal: say --output=FILE.html"* ]]
}

@test "a browser shows all of it, in light and dark" {
    command -v chromium >/dev/null || skip "no chromium"
    "$DOC2PGSQL" report -q --output=all.html
    for scheme in 0 1; do
        chromium --headless --no-sandbox --disable-gpu --user-data-dir="$PWD/profile" --blink-settings=preferredColorScheme=$scheme \
            --window-size=1000,800 --screenshot="$PWD/$scheme.png" "file://$PWD/all.html" >/dev/null 2>&1
        [ "$(stat -c %s $scheme.png)" -gt 20000 ]
    done
    ! cmp -s 0.png 1.png
}
