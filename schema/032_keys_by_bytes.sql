-- Keys are compared and sorted byte by byte, as ledger and sources are: they were made so that no locale has a say
-- (012_facts.sql), and a server whose locale sorts by rules of its own built their indexes in two to three times the time.
--
-- Only in a schema that is being made: views that read a column keep its type from being changed, and equal keys are equal by
-- bytes in every locale, so that an older schema gives the same rows, in its own order and at its own cost. Nor in PostgreSQL
-- 14, which refuses to change a column that was once generated ("found unexpected dependency for column").
DO $$
DECLARE
  cells constant text := pg_get_viewdef('table_cells');
BEGIN
  IF current_setting('server_version_num')::int < 150000 OR EXISTS (
    SELECT 1 FROM pg_depend d
    JOIN pg_rewrite r ON r.oid = d.objid AND r.ev_class <> 'table_cells'::regclass
    WHERE d.classid = 'pg_rewrite'::regclass AND d.refclassid = 'pg_class'::regclass
      AND d.refobjid = ANY ('{facts,table_rows,table_cells,bullets,sections,table_columns,entity_names,header_roles}'::regclass[]))
  THEN
    RETURN;
  END IF;
  EXECUTE 'CREATE OR REPLACE VIEW table_cells AS ' || replace(cells, 'r.item_key', 'NULL::text');
  ALTER TABLE facts ALTER COLUMN item_key TYPE text COLLATE "C", ALTER COLUMN attribute_key TYPE text COLLATE "C",
    ALTER COLUMN value_key TYPE text COLLATE "C";
  ALTER TABLE table_rows ALTER COLUMN item_key TYPE text COLLATE "C";
  ALTER TABLE bullets ALTER COLUMN item_key TYPE text COLLATE "C";
  ALTER TABLE sections ALTER COLUMN item_key TYPE text COLLATE "C";
  ALTER TABLE table_columns ALTER COLUMN header_key TYPE text COLLATE "C";
  ALTER TABLE entity_names ALTER COLUMN name_key TYPE text COLLATE "C";
  ALTER TABLE header_roles ALTER COLUMN header_key TYPE text COLLATE "C";
  EXECUTE 'CREATE OR REPLACE VIEW table_cells AS ' || replace(cells, 'r.item_key', 'r.item_key COLLATE "default"');
END $$;
