-- Which supports are refused, asked for, or told less surely: the statements that country_support leaves out. subject: as of
-- support.sql; empty: all.
WITH a AS MATERIALIZED (
  SELECT g.* FROM statements g
  WHERE (g.confidence < 0.8::real OR g.act IN ('asks', 'refuses'))
    AND (coalesce(g.support_type, 'other') = item_key(:'subject') OR position(item_key(:'subject') IN item_key(g.support)) > 0
    OR g.giver_id = ANY (ARRAY(SELECT n.entity_id FROM entity_names n WHERE n.name_key = item_key(:'subject') AND (n.is_key OR n.kind = 'demonym')))
    OR g.receiver_id = ANY (ARRAY(SELECT n.entity_id FROM entity_names n WHERE n.name_key = item_key(:'subject') AND (n.is_key OR n.kind = 'demonym'))))
)
SELECT
  a.giver,
  a.act AS how,
  left(a.support, :width) AS support,
  a.support_type AS type,
  a.receiver, -- all
  a.confidence,
  left(a.sentence, :width) AS sentence,
  d.document_date AS date,
  right(regexp_replace(d.source, '^.*/', '') || ':' || a.line_no, :width) AS "where"
  , d.article, a.section_no, s.heading, d.url, d.source, a.line_no -- all
FROM a
JOIN articles d ON d.document_id = a.document_id
LEFT JOIN sections s ON s.document_id = a.document_id AND s.section_no = a.section_no
ORDER BY a.giver, a.document_id, a.line_no, a.statement_no
LIMIT 4 * :most;
