-- Which types of support does each country give? The picture to begin with: each, with article and line, is in country_support.
SELECT country, coalesce(support_type, 'other') AS support_type, supports, documents
FROM country_support_types
ORDER BY supports DESC, country, support_type
LIMIT 12;
