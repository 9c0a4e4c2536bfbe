-- What BI tools show beside tables, views, columns and functions, on every node: comments stay on the node where they are said.
-- Run when all else is committed, since the nodes are asked on connections of their own.
DO $$
DECLARE
  comments text;
  failed text;
BEGIN
  SELECT string_agg(c.comment, '; ' ORDER BY c.comment) INTO comments
  FROM (
    SELECT format('COMMENT ON %s %s IS %L', CASE c.relkind WHEN 'v' THEN 'VIEW' ELSE 'TABLE' END, c.oid::regclass, d.description) AS comment
    FROM pg_class c JOIN pg_description d ON d.objoid = c.oid AND d.classoid = 'pg_class'::regclass AND d.objsubid = 0
    WHERE c.relnamespace IN (SELECT n.oid FROM pg_namespace n WHERE n.nspname = ANY (current_schemas(false))) AND c.relkind IN ('r', 'p', 'v')
    UNION ALL
    SELECT format('COMMENT ON COLUMN %s.%I IS %L', c.oid::regclass, a.attname, d.description)
    FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid
    JOIN pg_description d ON d.objoid = c.oid AND d.classoid = 'pg_class'::regclass AND d.objsubid = a.attnum
    WHERE c.relnamespace IN (SELECT n.oid FROM pg_namespace n WHERE n.nspname = ANY (current_schemas(false))) AND c.relkind IN ('r', 'p', 'v') AND a.attnum > 0
    UNION ALL
    SELECT format('COMMENT ON FUNCTION %s IS %L', p.oid::regprocedure, d.description)
    FROM pg_proc p JOIN pg_description d ON d.objoid = p.oid AND d.classoid = 'pg_proc'::regclass
    WHERE p.pronamespace IN (SELECT n.oid FROM pg_namespace n WHERE n.nspname = ANY (current_schemas(false))) AND p.prorettype <> 'trigger'::regtype
  ) c;
  SELECT min(n.result) INTO failed
  FROM run_command_on_workers(format('DO %L', format('BEGIN PERFORM set_config(''search_path'', %L, true); %s; END',
    current_setting('search_path'), comments))) n
  WHERE NOT n.success;
  IF failed IS NOT NULL THEN
    RAISE EXCEPTION 'a node takes no comments: %', failed;
  END IF;
END $$;
