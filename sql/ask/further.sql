-- Which supports are refused, asked for, or told less surely: the statements that country_support leaves out. subject,
-- means: see support_words.sql.
WITH a AS MATERIALIZED (
  SELECT * FROM (SELECT g.*, g.giver_id AS entity_id, item_key(g.support) AS support_key FROM statements g
    WHERE g.confidence < 0.8::real OR g.act IN ('asks', 'refuses')) g
  WHERE :means
)
SELECT
  a.giver,
  a.act AS how,
  left(a.support || coalesce(' → ' || a.receiver, ''), :width) AS support, -- table
  a.support, -- all
  a.support_type AS type,
  a.receiver, -- all
  a.confidence,
  left(a.sentence, :width) AS sentence,
  d.document_date AS date,
  right(regexp_replace(d.source, '^.*/', '') || ':' || a.line_no, :width) AS "where"
  , d.article, a.section_no, s.heading, d.url, d.source, a.line_no -- all
FROM a
JOIN articles d ON d.document_id = a.document_id
LEFT JOIN sections s ON s.document_id = a.document_id AND s.section_no = a.section_no
ORDER BY a.giver, a.document_id, a.line_no, a.statement_no
LIMIT 4 * :most;
