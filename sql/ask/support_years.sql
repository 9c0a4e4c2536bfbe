-- Who gives a kind of support in which year? subject, means: see support_words.sql; most: rows of each year.
SELECT a.year, a.country, a.times, a.articles
FROM (
  SELECT coalesce(to_char(g.document_date, 'YYYY'), 'no date') AS year, g.country, count(*) AS times, count(DISTINCT g.document_id) AS articles,
    row_number() OVER (PARTITION BY to_char(g.document_date, 'YYYY') ORDER BY count(*) DESC, g.country) AS place
  FROM country_support g
  WHERE :means
  GROUP BY to_char(g.document_date, 'YYYY'), g.country
) a
WHERE a.place <= :most
ORDER BY a.year, a.times DESC, a.country;
