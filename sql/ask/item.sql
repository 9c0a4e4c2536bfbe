-- What do articles say of an item: the first cell of a row, a label, a heading, whatever its kind? subject: its name.
SELECT
  l.item_kind AS "as",
  l.link,
  left(concat_ws(': ', l.via, l.linked), :width) AS what,
  regexp_replace(l.source, '^.*/', '') || ':' || l.line_no AS "where"
FROM item_links l
WHERE l.item_key = item_key(:'subject')
ORDER BY l.link NOT IN ('has value', 'has text'), l.document_id, l.line_no, l.table_no, l.row_no, l.column_no, l.linked
LIMIT 4 * :most;
