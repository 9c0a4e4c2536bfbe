-- Where entities are mentioned, with the words around.

CREATE OR REPLACE VIEW entity_mentions AS
SELECT
  m.document_id, d.source, d.title,
  coalesce(p.section_no, b.section_no, h.section_no, t.section_no) AS section_no, s.heading,
  coalesce(p.line_no, b.line_no, h.line_no, r.lines[m.column_no], r.line_no, t.line_no) AS line_no, m.position, m.place,
  m.entity_id, e.name AS entity, e.kind,
  coalesce(n.kind, (SELECT o.kind FROM entity_names o WHERE o.entity_id = m.entity_id AND o.name_key = item_key(m.text)
    ORDER BY o.is_key DESC, o.name LIMIT 1)) AS name_kind,
  m.text AS mention,
  sentence_around(CASE m.place WHEN 'label' THEN coalesce(p.label, b.label) ELSE coalesce(p.text, b.text, h.heading, r.cells[m.column_no], k.header) END, m.start, m.text) AS snippet,
  t.table_no, m.row_no, m.column_no, m.mention_no,
  d.article, d.site, d.language, d.document_date, d.date_source, e.alpha2, e.alpha3, e.region
FROM mentions m
LEFT JOIN entities e ON e.entity_id = m.entity_id
LEFT JOIN entity_names n ON n.entity_id = m.entity_id AND n.name = m.text
LEFT JOIN paragraphs p ON m.place IN ('text', 'label') AND p.document_id = m.document_id AND p.position = m.position
LEFT JOIN bullets b ON m.place IN ('text', 'label') AND b.document_id = m.document_id AND b.position = m.position
LEFT JOIN sections h ON m.place = 'heading' AND h.document_id = m.document_id AND h.position = m.position
LEFT JOIN tables t ON m.place IN ('header', 'cell') AND t.document_id = m.document_id AND t.position = m.position
LEFT JOIN table_rows r
  ON m.place = 'cell' AND r.document_id = m.document_id AND r.table_no = t.table_no AND r.row_no = m.row_no
LEFT JOIN table_columns k
  ON m.place = 'header' AND k.document_id = m.document_id AND k.table_no = t.table_no AND k.column_no = m.column_no
LEFT JOIN articles d ON d.document_id = m.document_id
LEFT JOIN sections s
  ON s.document_id = m.document_id AND s.section_no = coalesce(p.section_no, b.section_no, h.section_no, t.section_no)
WHERE p.kind IS DISTINCT FROM 'leftover';

COMMENT ON VIEW entity_mentions IS
  'One row per mention of an entity, with article, section, line and sentence. Countries, organisations, regions and entities of your own. Leftover lines, which are no part of the article, are left out.';
COMMENT ON COLUMN entity_mentions.line_no IS 'Line of the source on which its paragraph, bullet, heading or table row begins. For headers the table''s.';
COMMENT ON COLUMN entity_mentions.place IS 'Which text of the block it is. heading, text (of a paragraph or bullet), label (of a bullet, or who speaks), header or cell (of a table).';
COMMENT ON COLUMN entity_mentions.entity_id IS 'The entity: compare this one; it is indexed.';
COMMENT ON COLUMN entity_mentions.entity IS 'Its usual name; NULL when it is no more in entities.';
COMMENT ON COLUMN entity_mentions.name_kind IS 'Which kind of its names. name, alias, acronym, foreign or demonym (Pakistani); NULL for a flag, a code, and names in other languages that only the program knows.';
COMMENT ON COLUMN entity_mentions.mention IS 'The name as written.';
COMMENT ON COLUMN entity_mentions.snippet IS 'The sentence, with the mention in « ».';
COMMENT ON COLUMN entity_mentions.table_no IS 'The table, for headers and cells.';
COMMENT ON COLUMN entity_mentions.row_no IS 'The table''s row, for cells.';
COMMENT ON COLUMN entity_mentions.column_no IS 'The table''s column, for headers and cells.';
COMMENT ON COLUMN entity_mentions.mention_no IS 'Number of the mention in the article, from 1, in reading order.';

CREATE OR REPLACE FUNCTION mentions_of(name text) RETURNS SETOF entity_mentions
  LANGUAGE plpgsql STABLE ROWS 100
  SET search_path FROM CURRENT
AS $$
DECLARE
  id text;
BEGIN
  FOR id IN
    SELECT e.entity_id FROM entities e WHERE e.entity_id = mentions_of.name
    UNION
    SELECT n.entity_id FROM entity_names n WHERE n.name_key = item_key(mentions_of.name) AND n.is_key
  LOOP
    RETURN QUERY SELECT m.* FROM entity_mentions m WHERE m.entity_id = id;
  END LOOP;
END
$$;
COMMENT ON FUNCTION mentions_of(text) IS
  'The mentions of the entity that has this name or entity_id. The name in any spelling that entity_names knows; the mentions by whatever name.';

CREATE OR REPLACE VIEW co_mentions AS
SELECT
  x.document_id, d.source, d.title, x.position, x.row_no,
  x.entity_id, e.name AS entity, e.kind, x.other_id, o.name AS other, o.kind AS other_kind, x.mention_no, x.other_mention_no,
  d.article, d.site, d.language, d.document_date, d.date_source,
  e.alpha2, e.alpha3, e.region, o.alpha2 AS other_alpha2, o.alpha3 AS other_alpha3, o.region AS other_region
FROM (
  SELECT a.document_id, a.position, a.row_no, a.entity_id, b.entity_id AS other_id, min(a.mention_no) AS mention_no,
    min(b.mention_no) AS other_mention_no
  FROM mentions a
  JOIN mentions b
    ON b.document_id = a.document_id AND b.position = a.position AND b.entity_id <> a.entity_id
    AND b.row_no IS NOT DISTINCT FROM a.row_no
  GROUP BY a.document_id, a.position, a.row_no, a.entity_id, b.entity_id
) x
LEFT JOIN entities e ON e.entity_id = x.entity_id
LEFT JOIN entities o ON o.entity_id = x.other_id
LEFT JOIN articles d ON d.document_id = x.document_id;

COMMENT ON VIEW co_mentions IS
  'One row per entity, other entity, and place that names both. A paragraph, a bullet, a heading, a row or the headers of a table. Both ways round.';
COMMENT ON COLUMN co_mentions.row_no IS 'The table''s row, for cells.';
COMMENT ON COLUMN co_mentions.entity IS 'Its usual name.';
COMMENT ON COLUMN co_mentions.other_id IS 'The other entity.';
COMMENT ON COLUMN co_mentions.other IS 'Its usual name.';
COMMENT ON COLUMN co_mentions.other_kind IS 'And its kind.';
COMMENT ON COLUMN co_mentions.mention_no IS 'The entity''s first mention there. With document_id it leads to the row of entity_mentions, which has the sentence.';
COMMENT ON COLUMN co_mentions.other_mention_no IS 'The other''s first mention there.';
COMMENT ON COLUMN co_mentions.other_alpha2 IS 'ISO 3166-1 alpha-2 code of the other.';
COMMENT ON COLUMN co_mentions.other_alpha3 IS 'Its alpha-3 code.';
COMMENT ON COLUMN co_mentions.other_region IS 'Its region.';
