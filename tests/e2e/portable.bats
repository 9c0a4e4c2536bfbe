# tests/portable.py: SQL that a cluster takes, too. Each sample below is an offence that it has to find.
bats_require_minimum_version 1.5.0
load ../helper

ROOT=$BATS_TEST_DIRNAME/../..

# A project with the schema's migrations alone, in the current directory.
setup() {
    cd "$BATS_TEST_TMPDIR" || return
    mkdir -p schema sql/views loader/sink loader/cli loader/report
    cp "$ROOT"/schema/0*.sql schema
}

# sql TEXT WHY [LINE]: a file of the text is refused for that, in that line (1)
sql() {
    rm -f loader/sink/a.c
    printf '%s\n' "$1" >sql/views/a.sql
    run "$ROOT/tests/portable.py" .
    same "$output ($status)" "sql/views/a.sql:${3:-1}: $2 (1)"
}

# c TEXT WHY [LINE]
c() {
    rm -f sql/views/a.sql
    printf '%s\n' "$1" >loader/sink/a.c
    run "$ROOT/tests/portable.py" .
    same "$output ($status)" "loader/sink/a.c:${3:-1}: $2 (1)"
}

good() {
    rm -f sql/views/a.sql loader/sink/a.c
    printf '%s\n' "$2" >"$1"
    run "$ROOT/tests/portable.py" .
    same "$output ($status)" ' (0)'
}

@test "the project's own SQL" {
    run "$ROOT/tests/portable.py"
    same "$output ($status)" ' (0)'
}

@test "an empty select list" {
    why='an empty select list: SELECT 1'
    sql 'SELECT 1 WHERE EXISTS (SELECT FROM documents)' "$why"
    sql $'-- SELECT FROM\nSELECT $$ $$ || \'SELECT FROM\';\nDO $a$\nBEGIN\n  PERFORM 1;\n  IF EXISTS (SELECT\n  FROM documents) THEN RETURN; END IF;\nEND $a$;' "$why" 6
    c 'f(db, "DELETE FROM sources WHERE NOT EXISTS (SELECT " "FROM documents)");' "$why"
    good sql/views/a.sql $'COMMENT ON VIEW v IS $$SELECT FROM t$$; SELECT \'SELECT FROM\' -- SELECT FROM'
}

@test "several statements in a message" {
    c 'int i; f(db, "BEGIN; SELECT 1");' 'several statements, and no script, whose statements all end in a semicolon'
    c $'// x\nok = database_exec(db, "BEGIN; SELECT 1;", error);' 'several statements in one message: database_script' 2
    c $'static const char A[] = "BEGIN; " "SELECT 1;";\n\nok = database_exec(db, A, error);' 'A is a script: database_script' 3
    c $'#define ONE "SELECT 1; "\n\nok = f(ONE "COMMIT");' 'several statements, and no script, whose statements all end in a semicolon' 3
    good loader/sink/a.c $'static const char A[] = "BEGIN; SELECT \';\';";\nok = database_script(db, str_from(A), error); say("a; b"); database_exec(db, "SELECT \';\'", error);'
}

@test "one DROP of several objects" {
    why='one DROP of several objects: one each'
    sql $'DROP INDEX IF EXISTS a,\n  b;' "$why"
    sql $'SELECT 1;\nDROP FUNCTION f(text, int), g(text)' "$why" 2
    c 'f(db, "DROP TABLE a, b");' "$why"
    good sql/views/a.sql 'DROP FUNCTION f(text, numeric(10, 2)); DROP TABLE a; DROP TABLE b'
}

@test "rows locked by a SELECT" {
    why='rows locked by a SELECT: change them, or look whether they are what they were'
    c 'f(db, "SELECT source FROM sources ORDER BY source FOR UPDATE");' "$why"
    c 'f(db, " ORDER BY source FOR UPDATE OF s) AS locked");' "$why"
    sql $'SELECT 1\nFROM documents FOR NO KEY UPDATE' "$why" 2
    sql 'SELECT 1 FROM documents FOR KEY SHARE' "$why"
}

@test "a volatile function in a change" {
    why='a volatile function in a change: give its value as a parameter'
    c 'f(db, "UPDATE loads SET finished_at = clock_timestamp() WHERE load_id = $1");' "$why"
    c 'f(db, "DELETE FROM loads WHERE NOT load_is_alive(load_id)");' "$why"
    sql 'INSERT INTO loads (load_id) VALUES (1) ON CONFLICT (load_id) DO UPDATE SET started_at = now()' "$why"
    sql 'UPDATE loads AS l SET started_at = current_timestamp' "$why"
    good loader/sink/a.c 'f(db, "INSERT INTO loads (load_id, started_at) SELECT nextval($1), now()"); g("UPDATE loads SET a = $1");'
}

@test "a forced plan" {
    why='a plan that knows no values goes to all shards: leave plan_cache_mode'
    c 'struct setting S[] = {{"plan_cache_mode", "force_custom_plan"}};' "$why"
    sql $'CREATE FUNCTION f() RETURNS int LANGUAGE sql\n  SET plan_cache_mode = force_generic_plan AS $$SELECT 1$$' "$why" 2
}

@test "temporary tables beside others" {
    printf 'CREATE TEMP TABLE new_entities (entity_id text);\n' >schema/reference.sql
    why='temporary tables beside entities: give arrays'
    sql 'DELETE FROM entities e WHERE NOT EXISTS (SELECT 1 FROM new_entities n WHERE n.entity_id = e.entity_id)' "$why"
    sql 'SELECT 1 FROM new_entities JOIN entities USING (entity_id)' "$why"
    sql 'UPDATE entities e SET kind = $1 FROM new_entities n' "$why"
    good sql/views/a.sql 'INSERT INTO entities (entity_id) SELECT entity_id FROM new_entities ON CONFLICT DO NOTHING;
        DO $$ DECLARE ids text[] := ARRAY(SELECT entity_id FROM new_entities); BEGIN DELETE FROM entities WHERE entity_id <> ALL (ids); END $$'
}

@test "a change by rows that are not joined by document_id" {
    c 'f(db, "DELETE FROM facts f USING documents d WHERE d.source = f.item");' 'facts is changed by documents, which is not joined by document_id'
    sql 'UPDATE documents d SET title = s.source FROM sources s WHERE s.source = d.source' 'documents is changed by sources, which is not joined by document_id'
    good sql/views/a.sql 'UPDATE facts f SET item = d.title FROM documents d WHERE f.document_id = d.document_id;
        UPDATE facts f SET item = e.name FROM entities e WHERE e.entity_id = f.entity_id'
}

@test "keys without the column that places a table" {
    sql 'CREATE UNIQUE INDEX a ON paragraphs (position)' 'a unique index on paragraphs has to have document_id'
    sql 'ALTER TABLE sources ADD UNIQUE (document_id)' 'a key of sources has to have source'
    sql 'ALTER TABLE facts ADD CONSTRAINT a FOREIGN KEY (fact_no) REFERENCES paragraphs (position)' 'a key of facts has to have document_id'
    good sql/views/a.sql 'ALTER TABLE paragraphs ADD PRIMARY KEY (document_id, position); CREATE UNIQUE INDEX a ON entities (name);
        ALTER TABLE facts ADD FOREIGN KEY (item) REFERENCES entities (entity_id)'
    printf 'CREATE TABLE notes (\n  document_id bigint NOT NULL,\n  note_id bigint PRIMARY KEY\n);\n' >schema/002_notes.sql
    run "$ROOT/tests/portable.py" .
    same "$output ($status)" 'schema/002_notes.sql:1: a key of notes has to have document_id (1)'
}

@test "what else a cluster refuses" {
    sql 'WITH RECURSIVE a AS (SELECT 1) SELECT 1 FROM a' 'a recursive query'
    sql 'CREATE TRIGGER a AFTER DELETE ON documents EXECUTE FUNCTION f()' 'a trigger'
    sql 'INSERT INTO loads (load_id) VALUES (1) ON CONFLICT (load_id) DO UPDATE SET status = (SELECT name FROM entities LIMIT 1)' \
        'a subquery in ON CONFLICT'
}

@test "migrations that run before a schema is placed may do what they did" {
    good schema/025_a.sql 'CREATE TRIGGER a AFTER DELETE ON documents EXECUTE FUNCTION f(); DROP INDEX a, b'
    printf 'DROP INDEX a, b;\n' >schema/030_a.sql
    run "$ROOT/tests/portable.py" .
    same "$output ($status)" 'schema/030_a.sql:1: one DROP of several objects: one each (1)'
}
