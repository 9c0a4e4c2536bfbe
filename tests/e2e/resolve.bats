#!/usr/bin/env bats
# resolve: mentions, facts and statements worked out anew from the stored rows.
bats_require_minimum_version 1.5.0
load ../helper

setup() {
    cd "$BATS_TEST_TMPDIR" || return
    new_database_with_schema
}
teardown() {
    [ -z "${holder:-}" ] || kill "$holder" 2>/dev/null || true
    drop_database
}

# what the sample articles lack: statements, in two languages, one of them stated; code, quotes, lists of each kind
more_articles() {
    mkdir -p more
    printf '%s\n' '---' 'language: German' '---' '# Hilfe' '' 'Die Bundesregierung stellt der Ukraine 1.500 Pumpen bereit.' '' \
        '| Land | Hilfe |' '|---|---|' '| Norwegen | 1.200 Zelte, Boote |' '| Frankreich und Italien | 2,5 Millionen Euro |' >more/de.md
    printf '%s\n' '# Aid' '' 'Denmark gave 20 million dollars to Kenya. Norway sent 30 boats to Peru.' '' '    Sweden in code' '' \
        '> Canada pledged $3 million to Haiti.' '' '## Japan' '' '- Tents' '- Water: pumps' '  - 5 of steel' '' 'Poland will give:' '' \
        '1. Rope' '2. Nets' '' '| | Germany | France |' '|---|---|---|' '| Tents | 5 | - |' '| Boats | x | 12 March 2024 |' '' \
        '|  |  |' '|---|---|' '| Capital | Oslo |' '' '[U.S. aid](https://example.org/a)' >more/en.md
    printf '**Kenya Desk:** Who pays for the ferry?\n\n**Ash:** Norway gave 5 boats.\n\n%s\n\n%s\n' \
        '**Kenya Desk:** And who sails them?' '**Ash:** The landlady does, of course.' >more/talk.md
    printf '' >more/empty.md
}

# numbered DIR COUNT: small articles
numbered() {
    mkdir -p "$1"
    for ((i = 1; i <= $2; i++)); do
        printf 'Report %d\nKenya and the Ropemakers met in a town that is %d years old.\nPartner | Support |\n---|---|\nKenya | %d ropes |\n' \
            "$i" "$i" "$i" >"$1/$(printf %04d "$i").txt"
    done
}

forget() { query 'truncate mentions, facts, statements'; }

# hold SQL: a session that holds locks until release
hold() {
    rm -f gate
    mkfifo gate
    psql -Xq -v ON_ERROR_STOP=1 <gate >/dev/null 2>&1 3>&- &
    holder=$!
    exec 8>gate
    echo "set search_path = articles, articles_internal; set deadlock_timeout = '300s'; set application_name = 'holder'; begin; $1; select pg_advisory_lock(4711);" >&8
    wait_until answers "select count(*) from pg_locks where locktype = 'advisory' and objid = 4711 and granted and
        database = (select oid from pg_database where datname = current_database())" 1
}
release() {
    exec 8>&-
    wait "$holder"
    holder=
}

@test "the rows are those of a load; nothing else is touched; again the same" {
    more_articles
    "$DOC2PGSQL" load -q "$ARTICLES" more
    "$DOC2PGSQL" --schema=loaded load -q "$ARTICLES" more
    [ "$(query 'select count(*) from statements')" -ge 3 ]
    forget
    run "$DOC2PGSQL" resolve
    [ "$status" -eq 0 ]
    [[ ${lines[0]} == "$(query 'select count(*) from documents') articles worked out anew, "*" 0 rejected, which keep their old rows" ]]
    same "${lines[1]}" "their rows: $(query "select format('%s mentions, %s facts, %s statements',
        (select count(*) from mentions), (select count(*) from facts), (select count(*) from statements))")"
    same_tables articles loaded
    # rows that are right are left alone
    places="select string_agg(xmin || ' ' || ctid, ',' order by document_id, fact_no) from facts where document_id <> 2"
    before=$(query "$places")
    query "update mentions set start = start + 1 where document_id = 2"
    run "$DOC2PGSQL" resolve -q -j 3
    same "$status$output" 0
    same_tables articles loaded
    same "$(query "$places")" "$before"
}

@test "days are those of a load; what the metadata say stays" {
    mkdir days
    text='The ferry to the island sails twice a day, whatever the weather, and takes the mail with it as it has for a hundred years and more.'
    printf '# Ferry\n\nBy Ann Lee | 3 May 2024\n\n%s\n' "$text" >days/byline.md
    printf '# Ferry\n\n%s\n' "$text" >days/2024-05-04-ferry.md
    printf -- '---\ndate: 2024-05-05\n---\n# Ferry\n\n4 May 2024\n\n%s\n' "$text" >days/stated.md
    printf '{"id": "2024-05-06", "text": "%s"}\n{"url": "https://example.org/2024/05/07/ferry", "text": "%s"}\n' "$text" "$text" >days/2024-05-08.ndjson
    printf -- '---\nlanguage: fr\n---\nPublié le 09/05/2024\n\n%s\n' "$text" >days/fr.md
    "$DOC2PGSQL" load -q days
    days="select regexp_replace(source, '.*/', ''), document_date, date_source from documents order by 1"
    loaded=$(query "$days")
    same "$(cut -d '|' -f 2,3 <<<"$loaded" | LC_ALL=C sort)" "$(printf '%s\n' '2024-05-03|byline' '2024-05-04|file name' '2024-05-05|metadata' \
        '2024-05-07|address' '2024-05-09|byline' '|')"
    query "update documents set document_date = null, date_source = null where date_source <> 'metadata'"
    query "update documents set document_date = '2001-01-01', date_source = 'byline' where date_source is null and source like '%#2024-05-06'"
    rm -r days
    "$DOC2PGSQL" resolve -q
    same "$(query "$days")" "$loaded"
}

@test "the rows are those of a load, of articles that nobody here has written" {
    have_shared || skip "no corpus beside the checkout"
    "$DOC2PGSQL" load -q "$SHARED"/corpus/english/*.txt "$SHARED"/corpus/articles-v2/*.txt
    "$DOC2PGSQL" --schema=loaded load -q "$SHARED"/corpus/english/*.txt "$SHARED"/corpus/articles-v2/*.txt
    forget
    "$DOC2PGSQL" resolve -q
    same_tables articles loaded
}

@test "names, stop phrases, organs, types of support and roles of headers of one's own count in what is loaded" {
    printf '%s\n' 'The Garissa Youth Forum met. Kenya Ropes sold rope.' '' 'The Harbour Board gave 300 tents to Kenya.' '' \
        'Denmark gave 20 widgets to Kenya.' '' '| Nation | Gaben |' '|---|---|' '| Norway | Nets |' >own.md
    "$DOC2PGSQL" load -q own.md
    printf 'name,entity_id\nGarissa Youth Forum,own:1\n' | "$DOC2PGSQL" entities load -q -
    query "insert into entity_stop_phrases values ('Ropes', 'after');
        insert into entity_organs (phrase, entity_id) values ('Harbour Board', 'country:NO');
        insert into support_types values ('widget*', 'gadgets');
        select map_header('Gaben', 'support')" >/dev/null
    "$DOC2PGSQL" resolve -q
    same "$(query "select string_agg(entity_id, ' ' order by mention_no) from mentions where position = 1")" own:1
    same "$(query "select giver, support, support_type from statements order by 1")" "Denmark|20 widgets|gadgets
The Harbour Board|300 tents|humanitarian"
    same "$(query "select item, support from facts where support is not null")" "Norway|Nets"
}

@test "no articles: nothing to do" {
    run "$DOC2PGSQL" resolve
    [ "$status" -eq 0 ]
    [[ $output == "0 articles worked out anew, "* ]]
}

@test "keys that a load has not come to are built first" {
    "$DOC2PGSQL" load -q "$ARTICLES"
    query 'alter table mentions drop constraint mentions_pkey; drop index facts_item'
    "$DOC2PGSQL" resolve -q
    [[ "$("$DOC2PGSQL" status)" != *missing* ]]
}

@test "killed in the middle: each article has its old or its new rows, and again makes all new" {
    numbered in 600
    "$DOC2PGSQL" load -q -j 1 in
    "$DOC2PGSQL" --schema=loaded load -q -j 1 in
    query "update mentions set entity_id = 'old'; update facts set item = 'old'"
    hold 'select from documents where document_id = 550 for update'
    "$DOC2PGSQL" resolve -q -j 1 3>&- 8>&- &
    resolver=$!
    until_blocked 1
    kill -9 "$resolver"
    wait "$resolver" || true
    release
    same "$(query "select min(document_id), count(distinct document_id) from mentions where entity_id = 'old'")" "501|100"
    same "$(query "select min(document_id), count(distinct document_id) from facts where item = 'old'")" "501|100"
    "$DOC2PGSQL" resolve -q
    same_tables articles loaded
}

@test "SIGINT: the batch begun is stored" {
    numbered in 600
    "$DOC2PGSQL" load -q -j 1 in
    query "update mentions set entity_id = 'old'"
    hold 'select from documents where document_id = 50 for update'
    "$DOC2PGSQL" resolve -j 1 >out 2>err 3>&- 8>&- &
    resolver=$!
    until_blocked 1
    kill -INT "$resolver"
    release
    local code=0
    wait "$resolver" || code=$?
    same "$code" 130
    same "$(<err)" "doc2pgsql: interrupted: what is counted above is stored; the same command works all out"
    [[ $(<out) == "500 articles worked out anew, "* ]]
    same "$(query "select min(document_id), count(distinct document_id) from mentions where entity_id = 'old'")" "501|100"
}

@test "a load that replaces articles meanwhile, before and behind: no rows are doubled" {
    numbered in 100
    "$DOC2PGSQL" load -q -j 1 in
    for first in resolve load; do
        sed -i 's/Kenya/Norway/' in/00[1-5]*.txt
        query "update mentions set entity_id = 'old'"
        hold 'lock table mentions in share mode'  # which both change
        commands=([0]=resolve [1]="load -j 1 in")
        [ $first = resolve ] || commands=([0]="load -j 1 in" [1]=resolve)
        # shellcheck disable=SC2086 # a command and its options
        "$DOC2PGSQL" ${commands[0]} -q 3>&- 8>&- &
        one=$!
        until_blocked 1
        # shellcheck disable=SC2086
        "$DOC2PGSQL" ${commands[1]} -q 3>&- 8>&- &
        other=$!
        until_blocked 2
        release
        wait "$one"
        wait "$other"
        psql -Xqc 'drop schema if exists loaded, loaded_internal cascade' 2>/dev/null
        "$DOC2PGSQL" --schema=loaded load -q -j 1 in
        same_tables articles loaded
        sed -i 's/Norway/Kenya/' in/00[1-5]*.txt
        "$DOC2PGSQL" load -q -j 1 in
    done
}

@test "a deadlock with others is tried again" {
    numbered in 10
    "$DOC2PGSQL" load -q -j 1 in
    forget
    hold 'select from documents where document_id = 5 for update'
    "$DOC2PGSQL" resolve -q -j 1 3>&- 8>&- &
    resolver=$!
    until_blocked 1
    echo "select from documents where document_id = 1 for update; select pg_advisory_lock(4712);" >&8
    wait_until answers "select count(*) from pg_locks where locktype = 'advisory' and objid = 4712 and granted and
        database = (select oid from pg_database where datname = current_database())" 1
    release
    wait "$resolver"
    same "$(query 'select count(distinct document_id) from facts')" 10
}

@test "an article whose rows the server refuses keeps its old ones; all others get theirs" {
    numbered in 20
    "$DOC2PGSQL" load -q -j 1 in
    query "update mentions set entity_id = 'old';
        alter table mentions add constraint refused check (entity_id <> 'country:KE' or document_id not in (7, 8)) not valid"
    run "$DOC2PGSQL" resolve
    [ "$status" -eq 4 ]
    [[ $output == *"/in/0007.txt: rejected: "*"refused"* ]]
    [[ $output == *"/in/0008.txt: rejected: "* ]]
    [[ $output == *"18 articles worked out anew, "*" 2 rejected, which keep their old rows"* ]]
    same "$(query "select string_agg(distinct document_id::text, ' ') from mentions where entity_id = 'old'")" "7 8"
    same "$(query "select count(distinct document_id) from facts")" 20
}

@test "what goes wrong: no right, a connection that is lost, a server that stops, another schema" {
    numbered in 10
    "$DOC2PGSQL" load -q -j 1 in
    role="reader_$$_$RANDOM"
    query "create role $role login; grant usage on schema articles, articles_internal to $role; grant select on all tables in schema articles, articles_internal to $role"
    run "$DOC2PGSQL" -U "$role" resolve
    query "alter role $role connection limit 1; grant update on documents to $role;
        grant insert, update on loads to $role; grant usage on sequence load_ids to $role"
    [ "$status" -eq 6 ]
    [[ $output == *"permission denied"* ]]
    # the names are read by one connection; the rows need another
    run "$DOC2PGSQL" -U "$role" resolve -j 1 --retry-for=0
    query "drop owned by $role; drop role $role"
    [ "$status" -eq 5 ]
    [[ $output == *"too many connections for role"* ]]
    query "update mentions set entity_id = 'old'"
    before=$(query 'select md5(string_agg(m::text, chr(10) order by m)) from mentions m')
    hold 'lock table statements in share mode'
    "$DOC2PGSQL" resolve -q -j 1 --retry-for=0 2>err 3>&- 8>&- &
    resolver=$!
    until_blocked 1
    query "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'" >/dev/null
    local code=0
    wait "$resolver" || code=$?
    release
    [ "$code" = 5 ] || [ "$code" = 6 ]
    same "$(query 'select md5(string_agg(m::text, chr(10) order by m)) from mentions m')" "$before"
    query 'drop view entity_mentions cascade; alter table mentions drop column text' 2>/dev/null
    run "$DOC2PGSQL" resolve
    [ "$status" -eq 6 ]
    [[ $output == *'column "text"'* ]]
    query "insert into schema_versions (version, name) values (999, 'from the future')"
    run "$DOC2PGSQL" resolve
    [ "$status" -eq 9 ]
    run "$DOC2PGSQL" resolve in
    [ "$status" -eq 2 ]
    [[ $output == *'resolve takes no argument "in"'* ]]
}

@test "a database of schema version 9: init, resolve, and country_support is right" {
    local name top=$BATS_TEST_DIRNAME/../..
    psql -Xqc 'drop schema articles, articles_internal cascade' 2>/dev/null
    query "create schema articles; set search_path = articles;
        create table schema_versions (version int primary key, name text not null, applied_at timestamptz not null default now())"
    for file in "$top"/schema/00[1-9]_*.sql; do
        name=${file##*/}
        PGOPTIONS=-csearch_path=articles psql -Xq -v ON_ERROR_STOP=1 --single-transaction -c "set client_min_messages = warning" -f "$file" \
            -c "insert into schema_versions values (${name%%_*}, 'schema/$name')"
    done
    PGOPTIONS=-csearch_path=articles psql -Xq -v ON_ERROR_STOP=1 --single-transaction -f "$BATS_TEST_DIRNAME/version_9.sql" >/dev/null
    same "$(query 'select max(version) from schema_versions')" 9
    run "$DOC2PGSQL" resolve
    [ "$status" -eq 9 ]
    [[ $output == *"run doc2pgsql init"* ]]
    run "$DOC2PGSQL" init
    [ "$status" -eq 0 ]
    [[ $output == *"This works them out: doc2pgsql"*" resolve"* ]]
    run "$DOC2PGSQL" init
    [[ $output != *resolve* ]]
    same "$(query 'select count(*) from country_support')" 0
    "$DOC2PGSQL" resolve -q
    same "$(query 'select country, support, line_no from country_support order by document_id, line_no, 1')" \
        "Denmark|20 million dollars|2
Norway|Patrol boats|6
France|Tents|7
Germany|Tents|7
Canada|5 million dollars|8
Germany|20 Millionen Euro|2"
    same "$(query "select string_agg(distinct entity_id, ' ') from mentions where document_id = 2")" country:UA
    same "$(query "select count(*) from entity_facts where entity_id = 'country:NO'")" 1
}
