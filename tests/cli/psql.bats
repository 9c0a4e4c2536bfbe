bats_require_minimum_version 1.5.0
load ../helper

@test "the schema is on the search path" {
    same "$("$DOC2PGSQL" psql -XAtc 'show search_path')" '"articles",public'
    same "$("$DOC2PGSQL" psql -XAtc 'select count(*) from documents')" "$(ls "$ARTICLES" | wc -l)"
}

@test "a schema that must be quoted" {
    new_database
    for schema in 'My Articles' 'a"b' 'back\slash' 'a,b' 'Ünïcode' "it's"; do
        "$DOC2PGSQL" init -q --schema="$schema"
        same "$("$DOC2PGSQL" --schema="$schema" psql -XAtc 'select current_schema(), count(*) from documents')" "$schema|0"
    done
    drop_database
}

@test "all that follows is psql's" {
    same "$("$DOC2PGSQL" psql -X -At -v answer=42 -c 'select 1' -c "select current_setting('application_name')")" $'1\npsql'
    run -0 "$DOC2PGSQL" psql -XAt --field-separator=/ -c 'select 1, 2'
    same "$output" 1/2
    same "$(echo 'select 7' | "$DOC2PGSQL" psql -XAt)" 7
}

@test "psql's exit code is the command's" {
    run -3 "$DOC2PGSQL" psql -Xv ON_ERROR_STOP=1 -f - <<<'select 1/0'
    run -1 "$DOC2PGSQL" psql -Xc 'select 1/0'
    run -2 "$DOC2PGSQL" -h /nonexistent psql -Xc 'select 1'
}

@test "PGOPTIONS is kept" {
    export PGOPTIONS="-c work_mem=5MB"
    same "$("$DOC2PGSQL" psql -XAtc 'show work_mem' -c 'show search_path')" $'5MB\n"articles",public'
}

@test "questions are not compiled, unless PGOPTIONS says so" {
    query "alter database \"$PGDATABASE\" set jit = on"
    same "$("$DOC2PGSQL" psql -XAtc 'show jit')" off
    same "$(PGOPTIONS=-cjit=on "$DOC2PGSQL" psql -XAtc 'show jit')" on
    query "alter database \"$PGDATABASE\" reset jit"
}

@test "connection options reach psql" {
    local user=$PGUSER base=$PGDATABASE host=$PGHOST port=$PGPORT
    unset PGUSER PGDATABASE PGHOST PGPORT
    same "$("$DOC2PGSQL" -h "$host" -p "$port" -U "$user" -d "$base" -w psql -XAtc 'select current_database(), current_user')" \
        "$base|$user"
    same "$("$DOC2PGSQL" -d "host=$host port=$port user=$user dbname=$base" psql -XAtc 'select count(*) > 0 from documents')" t
}

@test "without psql the message says what to install" {
    run --separate-stderr env PATH=/nonexistent "$DOC2PGSQL" psql
    [[ "$status: $stderr" == "2: doc2pgsql: can't run psql: No such file or directory: install the package postgresql-client"* ]]
}
