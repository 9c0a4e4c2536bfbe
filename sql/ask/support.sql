-- Who gives a kind of support? subject, means: see support_words.sql.
WITH a AS MATERIALIZED (
  SELECT a.* FROM country_support a
  WHERE :means
)
SELECT
  a.country,
  a.act AS how,
  left(a.support || coalesce(' → ' || a.receiver, ''), :width) AS support, -- table
  a.support, -- all
  a.support_type AS type,
  a.amount,
  a.currency,
  a.receiver, -- all
  d.document_date AS date,
  right(regexp_replace(d.source, '^.*/', '') || ':' || a.line_no, :width) AS "where"
  , d.article, a.section_no, s.heading, d.url, d.source, a.line_no -- all
  , CASE a.origin WHEN 'sentence' THEN coalesce(a.detail, a.support) -- all
      ELSE coalesce(array_to_string(r.cells, ' | '), coalesce(b.label || ': ', '') || b.text, a.detail, a.support) END AS sentence -- all
FROM a
JOIN articles d ON d.document_id = a.document_id
LEFT JOIN sections s ON s.document_id = a.document_id AND s.section_no = a.section_no
LEFT JOIN table_rows r ON r.document_id = a.document_id AND r.table_no = a.table_no AND r.row_no = a.row_no -- all
LEFT JOIN bullets b ON b.document_id = a.document_id AND b.position = a.position -- all
ORDER BY a.country, a.document_id, a.line_no, a.column_no, a.element_no
LIMIT 4 * :most;
