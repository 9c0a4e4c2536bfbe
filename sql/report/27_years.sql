-- Articles over time
-- as bars
-- The newest years of which there are articles.
SELECT year, articles FROM (
  SELECT coalesce(to_char(document_date, 'YYYY'), 'no date') AS year, count(*) AS articles FROM articles GROUP BY 1 ORDER BY 1 DESC LIMIT 41
) AS years ORDER BY year;
