-- Who gives a kind of support in which year? subject: as of support.sql; empty: all; most: rows of each year.
SELECT a.year, a.country, a.times, a.articles
FROM (
  SELECT coalesce(to_char(g.document_date, 'YYYY'), 'no date') AS year, g.country, count(*) AS times, count(DISTINCT g.document_id) AS articles,
    row_number() OVER (PARTITION BY to_char(g.document_date, 'YYYY') ORDER BY count(*) DESC, g.country) AS place
  FROM country_support g
  WHERE coalesce(g.support_type, 'other') = item_key(:'subject') OR position(item_key(:'subject') IN g.support_key) > 0
    OR g.entity_id = ANY (ARRAY(SELECT n.entity_id FROM entity_names n WHERE n.name_key = item_key(:'subject') AND (n.is_key OR n.kind = 'demonym')))
    OR g.receiver_id = ANY (ARRAY(SELECT n.entity_id FROM entity_names n WHERE n.name_key = item_key(:'subject') AND (n.is_key OR n.kind = 'demonym')))
  GROUP BY to_char(g.document_date, 'YYYY'), g.country
) a
WHERE a.place <= :most
ORDER BY a.year, a.times DESC, a.country;
