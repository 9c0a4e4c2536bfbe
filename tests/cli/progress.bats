#!/usr/bin/env bats
# What load, resolve and index say while they work, and what they add up in the end.
bats_require_minimum_version 1.5.0
load ../helper

setup() {
    new_database
    cd "$BATS_TEST_TMPDIR" || return
}
teardown() { drop_database; }

records() { seq "$1" | sed 's/.*/{"id": &, "text": "Ferry number & sails to Denmark at noon, and nobody knows why."}/'; }
# adds_up READ NEW CHANGED UNCHANGED REJECTED [NOT_STORED [BEHIND]]: the summary says so, and its parts are the whole
adds_up() {
    local rest=
    [ "${6-0}" = 0 ] || rest=", $6 read and not stored"
    rest+=${7-}
    [[ ${lines[0]} =~ ^"$1 articles read, ".*": $2 new, $3 changed, $4 unchanged, $5 rejected$rest"$ ]] || { echo "$output"; return 1; }
    same "$1" $(($2 + $3 + $4 + $5 + ${6-0}))
}
# the output on a terminal; < stands for what wipes its line
terminal() {
    local code=0
    script -qec "$*" out </dev/null >/dev/null || code=$?
    sed '1d; s/\r\x1b\[K/</g; /^Script done/d; s/\r$//' out
    return $code
}

@test "new, changed, unchanged, rejected and not stored are what was read" {
    mkdir in
    for i in 1 2 3; do printf 'The ferry sails at noon, and its number is %d.\n' $i >in/$i.txt; done
    run --separate-stderr -0 "$DOC2PGSQL" load in
    adds_up 3 3 0 0 0
    printf 'The ferry sails no more.\n' >in/2.txt
    printf '{"id": 1, "text": "One."}\n{"id": \n{"id": 3, "text": "Three."}\n' >in/4.jsonl
    head -c 3000 /dev/zero | tr '\0' a >in/5.txt
    run --separate-stderr -3 "$DOC2PGSQL" load --article-limit=2k in in/1.txt missing.txt
    adds_up 8 2 1 3 2 0 '; 1 path that was given could not be read'
    [[ $output == *$'\n''Why articles were rejected: doc2pgsql status, or select * from current_errors'* ]]
    query 'drop table paragraphs cascade'
    printf 'The ferry sails again.\n' >in/2.txt
    run --separate-stderr -6 "$DOC2PGSQL" load -j 1 in/1.txt in/2.txt
    adds_up 2 0 0 0 0 2
}

@test "a terminal has one line, and at the end none; whatever is no terminal has none in the first ten seconds" {
    records 1500 >in.jsonl
    run -0 terminal "$DOC2PGSQL" load -j 1 in.jsonl
    [[ $output =~ ^"<1000 articles, "[^\<]+"B/s"[^\<]*"<"([^\<]+" articles, "[^\<]*"<")*"building keys and indexes, 0 of "[0-9]+[^:]*"<1500 articles read, " ]] || { echo "$output"; return 1; }
    run -0 terminal "$DOC2PGSQL" load -q --again in.jsonl
    same "$output" ""
    run -0 terminal "$DOC2PGSQL" resolve -j 1
    [[ $output =~ ^"<500 of 1500 articles, "[^\<]*"B/s, "[0-9]+" s left<".*"1500 articles worked out anew" ]]
    run -0 terminal "$DOC2PGSQL" index full-text
    [[ $output =~ ^"<1000 of 1500 articles, "[0-9]+"/s, "[0-9]+" s left<".*"The full-text index is built" ]]
    run --separate-stderr -0 "$DOC2PGSQL" load --again in.jsonl
    same "$stderr" ""
    same "${#lines[@]}" 2
}

@test "--log-format=json: a line is an object; the summary adds up" {
    records 1500 >in.jsonl
    printf '{"id": 7, "text": "%s \xff"}\n{"id": \n' "$(seq -s ' ' 300)" >>in.jsonl
    run --separate-stderr -4 "$DOC2PGSQL" load --log-format=json in.jsonl
    same "${#lines[@]}" 1
    jq -se 'length == 1 and .[0].event == "summary" and .[0].command == "load" and .[0].load == 1 and (.[0] | has("dry_run") | not)' <<<"$output"
    jq -e '.read == 1502 and .read == .new + .changed + .unchanged + .rejected + .not_stored and .rejected == 1' <<<"$output"
    jq -e '(.seconds - .seconds_connecting - .seconds_storing - .seconds_keys - .seconds_closing | fabs) < 0.03' <<<"$output"
    same "$(jq -c 'select(.event != "progress") | [.event, .code]' <<<"$stderr" | sort)" $'["rejected",4]\n["repaired",0]'
    run --separate-stderr -0 "$DOC2PGSQL" resolve --log-format=json
    jq -e '.event == "summary" and .command == "resolve" and .read == 1501 and .resolved == 1501' <<<"$output"
    run --separate-stderr -0 "$DOC2PGSQL" index --log-format=json full-text
    jq -e '.event == "summary" and .command == "index"' <<<"$output"
    run --separate-stderr -5 "$DOC2PGSQL" load --log-format=json -h /nonexistent in.jsonl
    same "$output" ""
    jq -e '.event == "error" and .code == 5' <<<"$stderr"
}

@test "--log-format=json: what --dry-run would do, what --prune has done, and what is wrong meanwhile" {
    mkdir in
    for i in 1 2 3; do printf 'The ferry sails at noon, and its number is %d.\n' $i >in/$i.txt; done
    "$DOC2PGSQL" load -q in
    rm in/1.txt
    echo 'The ferry sails no more.' >in/2.txt
    printf '\x89PNG\r\n\x1a\n\0\0\0\rIHDR' >in/a.png
    run --separate-stderr -0 "$DOC2PGSQL" load --log-format=json --dry-run in
    jq -e '.dry_run and (has("load") | not) and (.time | fromdate > 1e9)' <<<"$output"
    same "$(jq -c '[.event, .read, .new, .changed, .unchanged, .rejected, .gone, .records_gone, .passed_over]' <<<"$output")" '["summary",2,0,1,1,0,1,0,1]'
    same "$stderr" ""
    run --separate-stderr -0 "$DOC2PGSQL" load --log-format=json --prune in
    same "$(jq -c '[.event, .articles // .read, .load]' <<<"$output")" $'["summary",2,2]\n["deleted",1,2]'
    printf '{"text": "One."}\n' >in/r.jsonl
    "$DOC2PGSQL" load -q in/r.jsonl
    printf '{"text": "Two."}\n{"text": "Three."}\n' >in/r.jsonl
    run --separate-stderr -0 "$DOC2PGSQL" load --log-format=json in/r.jsonl
    same "$(jq -c '[.event, .records // .read]' <<<"$output")" $'["summary",2]\n["deleted",1]'
    mkdir pictures && mv in/a.png pictures
    for option in --dry-run --again; do
        run --separate-stderr -3 "$DOC2PGSQL" load --log-format=json $option pictures
        same "$(jq -c '[.event, .code]' <<<"$stderr")" '["error",3]'
    done
    chmod o+w . && echo 'schema = other' >doc2pgsql.conf && chmod o+w doc2pgsql.conf
    run --separate-stderr -0 "$DOC2PGSQL" load --log-format=json -d "dbname=$PGDATABASE password=x" in
    same "$(jq -c '[.event, .command]' <<<"$stderr" | sort -u)" '["notice","load"]'
    jq -se 'length == 2' <<<"$stderr"
}
