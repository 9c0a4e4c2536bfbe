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

@test "a schema's name as long as it may be, and those that it may not have" {
    local name
    name=$(printf 'ü%.0s' {1..27})
    "$DOC2PGSQL" --schema="$name" load -q "$ARTICLES/how-tides-work.txt"
    same "$(psql -XAtqc "select string_agg(nspname, ' ' order by nspname) from pg_namespace where nspname ~ 'ü'")" "$name ${name}_internal"
    for name in "${name}a" articles_internal _internal; do
        run "$DOC2PGSQL" --schema="$name" init
        same "$status: ${lines[0]}" "2: doc2pgsql: --schema can't be \"$name\": it takes a name of 1 to 54 bytes that doesn't end in _internal"
    done
}

@test "dropping both schemas removes everything" {
    "$DOC2PGSQL" load -q "$ARTICLES/how-tides-work.txt"
    psql -Xqc 'drop schema articles, articles_internal cascade' 2>/dev/null
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
    before_internal
    query "set client_min_messages = warning; drop view current_errors; drop table links, mentions, facts, entity_stop_phrases, statements, support_types, entity_organs, search_documents, search_blocks cascade;
        alter table documents drop column language_guess cascade, drop column layout cascade, drop column document_date cascade, drop column date_source cascade;
        alter table paragraphs drop column label cascade; create index paragraphs_text_english on paragraphs (document_id);
        create table cells as select document_id, table_no, row_no, column_no, text, line_no from table_cells;
        drop table table_rows cascade; alter table cells rename to table_cells; alter table tables drop column row_headers cascade;
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

@test "a database of schema version 18: cells become rows, and views of somebody's own read on" {
    local name
    query "create schema articles; set search_path = articles;
        create table schema_versions (version int primary key, name text not null, applied_at timestamptz not null default now())"
    for file in "$BATS_TEST_DIRNAME"/../../schema/00[1-9]_*.sql "$BATS_TEST_DIRNAME"/../../schema/01[0-8]_*.sql; do
        name=${file##*/}
        PGOPTIONS=-csearch_path=articles psql -Xq -v ON_ERROR_STOP=1 --single-transaction -c "set client_min_messages = warning" -f "$file" \
            -c "insert into schema_versions select regexp_replace('$name', '^0*([0-9]+)_.*', '\1')::int, 'schema/$name'" >/dev/null
    done
    query "insert into table_cells values (1, 1, 1, 1, 'Norway', 6, 'norway', false), (1, 1, 1, 2, '', 6, null, true), (1, 1, 2, 1, 'Peru', 7, 'peru', false),
        (1, 1, 2, 3, 'a line below', 8, null, false), (2, 1, 1, 1, 'Togo', 3, 'togo', false);
        insert into tables values (1, 1, 0, 1, 3, 2, 'none', null, 6), (2, 1, 0, 1, 1, 1, 'none', null, 3);
        create schema mine;
        create view mine.cells with (security_barrier = true) as select t.*, upper(table_cells.text) from table_cells join table_cells t using (document_id) where t.column_no < 4;
        create view mine.of_cells as select text from mine.cells;
        grant select on table_cells to public"
    local cells='select * from table_cells order by 1, 2, 3, 4' mine='select * from mine.cells order by 1, 2, 3, 4, 9' before mine_before
    before=$(query "$cells") mine_before=$(query "$mine")
    "$DOC2PGSQL" init -q
    same "$(query "$cells")" "$before"
    same "$(query "$mine")" "$mine_before"
    same "$(query 'select count(*) from mine.of_cells')" 17
    same "$(query "select reloptions from pg_class where oid = 'mine.cells'::regclass")" '{security_barrier=true}'
    same "$(query "select has_table_privilege('public', 'table_cells', 'select'), has_table_privilege('public', 'table_rows', 'select')")" 't|t'
    same "$(query "select item, line_no from items order by 1")" $'Norway|6\nPeru|7\nTogo|3'
    # keys that views read keep the order they had (schema/032_keys_by_bytes.sql)
    same "$(query "select collname from pg_attribute a join pg_collation c on c.oid = a.attcollation where a.attrelid = 'bullets'::regclass and a.attname = 'item_key'")" default
}

@test "a database of schema version 29: what was not counted then is NULL, and a view of somebody's own of what is rejected reads on" {
    "$DOC2PGSQL" load -q "$ARTICLES/how-tides-work.txt"
    before_internal
    query "create or replace view current_errors as select distinct on (e.source, e.line)
            e.source, e.line, e.code, e.sqlstate, e.message, e.load_id, e.occurred_at from load_errors e order by e.source, e.line, e.occurred_at desc;
        alter table load_errors drop column settled_by; alter table loads drop column documents_empty, drop column documents_deleted;
        delete from schema_versions where version > 29;
        insert into load_errors (load_id, source, code, message) values (1, 'gone.txt', 'input', 'no such file');
        create schema mine;
        create view mine.errors as select source from current_errors"
    "$DOC2PGSQL" init -q
    "$DOC2PGSQL" load -q "$ARTICLES/how-tides-work.txt"
    same "$(query 'select source from mine.errors')" gone.txt
    same "$(query 'select load_id, documents_empty, documents_deleted from loads order by 1')" $'1||\n2|0|0'
}

# All of both schemas but who may do what, and the order of keys (schema/032_keys_by_bytes.sql).
definitions() {
    pg_dump -s -x -n articles -n articles_internal | sed -E '/^(--|\\)/d; s/ COLLATE (pg_catalog\."C"|"default")//; s/\((r\.item_key)\)/\1/'
}
can_dump() { pg_dump -s -t none.* >/dev/null 2>&1 || skip 'no pg_dump for this server'; }

@test "a database of schema version 29: what nobody asks is moved apart, with its rows, rights, and what reads it" {
    local name reader="reader_$$" fresh
    can_dump
    "$DOC2PGSQL" init -q
    fresh=$(definitions)
    psql -Xqc 'drop schema articles, articles_internal cascade' 2>/dev/null
    query "create schema articles; set search_path = articles;
        create table schema_versions (version int primary key, name text not null, applied_at timestamptz not null default now());
        comment on column schema_versions.version is 'Number of the migration, from 1.';
        comment on column schema_versions.name is 'Its file.';
        comment on column schema_versions.applied_at is 'When it ran.'"
    for file in "$BATS_TEST_DIRNAME"/../../schema/0*.sql; do
        name=${file##*/}
        [[ $name < 030 ]] || continue
        PGOPTIONS=-csearch_path=articles psql -Xq -v ON_ERROR_STOP=1 --single-transaction -c "set client_min_messages = warning" -f "$file" \
            -c "insert into schema_versions values (${name%%_*}, 'schema/$name')" >/dev/null
    done
    # what was made at each init, and is no migration
    query "create function draw_document_ids(wanted int) returns setof bigint language sql as 'select 1::bigint';
        comment on function lower_case(text) is 'Internal: the text in small letters by Unicode 14, character by character and whatever the locale; U+0130 becomes i.'"
    query "insert into documents (document_id, source, dialect, content_sha256, byte_count, line_count) values (nextval('document_ids'), 'a.txt', 'extracted', '', 1, 1);
        insert into sources (source, document_id, content_sha256) values ('a.txt', 1, '');
        insert into corrections (source, text, read_as) values ('*', 'Share this', 'leftover');
        create schema mine; create view mine.ledger as select source from sources;
        create role $reader; grant usage on schema articles to $reader; grant select on sources to $reader;
        alter default privileges in schema articles grant select on tables to $reader"
    "$DOC2PGSQL" init -q
    same "$(definitions)" "$fresh"
    same "$(query 'select source from mine.ledger')" a.txt
    same "$(query "select text, nextval('document_ids'), nextval('correction_ids') from corrections")" 'Share this|2|2'
    query 'create table articles_internal.later ()'
    same "$(query "set role $reader; select count(*), (select count(*) from articles_internal.later) from articles_internal.sources")" '1|0'
    run query "set role $reader; select count(*) from articles_internal.corrections"
    [[ $output == *'permission denied for table corrections'* ]]
    query "drop owned by $reader; drop role $reader"
    # with an article goes its line in the ledger, wherever both lie
    psql -Xqc 'delete from articles.documents'
    same "$(query 'select count(*) from sources')" 0
}

@test "what is beside a schema that was dropped is told of, and a schema of somebody else's is left alone" {
    "$DOC2PGSQL" load -q "$ARTICLES/how-tides-work.txt"
    psql -Xqc 'drop schema articles cascade' 2>/dev/null
    for command in init status "load $ARTICLES"; do
        # shellcheck disable=SC2086 # a command and its path
        run "$DOC2PGSQL" $command
        same "$status: $output" '9: doc2pgsql: the schema "articles" is gone, and what was beside it is not: DROP SCHEMA "articles_internal" CASCADE'
    done
    psql -Xqc 'drop schema articles_internal cascade' 2>/dev/null
    psql -Xqc 'create schema articles_internal' -c 'create table articles_internal.mine ()'
    run "$DOC2PGSQL" init
    [ "$status" -eq 6 ]
    [[ $output == *'schema "articles_internal" already exists'* ]]
    same "$(psql -XAtqc "select to_regnamespace('articles') is null, to_regclass('articles_internal.mine') is null")" 't|f'
}

@test "a dump of both schemas, read in again, goes on as it was" {
    local name='a "b'\''c$d' other found
    can_dump
    "$DOC2PGSQL" --schema="$name" load -q "$ARTICLES"
    "$DOC2PGSQL" --schema="$name" index full-text >/dev/null
    local quoted="\"${name//\"/\"\"}"
    pg_dump -n "$quoted\"" -n "${quoted}_internal\"" >"$BATS_TEST_TMPDIR/dump.sql"
    found=$("$DOC2PGSQL" --schema="$name" search water)
    [ -n "$found" ]
    other=$PGDATABASE
    new_database
    psql -Xq -v ON_ERROR_STOP=1 -f "$BATS_TEST_TMPDIR/dump.sql" >/dev/null
    same "$("$DOC2PGSQL" --schema="$name" search water)" "$found"
    run "$DOC2PGSQL" --schema="$name" load "$ARTICLES"
    [[ $output == *" 0 new, 0 changed, $(find "$ARTICLES" -type f | wc -l) unchanged, 0 rejected"* ]]
    run "$DOC2PGSQL" --schema="$name" init
    [ "$status" -eq 0 ]
    psql -Xqd postgres -c "drop database $other"
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
