-- Who is named most
-- as bars
-- Places where a country, territory, organisation or region is named: the view entity_mentions.
SELECT e.name, m.mentions FROM (SELECT entity_id, count(*) AS mentions FROM mentions GROUP BY entity_id ORDER BY 2 DESC, 1 LIMIT 15) m
JOIN entities e ON e.entity_id = m.entity_id ORDER BY m.mentions DESC, e.name;
