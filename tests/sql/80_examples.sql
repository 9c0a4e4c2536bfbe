-- Every example query runs, and finds something. Run from the project's top folder.
\ir setup.inc
\ir fixture.inc
SELECT no_plan();

\set examples `for f in sql/examples/*.sql; do echo "$f"; cat "$f"; printf '\001'; done`
CREATE TEMP TABLE examples AS
SELECT split_part(e, E'\n', 1) AS name, btrim(substr(e, strpos(e, E'\n') + 1), E'\n') AS text
FROM (SELECT btrim(e, E'\n') AS e FROM regexp_split_to_table(:'examples', E'\x01') e) x WHERE e <> '';

SELECT cmp_ok(count(*)::int, '>=', 8, 'the examples are there') FROM examples;
SELECT lives_ok(text, name) FROM examples ORDER BY name;
SELECT isnt_empty(rtrim(text, ';'), name || ' finds something') FROM examples
WHERE length(text) - length(replace(text, E';\n', '')) = 0 ORDER BY name;
SELECT alike(text, '-- %?%', name || ' begins with a question') FROM examples
WHERE name NOT SIMILAR TO '%(08|10|11)%' ORDER BY name;

SELECT * FROM finish();
ROLLBACK;
