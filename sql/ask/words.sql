-- Where do articles say this? subject: words as in a web search engine ("exact words", or, -not).
SELECT
  s.kind AS "in",
  left(s.headline, 2 * :width) AS what,
  left(coalesce(s.heading, s.title, ''), :width) AS "under",
  regexp_replace(s.source, '^.*/', '') || ':' || s.line_no AS "where"
FROM search(:'subject', 2 * :most) s;
