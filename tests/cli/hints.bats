#!/usr/bin/env bats
# Commands that are told to be run reach the database that was asked, wherever the message is made.
bats_require_minimum_version 1.5.0
load ../helper

setup() {
    new_database
    cd "$BATS_TEST_TMPDIR"
    database=$PGDATABASE
    export PGDATABASE=elsewhere
    mkdir bin
    ln -s "$DOC2PGSQL" bin/doc2pgsql
    PATH=$PWD/bin:$PATH
    asked="-d $database --schema='my own'"
    printf '%%PDF-1.4\nstream\n' >paper.pdf
    printf '%s\n' 'Denmark suspended its military aid to Ukraine.' '' '| Boat | Crew |' '|---|---|' '| Tern | 4 |' >aid.md
}
teardown() {
    PGDATABASE=$database
    drop_database
}

asks() { doc2pgsql -d "$database" --schema='my own' "$@"; }
# the last run failed and told of this command, with the connection: tells COMMAND
tells() { [[ $output == *"doc2pgsql $asked $1"* ]] || { echo "no \"doc2pgsql $asked $1\" in: $output"; return 1; }; }
# and it works: works COMMAND
works() {
    tells "$1"
    eval "doc2pgsql $asked $1"
}

@test "each of them, as a message, a line of the log, or what was kept of an earlier load" {
    run -9 asks status
    works init
    run -4 asks load paper.pdf
    tells 'load -'
    works status
    run -0 asks status
    tells 'load -'
    run -4 asks load --log-format=json paper.pdf
    [[ $output == *"| doc2pgsql $asked load -\""* ]]
    run -3 asks ask
    tells search
    asks load -q aid.md
    run -3 asks ask support military
    [[ $(works 'ask further support military') == *Denmark* ]]
    run -0 asks ask
    tells 'ask further support'
    run -3 asks ask Iceland
    works resolve
    run -3 asks ask arms
    run -3 asks ask contry Denmark
    [[ $(works 'ask country Denmark') == *Denmark* ]]
    run -3 asks ask tern
    [[ $(works 'ask item tern') == *'Crew: 4'* ]]
    run -3 asks correct aid.md line 2 is quote
    tells 'report --article=SOURCE'
    run -3 asks correct aid.md cell Tern is Nobody
    tells 'entities load'
    run -3 asks correct aid.md line 1 cell Nobody is Denmark
    tells 'show'
    run -3 asks correct delete 1
    works 'correct list'
    asks correct -q 'nowhere/*' is markdown
    run -0 asks status
    works 'correct list'
    tells 'correct delete'
    printf 'name\nA Name\n' >names.csv
    run -0 asks entities load names.csv
    works resolve
    run -3 asks entities delete Nobody
    works 'entities list'
    run -3 asks grant nobody-here
    tells "psql -c 'CREATE ROLE \"nobody-here\" LOGIN'"
    printf ' \n' >empty.txt
    run -0 asks load empty.txt
    [[ $(works "psql -c 'select source from empty_articles'") == *empty.txt* ]]
}
