# What the example queries answer over the samples stands beside each of them: sql/examples/*.out.
# WRITE_EXAMPLES=1 make test TESTS=tests/e2e/examples.bats writes it anew.
bats_require_minimum_version 1.5.0
load ../helper

EXAMPLES=$BATS_TEST_DIRNAME/../../sql/examples

# In the database in which tests/run has loaded the samples; whatever an example makes is undone.
answer() {
    PGOPTIONS='-csearch_path=articles,public' PGTZ=UTC \
        psql -Xq -v ON_ERROR_STOP=1 -P pager=off -c begin -f "$1" -c rollback
}

# Without times, and without the widths that come with them.
steady() { sed -E 's/20[0-9]{2}-[0-9-]+ [0-9:.]+\+00/a time/; s/  +/ /g; s/-{2,}/-/g; s/ +$//' "$1"; }

@test "each example has its answer beside it" {
    local example
    for example in "$EXAMPLES"/*.sql; do
        answer "$example" >"$BATS_TEST_TMPDIR/answer"
        [ -z "${WRITE_EXAMPLES-}" ] || sed -E 's/ +$//' "$BATS_TEST_TMPDIR/answer" >"${example%.sql}.out"
        diff <(steady "${example%.sql}.out") <(steady "$BATS_TEST_TMPDIR/answer")
    done
}

@test "each answer has its example" {
    local file
    for file in "$EXAMPLES"/*.out; do
        [ -f "${file%.out}.sql" ]
        [ -s "$file" ]
    done
}
