-- Which countries and organisations give which support, in which articles?
-- Spelling is the source's; country, item_key and support_key make the spellings comparable.
SELECT
  item AS "country or organisation",
  string_agg(support, '; ' ORDER BY column_no, element_no) AS support,
  regexp_replace(source, '^.*/', '') AS article
FROM country_support
GROUP BY source, country, item, table_no, row_no
ORDER BY count(*) OVER (PARTITION BY country) DESC, country, article;
