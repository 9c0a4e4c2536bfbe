-- Who is named in which year? Those named most in each, or one alone. subject: any of its names; empty: all; most: rows of each.
SELECT a.year, a.entity, a.times, a.articles
FROM (
  SELECT coalesce(to_char(m.document_date, 'YYYY'), 'no date') AS year, m.entity, count(*) AS times, count(DISTINCT m.document_id) AS articles,
    row_number() OVER (PARTITION BY to_char(m.document_date, 'YYYY') ORDER BY count(*) DESC, m.entity) AS place
  FROM entity_mentions m
  WHERE :'subject' = ''
    OR m.entity_id = ANY (ARRAY(SELECT n.entity_id FROM entity_names n WHERE n.name_key = item_key(:'subject') AND (n.is_key OR n.kind = 'demonym')))
  GROUP BY to_char(m.document_date, 'YYYY'), m.entity
) a
WHERE a.place <= :most
ORDER BY a.year, a.times DESC, a.entity;
