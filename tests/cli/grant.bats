bats_require_minimum_version 1.5.0
load ../helper

# Roles are the whole server's: each test has its own.
setup() {
    cd "$BATS_TEST_TMPDIR" || return
    new_database
    ROLE="r \"$BATS_TEST_NUMBER\" $$"
    psql -Xqc "create role $(quoted) login"
}

teardown() {
    psql -Xqc "drop owned by $(quoted)"
    drop_database
    PGDATABASE=postgres psql -Xqc "drop role $(quoted)"
}

quoted() { echo "\"${ROLE//\"/\"\"}\""; }
as_role() { PGUSER=$ROLE "$@"; }
asks() { as_role psql -XAtq -v ON_ERROR_STOP=1 -c "$1"; }

# Without any setting of the role, in a transaction that may write.
may_not_write() {
    for change in 'delete from documents' "insert into header_roles values ('x', 'y')" "update loads set status = 'done'" \
        'truncate documents' "select nextval('articles_internal.document_ids')" 'create table articles.x ()' 'delete from loads'; do
        run asks "set search_path = articles; begin read write; $change"
        [[ "$output" == *'permission denied'* ]]
    done
}

@test "a reader asks tables, views and functions, also those that come later, and changes nothing" {
    "$DOC2PGSQL" load -q "$ARTICLES/counterterrorism-partnerships.txt"
    run asks 'select count(*) from articles.documents'
    [[ "$output" == *'permission denied for schema articles'* ]]
    run -0 "$DOC2PGSQL" grant "$ROLE"
    same "$output" "$ROLE may read in schema \"articles\"."
    same "$(asks 'select count(*) from documents')" 1 # without the schema's name
    for relation in $(query "select c.oid::regclass from pg_class c where relnamespace = 'articles'::regnamespace and relkind in ('r', 'v')"); do
        asks "select count(*) from $relation" >/dev/null
    done
    asks "select count(*) from search('terrorism')"
    asks "select count(*) from mentions_of('USA')"
    asks "select document_text(min(document_id)) from documents" >/dev/null
    for table in schema_versions sources load_errors corrections verifications search_blocks search_documents; do
        asks "select count(*) from articles_internal.$table" >/dev/null
        run asks "begin read write; delete from articles_internal.$table"
        [[ "$output" == *"permission denied for table $table"* ]]
    done
    query "select create_shape_view((select shape from tables where shape is not null limit 1), 'of_a_shape')"
    asks 'select count(*) from of_a_shape'
    query 'create table later as select 1 as one; create function later() returns int language sql as $$ select one from later $$'
    same "$(asks 'select one, later() from later')" '1|1'
    for change in 'delete from documents' "insert into header_roles values ('x', 'y')" 'create table articles.x ()' 'truncate documents'; do
        run asks "begin read write; $change"
        [[ "$output" == *'permission denied'* ]]
    done
    run asks 'delete from documents'
    [[ "$output" == *'read-only transaction'* || "$output" == *'permission denied'* ]]
    run -0 as_role "$DOC2PGSQL" status
    [[ "${lines[0]}" == '1 document in schema "articles"'* ]]
    run as_role "$DOC2PGSQL" load -q "$ARTICLES/counterterrorism-partnerships.txt"
    same "$status: ${lines[1]}" '6: Who owns the schema gives rights: doc2pgsql grant ROLE to ask, doc2pgsql grant --loader ROLE to load.'
}

@test "each view works with a grant on it alone, and a shape's view keeps its grants when its columns change" {
    local role="\"${ROLE//\"/\"\"}\""
    "$DOC2PGSQL" load -q "$ARTICLES"
    query "grant usage on schema articles to $role"
    for relation in $(query "select c.oid::regclass from pg_class c where relnamespace = 'articles'::regnamespace and relkind = 'v'"); do
        query "grant select on $relation to $role"
        query "set role $role; select count(x::text) from articles.$relation x" >/dev/null
    done
    run query "set role $role; select count(*) from articles.documents"
    [[ "$output" == *'permission denied for table documents'* ]]
    query "select create_shape_view((select min(shape) from table_shapes), 'of_a_shape')"
    query "grant select on of_a_shape to $role; grant select on of_a_shape to public"
    local before
    before=$(query "select relacl from pg_class where oid = 'of_a_shape'::regclass")
    query "select create_shape_view((select min(shape) from table_shapes), 'of_a_shape')"
    same "$(query "select relacl from pg_class where oid = 'of_a_shape'::regclass")" "$before"
    query "select create_shape_view((select max(shape) from table_shapes), 'of_a_shape')"
    same "$(query "select relacl from pg_class where oid = 'of_a_shape'::regclass")" "$before"
}

@test "a loader loads, deletes and resolves, as the owner would, and makes no tables" {
    "$DOC2PGSQL" init -q
    "$DOC2PGSQL" grant -q "$ROLE" # what only asked until now
    "$DOC2PGSQL" grant -q --loader "$ROLE"
    as_role "$DOC2PGSQL" load -q "$ARTICLES"
    "$DOC2PGSQL" --schema=fresh load -q "$ARTICLES"
    same_tables articles fresh
    as_role "$DOC2PGSQL" load -q --again "$ARTICLES/how-tides-work.txt"
    as_role "$DOC2PGSQL" resolve -q
    same_tables articles fresh
    as_role "$DOC2PGSQL" delete -q "$ARTICLES/how-tides-work.txt"
    echo 'name
A Name' >names.csv
    as_role "$DOC2PGSQL" entities load -q names.csv
    as_role run "$DOC2PGSQL" index full-text
    same "$status: $output" "6: doc2pgsql: the index is built by who owns its table: $PGUSER, or a member of that role"
    same "$(query 'select count(*) from search_documents')" 0
    as_role run "$DOC2PGSQL" --schema=another init
    same "$status: ${lines[2]}" '6: GRANT CREATE, TEMPORARY ON DATABASE … TO …; doc2pgsql --schema=another doctor prints it with the names.'
    for change in 'drop table documents' 'create table articles.x ()' 'delete from articles_internal.schema_versions' 'alter table documents add x int'; do
        run asks "$change"
        [[ "$output" == *'permission denied'* || "$output" == *'must be owner'* ]]
    done
    query "grant create on database $PGDATABASE to $(quoted); grant create on schema articles, articles_internal to $(quoted)"
    as_role run "$DOC2PGSQL" init
    same "$status: ${lines[1]}" '6: Who owns the schema has to run this.'
}

@test "who owns the schema, but may not alter roles, grants all but the search path; no such role" {
    local owner="owner_$$"
    psql -Xqc "create role $owner login" -c "grant create on database $PGDATABASE to $owner"
    PGUSER=$owner "$DOC2PGSQL" load -q "$ARTICLES/how-tides-work.txt"
    PGUSER=$owner run -0 "$DOC2PGSQL" grant "$ROLE"
    same "${lines[1]}" 'Its search_path could not be set, which takes the right to alter the role (CREATEROLE, or a superuser): name the schema in questions; that it only reads needs no setting, for it has no other right.'
    same "${#lines[@]}" 2
    same "$(asks 'select count(*) from articles.documents')" 1
    may_not_write
    # who was a loader loses that
    PGUSER=$owner "$DOC2PGSQL" grant -q --loader "$ROLE"
    asks "set search_path = articles; insert into header_roles (header_key, role) select 'x', min(role) from header_roles"
    PGUSER=$owner "$DOC2PGSQL" grant -q "$ROLE"
    PGUSER=$owner query "create table later as select 1 as one"
    may_not_write
    # a right that comes from elsewhere is said
    psql -Xqc "grant $owner to $(quoted)"
    PGUSER=$owner run -0 "$DOC2PGSQL" grant "$ROLE"
    [[ "${lines[2]}" == 'But it may write here by other rights, '* ]]
    # what another owns, only that one gives
    query "create table theirs as select 1 as one"
    PGUSER=$owner run "$DOC2PGSQL" grant "$ROLE"
    same "$status: $output" "6: doc2pgsql: not all in schema \"articles\" is yours to give: theirs is $PGUSER's. A superuser has to run the same command, or to make that yours by ALTER … OWNER TO"
    "$DOC2PGSQL" grant -q "$ROLE"
    same "$(asks 'select one from articles.theirs')" 1
    query 'drop table theirs'
    psql -Xqc "drop owned by $owner" -c "drop role $owner"
    # what is printed makes it
    local new="no \"one\" $$'s"
    run "$DOC2PGSQL" grant "$new"
    same "$status: ${lines[0]}" "3: doc2pgsql: there is no role \"$new\"; who may create roles (CREATEROLE, or a superuser) makes it:"
    PATH=${DOC2PGSQL%/*}:$PATH sh -c "${lines[1]}"
    "$DOC2PGSQL" grant -q "$new"
    psql -Xq -v new="$new" <<<'drop owned by :"new"; drop role :"new"'
    run "$DOC2PGSQL" grant
    same "$status: ${lines[0]}" '2: doc2pgsql: say: grant ROLE, or grant --loader ROLE'
}
