#!/usr/bin/env bats
# WRITE_DOCS=1 make test TESTS=tests/e2e/reference.bats writes the page anew.
load ../helper

@test "sql/REFERENCE.md has what the comments of the schema say" {
    cd "$BATS_TEST_DIRNAME/../.."
    new_database
    "$DOC2PGSQL" init -q
    now=$("$DOC2PGSQL" psql -XAtq -f sql/reference.sql)
    [ -z "${WRITE_DOCS-}" ] || printf '%s\n' "$now" >sql/REFERENCE.md
    same "$(<sql/REFERENCE.md)" "$now"
    drop_database
}

@test "every table, view and column of it has a comment" {
    run grep -nE '^\| [a-z_0-9]+ \| .* \|  \|$' "$BATS_TEST_DIRNAME/../../sql/REFERENCE.md"
    same "$output" ""
}
