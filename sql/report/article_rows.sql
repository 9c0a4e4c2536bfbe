-- How each line was understood
-- as article: Line | What it is | Text | What it tells
WITH rows AS (
  SELECT s.position, 0 AS row_no, s.line_no, 'heading ' || s.level AS kind, s.level AS depth, s.heading AS text,
    CASE s.heading_origin WHEN 'inferred' THEN concat('recovered: ', round(s.confidence::numeric, 2), ', ' || s.reason) ELSE s.heading_origin END AS how
  FROM sections s WHERE s.document_id = $1::bigint AND s.section_no > 0
  UNION ALL
  SELECT p.position, 0, p.line_no, p.kind, 0, concat(p.label || ': ', p.text), 'said by ' || p.label FROM paragraphs p WHERE p.document_id = $1::bigint
  UNION ALL
  SELECT b.position, 0, b.line_no, 'item', b.depth, concat(b.label || ': ', b.text), concat_ws(', ', 'number ' || b.ordinal, 'label: ' || b.label)
  FROM bullets b WHERE b.document_id = $1::bigint
  UNION ALL
  SELECT t.position, 0, t.line_no, 'header', 0, (SELECT string_agg(c.header, ' | ' ORDER BY c.column_no) FROM table_columns c
    WHERE c.document_id = t.document_id AND c.table_no = t.table_no), 'table of ' || t.row_count || ' rows, header ' || t.header_origin
  FROM tables t WHERE t.document_id = $1::bigint
  UNION ALL
  SELECT t.position, c.row_no, min(c.line_no), 'row', 0, string_agg(c.text, ' | ' ORDER BY c.column_no), NULL
  FROM tables t JOIN table_cells c ON c.document_id = t.document_id AND c.table_no = t.table_no
  WHERE t.document_id = $1::bigint GROUP BY t.position, c.row_no
), told AS (
  SELECT f.position, f.row_no, 1 AS n, f.fact_no::int AS number,
    concat(CASE WHEN f.support IS NULL THEN 'fact: ' ELSE 'support: ' END, concat_ws(', ', f.item, f.attribute), ': ' || f.value) AS what
  FROM facts f WHERE f.document_id = $1::bigint
  UNION ALL
  SELECT s.position, 0, 2, s.statement_no::int, concat_ws(' ', 'statement:', s.giver, s.act, s.support, '→ ' || s.receiver, '(' || round(s.confidence::numeric, 2) || ', ' || s.reason || ')')
  FROM statements s WHERE s.document_id = $1::bigint
  UNION ALL
  SELECT m.position, coalesce(m.row_no, 0), 3, 0, 'names: ' || string_agg(DISTINCT e.name, ', ' ORDER BY e.name)
  FROM mentions m JOIN entities e ON e.entity_id = m.entity_id WHERE m.document_id = $1::bigint GROUP BY m.position, coalesce(m.row_no, 0)
)
SELECT r.line_no, r.kind, r.text, concat_ws(E'\n', nullif(r.how, ''), (SELECT string_agg(t.what, E'\n' ORDER BY t.n, t.number) FROM told t
  WHERE t.position = r.position AND t.row_no = r.row_no))
FROM rows r WHERE r.text IS NOT NULL ORDER BY r.position, r.row_no;
