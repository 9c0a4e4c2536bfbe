-- Who gives which support
-- as heat
-- Countries and organisations that give most, by the type of what they give: the view country_support_types.
WITH most AS (
  SELECT country, sum(supports) AS supports FROM country_support_types GROUP BY country ORDER BY 2 DESC, 1 LIMIT 25
)
SELECT t.country, coalesce(t.support_type, 'other'), sum(t.supports)::bigint
FROM country_support_types t JOIN most m ON m.country = t.country
GROUP BY m.supports, t.country, 2 ORDER BY m.supports DESC, t.country, 2;
