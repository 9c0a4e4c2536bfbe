-- What is wrong in the schema whatever the sources say: three numbers, see the comments of the table verifications.
WITH children AS (
  SELECT 'sections' AS name, document_id FROM sections
  UNION ALL SELECT 'paragraphs', document_id FROM paragraphs
  UNION ALL SELECT 'bullets', document_id FROM bullets
  UNION ALL SELECT 'tables', document_id FROM tables
  UNION ALL SELECT 'table_columns', document_id FROM table_columns
  UNION ALL SELECT 'table_cells', document_id FROM table_cells
  UNION ALL SELECT 'links', document_id FROM links
  UNION ALL SELECT 'mentions', document_id FROM mentions
  UNION ALL SELECT 'facts', document_id FROM facts
  UNION ALL SELECT 'statements', document_id FROM statements
), blocks AS (
  SELECT document_id, position FROM sections
  UNION ALL SELECT document_id, position FROM paragraphs
  UNION ALL SELECT document_id, position FROM bullets
  UNION ALL SELECT document_id, position FROM tables
), gaps AS (
  SELECT document_id FROM sections GROUP BY document_id
  HAVING min(section_no) <> 0 OR max(section_no) <> count(*) - 1 OR count(*) <> count(DISTINCT section_no)
  UNION SELECT document_id FROM blocks GROUP BY document_id
  HAVING min(position) <> 0 OR max(position) <> count(*) - 1 OR count(*) <> count(DISTINCT position)
  UNION SELECT document_id FROM tables GROUP BY document_id
  HAVING max(table_no) <> count(*) OR count(*) <> count(DISTINCT table_no)
  UNION SELECT t.document_id FROM tables t
  LEFT JOIN (SELECT document_id, table_no, count(*) AS columns, max(column_no) AS last FROM table_columns GROUP BY 1, 2) c
    USING (document_id, table_no)
  WHERE coalesce(c.columns, 0) NOT IN (0, t.column_count) OR coalesce(c.last, 0) NOT IN (0, t.column_count)
  UNION SELECT t.document_id FROM tables t
  LEFT JOIN (SELECT document_id, table_no, count(DISTINCT row_no) AS rows, max(row_no) AS last FROM table_cells GROUP BY 1, 2) c
    USING (document_id, table_no)
  WHERE coalesce(c.rows, 0) <> t.row_count OR coalesce(c.last, 0) <> t.row_count
)
SELECT
  (SELECT count(*) - count(DISTINCT source) + count(*) - count(DISTINCT document_id) FROM documents)
  + (SELECT count(*) - count(DISTINCT document_id) FROM sources),
  (SELECT count(*) FROM children c LEFT JOIN documents d ON d.document_id = c.document_id WHERE d.document_id IS NULL)
  + (SELECT count(*) FROM (SELECT document_id, source FROM sources EXCEPT SELECT document_id, source COLLATE "C" FROM documents) AS lines)
  + (SELECT count(*) FROM (SELECT document_id, source COLLATE "C" FROM documents EXCEPT SELECT document_id, source FROM sources) AS articles),
  (SELECT count(*) FROM gaps)
