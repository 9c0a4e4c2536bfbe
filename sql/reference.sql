-- sql/REFERENCE.md: what the comments say of tables, views and functions (tests/e2e/reference.bats writes it and tells
-- when it is stale). The schema is the first of the search path.
WITH cell AS (SELECT c.oid, c.relname, c.relkind, a.attnum, a.attname,
    regexp_replace(format_type(a.atttypid, a.atttypmod), '^(.*\.)', '') AS type,
    replace(coalesce(col_description(c.oid, a.attnum), ''), '|', '\|') AS says
  FROM pg_class c
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v')),
relation AS (SELECT relkind = 'v' AS is_view, relname,
    '### ' || relname || E'\n\n' || coalesce(obj_description(oid), '') || E'\n\n| column | type | |\n|---|---|---|\n'
    || string_agg(format('| %s | %s | %s |', attname, type, says), E'\n' ORDER BY attnum) AS text
  FROM cell GROUP BY oid, relname, relkind),
routine AS (SELECT proname, '| `' || proname || '(' || pg_get_function_arguments(oid) || ')` | '
    || replace(obj_description(oid), '|', '\|') || ' |' AS text
  FROM pg_proc
  WHERE pronamespace = current_schema()::regnamespace AND obj_description(oid) IS NOT NULL
    AND prorettype <> 'trigger'::regtype)
SELECT E'# Tables, views and functions\n\nMade from the comments of the schema, which `\\d+` and BI tools show, too: '
  || E'`sql/reference.sql`.\n\n## Views\n'
UNION ALL SELECT string_agg(text, E'\n\n' ORDER BY relname COLLATE "C") FROM relation WHERE is_view
UNION ALL SELECT E'\n## Functions\n\n| | |\n|---|---|\n' || string_agg(text, E'\n' ORDER BY proname COLLATE "C", text COLLATE "C") FROM routine
UNION ALL SELECT E'\n## Tables\n'
UNION ALL SELECT string_agg(text, E'\n\n' ORDER BY relname COLLATE "C") FROM relation WHERE NOT is_view;
