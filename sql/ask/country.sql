-- What do articles say of a country, organisation or region? First what it gives and receives, then what tables and lists say of
-- it, then where it is named. subject: any of its names; most: rows of each; width: characters of a text.
WITH a AS MATERIALIZED (
  (SELECT 1 AS place, g.act AS how, concat_ws(', ', g.support, CASE WHEN g.detail NOT LIKE '%' || g.support || '%' THEN g.detail END)
      || coalesce(' → ' || g.receiver, '') AS what, g.document_id, g.section_no, g.line_no, g.column_no, g.element_no
    FROM country_support g
    WHERE g.entity_id = ANY (ARRAY(SELECT n.entity_id FROM entity_names n WHERE n.name_key = item_key(:'subject') AND (n.is_key OR n.kind = 'demonym')))
    ORDER BY g.document_id, g.line_no, g.column_no, g.element_no LIMIT :most)
  UNION ALL
  (SELECT 2, CASE g.act WHEN 'promises' THEN 'is promised' ELSE 'receives' END, concat_ws(', ', g.support, CASE WHEN g.detail NOT LIKE '%' || g.support || '%' THEN g.detail END)
      || ' ← ' || g.country, g.document_id, g.section_no, g.line_no, g.column_no, g.element_no
    FROM country_support g
    WHERE g.receiver_id = ANY (ARRAY(SELECT n.entity_id FROM entity_names n WHERE n.name_key = item_key(:'subject') AND (n.is_key OR n.kind = 'demonym')))
    ORDER BY g.document_id, g.line_no, g.column_no, g.element_no LIMIT :most)
  UNION ALL
  (SELECT 3, 'fact', concat_ws(': ', concat_ws(', ', nullif(f.item, ''), f.attribute), f.value), f.document_id, f.section_no, f.line_no, f.column_no, f.element_no
    FROM entity_facts f
    WHERE f.entity_id = ANY (ARRAY(SELECT n.entity_id FROM entity_names n WHERE n.name_key = item_key(:'subject') AND (n.is_key OR n.kind = 'demonym'))) AND f.support IS NULL
    ORDER BY f.document_id, f.line_no, f.column_no, f.element_no LIMIT :most)
  UNION ALL
  (SELECT 4, 'named', CASE WHEN position('«' IN m.snippet) > :width / 3 + 1 THEN '…' || substr(m.snippet, position('«' IN m.snippet) - :width / 3 + 1) ELSE m.snippet END, m.document_id, m.section_no, m.line_no, m.mention_no, NULL
    FROM entity_mentions m
    WHERE m.entity_id = ANY (ARRAY(SELECT n.entity_id FROM entity_names n WHERE n.name_key = item_key(:'subject') AND (n.is_key OR n.kind = 'demonym'))) AND m.place IN ('text', 'heading')
    ORDER BY m.document_id, m.line_no, m.mention_no LIMIT :most)
)
SELECT
  a.how,
  CASE WHEN length(a.what) > :width THEN left(a.what, :width - 1) || '…' ELSE a.what END AS what,
  d.document_date AS date,
  right(regexp_replace(d.source, '^.*/', '') || ':' || a.line_no, :width) AS "where"
  , d.article, a.section_no, s.heading, d.url, d.source, a.line_no -- all
FROM a
JOIN articles d ON d.document_id = a.document_id
LEFT JOIN sections s ON s.document_id = a.document_id AND s.section_no = a.section_no
ORDER BY a.place, a.document_id, a.line_no, a.column_no, a.element_no;
