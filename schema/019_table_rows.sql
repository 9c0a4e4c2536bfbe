-- A table's rows are stored as rows, with their cells in an array; table_cells is a view of them, one row a cell. Articles
-- have four cells to a row: of their own each took 80 bytes and an entry of 40 in the key, where 13 were text.

CREATE TABLE table_rows (
  document_id bigint NOT NULL,
  table_no int NOT NULL,
  row_no int NOT NULL,
  line_no int NOT NULL,
  item_key text,
  cells text[] NOT NULL,
  lines int[],
  spanned int[]
);
COMMENT ON TABLE table_rows IS 'One row per body row of a table, with its cells; table_cells has one row a cell.';
COMMENT ON COLUMN table_rows.document_id IS 'The article.';
COMMENT ON COLUMN table_rows.table_no IS 'The table.';
COMMENT ON COLUMN table_rows.row_no IS 'Number of the body row, from 1.';
COMMENT ON COLUMN table_rows.line_no IS 'Line of the source on which the row begins, from 1.';
COMMENT ON COLUMN table_rows.item_key IS 'The item, the text of the first cell, normalised as item_key(text) does; NULL where that is empty.';
COMMENT ON COLUMN table_rows.cells IS 'The texts of the cells, by column; a short row has fewer.';
COMMENT ON COLUMN table_rows.lines IS 'Lines of the source on which the cells begin; NULL where all begin on line_no.';
COMMENT ON COLUMN table_rows.spanned IS
  'Columns whose cell repeats the one to its left, or above, which goes over this place, too; NULL for none.';

-- What no plan needs: what cells hold is found by item_key, or by facts.
ALTER TABLE table_rows ALTER COLUMN line_no SET STATISTICS 0, ALTER COLUMN cells SET STATISTICS 0,
  ALTER COLUMN lines SET STATISTICS 0, ALTER COLUMN spanned SET STATISTICS 0, ALTER COLUMN item_key SET (n_distinct = -0.2);

-- A cell that somebody has deleted is NULL.
INSERT INTO table_rows (document_id, table_no, row_no, line_no, item_key, cells, lines, spanned)
SELECT document_id, table_no, row_no, min(line_no), max(item_key), array_agg(text ORDER BY column_no),
  CASE WHEN min(line_no) < max(line_no) THEN array_agg(line_no ORDER BY column_no) END,
  array_agg(column_no ORDER BY column_no) FILTER (WHERE spanned)
FROM (
  SELECT c.document_id, c.table_no, c.row_no, c.column_no, c.text, c.line_no, c.item_key, c.spanned FROM table_cells c
  UNION ALL
  SELECT r.document_id, r.table_no, r.row_no, n, NULL, r.line_no, NULL, false
  FROM (
    SELECT document_id, table_no, row_no, min(line_no) AS line_no, array_agg(column_no) AS columns FROM table_cells
    GROUP BY document_id, table_no, row_no HAVING max(column_no) > count(*)) r
  CROSS JOIN LATERAL generate_series(1, (SELECT max(m) FROM unnest(r.columns) m)) n
  WHERE n <> ALL (r.columns)
) c
GROUP BY document_id, table_no, row_no
ORDER BY document_id, table_no, row_no;

ALTER TABLE table_cells RENAME TO table_cells_before;

CREATE VIEW table_cells AS
SELECT r.document_id, r.table_no, r.row_no, c.column_no::int AS column_no, c.text, coalesce(r.lines[c.column_no], r.line_no) AS line_no,
  CASE WHEN c.column_no = 1 THEN r.item_key END AS item_key, coalesce(c.column_no = ANY (r.spanned), false) AS spanned
FROM table_rows r
CROSS JOIN LATERAL unnest(r.cells) WITH ORDINALITY AS c (text, column_no)
WHERE c.text IS NOT NULL;

COMMENT ON VIEW table_cells IS
  'One row per body cell of a table, out of table_rows. Empty cells are rows with an empty text; cells that a short row does not have are no rows. What has an item is found fast in items, facts or table_rows, not by item_key here.';
COMMENT ON COLUMN table_cells.document_id IS 'The article.';
COMMENT ON COLUMN table_cells.table_no IS 'The table.';
COMMENT ON COLUMN table_cells.row_no IS 'Number of the body row, from 1.';
COMMENT ON COLUMN table_cells.column_no IS 'Number of the column, from 1.';
COMMENT ON COLUMN table_cells.text IS 'The cell''s text.';
COMMENT ON COLUMN table_cells.line_no IS 'Line of the source on which the cell begins, from 1.';
COMMENT ON COLUMN table_cells.item_key IS 'In the first column the item, normalised as item_key(text) does; NULL elsewhere.';
COMMENT ON COLUMN table_cells.spanned IS
  'Whether it repeats the cell to its left, or above, which goes over this place, too: count and sum the cells where it is false.';

-- Who might read or write the table may do so with the new ones, and views that read it, of shapes or somebody's own, read
-- the view instead. Of other things that depend on it, materialized views and functions, the last statement says which.
DO $$
DECLARE
  said record;
BEGIN
  FOR said IN
    SELECT a.privilege_type AS privilege, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END AS role
    FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) a
    WHERE c.oid = 'table_cells_before'::regclass AND a.grantee <> c.relowner AND a.privilege_type IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE')
  LOOP
    EXECUTE format('GRANT %s ON table_rows, table_cells TO %s', said.privilege, said.role);
  END LOOP;
  FOR said IN
    SELECT DISTINCT v.oid, coalesce('WITH (' || array_to_string(v.reloptions, ', ') || ')', '') AS options
    FROM pg_depend d
    JOIN pg_rewrite r ON r.oid = d.objid
    JOIN pg_class v ON v.oid = r.ev_class AND v.relkind = 'v'
    WHERE d.classid = 'pg_rewrite'::regclass AND d.refclassid = 'pg_class'::regclass AND d.refobjid = 'table_cells_before'::regclass
  LOOP
    EXECUTE format('CREATE OR REPLACE VIEW %s %s AS %s', said.oid::regclass, said.options,
      replace(pg_get_viewdef(said.oid), 'table_cells_before', 'table_cells'));
  END LOOP;
END $$;
DROP TABLE table_cells_before;

CREATE OR REPLACE FUNCTION documents_deleted() RETURNS trigger
  LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  ids bigint[] := ARRAY(SELECT document_id FROM gone);
BEGIN
  DELETE FROM sections WHERE document_id = ANY (ids);
  DELETE FROM paragraphs WHERE document_id = ANY (ids);
  DELETE FROM bullets WHERE document_id = ANY (ids);
  DELETE FROM tables WHERE document_id = ANY (ids);
  DELETE FROM table_columns WHERE document_id = ANY (ids);
  DELETE FROM table_rows WHERE document_id = ANY (ids);
  DELETE FROM links WHERE document_id = ANY (ids);
  DELETE FROM mentions WHERE document_id = ANY (ids);
  DELETE FROM facts WHERE document_id = ANY (ids);
  DELETE FROM statements WHERE document_id = ANY (ids);
  DELETE FROM sources s WHERE s.source = ANY (ARRAY(SELECT g.source FROM gone g)) AND s.document_id = ANY (ids);
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION documents_truncated() RETURNS trigger
  LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  child name;
  filled boolean;
BEGIN
  FOREACH child IN ARRAY ARRAY['sections', 'paragraphs', 'bullets', 'tables', 'table_columns', 'table_rows', 'links',
    'mentions', 'facts', 'statements', 'sources']
  LOOP
    -- what the same TRUNCATE names is empty, and still in use
    EXECUTE format('SELECT EXISTS (SELECT FROM %I)', child) INTO filled;
    IF filled THEN
      EXECUTE format('TRUNCATE %I', child);
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
