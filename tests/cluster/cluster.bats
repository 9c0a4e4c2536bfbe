# The same commands and the same answers on a Citus cluster as on one server: make test-cluster CLUSTER=CONNINFO. CLUSTER is the
# coordinator's database, in which the extension is there and nodes are known (see CONTRIBUTING.md); what is tested is made in
# schemas of its own, and dropped. The private server of tests/run stands for one server.
bats_require_minimum_version 1.5.0
load ../helper

SCHEMA=articles_cluster
TABLES='documents sections paragraphs bullets tables table_columns table_rows links mentions facts statements sources'

setup_file() {
    new_database
    mkdir "$BATS_FILE_TMPDIR/in"
    cp "$BATS_TEST_DIRNAME"/../articles/* "$BATS_FILE_TMPDIR/in"
    [ -z "${CLUSTER_ARTICLES-}" ] || cp -r "$CLUSTER_ARTICLES" "$BATS_FILE_TMPDIR/in"
    psql -Xqd "$CLUSTER" -c "drop schema if exists $SCHEMA, ${SCHEMA}_internal cascade"
    cluster init -q --distributed=8
    one init -q
}

teardown_file() {
    psql -Xqd "$CLUSTER" -c "drop schema if exists $SCHEMA, ${SCHEMA}_internal cascade"
    drop_database
}

cluster() { "$DOC2PGSQL" -d "$CLUSTER" --schema="$SCHEMA" "$@"; }
one() { "$DOC2PGSQL" --schema="$SCHEMA" "$@"; }

# Without times, seconds and what leads to the server.
steady() { sed -E 's/doc2pgsql .*--schema=/doc2pgsql --schema=/; s/20[0-9]{2}-[0-9]{2}-[0-9]{2}[ T][0-9:]{5,8}/a time/g; s/[0-9.]+ s\b/a while/g; s/[0-9.]+ [kM]?B\/s/a rate/g; s/\([^()]*a while[^()]*\)//'; }

# Both say the same.
both() { same "$(cluster "$@" 2>&1 | steady)" "$(one "$@" 2>&1 | steady)"; }

on_cluster() { PGOPTIONS="-csearch_path=$SCHEMA,${SCHEMA}_internal,public" PGTZ=UTC psql -XAtqd "$CLUSTER" "$@"; }
on_one() { PGOPTIONS="-csearch_path=$SCHEMA,${SCHEMA}_internal,public" PGTZ=UTC psql -XAtq "$@"; }

# All rows of all tables.
same_rows() {
    local table sql
    for table in $TABLES; do
        sql="select count(*), md5(string_agg(md5(r::text), '' order by r::text collate \"C\")) from ($(table_content "$SCHEMA" "$table")) r"
        same "$table $(on_cluster -c "$sql")" "$table $(on_one -c "$sql")"
    done
}

@test "init --distributed again, and without the option, leaves the shards" {
    run -0 cluster init --distributed=4
    [[ $output == *"is ready"* ]]
    run -0 cluster init
    [ "$(on_cluster -c "select count(*) from pg_dist_shard where logicalrelid = 'documents'::regclass")" = 8 ]
}

@test "every node has the comments of all tables, views and columns" {
    counts="select count(*) from pg_description d join pg_class c on c.oid = d.objoid
        where c.relnamespace in ('$SCHEMA'::regnamespace, '${SCHEMA}_internal'::regnamespace) and c.relkind in ('r', 'v') and d.classoid = 'pg_class'::regclass"
    [ "$(on_cluster -c "$counts")" -gt 300 ]
    same "$(on_cluster -c "select distinct result from run_command_on_all_nodes(\$\$$counts\$\$)")" "$(on_cluster -c "$counts")"
}

@test "all tables are on the nodes: nothing is left that only the coordinator sees" {
    run -0 on_cluster -c "select relname from pg_class where relnamespace in ('$SCHEMA'::regnamespace, '${SCHEMA}_internal'::regnamespace) and relkind = 'r'
        and oid not in (select logicalrelid from pg_dist_partition)"
    same "$output" ''
}

@test "a load, one that finds nothing new, one that finds changes" {
    cd "$BATS_FILE_TMPDIR"
    both load -j1 in
    same_rows
    both load -j1 in
    for file in in/*.txt; do echo 'One more line of the harbour council in Norway.' >>"$file"; done
    rm in/quarterly-trade-outlook.txt
    mv in/flood-relief-ledger.txt in/moved-ledger.txt
    both load -j1 --prune in
    same_rows
}

@test "what is deleted takes its rows along, and comes again" {
    cd "$BATS_FILE_TMPDIR"
    both delete '*/in/*.md'
    same_rows
    both load -j1 in
    same_rows
}

@test "names that come later are found by resolve" {
    printf 'name,aliases\nHarbour Council of the North,harbour council\n' >"$BATS_TEST_TMPDIR/names.csv"
    both entities load "$BATS_TEST_TMPDIR/names.csv"
    both resolve
    same_rows
}

@test "what is stored is what the sources say" {
    cd "$BATS_FILE_TMPDIR"
    both verify --stored in
}

@test "each example gives the rows of one server" {
    local example out=$BATS_TEST_TMPDIR
    for example in "$BATS_TEST_DIRNAME"/../../sql/examples/*.sql; do
        PGOPTIONS="-csearch_path=$SCHEMA,${SCHEMA}_internal,public" PGTZ=UTC psql -Xqd "$CLUSTER" -v ON_ERROR_STOP=1 -c begin -f "$example" -c rollback | steady >"$out/cluster"
        PGOPTIONS="-csearch_path=$SCHEMA,${SCHEMA}_internal,public" PGTZ=UTC psql -Xq -v ON_ERROR_STOP=1 -c begin -f "$example" -c rollback | steady >"$out/one"
        diff "$out/one" "$out/cluster"
        [ -s "$out/one" ]
    done
}

@test "ask gives the rows of one server" {
    for format in table csv json; do
        both ask --format=$format country USA
        both ask --format=$format country Germany
        both ask --format=$format support training
        both ask --format=$format support money
        both ask --format=$format support other
        both ask --format=$format further support
        both ask --format=$format support
        both ask --format=$format country Japan
        both ask --format=$format item Norway
        both ask --format=$format item 'Type of support'
        both show --format=$format counterterrorism-partnerships.txt
        both show --format=$format counterterrorism-partnerships.txt:10
        both show --format=$format .txt
    done
    # as psql asks it
    run -0 bash -c '"$DOC2PGSQL" show --sql counterterrorism-partnerships.txt | PGOPTIONS=-csearch_path='"$SCHEMA,${SCHEMA}_internal"' psql -XAtq -v ON_ERROR_STOP=1'
    [ "${#lines[@]}" -gt 10 ]
}

@test "search gives the rows of one server, before and after its index is made" {
    both search 'training'
    both search --format=csv '"harbour council" -Norway'
    both index full-text
    both search 'training'
    both search --format=csv '"harbour council" -Norway'
}

@test "the report is that of one server" {
    cluster report --output="$BATS_TEST_TMPDIR/cluster.html"
    one report --output="$BATS_TEST_TMPDIR/one.html"
    diff <(steady <"$BATS_TEST_TMPDIR/one.html") <(steady <"$BATS_TEST_TMPDIR/cluster.html")
    both report --article=counterterrorism-partnerships.txt
}

@test "each dashboard's query gives the rows of one server" {
    python=python3
    python3 -c 'import yaml' 2>/dev/null || python=/usr/bin/python3
    $python "$BATS_TEST_DIRNAME/../e2e/dashboards.py" --rows "$SCHEMA" >"$BATS_TEST_TMPDIR/one" || true
    $python "$BATS_TEST_DIRNAME/../e2e/dashboards.py" --rows "$SCHEMA" -d "$CLUSTER" >"$BATS_TEST_TMPDIR/cluster" || true
    diff "$BATS_TEST_TMPDIR/one" "$BATS_TEST_TMPDIR/cluster"
    [ "$(wc -l <"$BATS_TEST_TMPDIR/one")" -gt 100 ]
}

@test "every view of the schema can be read from every node" {
    local node
    for node in $(on_cluster -c "select nodename || ':' || nodeport from pg_dist_node"); do
        for view in $(on_cluster -c "select relname from pg_class where relnamespace = '$SCHEMA'::regnamespace and relkind = 'v'"); do
            PGOPTIONS="-csearch_path=$SCHEMA,${SCHEMA}_internal,public" psql -XAtqd "$CLUSTER host=${node%:*} port=${node#*:}" -v ON_ERROR_STOP=1 \
                -c "select * from $view limit 3" -o /dev/null
        done
    done
}

@test "status and doctor show the nodes" {
    run -0 cluster status
    [[ $output == *skew*coordinator*worker* ]]
    # the total is that of all nodes
    local all="select sum(pg_total_relation_size(oid)) from pg_class
        where relnamespace in ('$SCHEMA'::regnamespace, '${SCHEMA}_internal'::regnamespace) and relkind = 'r' and relname ~ '_[0-9]{6,}\$'"
    same "$(sed -n '1s/.*), //p' <<<"$output")" \
        "$(on_cluster -c "select pg_size_pretty(sum(result::bigint)) from run_command_on_all_nodes(\$\$$all\$\$)")"
    run cluster doctor
    [[ $output == *"ok     cluster"* ]]
}

@test "a worker is no coordinator, and a server without the extension no cluster" {
    local node
    node=$(on_cluster -c "select format('host=%s port=%s', nodename, nodeport) from pg_dist_node where groupid > 0 limit 1")
    run -6 "$DOC2PGSQL" -d "$CLUSTER $node" --schema="$SCHEMA" load "$BATS_FILE_TMPDIR/in"
    [[ $output == *"connect to its coordinator"* ]]
    run -6 one init --distributed
    [[ $output == *"CREATE EXTENSION citus"* ]]
}

@test "several hosts: batches are stored from each node" {
    local hosts
    hosts=$(on_cluster -c "select format('host=%s port=%s', string_agg(nodename, ',' order by groupid), string_agg(nodeport::text, ',' order by groupid)) from pg_dist_node")
    "$DOC2PGSQL" -d "$CLUSTER $hosts" --schema="$SCHEMA" load -j3 --again "$BATS_FILE_TMPDIR/in"
    same_rows
}

@test "what is killed leaves no difference" {
    python3 "$BATS_TEST_DIRNAME/soak.py" --rounds "${CLUSTER_ROUNDS:-10}" "$DOC2PGSQL" "$CLUSTER"
}
