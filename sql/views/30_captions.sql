-- What lists and tables are said to hold: the last sentence of the lead-in, the paragraph just before.

CREATE OR REPLACE VIEW captions AS
SELECT
  l.document_id,
  'list' AS kind,
  l.list_no AS number,
  l.section_no,
  l.position,
  last_sentence(p.text) AS caption,
  p.text AS lead_in,
  l.line_no
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

COMMENT ON VIEW captions IS 'One row per list and table with what it is said to hold; the caption is NULL where nothing leads in.';
COMMENT ON COLUMN captions.document_id IS 'The article.';
COMMENT ON COLUMN captions.kind IS 'list or table.';
COMMENT ON COLUMN captions.number IS 'bullets.list_no or tables.table_no.';
COMMENT ON COLUMN captions.section_no IS 'The section it stands in.';
COMMENT ON COLUMN captions.position IS 'Number of its first block in the article''s reading order.';
COMMENT ON COLUMN captions.caption IS 'The last sentence of the lead-in, as written.';
COMMENT ON COLUMN captions.lead_in IS 'The whole lead-in.';
COMMENT ON COLUMN captions.line_no IS 'Line of the source on which the list or table begins.';

CREATE OR REPLACE FUNCTION led_by(document_id bigint, section_no int, "position" int) RETURNS text
  LANGUAGE plpgsql STABLE PARALLEL SAFE COST 300
  SET search_path FROM CURRENT
  SET plan_cache_mode = force_generic_plan
AS $$
BEGIN
  RETURN coalesce(
    (SELECT last_sentence(p.text) FROM paragraphs p
      WHERE p.document_id = led_by.document_id AND p.position = led_by.position - 1 AND p.kind = 'lead_in'),
    (SELECT s.heading FROM sections s WHERE s.document_id = led_by.document_id AND s.section_no = led_by.section_no));
END
$$;
COMMENT ON FUNCTION led_by(bigint, int, int) IS
  'What the list or table that begins at a position is said to hold: the last sentence of its lead-in, or else the heading above.';

CREATE OR REPLACE FUNCTION list_led_by(document_id bigint, section_no int, list_no int) RETURNS text
  LANGUAGE plpgsql STABLE PARALLEL SAFE COST 300
  SET search_path FROM CURRENT
  SET plan_cache_mode = force_generic_plan
AS $$
BEGIN
  RETURN coalesce(
    (SELECT last_sentence(p.text) FROM paragraphs p
      WHERE p.document_id = list_led_by.document_id AND p.kind = 'lead_in' AND p.position = -1 + (
        SELECT b.position FROM bullets b
        WHERE b.document_id = list_led_by.document_id AND b.list_no = list_led_by.list_no ORDER BY b.position LIMIT 1)),
    (SELECT s.heading FROM sections s WHERE s.document_id = list_led_by.document_id AND s.section_no = list_led_by.section_no));
END
$$;
COMMENT ON FUNCTION list_led_by(bigint, int, int) IS
  'What a list is said to hold: the last sentence of its lead-in, or else the heading above.';
