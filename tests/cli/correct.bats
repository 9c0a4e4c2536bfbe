#!/usr/bin/env bats
# correct: what was misread is said once, and each load applies it.
bats_require_minimum_version 1.5.0
load ../helper

setup() {
    new_database_with_schema
    cd "$BATS_TEST_TMPDIR"
    cat >walk.txt <<'TEXT'
The old quay

Boats came here until the war, and the crane still stands.

Follow us on every network you like

What to bring: boots and a lamp, for the tunnel behind the quay is dark even at noon.

Boats a day
12 in summer
TEXT
    printf '| Boat | Crew |\n|---|---|\n| Tern | 4 |\n| Advertisement | x |\n| Gull | 5 |\n' >boats.md
    "$DOC2PGSQL" load -q walk.txt boats.md
}
teardown() { drop_database; }

rows() { query "select line_no, kind, text from blocks join documents using (document_id) where source like '%$1' order by position, row_no"; }

@test "a line is a heading: found by its text, also where lines came before it" {
    run -0 "$DOC2PGSQL" correct walk.txt line 7 is a heading, level 2
    same "${lines[1]}" "The next load of it applies that."
    [[ "${lines[0]}" == 'correction 1: "What to bring: boots and a lamp, for the tunnel behind the q…" is heading 2, in '*/walk.txt ]]
    run -0 "$DOC2PGSQL" load walk.txt boats.md
    [[ "${lines[0]}" == *"0 new, 1 changed, 1 unchanged"* ]]
    same "$(query "select heading_origin, level, confidence, reason, line_no from sections where heading like 'What to%'")" "corrected|2|1||7"
    run -0 "$DOC2PGSQL" load walk.txt
    [[ "${lines[0]}" == *"1 unchanged"* ]]
    { echo "Walks"; cat walk.txt; } >new && mv new walk.txt
    "$DOC2PGSQL" load -q walk.txt
    same "$(query "select line_no from sections where heading like 'What to%' and heading_origin = 'corrected'")" 8
}

@test "boilerplate of a place is named once; a later correction of the same rows takes its place" {
    "$DOC2PGSQL" correct -q '*.txt' text 'Follow us on every network you like' is boilerplate
    "$DOC2PGSQL" load -q walk.txt
    [[ $(rows walk.txt) == *"5|leftover|Follow us on every network you like"* ]]
    "$DOC2PGSQL" correct -q '*.txt' 'text Follow us on every network you like is a quote'
    same "$("$DOC2PGSQL" correct list)" '2: "Follow us on every network you like" is quote, in *.txt'
    "$DOC2PGSQL" load -q walk.txt
    [[ $(rows walk.txt) == *"5|quote|Follow us on every network you like"* ]]
    "$DOC2PGSQL" correct delete 2
    same "$("$DOC2PGSQL" correct list)" ""
    "$DOC2PGSQL" load -q walk.txt
    [[ $(rows walk.txt) != *quote* ]]
    run -3 "$DOC2PGSQL" correct delete 2
    same "$output" "doc2pgsql: there is no correction 2: doc2pgsql correct list shows all"
    run -3 "$DOC2PGSQL" correct delete two
    same "$output" "doc2pgsql: there is no correction two: doc2pgsql correct list shows all"
}

@test "a row that is none leaves its table, and the rest keeps the header; a header is a row" {
    "$DOC2PGSQL" correct -q boats.md line 4 is leftover
    "$DOC2PGSQL" load -q boats.md
    same "$(query "select table_no, shape, row_count from tables order by 1")" "1|boat | crew|1"$'\n'"2|boat | crew|1"
    same "$(query "select string_agg(item || ' ' || attribute || ' ' || value, ', ' order by position, row_no) from facts")" "Tern Crew 4, Gull Crew 5"
    same "$(query "select kind, text from paragraphs where kind = 'leftover'")" "leftover|Advertisement | x"
    "$DOC2PGSQL" correct -q boats.md line 1 is row
    "$DOC2PGSQL" load -q boats.md
    same "$(query "select table_no, header_origin, row_count from tables order by 1")" "1|none|2"$'\n'"2|none|1"
    "$DOC2PGSQL" correct -q boats.md line 3 is the header
    "$DOC2PGSQL" load -q boats.md
    same "$(query "select table_no, header_origin, shape, row_count from tables order by 1")" "1|none||1
2|corrected|tern | 4|0
3|corrected|tern | 4|1"
}

@test "articles of a place are Markdown, or laid out in lines" {
    "$DOC2PGSQL" correct -q '*/boats.md' is extracted
    "$DOC2PGSQL" correct -q '*/boats.md' is wrapped
    "$DOC2PGSQL" load -q boats.md
    same "$(query "select dialect, layout from documents where source like '%boats.md'")" "extracted|wrapped"
    "$DOC2PGSQL" correct -q '*/boats.md' is markdown
    same "$("$DOC2PGSQL" correct list)" "2: is wrapped, in */boats.md"$'\n'"3: is markdown, in */boats.md"
}

@test "saved and loaded as CSV, counted by status" {
    "$DOC2PGSQL" correct -q walk.txt line 5 is leftover
    "$DOC2PGSQL" correct -q '*' is markdown
    "$DOC2PGSQL" correct save kept.csv
    same "$(cut -d/ -f1 kept.csv)" "source,line_no,text,read_as"$'\n'$'\n'"*,,,markdown"
    run -7 "$DOC2PGSQL" correct save kept.csv
    same "$output" "doc2pgsql: kept.csv is there already, and stays: choose another name, or take it away"
    same "$("$DOC2PGSQL" correct save -)" "$(cat kept.csv)"
    run -0 "$DOC2PGSQL" correct load kept.csv
    same "$output" "2 corrections kept; the next load applies them"
    same "$(query "select count(*), min(correction_id) from corrections")" "2|3"
    [[ "$("$DOC2PGSQL" status)" == *"2 corrections are applied by each load: doc2pgsql correct list"* ]]
    printf 'source,read_as\n*,markdown\n' >bad.csv
    run -3 "$DOC2PGSQL" correct load bad.csv
    same "$output" "doc2pgsql: bad.csv:1: the header line has to be source,line_no,text,read_as, with commas, semicolons or tabs between the names"
    printf 'source,line_no,text,read_as\n*,,,klingon\n' >bad.csv
    run -3 "$DOC2PGSQL" correct load bad.csv
    same "$output" 'doc2pgsql: bad.csv: correction 1 of the file says nothing: source "*", read_as "klingon" (without line_no and text); doc2pgsql help correct tells what can be said'
    printf 'source,line_no,text,read_as\n*,,Jpan,names Atlantis\n' >bad.csv
    run -3 "$DOC2PGSQL" correct load bad.csv
    [[ "$output" == *'(no entity, or several, have that name)'* ]]
    run -3 "$DOC2PGSQL" correct load none.csv
    same "$(query "select count(*) from corrections")" 2
}

@test "a correction of a place from where nothing is loaded is marked" {
    "$DOC2PGSQL" correct -q walk.txt line 5 is leftover
    "$DOC2PGSQL" correct -q '*.md' is markdown
    "$DOC2PGSQL" correct -q "it's [a]/*.txt" is wrapped
    same "$("$DOC2PGSQL" correct list)" "1: \"Follow us on every network you like\" is boilerplate (leftover: kept, but no part of the article), in $PWD/walk.txt
2: is markdown, in *.md
3: is wrapped, in it's [a]/*.txt, from where nothing is loaded"
    [[ "$("$DOC2PGSQL" status)" == *"
3 corrections are applied by each load: doc2pgsql correct list
1 of them is of a place from where nothing is loaded: doc2pgsql correct delete N… takes them back"* ]]
    "$DOC2PGSQL" delete -q walk.txt '*.md'
    same "$("$DOC2PGSQL" correct list | grep -c 'from where nothing is loaded$')" 3
    [[ "$("$DOC2PGSQL" status)" == *"
3 of them are of a place from where nothing is loaded: "* ]]
    "$DOC2PGSQL" load -q .
    same "$("$DOC2PGSQL" correct list | grep -c 'from where nothing is loaded$')" 1
}

@test "a correction that meets nothing any more is said" {
    "$DOC2PGSQL" correct -q walk.txt line 5 is leftover
    grep -v Follow walk.txt >new && mv new walk.txt
    run -0 "$DOC2PGSQL" load walk.txt
    [[ "$output" == *"walk.txt: correction 1 meets no row any more"* ]]
}

@test "a name in a cell: in one article or many, by its line where others have it; kept by resolve, told when it is unmet" {
    printf '| Giver | Support |\n|---|---|\n| Jpan | Boats |\n| Georgia | Wine |\n| Georgia | Peaches |\n' >aid.md
    "$DOC2PGSQL" load -q aid.md
    named() { query "select string_agg(entity_id || '@' || text || row_no, ' ' order by mention_no) from mentions join documents using (document_id) where source like '%aid.md'"; }
    same "$(named)" "country:GE@Georgia2 country:GE@Georgia3"
    run -0 "$DOC2PGSQL" correct aid.md cell Jpan is Japan
    [[ ${lines[0]} == 'correction 1: cell "Jpan" is country:JP, in '*/aid.md ]]
    same "${lines[1]}" "It means 1 cell, header or label of what is loaded; the next load applies it."
    printf 'name,entity_id,kind\nState of Georgia,place:georgia,other\n' | "$DOC2PGSQL" entities load -q -
    run -0 "$DOC2PGSQL" correct aid.md 'line 5 cell Georgia is State of Georgia'
    [[ ${lines[0]} == 'correction 2: cell "Georgia" is place:georgia, in '*/aid.md ]]
    run -0 "$DOC2PGSQL" load aid.md
    [[ "${lines[0]}" == *"1 changed"* ]]
    same "$(named)" "country:JP@Jpan1 country:GE@Georgia2 place:georgia@Georgia3"
    same "$(query "select string_agg(country || ': ' || support, ', ' order by line_no) from country_support where article = 'aid.md'")" \
        "Japan: Boats, Georgia: Wine, State of Georgia: Peaches"
    "$DOC2PGSQL" resolve -q
    same "$(named)" "country:JP@Jpan1 country:GE@Georgia2 place:georgia@Georgia3"
    run -0 "$DOC2PGSQL" verify --stored -q aid.md
    run -0 "$DOC2PGSQL" correct list
    [[ ${lines[0]} == '1: cell "Jpan" is country:JP, in '* && ${lines[1]} == '2: line 5 cell "Georgia" is place:georgia, in '* ]]
    # saved and loaded, by name too
    "$DOC2PGSQL" correct save kept.csv
    sed -i 's/names country:JP/names JAPAN/' kept.csv
    "$DOC2PGSQL" correct delete 1 2
    same "$("$DOC2PGSQL" correct load kept.csv)" "2 corrections kept; the next load applies them"
    same "$(query "select string_agg(read_as, ' ' order by correction_id) from corrections")" "names country:JP names place:georgia"
    sed -i s/Jpan/Japan/ aid.md
    run -0 "$DOC2PGSQL" load aid.md
    [[ "$output" == *"aid.md: correction 3 meets no cell any more"* ]]
    # a pattern; what stands nowhere is said
    run -0 "$DOC2PGSQL" correct '*.md' cell Tern is France
    same "${lines[1]}" "It means 1 cell, header or label of what is loaded; the next load applies it."
    run -0 "$DOC2PGSQL" correct '*.md' cell Nobody is France
    same "${lines[1]}" "It means nothing that is loaded, and is kept for what will be."
    run -3 "$DOC2PGSQL" correct aid.md line 4 cell Nobody is France
    [[ $output == 'doc2pgsql: no cell on line 4 of '*'/aid.md is "Nobody": doc2pgsql show shows the lines' ]]
    run -3 "$DOC2PGSQL" correct aid.md cell Japan is Atlantis
    [[ $output == 'doc2pgsql: no entity, or several, have the name "Atlantis": '* ]]
    query "delete from mentions where entity_id = 'place:georgia'; delete from entity_names where entity_id = 'place:georgia'; delete from entities where entity_id = 'place:georgia'"
    run -9 "$DOC2PGSQL" load aid.md
    [[ $output == *"names place:georgia, which is no entity any more: doc2pgsql correct delete"* ]]
}

@test "how much of what is loaded a correction means is said; a folder is all below it" {
    run -0 "$DOC2PGSQL" correct '*.txt' text 'Follow us, on every network you like!' is boilerplate
    same "${lines[1]}" "It means 1 row of what is loaded; the next load applies it."
    run -0 "$DOC2PGSQL" correct . is blocks
    same "${lines[0]}" "correction 2: is blocks, in $(pwd -P)/*"
    same "${lines[1]}" "It means 2 articles of what is loaded; the next load applies it."
    printf '{"id": 1, "text": "One."}\n{"id": 2, "text": "Two."}\n' >r.jsonl
    "$DOC2PGSQL" load -q r.jsonl
    run -0 "$DOC2PGSQL" correct r.jsonl is markdown
    same "${lines[0]}" "correction 3: is markdown, in $(pwd -P)/r.jsonl[#!]*"
    same "${lines[1]}" "It means 2 articles of what is loaded; the next load applies it."
    "$DOC2PGSQL" load -q r.jsonl
    same "$(query "select count(*) from documents where dialect = 'markdown' and source like '%r.jsonl#%'")" 2
    cd /
    run -0 "$DOC2PGSQL" correct walk.txt text Follow us on every network you like is quote
    [[ ${lines[0]} == *", in "*/walk.txt ]]
}

@test "a correction of a folder changes the articles alone whose rows it alters, when it is said and when it is taken back" {
    mkdir in
    for i in 1 2 3; do printf 'Title %s\n\nThe text of number %s is one line.\n' $i $i >in/$i.txt; done
    printf '\nPrinted at the mill\n\nAnd more of it is here.\n' >>in/2.txt
    printf '{"id": 1, "text": "One.", "b": {"y": 1.0, "x": [2]}, "a": "ü"}\n{"id": 2, "text": "Printed at the mill"}\n' >in/r.jsonl
    "$DOC2PGSQL" load -q in
    run -0 "$DOC2PGSQL" correct 'in/*' text Printed at the mill is leftover
    same "$output" "correction 1: \"Printed at the mill\" is boilerplate (leftover: kept, but no part of the article), in $PWD/in/*
It means 2 rows of what is loaded; the next load applies it."
    run -0 "$DOC2PGSQL" load --dry-run in
    [[ "$output" == *'0 new, 2 changed, 3 unchanged, 0 rejected'* ]]
    before=$(query "select string_agg(source || load_id || loaded_at, ' ' order by source) from documents where source !~ '2(.txt)?$'")
    run -0 "$DOC2PGSQL" load in
    [[ "$output" == *'0 new, 2 changed, 3 unchanged, 0 rejected'* ]]
    same "$(query "select count(*) from paragraphs where kind = 'leftover'")" 2
    same "$(query "select string_agg(source || load_id || loaded_at, ' ' order by source) from documents where source !~ '2(.txt)?$'")" "$before"
    same "$(query 'select count(*) from sources s join documents d using (document_id) where s.load_id <> d.load_id')" 0
    "$DOC2PGSQL" verify --stored -q in
    # metadata alone are a change
    sed -i 's/"ü"/"u"/' in/r.jsonl
    "$DOC2PGSQL" correct delete 1
    run -0 "$DOC2PGSQL" load in
    [[ "$output" == *'0 new, 3 changed, 2 unchanged, 0 rejected'* ]]
    same "$(query "select metadata from documents where source ~ '#1$'")" '{"a": "u", "b": {"x": [2], "y": 1.0}}'
    "$DOC2PGSQL" --schema=fresh load -q in walk.txt boats.md
    same_tables articles fresh
    run -0 "$DOC2PGSQL" load in
    [[ "$output" == *'5 unchanged'* ]]
    run -0 "$DOC2PGSQL" load --again in
    [[ "$output" == *'5 changed'* ]]
}

@test "folders whose names are no UTF-8, or hold signs of patterns, are the ones that were loaded" {
    for folder in $'caf\351' 'a[1]*'; do
        mkdir "$folder"
        printf 'Printed at the mill\n\nA line of text is here.\n' >"$folder/x.txt"
        "$DOC2PGSQL" load -q "$folder"
        run -0 "$DOC2PGSQL" correct "$folder" text Printed at the mill is leftover
        same "${lines[1]}" 'It means 1 row of what is loaded; the next load applies it.'
        "$DOC2PGSQL" load -q "$folder"
        same "$(rows "/$(basename "${folder/$'\351'/%E9}")/x.txt" | head -1)" '1|leftover|Printed at the mill'
    done
    run -0 "$DOC2PGSQL" correct $'caf\351/*.txt' text Printed at the mill is quote
    same "${lines[0]}" "correction 3: \"Printed at the mill\" is quote, in $PWD/caf%E9/*.txt"
    same "${lines[1]}" 'It means 1 row of what is loaded; the next load applies it.'
}

@test "two rows of one text: the line tells which" {
    printf 'More\n\nOne.\n\nMore\n\nTwo.\n' >twice.txt
    "$DOC2PGSQL" load -q twice.txt
    "$DOC2PGSQL" correct -q twice.txt line 5 is leftover
    "$DOC2PGSQL" load -q twice.txt
    [[ $(rows twice.txt) == *"5|leftover|More"* && $(rows twice.txt) != *"1|leftover"* ]]
}

@test "several rows on one line: they are named, and one is chosen by how it begins" {
    printf '<h1>Ferries</h1><p>Board early.<p>Board late, when the tide is out and nobody minds waiting a little.<p>Board early and often.<ul><li>One</ul>' >ferry.html
    "$DOC2PGSQL" load -q ferry.html
    run -3 "$DOC2PGSQL" correct ferry.html line 1 is quote
    same "$output" "doc2pgsql: 5 rows of $PWD/ferry.html begin on line 1: \"Board early and often.\", \"Board early.\", \"Board late, when the tide is out and nob…\", \"Ferries\", \"One\"; say which: line 1 text 'HOW IT BEGINS' is …"
    run -3 "$DOC2PGSQL" correct ferry.html line 1 text Board is quote
    [[ "$output" == *' 3 rows of '* ]]
    run -3 "$DOC2PGSQL" correct ferry.html line 1 text Swim is quote
    [[ "$output" == *"no row of $PWD/ferry.html begins on line 1 with \"Swim\""* ]]
    "$DOC2PGSQL" correct -q ferry.html line 1 text Board late is quote
    "$DOC2PGSQL" correct -q ferry.html line 1 text Board early. is code
    "$DOC2PGSQL" load -q ferry.html
    same "$(query "select kind, left(text, 12) from paragraphs where kind in ('quote', 'code') order by position")" 'code|Board early.
quote|Board late, '
}

@test "a file of a spreadsheet that writes semicolons or tabs" {
    printf '\xEF\xBB\xBFsource;line_no;text;read_as\r\nx.txt;;Read more, please;leftover\r\n' >c.csv
    "$DOC2PGSQL" correct -q load c.csv
    printf '"source"\t"line_no"\t"text"\t"read_as"\ny.txt\t3\t\tquote\n' >c.tsv
    "$DOC2PGSQL" correct -q load c.tsv
    same "$(query 'select source, line_no, text, read_as from corrections order by 1')" 'x.txt||Read more, please|leftover
y.txt|3||quote'
    printf 'source;text;line_no;read_as\n' >c.csv
    run -3 "$DOC2PGSQL" correct load c.csv
    same "$output" 'doc2pgsql: c.csv:1: the header line has to be source,line_no,text,read_as, with commas, semicolons or tabs between the names'
}

@test "what is wrong is said" {
    run -2 "$DOC2PGSQL" correct
    same "${lines[0]}" "doc2pgsql: say: correct SOURCE WORDS, correct list, correct delete N…, correct save FILE, or correct load FILE"
    for words in "line 12" "line x is quote" "line 5 is markdown" "text  is quote" "cell is Japan" "line 5 cell  is Japan" "is heading 1" "page 5 is quote"; do
        # shellcheck disable=SC2086 # words
        run -2 "$DOC2PGSQL" correct walk.txt $words
        [[ "${lines[0]}" == "doc2pgsql: say: correct SOURCE line 12 is heading 2 "* ]]
    done
    for words in "is titel" "is a klingon, of heading"; do
        # shellcheck disable=SC2086 # words
        run -2 "$DOC2PGSQL" correct walk.txt line 5 $words
        [[ "${lines[0]}" =~ ^'doc2pgsql: nothing is read as "'(titel|klingon)'"; say heading 2, paragraph, ' ]]
    done
    run -2 "$DOC2PGSQL" correct walk.txt line 5 is headng 2
    same "${lines[0]}" 'doc2pgsql: nothing is read as "headng"; did you mean heading?'
    run -3 "$DOC2PGSQL" correct walk.txt line 6 is quote
    [[ "$output" == "doc2pgsql: no row of "*"/walk.txt begins on line 6, the nearest on 5 and 7: doc2pgsql report --article=SOURCE shows all" ]]
    run -3 "$DOC2PGSQL" correct walk.txt line 600 is quote
    [[ "$output" =~ "begins on line 600, the nearest on "[0-9]+": doc2pgsql report" ]]
    echo '<h1>One line</h1><p>All of the page stands on one line of it.</p>' >one.html
    "$DOC2PGSQL" load -q one.html
    run -3 "$DOC2PGSQL" correct one.html line 1 text Zzz is heading 3
    [[ "$output" == *'begins on line 1 with "Zzz", the nearest on 1: doc2pgsql report'* ]]
    run -3 "$DOC2PGSQL" correct nowhere.txt line 1 is quote
    same "$output" "doc2pgsql: no article of the source nowhere.txt is loaded: load it first, since a line is one of a loaded article"
    mkdir -p a b && echo One. | tee a/x.txt >b/x.txt
    "$DOC2PGSQL" load -q a b
    run -3 "$DOC2PGSQL" correct x.txt line 1 is quote
    same "$output" "doc2pgsql: 2 articles have a source that ends in x.txt: say more of it"
    query "alter table corrections drop constraint corrections_read_as; insert into corrections (source, read_as) values ('*', 'klingon')"
    run -9 "$DOC2PGSQL" load walk.txt
    [[ "$output" == *'is read_as "klingon", which this program doesn'"'"'t know' ]]
}
