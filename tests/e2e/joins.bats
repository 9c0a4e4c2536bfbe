# tests/joins.py: what a cluster places apart is joined on the column that places it, or gathered before. What is asked and done
# here is explained by the server, statements within functions, too.
bats_require_minimum_version 1.5.0
load ../helper

ROOT=$BATS_TEST_DIRNAME/../..
EXPLAIN="-c session_preload_libraries=auto_explain -c auto_explain.log_min_duration=0 -c auto_explain.log_verbose=on
    -c auto_explain.log_format=json -c auto_explain.log_nested_statements=on -c max_parallel_workers_per_gather=0"

setup() {
    [ -e "$(psql -XAtqc "select setting from pg_config where name = 'PKGLIBDIR'")/auto_explain.so" ] || skip 'no auto_explain'
    cd "$BATS_TEST_TMPDIR" || return
    new_database_with_schema
    "$DOC2PGSQL" load -q "$ARTICLES"
    TABLES=$(query "select string_agg(c.relname, ',') from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relnamespace in ('articles'::regnamespace, 'articles_internal'::regnamespace) and c.relkind = 'r' and a.attname = 'document_id' and c.relname <> 'sources'")
}

teardown() { drop_database; }

# explained COMMAND…: runs it, and prints what its plans join otherwise
explained() {
    local log=$TEST_SERVER/server.log from
    from=$(stat -c %s "$log")
    PGOPTIONS=$EXPLAIN "$@" >out 2>&1 || { cat out; return 3; }
    tail -c +$((from + 1)) "$log" | "$ROOT/tests/joins.py" "$TABLES" sources,load_errors
}

ask() { explained psql -Xq -v ON_ERROR_STOP=1 -c 'set search_path = articles, articles_internal, public' -c begin "$@" -c rollback; }

@test "views, functions, examples, and the queries of reports and dashboards" {
    local views=() queries=()
    for view in $(query "select relname from pg_class where relnamespace = 'articles'::regnamespace and relkind = 'v'"); do
        views+=(-c "select * from $view")
    done
    ask "${views[@]}"
    ask -c "select search('water'), index_full_text(), search('water'), mentions_of('France'), support_of('France'), links_of('France')" \
        -c "select shape_columns(shapes), create_shape_view(shape, 'a_shape') from table_shapes limit 1"
    for query in "$ROOT"/sql/examples/*.sql "$ROOT"/sql/verify/*.sql; do queries+=(-f "$query"); done
    ask "${queries[@]}"
    explained "$DOC2PGSQL" report
    explained "$DOC2PGSQL" report --article=how-tides-work.txt
    python=python3 # as in dashboards.bats
    python3 -c 'import yaml' 2>/dev/null || python=/usr/bin/python3
    explained $python "$ROOT/tests/e2e/dashboards.py"
}

@test "commands: ask, search, show, status, doctor, load, delete, resolve, verify" {
    for question in 'ask country France' 'ask support training' 'search water' 'show how-tides-work.txt' status; do
        # shellcheck disable=SC2086 # words
        explained "$DOC2PGSQL" $question
    done
    explained "$DOC2PGSQL" ask item 'Technician Training'
    mkdir in
    cp "$ARTICLES"/* in
    explained "$DOC2PGSQL" load -q in
    explained "$DOC2PGSQL" load -q --skip-duplicates --again in
    mv in moved
    sed -i 's/the/The/' moved/how-tides-work.txt
    rm moved/red-lentil-soup-recipe.txt
    explained "$DOC2PGSQL" load -q --prune moved
    explained "$DOC2PGSQL" verify --stored -q moved
    explained "$DOC2PGSQL" resolve -q
    explained "$DOC2PGSQL" delete -q moved/how-tides-work.txt
}

# found WHAT QUERY: such a query is refused
found() {
    run -1 ask -c "$2"
    [[ $output == "$1"* ]] || same "$output" "$1"
}

@test "joins that a cluster can't do are found" {
    found 'b with p: (p."position" = b."position")' 'select 1 from paragraphs p join bullets b on b.position = p.position'
    found 'b with p: (p."position" = b."position")' 'select 1 from paragraphs p left join bullets b using (position)'
    found 'd with s: ' 'select 1 from documents d join sources s using (source)'
    found 'd with s: ' 'select 1 from documents d where not exists (select 1 from sources s where s.document_id = d.document_id)'
    found 'd with p: no condition' 'select 1 from documents d cross join paragraphs p'
    found 'd with p: ' 'select (select max(p.text) from paragraphs p where p.line_no = d.line_count) from documents d'
    found 'd with p: ' 'select 1 from documents d cross join lateral (select * from paragraphs p where p.line_no > d.line_count limit 1) p'
    found 'f with m: ' 'select 1 from mentions m join facts f on f.entity_id = m.entity_id'
    found 'b with p: ' "do \$\$ begin perform 1 from paragraphs p join bullets b on b.position = p.position; end \$\$"
}

@test "those that it can do are not" {
    ask -c 'select 1 from paragraphs p join bullets b using (document_id, position) join documents d using (document_id)' \
        -c 'select 1 from facts f join entities e using (entity_id) left join header_roles r on r.header_key = f.attribute_key' \
        -c 'select 1 from paragraphs p join (select entity_id, min(document_id) as first from mentions group by 1) m on m.first = p.document_id' \
        -c 'select 1 from load_errors e join sources s using (source)' \
        -c 'select (select count(*) from facts f where f.document_id = d.document_id) from documents d' \
        -c 'select 1 from paragraphs p, bullets b where p.document_id = 1 and b.document_id = 1'
    run -2 explained true
}
