-- Who gives a kind of support? subject: a type of support_types (money, training), words of the support itself, or who gives or
-- receives it, by any name; other: supports of no type; empty: all.
WITH a AS MATERIALIZED (
  SELECT a.* FROM country_support a
  WHERE item_key(:'subject') IN ('', coalesce(a.support_type, 'other'))
    OR a.entity_id = ANY (ARRAY(SELECT n.entity_id FROM entity_names n WHERE n.name_key = item_key(:'subject') AND (n.is_key OR n.kind = 'demonym')))
    OR a.receiver_id = ANY (ARRAY(SELECT n.entity_id FROM entity_names n WHERE n.name_key = item_key(:'subject') AND (n.is_key OR n.kind = 'demonym')))
    -- nobody's name: words that begin with the last one, whole ones and their plurals where that is short (war, but no warship)
    OR (ARRAY(SELECT n.entity_id FROM entity_names n WHERE n.name_key = item_key(:'subject') AND (n.is_key OR n.kind = 'demonym')) = '{}'
      AND a.support_key ~ (CASE WHEN item_key(:'subject') ~ '^[0-9a-z]' THEN '\m' ELSE '' END
        || regexp_replace(item_key(:'subject'), '([].*+?(){}|^$\\[])', '\\\1', 'g')
        || CASE WHEN item_key(:'subject') ~ '(^|[^0-9a-z])[0-9a-z]{1,4}$' THEN '(e?s)?\M' ELSE '' END))
)
SELECT
  a.country,
  a.act AS how,
  left(a.support, :width) AS support,
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
