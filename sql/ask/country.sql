-- What do articles say of a country, organisation or region? First what it gives, then what tables and lists say of it, then
-- where it is named. subject: any of its names; most: rows of each; width: characters of a text.
SELECT
  a.how,
  left(a.what, :width) AS what,
  regexp_replace(a.source, '^.*/', '') || ':' || a.line_no AS "where"
FROM (
  (SELECT 1 AS place, s.act AS how, concat_ws(', ', s.support, CASE WHEN s.detail NOT LIKE '%' || s.support || '%' THEN s.detail END)
      || coalesce(' → ' || s.receiver, '') AS what, s.source, s.document_id, s.line_no
    FROM country_support s
    WHERE s.entity_id = ANY (ARRAY(SELECT n.entity_id FROM entity_names n WHERE n.name_key = item_key(:'subject') AND n.is_key))
    ORDER BY s.document_id, s.line_no, s.column_no, s.element_no LIMIT :most)
  UNION ALL
  (SELECT 2, 'fact', concat_ws(': ', concat_ws(', ', nullif(f.item, ''), f.attribute), f.value), d.source, f.document_id, f.line_no
    FROM entity_facts f JOIN documents d ON d.document_id = f.document_id
    WHERE f.entity_id = ANY (ARRAY(SELECT n.entity_id FROM entity_names n WHERE n.name_key = item_key(:'subject') AND n.is_key)) AND f.support IS NULL
    ORDER BY f.document_id, f.line_no, f.column_no LIMIT :most)
  UNION ALL
  (SELECT 3, 'named', substr(m.snippet, greatest(1, position('«' IN m.snippet) - :width / 3)), m.source, m.document_id, m.line_no
    FROM entity_mentions m
    WHERE m.entity_id = ANY (ARRAY(SELECT n.entity_id FROM entity_names n WHERE n.name_key = item_key(:'subject') AND n.is_key)) AND m.place IN ('text', 'heading')
    ORDER BY m.document_id, m.line_no, m.mention_no LIMIT :most)
) a
ORDER BY a.place, a.document_id, a.line_no;
