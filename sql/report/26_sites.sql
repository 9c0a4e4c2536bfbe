-- Sites
-- as bars
SELECT coalesce(site, 'not told'), count(*) FROM articles GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 12;
