#!/usr/bin/env bats
# What clients see of the schema, as the table in sql/dashboards/README.md says. Each asks by TCP as the user that `init --listen`
# makes. Those that are not installed are skipped; all of them by
#     sh .ci/setup clients; python3 -m venv DIR; DIR/bin/pip install -r tests/lab/clients/requirements.txt
#     CLIENTS_PYTHON=DIR/bin/python make test TESTS=tests/e2e/clients.bats

load ../helper

setup_file() {
    export T ADDRESS
    T=$(mktemp -d /tmp/d2p.XXXXXX)
    chmod 755 "$T"
    unset PGHOST PGPORT PGUSER PGDATABASE
    "$DOC2PGSQL" --local="$T/d" load -q "$BATS_TEST_DIRNAME/../articles"
    port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    ADDRESS=$("$DOC2PGSQL" --local="$T/d" init --listen="$port" | sed -n 's/^ *psql  *psql //p')
}

teardown_file() {
    "$DOC2PGSQL" --local="$T/d" stop
    rm -rf "$T"
}

count() { psql -XAtqc "select count(*) from $1" "$ADDRESS"; }
all_or_none() { case $1 in "$2") echo all ;; 0) echo none ;; *) echo "$1 of $2" ;; esac; }

# The client's row of the table: relations, their comments, their columns' comments, primary keys
sees() {
    local of="pg_class where relnamespace = 'articles'::regnamespace and relkind in ('r', 'v')" row
    run "${CLIENTS_PYTHON:-python3}" "$BATS_TEST_DIRNAME/../lab/clients/see.py" "$1" "$ADDRESS"
    [ "$status" != 77 ] || skip "$output"
    [ "$status" = 0 ] || { echo "$output"; return 1; }
    read -r relations comments columns primary rows < <(tr -c '0-9\n' ' ' <<<"$output" | awk '{ print $1, $2, $3, $4, $6 }')
    same "$rows" "$(count articles.country_support)"
    row="| $1 | $(all_or_none "$relations" "$(count "$of")") | $(all_or_none "$comments" "$(count "$of and obj_description(oid, 'pg_class') <> ''")")"
    row+=" | $([ "$columns" -gt 300 ] && echo all || echo "$columns") | $([ "$primary" -gt 15 ] && echo all || echo "$primary") |"
    grep -qF "$row" "$BATS_TEST_DIRNAME/../../sql/dashboards/README.md" || { echo "$row"; return 1; }
}

@test "psql" { sees psql; }
@test "psqlODBC" { sees odbc; }
@test "pgJDBC, DatabaseMetaData" { sees jdbc; }
@test "SQLAlchemy, reflection" { sees sqlalchemy; }
@test "pandas, read_sql_table of every relation" { sees pandas; }
@test "DuckDB, ATTACH" { sees duckdb; }

@test "dbt: build and docs generate" {
    run "${CLIENTS_PYTHON:-python3}" "$BATS_TEST_DIRNAME/../lab/clients/see.py" dbt "$ADDRESS"
    [ "$status" != 77 ] || skip "$output"
    [ "$status" = 0 ] || { echo "$output"; return 1; }
    [[ $output == *' 20 foreign keys'* ]]
}

@test "what dbt's sources name is there" {
    names=$(awk '/^  - name: / { relation = $3 } /^    - name: / { print relation "." $3 }' "$BATS_TEST_DIRNAME/../../sql/dbt/models/articles.yml")
    [ "$(wc -l <<<"$names")" -gt 300 ]
    run psql -XAtq -v names="$(paste -sd, <<<"$names")" "$ADDRESS" <<'END'
select name from unnest(string_to_array(:'names', ',')) as n (name) where not exists (
  select from pg_attribute a
  where a.attrelid = to_regclass('articles.' || split_part(name, '.', 1)) and attname = split_part(name, '.', 2))
END
    same "$output" ''
}
