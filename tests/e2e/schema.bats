#!/usr/bin/env bats
# The schema: made, made again, refused, removed.

load ../helper

setup() { new_database; }
teardown() { drop_database; }

@test "init is safe to run again and keeps what is loaded" {
    "$DOC2PGSQL" init
    "$DOC2PGSQL" load -q "$ARTICLES"
    before=$(query 'select count(*) from table_cells')
    run "$DOC2PGSQL" init
    [ "$status" -eq 0 ]
    [[ $output == 'The schema "articles" is ready, version '* ]]
    same "$(query 'select count(*) from table_cells')" "$before"
    same "$(query 'select count(*) from schema_versions')" "$(find "$BATS_TEST_DIRNAME/../../schema" -name '[0-9]*.sql' | wc -l)"
}

@test "load makes the schema where there is none" {
    "$DOC2PGSQL" load -q "$ARTICLES/how-tides-work.txt"
    same "$(query 'select count(*) from documents')" 1
}

@test "a schema of another name, which needs quotes; both live side by side" {
    "$DOC2PGSQL" --schema 'My "News"' load -q "$ARTICLES/counterterrorism-partnerships.txt"
    "$DOC2PGSQL" load -q "$ARTICLES/how-tides-work.txt"
    same "$(psql -XAtqc 'select count(*) from "My ""News""".country_support')" 8
    same "$(query 'select count(*) from country_support')" 0
    same "$("$DOC2PGSQL" --schema 'My "News"' psql -XAtqc 'select count(*) from documents')" 1
}

@test "dropping the schema removes everything" {
    "$DOC2PGSQL" load -q "$ARTICLES/how-tides-work.txt"
    psql -Xqc 'drop schema articles cascade' 2>/dev/null
    same "$(psql -XAtqc "select count(*) from pg_class where relnamespace not in
        (select oid from pg_namespace where nspname like 'pg\\_%' or nspname = 'information_schema')")" 0
    same "$(psql -XAtqc "select count(*) from pg_proc where pronamespace = 'public'::regnamespace")" 0
}

@test "a newer schema is refused with exit code 9" {
    "$DOC2PGSQL" init -q
    query "insert into schema_versions (version, name) values (999, 'from the future')"
    for command in init "load $ARTICLES"; do
        # shellcheck disable=SC2086 # a command and its path
        run "$DOC2PGSQL" $command
        [ "$status" -eq 9 ]
        [[ $output == *"version 999 of the schema"*"install a newer doc2pgsql"* ]]
    done
}

@test "an older schema: load asks for init, init brings it up to date" {
    "$DOC2PGSQL" load -q "$ARTICLES/counterterrorism-partnerships.txt"
    query "set client_min_messages = warning; drop view current_errors; drop table links, mentions, facts, entity_stop_phrases, statements, support_types, entity_organs, search_documents, search_blocks cascade;
        alter table documents drop column language_guess cascade, drop column layout cascade, drop column document_date cascade, drop column date_source cascade;
        alter table paragraphs drop column label cascade; create index paragraphs_text_english on paragraphs (document_id);
        alter table table_cells drop column item_key cascade, drop column spanned cascade; alter table tables drop column row_headers cascade;
        alter table bullets drop column item_key cascade;
        alter table sections drop column item_key cascade; alter table table_columns drop column header_key cascade;
        drop index entities_name, header_roles_role;
        delete from schema_versions where version >= 3"
    run "$DOC2PGSQL" load "$ARTICLES"
    [ "$status" -eq 9 ]
    [[ $output == *"run doc2pgsql init"* ]]
    "$DOC2PGSQL" init -q
    "$DOC2PGSQL" load -q --again "$ARTICLES"
    same "$(query "select count(*) from country_support where source like '%/counterterrorism-partnerships.txt'")" 8
    [ "$(query 'select count(*) from entity_mentions')" -gt 0 ]
    [ "$(query 'select count(*) from facts where entity_id is not null')" -gt 0 ]
}

@test "several inits at once" {
    for _ in 1 2 3 4; do "$DOC2PGSQL" init -q & done
    for job in $(jobs -p); do wait "$job"; done
    same "$(query 'select count(*) from schema_versions')" "$(find "$BATS_TEST_DIRNAME/../../schema" -name '[0-9]*.sql' | wc -l)"
}

@test "status without a schema says what to do" {
    run "$DOC2PGSQL" status
    [ "$status" -eq 9 ]
    [[ $output == *'there is no schema "articles" in this database: run doc2pgsql init or load'* ]]
}
