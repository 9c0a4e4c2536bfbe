-- What lists and tables are said to hold: the last sentence of the lead-in, the paragraph just before.

CREATE OR REPLACE VIEW captions AS
SELECT
  l.document_id, 'list' AS kind, l.list_no AS number, l.section_no, l.position, last_sentence(p.text) AS caption, p.text AS lead_in, l.line_no
FROM (
  SELECT document_id, list_no, min(section_no) AS section_no, min(position) AS position, min(line_no) AS line_no
  FROM bullets GROUP BY document_id, list_no
) l
LEFT JOIN paragraphs p
  ON p.document_id = l.document_id AND p.position = l.position - 1 AND p.kind = 'lead_in'
UNION ALL
SELECT t.document_id, 'table', t.table_no, t.section_no, t.position, last_sentence(p.text), p.text, t.line_no
FROM tables t
LEFT JOIN paragraphs p
  ON p.document_id = t.document_id AND p.position = t.position - 1 AND p.kind = 'lead_in';

COMMENT ON VIEW captions IS 'One row per list and table with what it is said to hold. The caption is NULL where nothing leads in.';
COMMENT ON COLUMN captions.kind IS 'list or table.';
COMMENT ON COLUMN captions.number IS 'bullets.list_no or tables.table_no.';
COMMENT ON COLUMN captions.section_no IS 'The section it stands in.';
COMMENT ON COLUMN captions.position IS 'Number of its first block in the article''s reading order.';
COMMENT ON COLUMN captions.caption IS 'The last sentence of the lead-in, as written.';
COMMENT ON COLUMN captions.lead_in IS 'The whole lead-in.';
COMMENT ON COLUMN captions.line_no IS 'Line of the source on which the list or table begins.';
