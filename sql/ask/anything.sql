-- What can be asked here? Countries and organisations that are named most, kinds of support, items and shapes of tables, with how
-- often each comes. subject: one of these alone; empty: all. A condition that is false for every row is not for a cluster's joins: by
-- LIMIT nothing is asked, either.
SELECT a.ask, left(a.words, :width) AS words, a.times
FROM (
  (SELECT 1 AS place, 'country' AS ask, e.name AS words, m.times
    FROM (SELECT n.entity_id, count(*) AS times FROM mentions n GROUP BY n.entity_id) m JOIN entities e ON e.entity_id = m.entity_id
    ORDER BY m.times DESC, e.name LIMIT CASE WHEN :'subject' IN ('', 'country') THEN :most ELSE 0 END)
  UNION ALL
  (SELECT 2, 'support', coalesce(s.support_type, 'other'), count(*) FROM country_support s
    GROUP BY s.support_type ORDER BY 4 DESC, 3 LIMIT CASE WHEN :'subject' IN ('', 'support') THEN :most ELSE 0 END)
  UNION ALL
  (SELECT 3, 'item', min(f.item), count(*) FROM facts f
    WHERE f.item_key <> '' GROUP BY f.item_key HAVING NOT is_number(min(f.item_key)) ORDER BY 4 DESC, 3 LIMIT CASE WHEN :'subject' IN ('', 'item') THEN :most ELSE 0 END)
  UNION ALL
  (SELECT 4, 'table', t.shape, count(*) FROM tables t
    WHERE t.shape IS NOT NULL GROUP BY t.shape ORDER BY 4 DESC, 3 LIMIT CASE WHEN :'subject' IN ('', 'table') THEN :most ELSE 0 END)
) a
ORDER BY a.place, a.times DESC, a.words;
