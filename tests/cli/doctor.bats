#!/usr/bin/env bats
bats_require_minimum_version 1.5.0
load ../helper

setup() {
    new_database
    cd "$BATS_TEST_TMPDIR" || return
}
teardown() {
    drop_database
    [ -z "${ROLE-}" ] || psql -Xqd postgres -c "drop role $ROLE"
}

# check SUBJECT: its lines, up to the next check
check() { awk -v subject="$1" '/^(ok|note|wrong) / { on = substr($0, 8, 22) ~ "^" subject "  " } on && NF' <<<"$output"; }
# Runs the first command that is printed below the check.
heed() { (PATH=$(dirname "$DOC2PGSQL"):$PATH && eval "$(check "$1" | sed -n '2s/^ *//p')"); }
# mended SUBJECT: what is printed for it makes it ok
mended() {
    heed "$1" >/dev/null
    run "$DOC2PGSQL" doctor
    [[ $(check "$1") == ok* ]] || { echo "$output"; return 1; }
}

@test "no schema: exit code 9, and the command that makes it" {
    run -9 "$DOC2PGSQL" doctor
    same "$(check schema)" "wrong  schema                there is no schema \"articles\" yet
       doc2pgsql init"
    [[ $(check rights) == "ok     rights                $PGUSER may make the schema" ]]
    mended schema
}

@test "articles that are well: each check has one line, and the exit code is 0" {
    "$DOC2PGSQL" load -q "$ARTICLES"
    run -0 "$DOC2PGSQL" doctor
    for subject in program server encoding letters collation maintenance_work_mem max_wal_size shared_buffers jit disk \
        connection rights schema 'full text' names; do
        [[ $(check "$subject") == ok* && $(check "$subject" | wc -l) == 1 ]] || { echo "$subject: $output"; return 1; }
    done
    [[ $output == *"ok     keys                  all keys and indexes are there"$'\n\n'"Nothing is wrong." ]]
    same "$(check connection)" "ok     connection            straight to the server"
    [[ $(check disk) =~ [0-9]' '.B' free'$ ]]
    same "$("$DOC2PGSQL" doctor -q)" ""
}

@test "jit, names and the full-text index: notes with the command that helps" {
    "$DOC2PGSQL" load -q "$ARTICLES"
    query "alter database \"$PGDATABASE\" set jit = on"
    printf 'name\nHarbour Guild\n' | "$DOC2PGSQL" entities load -q -
    query "insert into documents (document_id, source, dialect, content_sha256, byte_count, line_count)
        select -i, 'x/' || i, 'extracted', '', 1, 1 from generate_series(1, 5000) i"
    run -0 "$DOC2PGSQL" doctor
    [[ $(check jit) == note*"-c 'ALTER DATABASE $PGDATABASE SET jit = off'" ]]
    [[ $(check names) == note*"doc2pgsql resolve" ]]
    [[ $(check "full text") == note*"index full-text" ]]
    same "${lines[-1]}" "Nothing is wrong; notes say what could be better."
    mended jit
    mended "full text"
    query "delete from documents where document_id < 0"
    mended names
    # what was indexed stays so where an article changes
    query "update documents set loaded_at = now() where source like '%/how-tides-work.txt'"
    run -0 "$DOC2PGSQL" doctor
    same "$(check "full text")" "ok     full text             search() reads 1 of $(query 'select count(*) from documents') articles block by block"
    query "drop index search_blocks_words"
    run -0 "$DOC2PGSQL" doctor
    [[ $(check "full text") == note*missing* ]]
    mended "full text"
}

@test "words that changed after a load: roles of headers and support, too" {
    "$DOC2PGSQL" load -q "$ARTICLES"
    for change in "insert into header_roles values ('gift', 'support')" "delete from header_roles where header_key = 'gift'; insert into support_types values ('a gift', 'gifts')"; do
        query "$change"
        run -0 "$DOC2PGSQL" doctor
        [[ $(check names) == note* ]]
        mended names
    done
}

@test "names that went: entities delete is seen, too" {
    printf 'name\nGulf\nHarbour Guild\n' | "$DOC2PGSQL" entities load -q -
    "$DOC2PGSQL" load -q "$ARTICLES"
    run -0 "$DOC2PGSQL" doctor
    [[ $(check names) == ok* ]]
    "$DOC2PGSQL" entities delete -q Gulf
    run -0 "$DOC2PGSQL" doctor
    [[ $(check names) == note*"doc2pgsql resolve" ]]
    mended names
}

@test "missing keys: exit code 6, and init builds them" {
    "$DOC2PGSQL" load -q "$ARTICLES"
    query 'alter table paragraphs drop constraint paragraphs_pkey; drop index sections_item'
    run -6 "$DOC2PGSQL" doctor -q
    same "$output" "wrong  keys                  2 keys and indexes are missing: a first load was stopped
       doc2pgsql init"
    mended keys
}

@test "loads: one that runs is well, one that died is to be run again, of those that ended the last counts" {
    "$DOC2PGSQL" load -q "$ARTICLES"
    mkfifo articles.fifo
    "$DOC2PGSQL" load -q - <articles.fifo 3>&- &
    exec 4>articles.fifo
    wait_until answers 'select max(load_id) from loads' 2
    run -0 "$DOC2PGSQL" doctor
    [[ $(check "load 2") == "ok     load 2                has been running since "* ]]
    kill -9 $!
    wait $! || true
    exec 4>&-
    wait_until answers 'select count(*) from pg_stat_activity where datname = current_database()' 1
    query "insert into loads (arguments, status) values ('{doc2pgsql,load,it''s here}', 'failed')"
    run -6 "$DOC2PGSQL" doctor
    [[ $(check "load 2") == wrong*" died; run again, it stores what is missing
       $DOC2PGSQL load -q -
       or, where nothing of it is missed, say that it is over:
       doc2pgsql psql -c \"UPDATE loads SET status = 'interrupted' WHERE load_id = 2\"" ]]
    [[ $(check "load 3") == note*" failed; run again, it stores what is missing
       doc2pgsql load 'it'\\''s here'" ]]
    query "update loads set status = 'interrupted' where load_id = 2"
    run -0 "$DOC2PGSQL" doctor
    same "$(check "load 2")" ""
    "$DOC2PGSQL" load -q "$ARTICLES"
    run -0 "$DOC2PGSQL" doctor
    same "$(check "load 3")" ""
}

@test "a load that has lost its connection and taken another one is well" {
    "$DOC2PGSQL" init -q
    mkfifo articles.fifo
    "$DOC2PGSQL" load -q - <articles.fifo 3>&- &
    exec 4>articles.fifo
    wait_until answers 'select count(*) from loads' 1
    query "select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = current_database() and application_name = 'doc2pgsql'" >/dev/null
    for i in {1..3000}; do echo "{\"id\": $i, \"text\": \"Ferry $i sails at noon.\"}"; done >&4
    wait_until answers 'select count(*) > 0 from documents' t
    run "$DOC2PGSQL" doctor
    [[ $(check "load 1") == "ok     load 1                has been running since "* ]]
    exec 4>&-
    wait $!
    same "$(query "select status from loads")" done
}

@test "a user without rights: what the owner has to say, and then a user who may ask" {
    "$DOC2PGSQL" load -q "$ARTICLES"
    ROLE=doctor_$$_$RANDOM
    query "create role $ROLE login"
    run -6 "$DOC2PGSQL" -U "$ROLE" doctor
    same "$(check rights)" "wrong  rights                $ROLE may not read the tables; what $PGUSER has to say:
       doc2pgsql grant $ROLE"
    heed rights
    query "alter database \"$PGDATABASE\" set maintenance_work_mem = '32MB'"
    run -0 "$DOC2PGSQL" -U "$ROLE" doctor
    [[ $(check rights) == note*"$ROLE may ask and not load"* ]]
    "$DOC2PGSQL" grant --loader "$ROLE"
    run -0 "$DOC2PGSQL" -U "$ROLE" doctor
    same "$(check rights)" "ok     rights                $ROLE may load; init, index and the first load are for $PGUSER"
    [[ $(check maintenance_work_mem) == note*"
       a superuser has to say: ALTER SYSTEM SET maintenance_work_mem = '128MB';
       a superuser has to say: SELECT pg_reload_conf();" ]]
    run -6 "$DOC2PGSQL" -U "$ROLE" --schema=theirs doctor
    [[ $(check rights) == wrong*"GRANT CREATE, TEMPORARY ON DATABASE $PGDATABASE TO $ROLE;" ]]
    query "drop owned by $ROLE"
}

@test "a database that knows no letters but English ones" {
    psql -Xqd postgres -c "create database ${PGDATABASE}_c encoding 'UTF8' lc_collate 'C' lc_ctype 'C' template template0"
    run -9 "$DOC2PGSQL" -d "${PGDATABASE}_c" doctor
    [[ $(check letters) == note*"doc2pgsql -d ${PGDATABASE}_c psql -c "* ]]
    heed letters >/dev/null
    run -9 "$DOC2PGSQL" -d "${PGDATABASE}_c_utf8" doctor
    [[ $(check letters) == ok* ]]
    for name in _c _c_utf8; do psql -Xqd postgres -c "drop database \"$PGDATABASE$name\""; done
}

@test "a pooler that shares sessions is found, one that keeps them is none's fault" {
    "$DOC2PGSQL" load -q "$ARTICLES"
    for mode in session transaction; do
        mkdir $mode
        coproc POOLER { exec python3 "$BATS_TEST_DIRNAME/pooler.py" $mode "$PWD/$mode/.s.PGSQL.1" "$PGHOST/.s.PGSQL.$PGPORT" "$PGUSER" "$PGDATABASE" 3>&-; }
        read -r _ <&"${POOLER[0]}"
        run "$DOC2PGSQL" -h "$PWD/$mode" -p 1 doctor
        echo "$mode $status" >>codes
        check connection >>codes
        kill "$POOLER_PID"
        wait "$POOLER_PID" || true
    done
    same "$(cut -c 1-80 codes)" "session 0
ok     connection            through a pooler that keeps sessions
transaction 0
ok     connection            through a pooler that shares sessions; psql needs t"
}

@test "commands are printed with the connection as it was given, without its password" {
    run -9 "$DOC2PGSQL" -d "dbname=$PGDATABASE password=secret" --schema='my own' doctor
    [[ $(check schema) == *"
       doc2pgsql -d \"dbname='$PGDATABASE'\" --schema='my own' init" ]]
    [[ $output != *secret* ]]
}
