-- Which tables have the same headers, across articles? The shapes that recur:
SELECT
  shape, tables, documents AS articles, rows
FROM table_shapes
WHERE documents > 1
ORDER BY tables DESC, shape;

SELECT
  t.shape, t.row_count AS rows, regexp_replace(d.source, '^.*/', '') || ':' || t.line_no AS "article:line"
FROM tables t
JOIN documents d USING (document_id)
JOIN table_shapes s ON t.shape = ANY (s.shapes)
WHERE s.documents > 1
ORDER BY t.shape, 3;
