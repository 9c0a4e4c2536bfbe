-- How is an article understood? Title, how much it holds, how it begins, its outline, tables, facts and names, line by line. subject: its source, or an end of it,
-- also with the line behind it, as the other answers print it. Of several that it may mean one is shown, and how many others
-- there are.
WITH asked(subject, place) AS (VALUES (:'subject', 0), (regexp_replace(:'subject', ':[0-9]+$', ''), 1)),
chosen AS MATERIALIZED (
  SELECT d.document_id, count(*) OVER (PARTITION BY a.place, d.source = a.subject, right(d.source, length(a.subject) + 1) = '/' || a.subject) - 1 AS others
  FROM documents d
  JOIN asked a ON d.source = a.subject OR right(d.source, length(a.subject) + 1) = '/' || a.subject OR position(a.subject IN d.source) > 0
  ORDER BY a.place, d.source <> a.subject, right(d.source, length(a.subject) + 1) <> '/' || a.subject, length(d.source), d.source LIMIT 1
)
SELECT a.line_no AS line, a.section_no AS section, a.kind, left(a.what, 2 * :width) AS what
FROM chosen
CROSS JOIN LATERAL (
  SELECT 0 AS line_no, NULL::int AS section_no, 0 AS position, 0 AS place, w.number, w.kind, w.what
  FROM articles d
  CROSS JOIN LATERAL (VALUES (0, 'source', d.source),
    (1, 'others', nullif(chosen.others, 0) || ' more by this name: say more of the source to see another one'),
    (2, 'title', d.title), (3, 'author', d.author), (4, 'site', d.site), (5, 'date', d.document_date || ' (' || d.date_source || ')'),
    (6, 'address', d.url), (7, 'language', d.language)) AS w (number, kind, what)
  WHERE d.document_id = chosen.document_id AND w.what IS NOT NULL
  UNION ALL
  SELECT 0, NULL, 0, 0, 8, 'holds', concat_ws(', ', 'headings: ' || nullif(count(*) FILTER (WHERE b.kind = 'heading'), 0),
    'paragraphs: ' || nullif(count(*) FILTER (WHERE b.kind NOT IN ('heading', 'bullet', 'row')), 0),
    'items: ' || nullif(count(*) FILTER (WHERE b.kind = 'bullet'), 0), 'table rows: ' || nullif(count(*) FILTER (WHERE b.kind = 'row'), 0))
  FROM blocks b WHERE b.document_id = chosen.document_id GROUP BY b.document_id
  UNION ALL
  SELECT o.line_no, o.section_no, s.position, 1, 0, 'heading', o.outline
  FROM outline o JOIN sections s ON s.document_id = o.document_id AND s.section_no = o.section_no
  WHERE o.document_id = chosen.document_id AND o.section_no > 0
  UNION ALL
  SELECT (array_agg(b.line_no ORDER BY b.position))[1], (array_agg(b.section_no ORDER BY b.position))[1], min(b.position), 2, 0, 'text',
    (array_agg(left(b.text, 2 * :width) ORDER BY b.position))[1]
  FROM blocks b WHERE b.document_id = chosen.document_id AND b.kind NOT IN ('heading', 'row', 'leftover') GROUP BY b.document_id
  UNION ALL
  SELECT t.line_no, t.section_no, t.position, 3, 0, 'table', concat_ws(', ', t.shape, t.row_count || ' rows')
  FROM tables t WHERE t.document_id = chosen.document_id
  UNION ALL
  SELECT f.line_no, f.section_no, f.position, 4, f.fact_no, CASE WHEN f.support IS NULL THEN 'fact' ELSE 'support' END,
    concat_ws(': ', concat_ws(', ', f.item, f.attribute), f.value)
  FROM facts f WHERE f.document_id = chosen.document_id
  UNION ALL
  SELECT g.line_no, g.section_no, g.position, 5, g.statement_no, 'statement', concat_ws(' ', g.giver, g.act, g.support, '→ ' || g.receiver)
  FROM statements g WHERE g.document_id = chosen.document_id
  UNION ALL
  SELECT min(m.line_no), m.section_no, min(m.position), 6, 0, 'names', string_agg(DISTINCT m.entity, ', ' ORDER BY m.entity)
  FROM entity_mentions m WHERE m.document_id = chosen.document_id GROUP BY m.section_no
) a
ORDER BY a.position, a.place, a.number;
