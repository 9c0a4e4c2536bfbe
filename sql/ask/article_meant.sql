-- Which article is meant? subject: its source, or an end of it, also with a line behind it, as the other answers print it. Of several
-- that it may mean one is shown; others: how many more there are, and the first of them, a line each. article.sql says how it is understood.
WITH asked(subject, place) AS (VALUES (:'subject', 0), (regexp_replace(:'subject', ':[0-9]+$', ''), 1)),
chosen AS (
  SELECT d.document_id, CASE WHEN a.place = 1 THEN substring(:'subject' FROM ':([0-9]{1,9})$') END AS line,
    count(*) OVER w - 1 AS others, nth_value(d.source, 2) OVER w AS second, nth_value(d.source, 3) OVER w AS third, nth_value(d.source, 4) OVER w AS fourth
  FROM documents d
  JOIN asked a ON d.source = a.subject OR right(d.source, length(a.subject) + 1) = '/' || a.subject OR position(a.subject IN d.source) > 0
  WINDOW w AS (PARTITION BY a.place, d.source = a.subject, right(d.source, length(a.subject) + 1) = '/' || a.subject
    ORDER BY length(d.source), d.source ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
  ORDER BY a.place, d.source <> a.subject, right(d.source, length(a.subject) + 1) <> '/' || a.subject, length(d.source), d.source LIMIT 1
)
SELECT document_id, coalesce(line, 'NULL') AS line, concat_ws(E'\n',
  nullif(others, 0) || ' more by this name: say more of the source to see another one', second, third, fourth) AS others
FROM chosen;
