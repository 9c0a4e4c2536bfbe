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
SELECT a.line_no AS line, a.kind, left(a.what, 2 * :width) AS what
FROM chosen
CROSS JOIN LATERAL (
  SELECT 0 AS line_no, 0 AS place, 0 AS number, 'source' AS kind, d.source AS what
  FROM documents d WHERE d.document_id = chosen.document_id
  UNION ALL
  SELECT 0, 0, 1, 'others', chosen.others || ' more by this name: say more of the source to see another one' WHERE chosen.others > 0
  UNION ALL
  SELECT 0, 0, 2, 'title', d.title FROM documents d WHERE d.document_id = chosen.document_id AND d.title IS NOT NULL
  UNION ALL
  SELECT 0, 0, 3, 'holds', concat_ws(', ', 'headings: ' || nullif(count(*) FILTER (WHERE b.kind = 'heading'), 0),
    'paragraphs: ' || nullif(count(*) FILTER (WHERE b.kind NOT IN ('heading', 'bullet', 'row')), 0),
    'items: ' || nullif(count(*) FILTER (WHERE b.kind = 'bullet'), 0), 'table rows: ' || nullif(count(*) FILTER (WHERE b.kind = 'row'), 0))
  FROM blocks b WHERE b.document_id = chosen.document_id GROUP BY b.document_id
  UNION ALL
  SELECT min(b.line_no), 1, 0, 'text', (array_agg(left(b.text, 2 * :width) ORDER BY b.position))[1]
  FROM blocks b WHERE b.document_id = chosen.document_id AND b.kind NOT IN ('heading', 'row', 'leftover') GROUP BY b.document_id
  UNION ALL
  SELECT o.line_no, 1, o.section_no, 'heading', o.outline FROM outline o WHERE o.document_id = chosen.document_id AND o.section_no > 0
  UNION ALL
  SELECT t.line_no, 2, t.table_no, 'table', concat_ws(', ', t.shape, t.row_count || ' rows') FROM tables t WHERE t.document_id = chosen.document_id
  UNION ALL
  SELECT f.line_no, 3, f.fact_no, CASE WHEN f.support IS NULL THEN 'fact' ELSE 'support' END,
    concat_ws(': ', concat_ws(', ', f.item, f.attribute), f.value)
  FROM facts f WHERE f.document_id = chosen.document_id
  UNION ALL
  SELECT s.line_no, 4, s.statement_no, 'statement', concat_ws(' ', s.giver, s.act, s.support, '→ ' || s.receiver)
  FROM statements s WHERE s.document_id = chosen.document_id
  UNION ALL
  SELECT min(m.line_no), 5, 0, 'names', string_agg(DISTINCT m.entity, ', ' ORDER BY m.entity)
  FROM entity_mentions m WHERE m.document_id = chosen.document_id GROUP BY m.section_no
) a
ORDER BY a.line_no, a.place, a.number;
