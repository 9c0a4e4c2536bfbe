bats_require_minimum_version 1.5.0
load ../helper

@test "all samples: each character is in exactly one row" {
    local count
    count=$(ls "$ARTICLES" | wc -l)
    run -0 "$DOC2PGSQL" verify "$ARTICLES"
    same "${lines[0]}" "$count of $count articles verified: each character is in exactly one row"
    [[ ${lines[1]} == [1-9]*' characters of pages are left out, for they are no part of the articles: doc2pgsql preview --explain PATH shows which' ]]
    same "$("$DOC2PGSQL" verify -q "$ARTICLES")" ""
}

@test "the whole corpus, where it is there" {
    have_shared || return 0
    for folder in seed corpus/articles corpus/articles-v2 corpus/wikipages corpus/markdown; do
        [ -d "$SHARED/$folder" ] || continue
        run -0 "$DOC2PGSQL" verify --include='*.txt' --include='*.md' --exclude=README.md "$SHARED/$folder"
        [[ "$output" =~ ^([1-9][0-9]*)' of '([0-9]+)' articles verified' ]]
        same "$folder ${BASH_REMATCH[1]}" "$folder ${BASH_REMATCH[2]}"
    done
}

@test "what can't be read is told, and the rest is verified: exit code 3" {
    run --separate-stderr "$DOC2PGSQL" verify /nonexistent "$ARTICLES/red-lentil-soup-recipe.txt"
    same "$status" 3
    same "$stderr" "doc2pgsql: /nonexistent: rejected: can't read it: No such file or directory"
    same "$output" "1 of 1 articles verified: each character is in exactly one row"
    run --separate-stderr -3 "$DOC2PGSQL" verify /nonexistent
    same "$output" ""
}

@test "more lines, and rows of a table, than there is memory for all that is known of them" {
    cd "$BATS_TEST_TMPDIR"
    yes abcd | head -n 1500000 >lines.txt
    { printf 'Name | Cost | Day |\n---|---|---|\n'; seq 500000 | sed 's/.*/pump & | 1& | May 3 |/'; } >rows.txt
    run -0 "$DOC2PGSQL" verify lines.txt rows.txt
    [[ "$output" == *'2 of 2 articles verified'* ]]
}
