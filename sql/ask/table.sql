-- Which tables have such headers? subject: words of them, in any order.
SELECT
  left(a.shape, :width) AS headers,
  a.row_count AS rows,
  left(s.heading, :width) AS "under",
  d.document_date AS date,
  right(regexp_replace(d.source, '^.*/', '') || ':' || a.line_no, :width) AS "where"
  , d.article, a.section_no, s.heading, d.url, d.source, a.line_no -- all
FROM tables a
JOIN articles d ON d.document_id = a.document_id
LEFT JOIN sections s ON s.document_id = a.document_id AND s.section_no = a.section_no
WHERE a.shape LIKE ALL (ARRAY(
  SELECT '%' || translate(w, chr(92) || '%', '__') || '%' FROM regexp_split_to_table(item_key(:'subject'), '[ |]+') w))
ORDER BY a.row_count DESC, a.document_id, a.line_no
LIMIT 4 * :most;
