-- Who gives a kind of support in which year? subject: as of support.sql; empty: all; most: rows of each year.
SELECT a.year, a.country, a.times, a.articles
FROM (
  SELECT coalesce(to_char(g.document_date, 'YYYY'), 'no date') AS year, g.country, count(*) AS times, count(DISTINCT g.document_id) AS articles,
    row_number() OVER (PARTITION BY to_char(g.document_date, 'YYYY') ORDER BY count(*) DESC, g.country) AS place
  FROM country_support g
  WHERE item_key(:'subject') IN ('', coalesce(g.support_type, 'other'))
    OR g.entity_id = ANY (ARRAY(SELECT n.entity_id FROM entity_names n WHERE n.name_key = item_key(:'subject') AND (n.is_key OR n.kind = 'demonym')))
    OR g.receiver_id = ANY (ARRAY(SELECT n.entity_id FROM entity_names n WHERE n.name_key = item_key(:'subject') AND (n.is_key OR n.kind = 'demonym')))
    -- nobody's name: words that begin with the last one, whole ones and their plurals where that is short (war, but no warship)
    OR (ARRAY(SELECT n.entity_id FROM entity_names n WHERE n.name_key = item_key(:'subject') AND (n.is_key OR n.kind = 'demonym')) = '{}'
      AND g.support_key ~ (CASE WHEN item_key(:'subject') ~ '^[0-9a-z]' THEN '\m' ELSE '' END
        || regexp_replace(item_key(:'subject'), '([].*+?(){}|^$\\[])', '\\\1', 'g')
        || CASE WHEN item_key(:'subject') ~ '(^|[^0-9a-z])[0-9a-z]{1,4}$' THEN '(e?s)?\M' ELSE '' END))
  GROUP BY to_char(g.document_date, 'YYYY'), g.country
) a
WHERE a.place <= :most
ORDER BY a.year, a.times DESC, a.country;
