#!/usr/bin/env bats
# ask, search, show: answers without SQL; and words that were meant.
bats_require_minimum_version 1.5.0
load ../helper

@test "what a country gives, what is said of it, where it is named, by any of its names" {
    run -0 "$DOC2PGSQL" ask country Japan --format=csv
    same "${lines[0]}" how,what,date,where,article,section_no,heading,url,source,line_no
    [[ $output == *"gives,Sluice gates,2025-03-14,climate-adaptation-mekong.txt:24"* ]]
    [[ $output == *'fact,"Japan, Exports: 1.1",,quarterly-trade-outlook.txt:19'* ]]
    run -0 "$DOC2PGSQL" ask 'south' korea --format=csv
    [[ $output == *"named,"*"South Korea"* ]]
    for words in "'united states' country" 'country of USA' Americans; do
        same "$(eval "'$DOC2PGSQL' ask $words")" "$("$DOC2PGSQL" ask USA)"
    done
}

@test "a table fits a screen, and csv and json hold all" {
    run -0 --separate-stderr "$DOC2PGSQL" ask country 'European Union'
    same "$stderr" "There may be more: doc2pgsql ask --format=csv country 'European Union'"
    [ "${#lines[@]}" -lt 30 ]
    [ "$("$DOC2PGSQL" ask country 'European Union' --format=json | python3 -c 'import json, sys; print(len(json.load(sys.stdin)))')" \
        = "$(($("$DOC2PGSQL" ask country 'European Union' --format=csv | wc -l) - 1))" ]
}

@test "who gives a support, by its type and by its words" {
    run -0 "$DOC2PGSQL" ask support training --format=csv
    [[ $output == *"United States,gives,field epidemiology training,training,,,,,public-health-alliance.txt:14"* ]]
    for words in 'who gives' 'support for' 'aid of'; do
        # shellcheck disable=SC2086 # several words
        same "$("$DOC2PGSQL" ask $words training --format=csv)" "$output"
    done
    run -0 "$DOC2PGSQL" ask support 'water purif' --format=csv
    [[ ${lines[1]} == Japan,gives,Water\ purification,,,,,,flood-relief-ledger.txt:13,* ]]
}

@test "who gives or receives a support, by name; and in which year" {
    new_database
    cd "$BATS_TEST_TMPDIR"
    for year in 2019 2021; do printf -- '---\ndate: %s-05-01\n---\nNorway gave Kenya $5 million.\n' $year >$year.md; done
    printf 'Norway gave Kenya $7 million.\n' >later.md
    "$DOC2PGSQL" load -q .
    run -0 "$DOC2PGSQL" ask support Kenya --format=csv
    same "${#lines[@]} ${lines[0]%%,date*}" '4 country,how,support,type,amount,currency,receiver'
    [[ ${lines[1]} == 'Norway,gives,$5 million,money,5000000,$,Kenya,2019-05-01,2019.md:4,'* ]]
    same "$("$DOC2PGSQL" ask Norge support --format=csv)" "$output"
    run -0 "$DOC2PGSQL" ask country Kenya --format=csv
    [[ ${lines[1]} == 'receives,$5 million ← Norway,2019-05-01,2019.md:4,'* ]]
    same "$("$DOC2PGSQL" ask support money by year --format=csv)" 'year,country,times,articles
2019,Norway,1,1
2021,Norway,1,1
no date,Norway,1,1'
    for words in 'support by year' 'by year support' 'Kenya aid per year'; do
        # shellcheck disable=SC2086 # several words
        same "$("$DOC2PGSQL" ask $words --format=csv)" "$("$DOC2PGSQL" ask support money by year --format=csv)"
    done
    drop_database
}

@test "a support is found by whole words, a name only as its bearer" {
    new_database
    cd "$BATS_TEST_TMPDIR"
    printf '# Gifts\n\nNorway gave Kenya $5 million in euros.\n\nThe EU gave Mali 30 tents.\n\nJapan gave Kenya a warship (old).\n' >gifts.md
    "$DOC2PGSQL" load -q gifts.md
    for asked in 'EU tents' 'tent tents' 'warsh warship' 'million million' '$5 million' 'Kenya million'; do
        run -0 "$DOC2PGSQL" ask support "${asked% *}" --format=csv
        [[ $output == *"${asked##* }"* ]]
    done
    run -0 "$DOC2PGSQL" ask support EU --format=csv
    same "${#lines[@]}" 2
    for asked in war ship euros? million.* Ten; do
        run -3 "$DOC2PGSQL" ask support "$asked"
    done
    drop_database
}

@test "supports of no type count as other, and what is refused, asked for or less sure is told of" {
    new_database
    cd "$BATS_TEST_TMPDIR"
    printf '%s\n' 'Norway gave Kenya $5 million.' '' 'Denmark suspended its military aid to Ukraine.' '' '| Donor | Support |' '|---|---|' '| Peru | kites |' \
        '' 'These partners provide support:' '' '- Chile: $3 million' >a.md
    "$DOC2PGSQL" load -q a.md
    run -0 --separate-stderr "$DOC2PGSQL" ask support
    [[ $output == *" support | other "* ]]
    same "$stderr" '1 further statement is refused, asked for or less sure: doc2pgsql ask further support
Who gives them, for a spreadsheet, too: doc2pgsql ask support all --format=csv'
    run -0 "$DOC2PGSQL" ask support money
    [[ $output == *" → Kenya "* ]]
    same "$("$DOC2PGSQL" ask support --format=csv)" 'ask,words,times
support,money,2
support,other,1'
    run -0 "$DOC2PGSQL" ask support other --format=csv
    same "${#lines[@]} ${lines[1]%%,,*}" '2 Peru,gives,kites'
    # each leads to its words
    run -0 --separate-stderr "$DOC2PGSQL" ask support all --format=csv
    same "$stderr" ''
    same "$(awk -F, 'NR == 1 || /Chile/ || /Norway/ || /Peru/ { print $NF }' <<<"$output")" 'sentence
Chile: $3 million
Norway gave Kenya $5 million.
Peru | kites'
    for words in further 'further support' 'further all' 'further Denmark' 'further support to Ukraine' 'further military'; do
        # shellcheck disable=SC2086 # several words
        run -0 "$DOC2PGSQL" ask $words --format=csv
        same "${#lines[@]} ${lines[1]%%,*}" '2 Denmark'
    done
    run -3 "$DOC2PGSQL" ask support military
    same "$output" 'doc2pgsql: no article tells for sure of such a support; 1 further statement is refused, asked for or less sure: doc2pgsql ask further support military'
    run -3 "$DOC2PGSQL" ask further kites
    same "$output" 'doc2pgsql: no sentence says that such a support is refused or asked for, or says of it less surely'
    drop_database
}

@test "other is a word for what has no type, and what is further is matched as what is told for sure" {
    new_database
    cd "$BATS_TEST_TMPDIR"
    printf '%s\n' 'Denmark suspended its delivery of a warship to Ukraine.' '' '| Donor | Support |' '|---|---|' '| Peru | kites |' \
        '| Chile | $3 million and other money |' >a.md
    "$DOC2PGSQL" load -q a.md
    run -0 --separate-stderr "$DOC2PGSQL" ask support other --format=csv
    same "${#lines[@]} ${lines[1]%%,,*}" '2 Peru,gives,kites'
    same "$("$DOC2PGSQL" ask other support --format=csv)" "$output"
    run -0 "$DOC2PGSQL" ask support other by year --format=csv
    same "${lines[1]}" 'no date,Peru,1,1'
    run -3 "$DOC2PGSQL" ask other
    same "$output" 'doc2pgsql: no country or organisation is known by that name: doc2pgsql ask support other'
    run -3 "$DOC2PGSQL" ask support othr
    same "$output" 'doc2pgsql: nothing is known of "othr"; did you mean other?'
    run -0 "$DOC2PGSQL" ask further warship --format=csv
    same "${#lines[@]}" 2
    for words in war ship euros?; do
        run -3 "$DOC2PGSQL" ask further $words
        run -3 "$DOC2PGSQL" ask support $words
        [[ $output != *further* ]]
    done
    # as the shell reads them
    printf "Denmark suspended its delivery of doctors' equipment to Ukraine.\n" >b.md
    "$DOC2PGSQL" load -q b.md
    run -3 "$DOC2PGSQL" ask support "doctors' equipment"
    same "${output##*: }" "doc2pgsql ask further support \"doctors' equipment\""
    [[ $(eval "\"\$DOC2PGSQL\" ${output##*: doc2pgsql } --format=csv") == *"doctors' equipment"* ]]
    drop_database
}

@test "what is said of an item" {
    run -0 "$DOC2PGSQL" ask item 'roof repairs' --format=csv
    [[ $output == *'row,has value,"Amount: $412,000",,flood-relief-ledger.txt:32'* ]]
}

@test "what there is to ask for, all or of one kind" {
    run -0 "$DOC2PGSQL" ask --format=csv
    same "${lines[0]}" ask,words,times
    for found in 'country,European Union,' 'support,money,' 'item,' 'table,country | '; do [[ $output == *$'\n'"$found"* ]]; done
    for kind in country support item table; do
        run -0 "$DOC2PGSQL" ask $kind --format=csv
        same "$(tail -n +2 <<<"$output" | cut -d, -f1 | uniq)" $kind
        # each of them has an answer
        "$DOC2PGSQL" ask $kind "$(sed -n 2p <<<"$output" | cut -d, -f2 | tr -d '"')" >/dev/null
    done
    # words of a header in any order
    shape=$("$DOC2PGSQL" ask table --format=csv | sed -n 2p | cut -d, -f2 | tr -d '"')
    same "$("$DOC2PGSQL" ask table "${shape##*| } ${shape%% |*}" --format=csv | grep -cF "$shape")" \
        "$("$DOC2PGSQL" ask table "$shape" --format=csv | grep -cF "$shape")"
    same "$("$DOC2PGSQL" ask countries)" "$("$DOC2PGSQL" ask country)"
    new_database
    "$DOC2PGSQL" init -q
    run -3 "$DOC2PGSQL" ask
    [[ $output == *"doc2pgsql search WORDS finds what is written" ]]
    drop_database
}

@test "who is named in which year" {
    new_database
    cd "$BATS_TEST_TMPDIR"
    for year in 2019 2021; do printf -- '---\ndate: %s-05-01\n---\nKenya met Norway. Kenya left.\n' $year >$year.md; done
    printf 'Norway waits.\n\n| Tests by year | Passed |\n|---|---|\n| 2019 | 4 |\n\n| Tests | Passed |\n|---|---|\n| 5 | 4 |\n| 6 | 4 |\n' >later.md
    "$DOC2PGSQL" load -q .
    same "$("$DOC2PGSQL" ask country Kenya by year --format=csv)" 'year,entity,times,articles
2019,Kenya,2,1
2021,Kenya,2,1'
    same "$("$DOC2PGSQL" ask countries by year --format=csv)" 'year,entity,times,articles
2019,Kenya,2,1
2019,Norway,1,1
2021,Kenya,2,1
2021,Norway,1,1
no date,Norway,1,1'
    same "$("$DOC2PGSQL" ask Norway by year)" "$("$DOC2PGSQL" ask country Norway by year)"
    same "$("$DOC2PGSQL" ask Norway country by year)" "$("$DOC2PGSQL" ask country Norway by year)"
    same "$("$DOC2PGSQL" ask by year)" "$("$DOC2PGSQL" ask countries by year)"
    # of other kinds the words are their own
    run -0 "$DOC2PGSQL" ask table Tests by year --format=csv
    same "${lines[1]%%,*}" 'tests by year | passed'
    run -3 "$DOC2PGSQL" ask Norwey by year
    same "$output" 'doc2pgsql: nothing is known of "Norwey"; did you mean Norway?'
    drop_database
}

@test "search finds words, show an article by the end of its source" {
    run -0 "$DOC2PGSQL" search water purification --format=csv
    [[ ${lines[1]} == row,*flood-relief-ledger.txt:13,* ]]
    run -0 "$DOC2PGSQL" show flood-relief-ledger.txt
    [[ $output == *"heading  | The First Seventy-Two Hours"* ]]
    [[ $output == *"support  | Japan, Type of Support: Water purification"* ]]
}

@test "show with a line, as the other answers name a place, shows the section that holds it and what comes behind" {
    new_database
    cd "$BATS_TEST_TMPDIR"
    printf '%s\n' 'Ferries sail.' '' '# Harbour' '' 'It is old.' '' '# Boats' '' 'There are two.' '' '# Crews' '' 'They wait.' >boats.md
    "$DOC2PGSQL" load -q boats.md
    shown() { "$DOC2PGSQL" show "boats.md:$1" --format=csv | sed -n '/,holds,/,$p' | tail -n +2; }
    same "$(shown 9)" '7,2,heading,Boats
9,2,text,There are two.
11,3,heading,Crews'
    same "$(shown 7)" "$(shown 10)"
    same "$(shown 1)" "$("$DOC2PGSQL" show boats.md --format=csv | sed -n '/,holds,/,$p' | tail -n +2)"
    same "$(shown 99 | head -2)" '0,,no line,no text begins on line 99 or behind it: the last one begins on line 13
11,3,heading,Crews'
    drop_database
}

@test "a search says where a text was cut, and nothing else" {
    new_database
    cd "$BATS_TEST_TMPDIR"
    printf 'The ferry sails.\n\nBefore all of this there was a time %s in which a whale came %s and all the people stood and looked on in wonder.\n\n%s\n' \
        'with many days and nights and storms' 'up the long river to the town and its bridge' "$(printf 'w%.0s' {1..3000})" >a.txt
    "$DOC2PGSQL" load -q a.txt
    for indexed in no yes; do
        run -0 "$DOC2PGSQL" psql -XAtqc "select headline from search('ferry or whale') order by headline"
        same "${#lines[@]} ${lines[0]}" '2 The «ferry» sails'
        [[ ${lines[1]} == '… '*'«whale»'*' …' ]]
        run -0 "$DOC2PGSQL" index -q full-text
        same "$output" ""
    done
    drop_database
}

@test "show says how an article of paragraphs alone begins, and how much it holds" {
    new_database
    cd "$BATS_TEST_TMPDIR"
    printf -- '---\ntitle: Ferries\n---\nThe ferry sails at noon.\n\nIt comes back, too, when the tide is in.\n\n- a boat\n- a crew\n' >plain.md
    "$DOC2PGSQL" load -q plain.md
    run -0 "$DOC2PGSQL" show plain.md --format=csv
    same "${lines[2]} ${lines[4]} ${lines[5]}" '0,,title,Ferries 0,,holds,"paragraphs: 2, items: 2" 4,0,text,The ferry sails at noon.'
    drop_database
}

@test "show says how many other articles may be meant" {
    new_database
    cd "$BATS_TEST_TMPDIR"
    mkdir one two
    for name in one/a.txt two/a.txt two/aa.txt; do echo "The text of $name." >$name; done
    "$DOC2PGSQL" load -q one two
    run -0 "$DOC2PGSQL" show a.txt --format=csv
    same "${lines[1]} ${lines[2]}" "0,,source,$PWD/one/a.txt 0,,others,1 more by this name: say more of the source to see another one"
    same "$("$DOC2PGSQL" show a.txt:1 --format=csv)" "$output"
    for name in two/a.txt "$PWD/one/a.txt" aa.txt; do
        run -0 "$DOC2PGSQL" show $name --format=csv
        [[ $output == *"$name"* && $output != *others* ]]
    done
    run -0 "$DOC2PGSQL" show .txt --format=csv
    [[ $output == *"others,2 more"*$'\n'"0,,another,$PWD/two/a.txt"$'\n'"0,,another,$PWD/two/aa.txt"$'\n'* ]]
    drop_database
}

@test "what is found can be cited: article, section, day, address, source and line" {
    new_database
    cd "$BATS_TEST_TMPDIR"
    printf -- '---\ntitle: Ferries\ndate: 2021-05-01\nurl: https://example.org/ferries\nauthor: A. Lund\n---\n# Harbour\n\n## Boats\n\nThe ferry to Norway sails.\n' >boats.md
    "$DOC2PGSQL" load -q boats.md
    cited=",2021-05-01,boats.md:11,Ferries,2,Boats,https://example.org/ferries,$PWD/boats.md,11"
    run -0 "$DOC2PGSQL" search ferry --format=csv
    same "${lines[0]}" in,what,under,date,where,article,section_no,heading,url,source,line_no
    same "${lines[1]}" "text,The «ferry» to Norway sails,Boats$cited"
    run -0 "$DOC2PGSQL" ask Norway --format=csv
    same "${lines[1]}" "named,The ferry to «Norway» sails.$cited"
    run -0 "$DOC2PGSQL" search ferry --format=json
    [[ $output == *'"section_no":2,"heading":"Boats","url":"https://example.org/ferries"'* ]]
    # a screen has less
    run -0 "$DOC2PGSQL" search ferry
    [[ ${lines[0]} == *" under "*" date "*" where"* && $output != *example.org* ]]
    run -0 "$DOC2PGSQL" show boats.md --format=csv
    same "$output" "line,section,kind,what
0,,source,$PWD/boats.md
0,,title,Ferries
0,,author,A. Lund
0,,site,example.org
0,,date,2021-05-01 (metadata)
0,,address,https://example.org/ferries
0,,holds,\"headings: 2, paragraphs: 1\"
7,1,heading,Harbour
9,2,heading,  Boats
11,2,text,The ferry to Norway sails.
11,2,names,Norway"
    drop_database
}

@test "a heading stands before the text that a page has on its line" {
    new_database
    cd "$BATS_TEST_TMPDIR"
    printf '<html lang=en><body><article><h1>Harbour</h1><p>The ferry to Norway sails at noon, and comes back.</p><h2>Boats</h2><p>There are two of them.</p></article></body></html>' >page.html
    "$DOC2PGSQL" load -q page.html
    same "$("$DOC2PGSQL" show page.html --format=csv | sed '1,/holds/d')" '1,1,heading,Harbour
1,1,text,"The ferry to Norway sails at noon, and comes back."
1,1,names,Norway
1,2,heading,  Boats'
    drop_database
}

@test "a narrow terminal gets a row as a list of its values" {
    # script gives the command a terminal
    on_terminal() { script -qec "stty cols $1; PAGER=cat '$DOC2PGSQL' ask country Japan" /dev/null </dev/null | tr -d '\r'; }
    [[ $(on_terminal 60) == *"RECORD 1 ]"*$'\n''where | '*"climate-adaptation-mekong.txt:24"* ]]
    wide=$(on_terminal 150)
    [[ $wide == *" how "*" where "* && $wide != *"RECORD 1 ]"* ]]
}

@test "a question is put once" {
    new_database
    cd "$BATS_TEST_TMPDIR"
    echo 'Norway waits.' >a.txt
    "$DOC2PGSQL" load -q a.txt
    query "create sequence asked;
        create or replace view outline as select o.* from (select nextval('asked')) once, ($(query "select rtrim(pg_get_viewdef('outline'), ';')")) o"
    for format in table csv json; do "$DOC2PGSQL" show a.txt --format=$format >/dev/null; done
    same "$(query "select last_value from asked")" 3
    drop_database
}

@test "the columns of each question are these, in csv and json alike" {
    while IFS=: read -r words columns; do
        # shellcheck disable=SC2086 # several words
        run -0 --separate-stderr "$DOC2PGSQL" $words --format=csv
        same "$words: ${lines[0]}" "$words: $columns"
        # shellcheck disable=SC2086
        run -0 --separate-stderr "$DOC2PGSQL" $words --format=json
        same "$words: $(jq -r 'map(keys_unsorted | join(",")) | unique[]' <<<"$output")" "$words: $columns"
        # and what each of them holds is said
        manual=$("$DOC2PGSQL" help --format=man "${words%% *}")
        for column in ${columns//,/ }; do [[ $manual == *"\\fB${column/_/_}\\fP"* ]] || { echo "$words: $column"; return 1; }; done
    done <<'END'
ask:ask,words,times
ask country Japan:how,what,date,where,article,section_no,heading,url,source,line_no
ask Japan by year:year,entity,times,articles
ask support all:country,how,support,type,amount,currency,receiver,date,where,article,section_no,heading,url,source,line_no,sentence
ask support by year:year,country,times,articles
ask item roof repairs:as,link,what,date,where,article,section_no,heading,url,source,line_no
ask table country:headers,rows,under,date,where,article,section_no,heading,url,source,line_no
search water:in,what,under,date,where,article,section_no,heading,url,source,line_no
show flood-relief-ledger.txt:line,section,kind,what
END
}

@test "what is empty is no question" {
    for words in "search" "show" "ask"; do
        for empty in '' ' ' '...' '"'; do
            run -2 --separate-stderr "$DOC2PGSQL" $words -- "$empty"
            same "${stderr_lines[0]}" "doc2pgsql: $words needs words or a name: there is no letter or digit in what it was given"
        done
    done
}

@test "what is not there is said, with what else to ask" {
    run -3 --separate-stderr "$DOC2PGSQL" ask Atlantis
    [[ $stderr == "doc2pgsql: no country or organisation is known by that name; doc2pgsql search "* ]]
    same "$output" "" # no empty table
    run -3 --separate-stderr "$DOC2PGSQL" ask country jpan
    same "$stderr" 'doc2pgsql: nothing is known of "jpan"; did you mean Japan?'
    run -3 --separate-stderr "$DOC2PGSQL" ask Geramny
    same "$stderr" 'doc2pgsql: nothing is known of "Geramny"; did you mean Germany?'
    run -3 --separate-stderr "$DOC2PGSQL" ask contry Japan
    same "$stderr" 'doc2pgsql: nothing is known of "contry Japan"; did you mean doc2pgsql ask country Japan?'
    run -3 --separate-stderr "$DOC2PGSQL" ask contry South Korea
    same "$stderr" 'doc2pgsql: nothing is known of "contry South Korea"; did you mean doc2pgsql ask country South Korea?'
    run -3 --separate-stderr "$DOC2PGSQL" ask Covid
    [[ $stderr == "doc2pgsql: no country or organisation is known by that name; doc2pgsql search "* ]]
    run -3 --separate-stderr "$DOC2PGSQL" ask Iceland
    same "$stderr" 'doc2pgsql: Iceland is known by name, and no article that is loaded names it; where its name came later than an article, doc2pgsql resolve looks for it'
    for name in NDB 'New Development Bank' 'new development bank'; do
        run -3 --separate-stderr "$DOC2PGSQL" ask country "$name"
        same "$stderr" 'doc2pgsql: New Development Bank is known by name, and no article that is loaded names it; where its name came later than an article, doc2pgsql resolve looks for it'
    done
    run -3 --separate-stderr "$DOC2PGSQL" ask item "it's \\ not there"
    same "$stderr" "doc2pgsql: no table, list or heading has an item of that name; doc2pgsql search 'it'\\''s \\ not there' finds it as it is written"
    run -3 --separate-stderr "$DOC2PGSQL" ask support of who knows what
    [[ $stderr == *"or receives it; doc2pgsql search 'who knows what' finds it as it is written" ]]
    run -3 --separate-stderr "$DOC2PGSQL" search qwertzuiop
    [[ $stderr == 'doc2pgsql: leave out, or write otherwise, what no article has: "qwertzuiop"' ]]
    run -3 --separate-stderr "$DOC2PGSQL" search '"water xyzzy" or frobnicated -pipes'
    [[ $stderr == *'what no article has: "xyzzy", "frobnicated"' ]]
    run -3 --separate-stderr "$DOC2PGSQL" search purification Roof
    [[ $stderr == *"no paragraph, item, heading or table row has all these words: put or between words"* ]]
    run -3 --separate-stderr "$DOC2PGSQL" ask item "roof repair"
    same "$stderr" 'doc2pgsql: no table, list or heading has an item of that name, but these: "Roof repairs"'
    run -3 --separate-stderr "$DOC2PGSQL" ask item 'roof repairs' by year
    [[ $stderr == *"by year counts countries, organisations and who gives a support: "* ]]
    run -3 --separate-stderr "$DOC2PGSQL" ask support howitzers
    same "$stderr" 'doc2pgsql: no article tells of a support in this word, but of its kind: doc2pgsql ask support arms'
    run -3 --separate-stderr "$DOC2PGSQL" ask training
    same "$stderr" 'doc2pgsql: no country or organisation is known by that name: doc2pgsql ask support training'
    run -3 --separate-stderr "$DOC2PGSQL" ask roof repairs
    same "$stderr" 'doc2pgsql: no country or organisation is known by that name: doc2pgsql ask item roof repairs'
    run -3 --separate-stderr "$DOC2PGSQL" ask Japan 2024
    same "$stderr" 'doc2pgsql: no country or organisation is known by that name: doc2pgsql ask Japan by year'
    run -3 --separate-stderr "$DOC2PGSQL" ask country Japan in 2024
    same "$stderr" 'doc2pgsql: no country or organisation is known by that name: doc2pgsql ask Japan by year'
    run -3 --separate-stderr "$DOC2PGSQL" ask support trainign
    same "$stderr" 'doc2pgsql: nothing is known of "trainign"; did you mean training?'
    run -3 --separate-stderr "$DOC2PGSQL" show nowhere.txt
    [[ $stderr == *"no article is loaded from there"* ]]
    run -3 --separate-stderr "$DOC2PGSQL" ask support zeppelins
    [[ $stderr == "doc2pgsql: no article tells of such a support: "* ]]
    run -3 --separate-stderr "$DOC2PGSQL" ask Atlantis --format=json
    same "$output" '[]'
}

@test "the SQL behind an answer gives the same" {
    run -0 "$DOC2PGSQL" ask --sql --format=csv support "water purif"
    same "$(psql -XqAt --csv -c 'set search_path = articles, public' -c "$output")" "$("$DOC2PGSQL" ask support "water purif" --format=csv | tail -n +2)"
    # without a server, too
    shown=$("$DOC2PGSQL" show --format=csv flood-relief-ledger.txt)
    same "$("$DOC2PGSQL" show --sql --format=csv flood-relief-ledger.txt | "$DOC2PGSQL" psql -Xq --csv)" "$shown"
    run -0 "$DOC2PGSQL" -h /nonexistent ask --sql item "it's"
    [[ $output == *"item_key('it''s')"* ]]
}

@test "no schema, no server, no words" {
    new_database
    run -9 "$DOC2PGSQL" ask Japan
    [[ $output == *"there is no schema \"articles\" in this database: run doc2pgsql init or load"* ]]
    drop_database
    run -5 "$DOC2PGSQL" -h /nonexistent ask Japan
    run -2 "$DOC2PGSQL" search
    run -2 "$DOC2PGSQL" show
    run -2 "$DOC2PGSQL" ask Japan --format=xml
    [[ $output == *"it takes table, csv or json"* ]]
}

@test "a word that is nearly one is answered by the one that was meant" {
    run -2 "$DOC2PGSQL" laod x
    [[ $output == *'there is no command "laod"; did you mean load?'* ]]
    run -2 "$DOC2PGSQL" load --dialct=markdown x
    [[ $output == *"there is no option --dialct; did you mean --dialect?"* ]]
    run -2 "$DOC2PGSQL" -local load x
    [[ $output == *"there is no option -l; did you mean --local?"* ]]
    run -2 "$DOC2PGSQL" help lod
    [[ $output == *'there is no command "lod"; did you mean load?'* ]]
    run -2 "$DOC2PGSQL" entity load x
    [[ $output == *'there is no command "entity"; did you mean entities?'* ]]
    run -2 "$DOC2PGSQL" frobnicate
    [[ $output != *"did you mean"* ]]
    run -2 "$DOC2PGSQL" load --frobnicate=1 x
    [[ $output != *"did you mean"* ]]
}
