-- Articles over time
-- as bars
SELECT coalesce(to_char(document_date, 'YYYY'), 'no date'), count(*) FROM articles GROUP BY 1 ORDER BY 1 LIMIT 40;
