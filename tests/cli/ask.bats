#!/usr/bin/env bats
# ask, search, show: answers without SQL; and words that were meant.
bats_require_minimum_version 1.5.0
load ../helper

@test "what a country gives, what is said of it, where it is named, by any of its names" {
    run -0 "$DOC2PGSQL" ask country Japan --format=csv
    same "${lines[0]}" how,what,where
    [[ $output == *"gives,Sluice gates,climate-adaptation-mekong.txt:24"* ]]
    [[ $output == *'fact,"Japan, Exports: 1.1",quarterly-trade-outlook.txt:19'* ]]
    run -0 "$DOC2PGSQL" ask 'south' korea --format=csv
    [[ $output == *"named,"*"South Korea"* ]]
    same "$("$DOC2PGSQL" ask USA)" "$("$DOC2PGSQL" ask 'united states' country)"
}

@test "a table fits a screen, and csv and json hold all" {
    run -0 --separate-stderr "$DOC2PGSQL" ask country 'European Union'
    same "$stderr" "There may be more: --format=csv prints all."
    [ "${#lines[@]}" -lt 30 ]
    [ "$("$DOC2PGSQL" ask country 'European Union' --format=json | python3 -c 'import json, sys; print(len(json.load(sys.stdin)))')" \
        = "$(($("$DOC2PGSQL" ask country 'European Union' --format=csv | wc -l) - 1))" ]
}

@test "who gives a support, by its type and by its words" {
    run -0 "$DOC2PGSQL" ask support training --format=csv
    [[ $output == *"United States,gives,field epidemiology training,training,,,public-health-alliance.txt:14"* ]]
    run -0 "$DOC2PGSQL" ask support 'water purif' --format=csv
    same "${lines[1]}" "Japan,gives,Water purification,,,,flood-relief-ledger.txt:13"
}

@test "what is said of an item" {
    run -0 "$DOC2PGSQL" ask item 'roof repairs' --format=csv
    [[ $output == *'row,has value,"Amount: $412,000",flood-relief-ledger.txt:32'* ]]
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
    same "$("$DOC2PGSQL" ask countries)" "$("$DOC2PGSQL" ask country)"
    new_database
    "$DOC2PGSQL" init -q
    run -3 "$DOC2PGSQL" ask
    [[ $output == *"doc2pgsql search finds words" ]]
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
    [[ ${lines[1]} == row,*flood-relief-ledger.txt:13 ]]
    run -0 "$DOC2PGSQL" show flood-relief-ledger.txt
    [[ $output == *"heading | The First Seventy-Two Hours"* ]]
    [[ $output == *"support | Japan, Type of Support: Water purification"* ]]
    # as the other answers name a place
    same "$("$DOC2PGSQL" show flood-relief-ledger.txt:13)" "$output"
}

@test "show says how an article of paragraphs alone begins, and how much it holds" {
    new_database
    cd "$BATS_TEST_TMPDIR"
    printf -- '---\ntitle: Ferries\n---\nThe ferry sails at noon.\n\nIt comes back, too, when the tide is in.\n\n- a boat\n- a crew\n' >plain.md
    "$DOC2PGSQL" load -q plain.md
    run -0 "$DOC2PGSQL" show plain.md --format=csv
    same "${lines[2]} ${lines[3]} ${lines[4]}" '0,title,Ferries 0,holds,"paragraphs: 2, items: 2" 4,text,The ferry sails at noon.'
    drop_database
}

@test "show says how many other articles may be meant" {
    new_database
    cd "$BATS_TEST_TMPDIR"
    mkdir one two
    for name in one/a.txt two/a.txt two/aa.txt; do echo "The text of $name." >$name; done
    "$DOC2PGSQL" load -q one two
    run -0 "$DOC2PGSQL" show a.txt --format=csv
    same "${lines[1]} ${lines[2]}" "0,source,$PWD/one/a.txt 0,others,1 more by this name: say more of the source to see another one"
    same "$("$DOC2PGSQL" show a.txt:1 --format=csv)" "$output"
    for name in two/a.txt "$PWD/one/a.txt" aa.txt; do
        run -0 "$DOC2PGSQL" show $name --format=csv
        [[ $output == *"$name"* && $output != *others* ]]
    done
    run -0 "$DOC2PGSQL" show .txt --format=csv
    [[ $output == *"others,2 more"* ]]
    drop_database
}

@test "what is not there is said, with what else to ask" {
    run -3 --separate-stderr "$DOC2PGSQL" ask Atlantis
    [[ $stderr == "doc2pgsql: nothing is known of it by that name: "* ]]
    same "$output" "" # no empty table
    run -3 --separate-stderr "$DOC2PGSQL" ask country jpan
    same "$stderr" 'doc2pgsql: nothing is known of "jpan"; did you mean Japan?'
    run -3 --separate-stderr "$DOC2PGSQL" ask Geramny
    same "$stderr" 'doc2pgsql: nothing is known of "Geramny"; did you mean Germany?'
    run -3 --separate-stderr "$DOC2PGSQL" ask contry Japan
    same "$stderr" 'doc2pgsql: nothing is known of "contry Japan"; did you mean ask country Japan?'
    run -3 --separate-stderr "$DOC2PGSQL" ask Covid
    [[ $stderr == "doc2pgsql: nothing is known of it by that name: "* ]]
    run -3 --separate-stderr "$DOC2PGSQL" ask Iceland
    same "$stderr" 'doc2pgsql: Iceland is known by name, and no article that is loaded names it; in those that were loaded before its name, doc2pgsql resolve finds it'
    run -3 --separate-stderr "$DOC2PGSQL" ask item "it's \\ not there"
    [[ $stderr == *"search finds words" ]]
    run -3 --separate-stderr "$DOC2PGSQL" search qwertzuiop
    [[ $stderr == *"no paragraph, item, heading or table row has all these words: put or between words"* ]]
    run -3 --separate-stderr "$DOC2PGSQL" show nowhere.txt
    [[ $stderr == *"no article is loaded from there"* ]]
    run -3 --separate-stderr "$DOC2PGSQL" ask support zeppelins
    [[ $stderr == "doc2pgsql: no article tells of such a support: "* ]]
    run -3 --separate-stderr "$DOC2PGSQL" search the
    same "$(grep -v '^doc2pgsql: ' <<<"$stderr")" ''
    run -3 --separate-stderr "$DOC2PGSQL" ask Atlantis --format=json
    same "$output" '[]'
}

@test "the SQL behind an answer gives the same" {
    run -0 "$DOC2PGSQL" ask --sql --format=csv support "water purif"
    same "$(psql -XqAt --csv -c 'set search_path = articles, public' -c "$output")" "$("$DOC2PGSQL" ask support "water purif" --format=csv | tail -n +2)"
    # without a server, too
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
