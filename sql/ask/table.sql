-- Which tables have such headers? subject: words of them.
SELECT
  left(t.shape, :width) AS headers,
  t.row_count AS rows,
  left(s.heading, :width) AS "under",
  regexp_replace(d.source, '^.*/', '') || ':' || t.line_no AS "where"
FROM tables t
JOIN documents d ON d.document_id = t.document_id
LEFT JOIN sections s ON s.document_id = t.document_id AND s.section_no = t.section_no
WHERE position(item_key(:'subject') IN t.shape) > 0
ORDER BY t.row_count DESC, t.document_id, t.line_no
LIMIT 4 * :most;
