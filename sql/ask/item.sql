-- What do articles say of an item: the first cell of a row, a label, a heading, whatever its kind? subject: its name.
WITH a AS MATERIALIZED (
  SELECT * FROM item_links WHERE item_key = item_key(:'subject')
)
SELECT
  a.item_kind AS "as",
  a.link,
  left(concat_ws(': ', a.via, a.linked), :width) AS what,
  d.document_date AS date,
  right(regexp_replace(d.source, '^.*/', '') || ':' || a.line_no, :width) AS "where"
  , d.article, a.section_no, s.heading, d.url, d.source, a.line_no -- all
FROM a
JOIN articles d ON d.document_id = a.document_id
LEFT JOIN sections s ON s.document_id = a.document_id AND s.section_no = a.section_no
ORDER BY a.link NOT IN ('has value', 'has text'), a.document_id, a.line_no, a.table_no, a.row_no, a.column_no, a.linked
LIMIT 4 * :most;
