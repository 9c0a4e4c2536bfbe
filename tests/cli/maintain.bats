#!/usr/bin/env bats
# index full-text, entities load.

bats_require_minimum_version 1.5.0
load ../helper

setup() {
    new_database_with_schema
    cd "$BATS_TEST_TMPDIR" || return 1
    "$DOC2PGSQL" load -q "$ARTICLES"
}
teardown() { drop_database; }

@test "index full-text is built on request, is safe to run again, and search finds the same" {
    hits() { query "select source, kind, line_no, rank from search('training') order by 1, 2, 3" 2>&1; }
    before=$(hits)
    [ -n "$before" ]
    indexed() { query "select count(*) from search_documents"; }
    same "$(indexed)" 0
    run "$DOC2PGSQL" index full-text
    same "$output" "The full-text index is built: select * from search('...')"
    same "$(indexed)" "$(query "select count(*) from documents")"
    same "$(query "select count(*) from pg_indexes where indexdef like '%gin (words)' and schemaname = 'articles_internal'")" 1
    same "$(hits)" "$before"
    # what comes or changes later is found at once, and indexed by the next run
    printf 'A training in beekeeping was held here for all who wanted to come.\n' >later.txt
    "$DOC2PGSQL" load -q later.txt
    after=$(hits)
    [[ $after == *"/later.txt|text|1|"* ]]
    "$DOC2PGSQL" index -q full-text
    "$DOC2PGSQL" index -q full-text
    same "$(indexed)" "$(query "select count(*) from documents")"
    same "$(query "select count(*) from search_blocks")" "$(query "select count(*) from blocks")"
    same "$(hits)" "$after"
    run "$DOC2PGSQL" index items
    [ "$status" -eq 2 ]
    [[ $output == *"say: doc2pgsql "*"index full-text"* ]]
}

@test "search says how to be fast where it reads many articles block by block" {
    slow="WARNING:  search() reads 5001 of $((5001 + $(ls "$ARTICLES" | wc -l))) articles block by block
HINT:  doc2pgsql index full-text builds what makes it fast."
    "$DOC2PGSQL" index -q full-text
    query "insert into documents (document_id, source, dialect, content_sha256, byte_count, line_count)
        select -i, 'x/' || i, 'extracted', '', 1, 1 from generate_series(1, 5000) i"
    notice() { query "select count(*) from search('training')" 2>&1 >/dev/null; }
    same "$(notice)" ""
    query "insert into documents (document_id, source, dialect, content_sha256, byte_count, line_count) values (-5001, 'x/5001', 'extracted', '', 1, 1)"
    same "$(notice)" "$slow"
    "$DOC2PGSQL" index -q full-text
    same "$(notice)" ""
}

@test "entities of the user's own: added, named in support tables, kept over init, mended by loading again" {
    printf 'name,kind,aliases\nGarissa Youth Forum,organisation,GYF; Youth Forum\n' >own.csv
    run "$DOC2PGSQL" entities load own.csv
    same "$output" "1 entity loaded, 1 new
In articles loaded before they are found by: doc2pgsql resolve"
    printf 'Who helps is told here:\n| Partner | Type of Support |\n|---|---|\n| GYF | Venues, volunteers |\n' >own.txt
    "$DOC2PGSQL" load -q own.txt
    same "$(query "select country, support from country_support where source like '%/own.txt' order by element_no")" \
        "Garissa Youth Forum|Venues
Garissa Youth Forum|volunteers"
    "$DOC2PGSQL" init -q
    same "$(query "select count(*) from entity_names where origin = 'user'")" 3
    printf 'name,entity_id,aliases\nUncle Sam,country:US,\n' | "$DOC2PGSQL" entities load -q -
    same "$(query "select name, origin from entities where entity_id = 'country:US'")" "United States|product"
    same "$(query "select entity_id from entity_names where name = 'Uncle Sam'")" country:US
    # a country's code is an entity_id, too
    run -0 "$DOC2PGSQL" entities load - <<<$'name,entity_id\nTia Chile,CHL\nTio Chile,CL'
    same "${lines[0]}" '2 entities loaded, 2 known'
    same "$(query "select distinct entity_id from entity_names where name in ('Tia Chile', 'Tio Chile')")" country:CL
}

@test "entities load takes the example of its help, and for whom that says" {
    "$DOC2PGSQL" help entities | sed -n '/^  name,/,/^$/s/^  \([^ ].*\)/\1/p' | sed 's/   .*//' >example.csv
    run -0 "$DOC2PGSQL" entities load example.csv
    same "$output" "4 entities loaded, 1 new, 2 known, 1 nobody
Singapore is country:SG
CHL is country:CL
In articles loaded before they are found by: doc2pgsql resolve"
    # a code alone is a name
    run -0 "$DOC2PGSQL" entities load - <<<$'name\nCHL'
    same "${lines[1]}" "CHL is country:CL"
    "$DOC2PGSQL" entities delete -q CHL
    run -0 "$DOC2PGSQL" entities load - <<<$'name\nCHL'
    same "${lines[0]}" "1 entity loaded, 1 new"
}

@test "entities and stop phrases of the user's own: found in running text by later loads, and in older articles by load --again" {
    printf 'The Garissa Youth Forum met the GYF of France. Kenya Ropes sold rope to Kenya.\n' >text.txt
    mentioned() { query "select string_agg(text || ' ' || entity_id, ', ' order by mention_no) from mentions join documents using (document_id) where source like '%/$1'"; }
    "$DOC2PGSQL" load -q text.txt
    number=$(query "select document_id from documents where source like '%/text.txt'")
    same "$(mentioned text.txt)" "France country:FR, Kenya country:KE, Kenya country:KE"
    printf 'name,entity_id,aliases\nGarissa Youth Forum,own:1,GYF\nFrance,own:2,\n' >own.csv
    "$DOC2PGSQL" entities load -q own.csv
    query "insert into entity_stop_phrases values ('Ropes', 'after')"
    cp text.txt later.txt
    run "$DOC2PGSQL" load text.txt later.txt
    [[ $output == *" 1 new, 0 changed, 1 unchanged, 0 rejected"* ]]
    new="Garissa Youth Forum own:1, GYF own:1, France own:2, Kenya country:KE"
    same "$(mentioned later.txt)" "$new"
    same "$(mentioned text.txt)" "France country:FR, Kenya country:KE, Kenya country:KE"
    run "$DOC2PGSQL" load --again text.txt later.txt
    [[ $output == *" 0 new, 2 changed, 0 unchanged, 0 rejected"* ]]
    same "$(mentioned text.txt)" "$new"
    same "$(mentioned later.txt)" "$new"
    same "$(query "select document_id from documents where source like '%/text.txt'")" "$number"
    same "$(query "select count(*) from paragraphs join documents using (document_id) where source like '%/text.txt'")" 1
    # and then again nothing to do
    run "$DOC2PGSQL" load text.txt later.txt
    [[ $output == *" 0 new, 0 changed, 2 unchanged, 0 rejected"* ]]
}

@test "entities: nothing is said of articles where there are none" {
    psql -Xqc 'drop schema articles, articles_internal cascade' 2>/dev/null
    printf 'name\nGarissa Youth Forum\n' >own.csv
    run "$DOC2PGSQL" entities load own.csv
    same "$output" "1 entity loaded, 1 new"
}

@test "entities without an id are known by name or code, else new; loaded again, all are known" {
    cat >own.csv <<'CSV'
name,kind,aliases
Singapore,,SINGAPORE;Lion City
CL,country,
Quayside Ltd,,Quayside
Jordan Boots,product,Jordan
CSV
    run -0 "$DOC2PGSQL" entities load own.csv
    same "$output" "4 entities loaded, 2 new, 2 known
Singapore is country:SG
CL is country:CL
Jordan of Jordan Boots is a name of country:JO, too, and counts as yours
In articles loaded before they are found by: doc2pgsql resolve"
    listed='name,entity_id,kind,aliases,region,case_sensitive
Chile,country:CL,country,CL,South America,f
Singapore,country:SG,country,Lion City;SINGAPORE,South-eastern Asia,f
Jordan Boots,user:jordan boots,product,Jordan,,f
Quayside Ltd,user:quayside ltd,organisation,Quayside,,f'
    same "$("$DOC2PGSQL" entities list)" "$listed"
    run -0 "$DOC2PGSQL" entities load own.csv
    same "${lines[0]}" "4 entities loaded, 4 known"
    # of many, not all lines
    query "select 'name,kind' union all (select alpha2 || ',country' from entities where alpha2 is not null order by alpha2 limit 22)" | "$DOC2PGSQL" entities load - >many
    same "$(sed -n '1p;21,$p' many)" "22 entities loaded, 22 known
$(sed -n 21p many)
…
In articles loaded before they are found by: doc2pgsql resolve"
    query "select alpha2 from entities where alpha2 is not null order by alpha2 limit 22" | xargs "$DOC2PGSQL" entities delete -q
    # what is listed is what load takes
    "$DOC2PGSQL" entities list >listed.csv
    "$DOC2PGSQL" entities delete -q 'Jordan Boots' country:SG 'quayside ltd' CL
    same "$("$DOC2PGSQL" entities list)" "${listed%%$'\n'*}"
    same "$(query "select count(*) from entity_names where name_key = 'singapore' and is_key")" 1
    "$DOC2PGSQL" entities load -q listed.csv
    same "$("$DOC2PGSQL" entities list)" "$listed"
    run -3 "$DOC2PGSQL" entities delete country:SG Nix
    same "$output" 'doc2pgsql: you have added no entity and no name of nobody that is called "Nix": doc2pgsql entities list shows all'
    same "$("$DOC2PGSQL" entities list)" "$listed"
}

@test "entities of the user's own: what a row doesn't say of one stays, and a row that names it by another name only adds names" {
    printf 'name,kind,aliases,region\nGlobex,product,GLX,Asia\n' | "$DOC2PGSQL" entities load -q -
    run -0 "$DOC2PGSQL" entities load - <<<$'name,aliases\nGLX,Globe X\nGLOBEX,'
    same "$(head -n 2 <<<"$output")" $'2 entities loaded, 2 known\nGLX is user:globex'
    header='name,entity_id,kind,aliases,region,case_sensitive'
    same "$("$DOC2PGSQL" entities list)" "$header"$'\n''GLOBEX,user:globex,product,GLX;Globe X;Globex,Asia,f'
    printf 'name,entity_id\nGlobex,user:globex\n' | "$DOC2PGSQL" entities load -q -
    same "$("$DOC2PGSQL" entities list)" "$header"$'\n''Globex,user:globex,product,GLOBEX;GLX;Globe X,Asia,f'
    run -0 "$DOC2PGSQL" entities load - <<<$'name,kind,region\nGlobex,place,Africa'
    same "${lines[0]}" '1 entity loaded, 1 known'
    same "$("$DOC2PGSQL" entities list)" "$header"$'\n''Globex,user:globex,place,GLOBEX;GLX;Globe X,Africa,f'
}

@test "entities: a name that may mean several is refused, and nothing is loaded" {
    printf 'name,entity_id,kind\nQuay,own:1,\nQuay,own:2,place\n' | "$DOC2PGSQL" entities load -q -
    run -3 "$DOC2PGSQL" entities load - <<<$'name\nQuay\nPier'
    same "$output" "doc2pgsql: -: Quay may be own:1 or own:2: say which one it is in the column entity_id"
    same "$(query "select count(*) from entities where name = 'Pier'")" 0
    # the kind tells, too
    run -0 "$DOC2PGSQL" entities load - <<<$'name,kind\nQuay,place'
    same "${lines[1]}" "Quay is own:2"
}

@test "entities: a name is nobody's, in text and cells, until it is somebody's again" {
    printf 'The Turkey phone came from TURKEY and from Ankara, and Georgia wrote to Norway.\n\n| Country | x |\n|---|---|\n| Turkey | 2 |\n| TR | 3 |\n' >text.md
    named() { query "select string_agg(text, ' ' order by mention_no) from mentions join documents using (document_id) where source like '%/text.md'"; }
    "$DOC2PGSQL" load -q text.md
    same "$(named)" "Turkey TURKEY Georgia Norway Turkey TR"
    run -0 "$DOC2PGSQL" entities load - <<<$'name,kind,aliases\nTurkey,nobody,TR\nGeorgia,nobody,'
    same "${lines[0]}" "2 entities loaded, 2 nobody"
    "$DOC2PGSQL" resolve -q
    same "$(named)" Norway
    same "$(query "select count(*) from facts join documents using (document_id) where source like '%/text.md' and entity_id is not null")" 0
    "$DOC2PGSQL" load -q --again text.md
    same "$(named)" Norway
    same "$("$DOC2PGSQL" entities list)" 'name,entity_id,kind,aliases,region,case_sensitive
Georgia,,nobody,,,
TR,,nobody,,,
Turkey,,nobody,,,'
    run -0 "$DOC2PGSQL" entities delete Turkey
    same "$output" "In articles loaded before they are forgotten by: doc2pgsql resolve"
    printf 'name\nGeorgia\n' | "$DOC2PGSQL" entities load -q -
    "$DOC2PGSQL" resolve -q
    same "$(named)" "Turkey TURKEY Georgia Norway Turkey"
}

@test "entities: a file of a spreadsheet that writes semicolons" {
    printf '"name";"aliases";"kind"\r\n"Blue, Red & Co";"BRC;B.R.C.";"organisation"\r\n' >e.csv
    "$DOC2PGSQL" entities load -q e.csv
    same "$("$DOC2PGSQL" entities list | tail -n 1)" '"Blue, Red & Co","user:blue, red & co",organisation,B.R.C.;BRC,,f'
}

@test "entities: a wrong header, a wrong row, a missing file" {
    printf 'nam\nx\n' >bad.csv
    run "$DOC2PGSQL" entities load bad.csv
    [ "$status" -eq 3 ]
    [[ $output == *'bad.csv:1: the header names a column "nam"'* ]]
    printf 'kind\nx\n' >bad.csv
    run "$DOC2PGSQL" entities load bad.csv
    [[ $output == *'bad.csv:1: the header has no column "name"'* ]]
    printf 'name,kind\na,b\nx,y,z\n' >bad.csv
    run "$DOC2PGSQL" entities load bad.csv
    [ "$status" -eq 6 ]
    [[ $output == *"bad.csv:3: extra data"* ]]
    run -3 "$DOC2PGSQL" --local="$BATS_TEST_TMPDIR/server" entities load none.csv
    [[ $output == "doc2pgsql: none.csv: "* ]]
    [ ! -e "$BATS_TEST_TMPDIR/server" ]
    run "$DOC2PGSQL" entities load
    [ "$status" -eq 2 ]
}

@test "kinds of support and organs of the user's own count from the next load on" {
    echo 'Norfund sent beekeepers to Kenya.' >bees.txt
    told() { query "select string_agg(concat_ws(' ', giver_id, act, support, support_type, receiver_id), ', ' order by statement_no) from statements join documents using (document_id) where source like '%/bees.txt'"; }
    "$DOC2PGSQL" load -q bees.txt
    same "$(told)" ""
    query "insert into support_types values ('beekeeper*', 'bees'); insert into entity_organs values ('Norfund', 'country:NO')"
    "$DOC2PGSQL" init -q
    "$DOC2PGSQL" load -q --again bees.txt
    same "$(told)" "country:NO gives beekeepers bees country:KE"
    echo 'Nothing is given here.' >bees.txt
    "$DOC2PGSQL" load -q bees.txt
    same "$(told)" ""
}
