-- How is an article understood? Title, how much it holds, how it begins, its outline, tables, facts and names, line by line; from the section
-- on that holds the line, where there is one. document_id, line, others: of article_meant.sql. The number stands here as such: so a cluster asks the one node that holds it.
WITH shown AS MATERIALIZED (
  SELECT max(s.position) AS position FROM sections s
  WHERE s.document_id = :document_id AND s.line_no <= :line::int
), last AS MATERIALIZED (
  SELECT max(b.line_no) AS line FROM blocks b WHERE b.document_id = :document_id AND :line IS NOT NULL
), lines AS (
  SELECT 0 AS line_no, NULL::int AS section_no, 0 AS position, 0 AS place, w.number, w.kind, w.what
  FROM articles d
  CROSS JOIN LATERAL unnest('{0,5,6,7,8,9,10}'::int[], '{source,title,author,site,date,address,language}'::text[],
    ARRAY[d.source, d.title, d.author, d.site, d.document_date || ' (' || d.date_source || ')', d.url, d.language]) AS w (number, kind, what)
  WHERE d.document_id = :document_id AND w.what IS NOT NULL
  UNION ALL
  SELECT 0, NULL, 0, 0, w.number::int, CASE w.number WHEN 1 THEN 'others' ELSE 'another' END, w.what
  FROM string_to_array(nullif(:'others', ''), E'\n') others CROSS JOIN LATERAL unnest(others) WITH ORDINALITY AS w (what, number)
  UNION ALL
  SELECT 0, NULL, 0, 0, 11, 'holds', concat_ws(', ', 'headings: ' || nullif(count(*) FILTER (WHERE b.kind = 'heading'), 0),
    'paragraphs: ' || nullif(count(*) FILTER (WHERE b.kind NOT IN ('heading', 'bullet', 'row')), 0),
    'items: ' || nullif(count(*) FILTER (WHERE b.kind = 'bullet'), 0), 'table rows: ' || nullif(count(*) FILTER (WHERE b.kind = 'row'), 0))
  FROM blocks b WHERE b.document_id = :document_id GROUP BY b.document_id
  UNION ALL
  SELECT 0, NULL, 0, 0, 12, 'no line', 'no text begins on line ' || :line || ' or behind it: the last one begins on line ' || l.line
  FROM last l WHERE l.line < :line::int
  UNION ALL
  SELECT o.line_no, o.section_no, s.position, 1, 0, 'heading', o.outline
  FROM outline o JOIN sections s ON s.document_id = o.document_id AND s.section_no = o.section_no
  WHERE o.document_id = :document_id AND o.section_no > 0
  UNION ALL
  SELECT (array_agg(b.line_no ORDER BY b.place))[1], (array_agg(b.section_no ORDER BY b.place))[1], (array_agg(b.position ORDER BY b.place))[1], 2, 0, 'text',
    (array_agg(left(b.text, 2 * :width) ORDER BY b.place))[1]
  FROM (
    -- the first, or of a line the last that begins on it or before it
    SELECT t.*, CASE WHEN t.line_no <= :line::int THEN -t.position ELSE t.position END AS place FROM blocks t
    WHERE t.document_id = :document_id AND t.kind NOT IN ('heading', 'row', 'leftover')) b
  WHERE b.position >= coalesce((SELECT n.position FROM shown n), 0) GROUP BY b.document_id
  UNION ALL
  SELECT t.line_no, t.section_no, t.position, 3, 0, 'table', concat_ws(', ', t.shape, t.row_count || ' rows')
  FROM tables t WHERE t.document_id = :document_id
  UNION ALL
  SELECT f.line_no, f.section_no, f.position, 4, f.fact_no, CASE WHEN f.support IS NULL THEN 'fact' ELSE 'support' END,
    concat_ws(': ', concat_ws(', ', f.item, f.attribute), f.value)
  FROM facts f WHERE f.document_id = :document_id
  UNION ALL
  SELECT g.line_no, g.section_no, g.position, 5, g.statement_no, 'statement', concat_ws(' ', g.giver, g.act, g.support, '→ ' || g.receiver)
  FROM statements g WHERE g.document_id = :document_id
  UNION ALL
  SELECT min(m.line_no), m.section_no, min(m.position), 6, 0, 'names', string_agg(DISTINCT m.entity, ', ' ORDER BY m.entity)
  FROM entity_mentions m WHERE m.document_id = :document_id GROUP BY m.section_no
)
SELECT a.line_no AS line, a.section_no AS section, a.kind, left(a.what, 2 * :width) AS what
FROM lines a
WHERE a.place = 0 OR a.position >= coalesce((SELECT n.position FROM shown n), 0)
ORDER BY a.position, a.place, a.number;
