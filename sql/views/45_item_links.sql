-- Items linked with what stands beside, under and above them, across tables, lists and headings.
--
-- Each branch begins with the item, so that a look-up by item_key goes through the index of its structure. Two of them go
-- from a value back to its item: there a key comes from `items`, and an index on the elements of lists (sql/index_items.sql)
-- finds the cells (element_hashes; the second condition is for a join without the index, and against two keys with one hash).

CREATE OR REPLACE VIEW item_links AS
SELECT
  x.item_key, x.item, x.item_kind, x.link, x.via, item_key(x.linked) AS linked_key, x.linked, x.linked_kind,
  x.document_id, d.source, d.title, x.section_no, s.heading, x.line_no, x.table_no, x.row_no, x.column_no
FROM (
  SELECT item_key(i.text) AS item_key, i.text AS item, 'row' AS item_kind, 'has value' AS link, c.header AS via,
    e.value AS linked, 'value' AS linked_kind,
    i.document_id, t.section_no, v.line_no, i.table_no, i.row_no, v.column_no
  FROM table_cells i
  JOIN table_cells v
    ON v.document_id = i.document_id AND v.table_no = i.table_no AND v.row_no = i.row_no
    AND v.column_no > 1 AND v.text <> ''
  JOIN tables t ON t.document_id = i.document_id AND t.table_no = i.table_no
  LEFT JOIN table_columns c
    ON c.document_id = v.document_id AND c.table_no = v.table_no AND c.column_no = v.column_no
  LEFT JOIN header_roles r ON r.header_key = item_key(c.header)
  CROSS JOIN LATERAL unnest(
    CASE WHEN r.role IN ('place', 'date', 'amount', 'share', 'rank', 'identifier') THEN ARRAY[v.text]
    ELSE list_elements(v.text) END) AS e (value)
  WHERE i.column_no = 1 AND i.text <> ''

  UNION ALL
  SELECT k.item_key, e.value, 'value', 'value of', c.header, i.text, 'row',
    v.document_id, t.section_no, v.line_no, v.table_no, v.row_no, v.column_no
  FROM (SELECT DISTINCT item_key FROM items) k
  JOIN table_cells v
    ON element_hashes(v.text) @> ARRAY[hashtextextended(k.item_key, 0)] AND v.column_no > 1 AND v.text ~ '[[:alpha:]]'
  CROSS JOIN LATERAL unnest(list_elements(v.text)) AS e (value)
  JOIN table_cells i
    ON i.document_id = v.document_id AND i.table_no = v.table_no AND i.row_no = v.row_no AND i.column_no = 1
    AND i.text <> ''
  JOIN tables t ON t.document_id = v.document_id AND t.table_no = v.table_no
  LEFT JOIN table_columns c
    ON c.document_id = v.document_id AND c.table_no = v.table_no AND c.column_no = v.column_no
  WHERE item_key(e.value) = k.item_key

  UNION ALL
  SELECT item_key(coalesce(b.label, b.text)), b.label, 'label', 'has text', led_by(b.document_id, b.section_no, list_position(b.document_id, b.list_no)),
    e.value, 'text', b.document_id, b.section_no, b.line_no, NULL, NULL, NULL
  FROM bullets b
  CROSS JOIN LATERAL unnest(list_elements(b.text)) AS e (value)
  WHERE b.label IS NOT NULL

  UNION ALL
  SELECT k.item_key, e.value, 'text', 'text of', led_by(b.document_id, b.section_no, list_position(b.document_id, b.list_no)),
    b.label, 'label', b.document_id, b.section_no, b.line_no, NULL, NULL, NULL
  FROM (SELECT DISTINCT item_key FROM items) k
  JOIN bullets b
    ON element_hashes(b.text) @> ARRAY[hashtextextended(k.item_key, 0)] AND b.label IS NOT NULL AND length(b.text) <= 200
  CROSS JOIN LATERAL unnest(list_elements(b.text)) AS e (value)
  WHERE item_key(e.value) = k.item_key

  UNION ALL
  SELECT item_key(h.heading), h.heading, 'heading', 'heads', NULL, coalesce(b.label, b.text),
    CASE WHEN b.label IS NOT NULL THEN 'label' ELSE 'bullet' END, b.document_id, b.section_no, b.line_no, NULL, NULL, NULL
  FROM sections h
  JOIN bullets b ON b.document_id = h.document_id AND b.section_no = h.section_no
  WHERE h.heading IS NOT NULL AND (b.label IS NOT NULL OR length(b.text) <= 80)

  UNION ALL
  SELECT item_key(h.heading), h.heading, 'heading', 'heads', NULL, c.text, 'row',
    c.document_id, t.section_no, c.line_no, c.table_no, c.row_no, NULL
  FROM sections h
  JOIN tables t ON t.document_id = h.document_id AND t.section_no = h.section_no
  JOIN table_cells c ON c.document_id = t.document_id AND c.table_no = t.table_no AND c.column_no = 1 AND c.text <> ''
  WHERE h.heading IS NOT NULL

  UNION ALL
  SELECT i.item_key, i.item, i.kind, 'under heading', NULL, h.heading, 'heading',
    i.document_id, i.section_no, i.line_no, NULL, NULL, NULL
  FROM items i
  JOIN sections h ON h.document_id = i.document_id AND h.section_no = i.section_no
  WHERE i.kind <> 'heading' AND h.heading IS NOT NULL

  UNION ALL
  SELECT i.item_key, i.item, i.kind, 'same section', NULL, coalesce(b.label, b.text),
    CASE WHEN b.label IS NOT NULL THEN 'label' ELSE 'bullet' END, b.document_id, b.section_no, b.line_no, NULL, NULL, NULL
  FROM items i
  JOIN bullets b ON b.document_id = i.document_id AND b.section_no = i.section_no
    AND (i.structure <> 'list' OR i.number <> b.list_no)
  WHERE i.kind <> 'heading' AND (b.label IS NOT NULL OR length(b.text) <= 80)

  UNION ALL
  SELECT i.item_key, i.item, i.kind, 'same section', NULL, c.text, 'row',
    c.document_id, t.section_no, c.line_no, c.table_no, c.row_no, NULL
  FROM items i
  JOIN tables t ON t.document_id = i.document_id AND t.section_no = i.section_no
    AND (i.structure <> 'table' OR i.number <> t.table_no)
  JOIN table_cells c ON c.document_id = t.document_id AND c.table_no = t.table_no AND c.column_no = 1 AND c.text <> ''
  WHERE i.kind <> 'heading'
) x
LEFT JOIN documents d ON d.document_id = x.document_id
LEFT JOIN sections s ON s.document_id = x.document_id AND s.section_no = x.section_no;

COMMENT ON VIEW item_links IS
$$One row per link of an item (see items) with another one, a value or a heading, and where it stands. Ask by item_key: WHERE item_key = item_key('Intelligence Sharing').
has value: a table row's item and one element of another cell; value of: the same from the value's side, for values that are also an item somewhere (a bullet, a heading, a row);
has text, text of: the same for a bullet's label and the elements of its text;
heads, under heading: a heading and what is listed under it;
same section: items of two lists or tables that stand in one section.
The ways back (value of, text of) read every cell until `doc2pgsql index items` has built its indexes.$$;
COMMENT ON COLUMN item_links.item_key IS 'The item normalised by item_key(item): compare this one; it is indexed.';
COMMENT ON COLUMN item_links.item IS 'The item as written there.';
COMMENT ON COLUMN item_links.item_kind IS 'row, label, bullet, heading, value or text: how the item stands there.';
COMMENT ON COLUMN item_links.link IS 'has value, value of, has text, text of, heads, under heading or same section.';
COMMENT ON COLUMN item_links.via IS 'What says how they belong together: the header of the value''s column; the lead-in or heading of the label''s list.';
COMMENT ON COLUMN item_links.linked_key IS 'What it is linked with, normalised by item_key(linked).';
COMMENT ON COLUMN item_links.linked IS 'The same as written.';
COMMENT ON COLUMN item_links.linked_kind IS 'row, label, bullet, heading, value or text.';
COMMENT ON COLUMN item_links.document_id IS 'The article.';
COMMENT ON COLUMN item_links.source IS 'Where the article came from.';
COMMENT ON COLUMN item_links.title IS 'Title of the article.';
COMMENT ON COLUMN item_links.section_no IS 'The section in which they stand.';
COMMENT ON COLUMN item_links.heading IS 'Heading of that section; NULL before the first heading.';
COMMENT ON COLUMN item_links.line_no IS 'Line of the source: of the table row, of the bullet, for heads and same section of what is linked.';
COMMENT ON COLUMN item_links.table_no IS 'The table: of the value; for heads and same section of what is linked.';
COMMENT ON COLUMN item_links.row_no IS 'The row, as for the table.';
COMMENT ON COLUMN item_links.column_no IS 'The value''s column.';

CREATE OR REPLACE FUNCTION links_of(item text) RETURNS SETOF item_links
  LANGUAGE plpgsql STABLE ROWS 20
  SET search_path FROM CURRENT
AS $$
DECLARE
  key text := item_key(links_of.item);
BEGIN
  RETURN QUERY SELECT l.* FROM item_links l WHERE l.item_key = key AND l.link NOT IN ('value of', 'text of');
  RETURN QUERY
    SELECT key, e.value, 'value', 'value of', c.header, item_key(i.text), i.text, 'row',
      v.document_id, d.source, d.title, t.section_no, s.heading, v.line_no, v.table_no, v.row_no, v.column_no
    FROM table_cells v
    CROSS JOIN LATERAL unnest(list_elements(v.text)) AS e (value)
    JOIN table_cells i
      ON i.document_id = v.document_id AND i.table_no = v.table_no AND i.row_no = v.row_no AND i.column_no = 1
      AND i.text <> ''
    JOIN tables t ON t.document_id = v.document_id AND t.table_no = v.table_no
    LEFT JOIN table_columns c
      ON c.document_id = v.document_id AND c.table_no = v.table_no AND c.column_no = v.column_no
    LEFT JOIN documents d ON d.document_id = v.document_id
    LEFT JOIN sections s ON s.document_id = t.document_id AND s.section_no = t.section_no
    WHERE element_hashes(v.text) @> ARRAY[hashtextextended(key, 0)] AND v.column_no > 1 AND v.text ~ '[[:alpha:]]'
      AND item_key(e.value) = key;
  RETURN QUERY
    SELECT key, e.value, 'text', 'text of', led_by(b.document_id, b.section_no, list_position(b.document_id, b.list_no)),
      item_key(b.label), b.label, 'label', b.document_id, d.source, d.title, b.section_no, s.heading, b.line_no,
      NULL::int, NULL::int, NULL::int
    FROM bullets b
    CROSS JOIN LATERAL unnest(list_elements(b.text)) AS e (value)
    LEFT JOIN documents d ON d.document_id = b.document_id
    LEFT JOIN sections s ON s.document_id = b.document_id AND s.section_no = b.section_no
    WHERE element_hashes(b.text) @> ARRAY[hashtextextended(key, 0)] AND b.label IS NOT NULL AND length(b.text) <= 200
      AND item_key(e.value) = key;
END
$$;
COMMENT ON FUNCTION links_of(text) IS
  'The links of one item, however it is written: what item_links says of it, and also of values that are nowhere an item.';
