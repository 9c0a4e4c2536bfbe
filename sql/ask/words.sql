-- Where do articles say this? subject: words as in a web search engine ("exact words", or, -not). What is found comes first:
-- beside its articles, a cluster's nodes would search.
WITH a AS MATERIALIZED (
  SELECT * FROM search(:'subject', 2 * :most) WITH ORDINALITY
)
SELECT
  a.kind AS "in",
  CASE WHEN length(a.headline) > 2 * :width THEN left(a.headline, 2 * :width - 1) || '…' ELSE a.headline END AS what,
  left(coalesce(a.heading, d.article), :width) AS "under",
  d.document_date AS date,
  right(regexp_replace(d.source, '^.*/', '') || ':' || a.line_no, :width) AS "where"
  , d.article, a.section_no, s.heading, d.url, d.source, a.line_no -- all
FROM a
JOIN articles d ON d.document_id = a.document_id
LEFT JOIN sections s ON s.document_id = a.document_id AND s.section_no = a.section_no
ORDER BY a.ordinality;
