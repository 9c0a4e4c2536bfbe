-- Full text: the best hits for a query as one types it into a search engine, each with its section.
SELECT left(headline, 50) AS headline, left(heading, 20) AS section, regexp_replace(source, '^.*/', '') || ':' || line_no AS "article:line"
FROM search('"technician training" or "training programs"');
