-- Cells come as one row each, and are stored by the table's row (schema/019_table_rows.sql).
INSERT INTO table_rows (document_id, table_no, row_no, line_no, item_key, cells, lines, spanned)
SELECT
  document_id, table_no, row_no, min(line_no), max(item_key), array_agg(text ORDER BY column_no),
  CASE WHEN min(line_no) < max(line_no) THEN array_agg(line_no ORDER BY column_no) END,
  array_agg(column_no ORDER BY column_no) FILTER (WHERE spanned)
FROM cells GROUP BY document_id, table_no, row_no ORDER BY document_id, table_no, row_no;
DROP TABLE cells;
