#!/usr/bin/env bats
# Loading is exact: the same bytes are skipped, changed bytes replace; stop.bats, retry.bats and crash.bats have what disturbs it.

load ../helper

setup() {
    new_database_with_schema
    cd "$BATS_TEST_TMPDIR" || return 1
    mkdir in
}
teardown() { drop_database; }

# What is stored, whatever the ids are: one line a row of each table, named by its source.
contents() {
    query "
        select 'd', source, title, concat(dialect, layout), line_count, byte_count, content_sha256 from documents
        union all select 's', d.source, s.heading, s.heading_origin, s.section_no, s.line_no, null
            from sections s join documents d using (document_id)
        union all select 'p', d.source, p.text, p.kind, p.position, p.line_no, null
            from paragraphs p join documents d using (document_id)
        union all select 'b', d.source, b.text, b.label, b.position, b.line_no, null
            from bullets b join documents d using (document_id)
        union all select 't', d.source, t.shape, t.header_origin, t.table_no, t.line_no, null
            from tables t join documents d using (document_id)
        union all select 'h', d.source, c.header, null, c.table_no, c.column_no, null
            from table_columns c join documents d using (document_id)
        union all select 'c', d.source, c.text, c.column_no::text, c.table_no, c.row_no, null
            from table_cells c join documents d using (document_id)
        union all select 'l', d.source, l.url, l.label, l.link_no, l.line_no, null
            from links l join documents d using (document_id)
        union all select 'm', d.source, m.text, m.entity_id, m.mention_no, m.start, null
            from mentions m join documents d using (document_id)
        union all select 'f', d.source, concat_ws('|', f.item, f.attribute, f.value), f.told_by, f.fact_no, f.line_no, null
            from facts f join documents d using (document_id)
        union all select 's', d.source, t.support, t.giver_id, t.statement_no, t.start, null
            from statements t join documents d using (document_id)
        union all select 'o', s.source, null, null, 0, 0, s.content_sha256
            from sources s join documents d using (document_id)
        order by 1, 2, 5, 6, 3, 4" | md5sum
}

# n articles in the folder in/, all different
make_articles() {
    local i text
    text=$(<"$ARTICLES/counterterrorism-partnerships.txt")
    for ((i = 0; i < $1; i++)); do printf 'Report number %d\n%s\n' $i "$text" >"in/report-$i.txt"; done
}

@test "the support that the sample tells of is there as soon as the load ends" {
    "$DOC2PGSQL" load -q "$ARTICLES/counterterrorism-partnerships.txt"
    same "$(query "select country, support from country_support order by line_no, element_no")" \
        "United States|Intelligence sharing
United States|training programs
China|Economic investments
China|technology transfer
European Union|Policy guidance
European Union|funding for initiatives
United Nations|Multinational frameworks
United Nations|diplomatic support"
}

@test "the seed: support, headings, bullets, labels, tables, cells, lead-ins, leftover" {
    have_shared || skip "no shared folder"
    "$DOC2PGSQL" load -q "$SHARED/seed/article.txt"
    same "$(query "select country, support, line_no from country_support order by line_no, element_no")" \
        "United States|Intelligence sharing|10
United States|training programs|10
China|Economic investments|11
China|technology transfer|11
European Union|Policy guidance|12
European Union|funding for initiatives|12
United Nations|Multinational frameworks|13
United Nations|diplomatic support|13"
    same "$(query "select count(*) filter (where heading is not null), count(*) filter (where heading = 'The Way Forward'),
        count(*) filter (where heading like 'strategic Partnerships:%') from sections")" "7|1|1"
    same "$(query "select count(*), count(label) from bullets")" "19|16"
    same "$(query "select (select count(*) from tables where header_origin = 'marked'), (select count(*) from table_cells)")" "5|34"
    same "$(query "select count(*) filter (where kind = 'lead_in'), count(*) filter (where kind = 'leftover') from paragraphs")" "11|1"
    same "$(query "select text from paragraphs where kind = 'leftover'" | cut -c1-28)" "Analysis: Peaceful elections"
    same "$(query "select count(*) from captions where caption like '%:'")" "11"
}

@test "a second load of the same articles stores nothing" {
    "$DOC2PGSQL" load -q "$ARTICLES"
    before=$(contents)
    run "$DOC2PGSQL" load "$ARTICLES"
    [ "$status" -eq 0 ]
    [[ $output == *" 0 new, 0 changed, 26 unchanged, 0 rejected"* ]]
    same "$(contents)" "$before"
    same "$(query "select documents_new, documents_unchanged, status from loads order by load_id desc limit 1")" "0|26|done"
}

@test "a changed byte replaces the article's rows and nothing else; the document keeps its number" {
    make_articles 5
    "$DOC2PGSQL" load -q in
    number=$(query "select document_id from documents where source like '%report-3.txt'")
    others=$(query "select md5(string_agg(d::text, ',' order by document_id)) from documents d where source not like '%report-3.txt'")
    sed -i '1s/number/Number/' in/report-3.txt
    run "$DOC2PGSQL" load in
    [[ $output == *" 0 new, 1 changed, 4 unchanged, 0 rejected"* ]]
    same "$(query "select document_id, title from documents where source like '%report-3.txt'")" "$number|Report Number 3"
    same "$(query "select md5(string_agg(d::text, ',' order by document_id)) from documents d where source not like '%report-3.txt'")" "$others"
    changed=$(contents)
    psql -Xqc 'drop schema articles, articles_internal cascade' 2>/dev/null
    "$DOC2PGSQL" load -q in
    same "$(contents)" "$changed"
    same "$(query "select encode(content_sha256, 'hex') from documents where source like '%report-3.txt'")" "$(sha256sum in/report-3.txt | cut -d' ' -f1)"
}

@test "rows that a change leaves as they are stay where they are, whatever else has become of them" {
    cp "$ARTICLES/counterterrorism-partnerships.txt" in/a.txt
    make_articles 2
    "$DOC2PGSQL" load -q in
    places() { query "select string_agg(r.ctid::text, ' ' order by r.ctid) from $1 r join documents d using (document_id) where source like '%a.txt'"; }
    as_fresh() {
        local stored
        stored=$(contents)
        "$DOC2PGSQL" verify -q --stored in
        psql -Xqc 'drop schema articles, articles_internal cascade' 2>/dev/null
        "$DOC2PGSQL" load -q in
        same "$(contents)" "$stored"
    }
    facts=$(places facts) rows=$(places table_rows) paragraphs=$(places paragraphs)
    echo 'One line more.' >>in/a.txt
    "$DOC2PGSQL" load -q in
    same "$(places facts)" "$facts"
    same "$(places table_rows)" "$rows"
    [ "$(places paragraphs)" != "$paragraphs" ]
    of="document_id = (select document_id from documents where source like '%a.txt')"
    query "delete from facts where fact_no = 2 and $of" >/dev/null
    query "update table_rows set cells[2] = 'gone' where row_no = 1 and $of" >/dev/null
    sed -i '$s/line/row/' in/*.txt
    "$DOC2PGSQL" load -q in
    as_fresh
    sed -i '1i A line before all.' in/*.txt
    "$DOC2PGSQL" load -q in
    as_fresh
    "$DOC2PGSQL" load -q --again in
    as_fresh
}

@test "a corrected title or date, and another way of reading, replace rows although the text is the same" {
    cd "$BATS_TEST_TMPDIR" || return 1
    record() { printf '{"id": "a", "text": "# Nets", "title": "%s", "date": "%s", "x": %s}\n' "$@" >a.jsonl; }
    loaded() { run "$DOC2PGSQL" load "${@:2}" a.jsonl; [[ $output == *" $1, 0 rejected"* ]]; }
    said() { query "select title, published_at::date, metadata from documents"; }
    record Nets 2024-05-01 1
    loaded "1 new, 0 changed, 0 unchanged"
    loaded "0 new, 0 changed, 1 unchanged"
    record "Nets, mended" 2024-05-01 1
    loaded "0 new, 1 changed, 0 unchanged"
    same "$(said)" 'Nets, mended|2024-05-01|{"x": 1}'
    record "Nets, mended" 2024-05-02 1
    loaded "0 new, 1 changed, 0 unchanged"
    record "Nets, mended" 2024-05-02 2
    loaded "0 new, 1 changed, 0 unchanged"
    same "$(said)" 'Nets, mended|2024-05-02|{"x": 2}'
    loaded "0 new, 1 changed, 0 unchanged" --dialect=markdown
    loaded "0 new, 0 changed, 1 unchanged" --dialect=markdown
    same "$(query "select content_sha256 = sha256('# Nets') from documents")" t
}

@test "articles that are there already are told by one connection" {
    make_articles 20
    "$DOC2PGSQL" load -q in
    local role="once_$$"
    query "create role $role login connection limit 1; grant all on schema articles, articles_internal to $role;
        grant all on all tables in schema articles, articles_internal to $role; grant all on all sequences in schema articles_internal to $role"
    PGUSER=$role run "$DOC2PGSQL" load --jobs=4 in
    query "drop owned by $role; drop role $role"
    [ "$status" -eq 0 ]
    [[ $output == *" 0 new, 0 changed, 20 unchanged, 0 rejected"* ]]
}

@test "one worker and four store the same rows" {
    make_articles 1500
    "$DOC2PGSQL" load -q -j 1 in
    one=$(contents)
    psql -Xqc 'drop schema articles, articles_internal cascade' 2>/dev/null
    "$DOC2PGSQL" load -q -j 4 in
    same "$(contents)" "$one"
}

@test "the same source twice in one load is stored once, with its last bytes" {
    make_articles 1
    run "$DOC2PGSQL" load in/report-0.txt in/report-0.txt in/../in/report-0.txt
    [ "$status" -eq 0 ]
    [[ $output == *" 1 new, 0 changed, 2 unchanged, 0 rejected"* ]]
    same "$(query 'select count(*) from documents')" 1
}

@test "standard input is named by its content" {
    "$DOC2PGSQL" load -q - <"$ARTICLES/how-tides-work.txt"
    "$DOC2PGSQL" load -q - <"$ARTICLES/how-tides-work.txt"
    "$DOC2PGSQL" load -q - <"$ARTICLES/letter-on-slow-roads.txt"
    same "$(query "select count(*), bool_and(source like 'stdin:%') from documents")" "2|t"
}

@test "who speaks is the label of a paragraph, and no item of facts" {
    printf '%s\n' 'INTERVIEWER: When did Norway give you the ferry?' 'Kenya Desk: Last year, with 20 million dollars.' \
        'INTERVIEWER: And who pays for it now?' 'Kenya Desk: The passengers do.' >talk.txt
    "$DOC2PGSQL" load -q talk.txt
    same "$(query "select line_no, label, left(text, 9) from paragraphs order by line_no")" "1|INTERVIEWER|When did 
2|Kenya Desk|Last year
3|INTERVIEWER|And who p
4|Kenya Desk|The passe"
    same "$(query "select place, line_no, snippet from entity_mentions order by line_no, mention_no")" "text|1|When did «Norway» give you the ferry?
label|2|«Kenya» Desk
label|4|«Kenya» Desk"
    same "$(query "select count(*) from facts")" 0
}

@test "what was loaded before the day of an article was looked for is read for it, once" {
    local name
    printf 'A title\nPublished: May 3, 2024\nA sentence about boats.\n' >in/a.txt
    printf 'A title\nA sentence about nets.\n' >in/b.txt
    psql -Xqc 'drop schema articles, articles_internal cascade' 2>/dev/null
    query "create schema articles; set search_path = articles;
        create table schema_versions (version int primary key, name text not null, applied_at timestamptz not null default now())"
    for file in "$BATS_TEST_DIRNAME"/../../schema/0*.sql; do
        name=${file##*/}
        [[ $name < 023 ]] || continue
        PGOPTIONS=-csearch_path=articles psql -Xq -v ON_ERROR_STOP=1 --single-transaction -c "set client_min_messages = warning" -f "$file" \
            -c "insert into schema_versions values (${name%%_*}, 'schema/$name')"
    done
    query "set search_path = articles;
        insert into documents (document_id, source, dialect, content_sha256, byte_count, line_count, published_at) values
          (1, '$PWD/in/a.txt', 'extracted', '\x$(sha256sum in/a.txt | cut -d' ' -f1)', 1, 1, null),
          (2, '$PWD/in/b.txt', 'extracted', '\x$(sha256sum in/b.txt | cut -d' ' -f1)', 1, 1, '2024-05-04 23:00+00');
        insert into sources (source, document_id, content_sha256) select source, document_id, content_sha256 from documents"
    "$DOC2PGSQL" init -q
    same "$(query 'select document_id, document_date, date_source from documents order by 1')" "1||
2|2024-05-04|metadata"
    run "$DOC2PGSQL" load in
    [[ $output == *"2 changed"* ]]
    same "$(query 'select document_id, document_date, date_source from documents order by source')" "1|2024-05-03|byline
2||"
    run "$DOC2PGSQL" load in
    [[ $output == *"2 unchanged"* ]]
}

@test "the day of an article, by what says it" {
    local text
    text="The ministers met again on the island to speak of boats, of nets and of the ferry that is to go twice a day from next year on, whatever it costs the island."
    printf '%s\n' '---' 'date: 2024-05-01' '---' "$text" >in/a.md
    printf '%s\n' 'Boats' 'By Ann Lee | 3 mai 2024' "$text" >in/b.txt
    printf '%s\n' '{"text": "Nets. '"$text"'", "url": "https://example.org/2024/05/04/nets"}' >in/c.jsonl
    printf '%s\n' "$text" >in/2024-05-05.txt
    printf '%s\n' "$text" >in/2024-05-06-slug.md
    printf '%s\n' "On 7 May 2024 it was said. $text" >in/none.txt
    "$DOC2PGSQL" load -q in
    same "$(query "select regexp_replace(source, '.*/', ''), document_date, date_source, published_at from documents order by 1")" "2024-05-05.txt|2024-05-05|file name|
2024-05-06-slug.md|2024-05-06|file name|2024-05-06 00:00:00+00
a.md|2024-05-01|metadata|2024-05-01 00:00:00+00
b.txt|2024-05-03|byline|
c.jsonl#sha256:477780448d24c617|2024-05-04|address|
none.txt|||"
    same "$(query "select count(*) from item_attributes where document_date is null and date_source is not null")" 0
}
