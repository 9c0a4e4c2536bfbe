# Some rounds of `make soak`, in the order of the dice.
bats_require_minimum_version 1.5.0
load ../helper

@test "20 rounds of disturbed loads: the database holds what a fresh load gives" {
    unset PGHOST PGPORT PGUSER PGDATABASE PGSERVICE PGOPTIONS
    run "$BATS_TEST_DIRNAME/../soak/soak" --rounds 20 --articles 300 "$DOC2PGSQL"
    echo "$output"
    [ "$status" = 0 ]
}
