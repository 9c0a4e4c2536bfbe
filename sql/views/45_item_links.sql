-- Items linked with what is said of them, and with what stands under, above and beside them, across tables, lists and headings.
--
-- What articles say of items are facts, found from either side by an index. What only stands near is found by the item's key in
-- its structure, and from there by the numbers of its document and section, item by item (LATERAL).

-- Each side is joined by itself: a cluster would bring all articles together to join them behind a union.
CREATE OR REPLACE VIEW item_links AS
SELECT
  l.item_key, l.item, fact_kind(l.item_kind) AS item_kind, l.link, l.via, l.linked_key, l.linked, fact_kind(l.linked_kind) AS linked_kind,
  l.document_id, l.source, l.title, l.section_no, l.heading, l.line_no, l.table_no, l.row_no, l.column_no,
  l.article, l.site, l.language, l.document_date, l.date_source, is_number(l.item_key) AS is_number, is_number(l.linked_key) AS linked_is_number
FROM (
  SELECT f.document_id, f.item_key, f.item, f.told_by AS item_kind, CASE WHEN f.table_no IS NULL THEN 'has text' ELSE 'has value' END AS link,
    f.attribute AS via, f.value_key AS linked_key, f.value AS linked, CASE WHEN f.table_no IS NULL THEN 'text' ELSE 'value' END AS linked_kind,
    f.section_no, f.line_no, f.table_no, nullif(f.row_no, 0) AS row_no, f.column_no,
    d.source, d.title, s.heading, d.article, d.site, d.language, d.document_date, d.date_source
  FROM facts f
  LEFT JOIN articles d ON d.document_id = f.document_id
  LEFT JOIN sections s ON s.document_id = f.document_id AND s.section_no = f.section_no

  UNION ALL
  SELECT f.document_id, f.value_key, f.value, CASE WHEN f.table_no IS NULL THEN 'text' ELSE 'value' END,
    CASE WHEN f.table_no IS NULL THEN 'text of' ELSE 'value of' END, f.attribute, f.item_key, f.item, f.told_by,
    f.section_no, f.line_no, f.table_no, nullif(f.row_no, 0), f.column_no,
    d.source, d.title, s.heading, d.article, d.site, d.language, d.document_date, d.date_source
  FROM facts f
  LEFT JOIN articles d ON d.document_id = f.document_id
  LEFT JOIN sections s ON s.document_id = f.document_id AND s.section_no = f.section_no

  UNION ALL
  SELECT i.document_id, i.item_key, i.item, i.kind, n.link, NULL, n.item_key, n.item, n.kind, i.section_no, n.line_no, n.table_no, n.row_no, NULL,
    n.source, n.title, n.heading, n.article, n.site, n.language, n.document_date, n.date_source
  FROM items i
  JOIN LATERAL (
    SELECT b.document_id, CASE i.kind WHEN 'heading' THEN 'heads' ELSE 'same section' END AS link, b.item_key, coalesce(b.label, b.text) AS item,
      CASE WHEN b.label IS NOT NULL THEN 'label' ELSE 'bullet' END AS kind, b.line_no, NULL::int AS table_no, NULL::int AS row_no,
      s.heading, d.source, d.title, d.article, d.site, d.language, d.document_date, d.date_source
    FROM bullets b
    LEFT JOIN articles d ON d.document_id = b.document_id
    LEFT JOIN sections s ON s.document_id = b.document_id AND s.section_no = b.section_no
    WHERE b.document_id = i.document_id AND b.section_no = i.section_no AND b.item_key IS NOT NULL
      AND (i.structure <> 'list' OR b.list_no <> i.number)

    UNION ALL
    SELECT t.document_id, CASE i.kind WHEN 'heading' THEN 'heads' ELSE 'same section' END, r.item_key, r.cells[1], 'row',
      coalesce(r.lines[1], r.line_no), r.table_no, r.row_no,
      s.heading, d.source, d.title, d.article, d.site, d.language, d.document_date, d.date_source
    FROM tables t
    JOIN table_rows r ON r.document_id = t.document_id AND r.table_no = t.table_no
    LEFT JOIN articles d ON d.document_id = t.document_id
    LEFT JOIN sections s ON s.document_id = t.document_id AND s.section_no = t.section_no
    WHERE t.document_id = i.document_id AND t.section_no = i.section_no AND r.item_key IS NOT NULL
      AND (i.structure <> 'table' OR t.table_no <> i.number)

    UNION ALL
    SELECT h.document_id, 'under heading', h.item_key, h.heading, 'heading', i.line_no, NULL, NULL,
      h.heading, d.source, d.title, d.article, d.site, d.language, d.document_date, d.date_source
    FROM sections h
    LEFT JOIN articles d ON d.document_id = h.document_id
    WHERE h.document_id = i.document_id AND h.section_no = i.section_no AND i.kind <> 'heading' AND h.item_key IS NOT NULL
  ) n ON n.document_id = i.document_id
  WHERE i.section_no > 0
) l
WHERE l.item_key IS NOT NULL;

COMMENT ON VIEW item_links IS
$$One row per link of an item with another one, a value or a heading. And where it stands; ask by item_key: WHERE item_key = item_key('Intelligence Sharing').
has value, value of: a fact of a table (see facts), from its item's side and from its value's;
has text, text of: the same for a list item;
heads, under heading: a heading and what is listed under it;
same section: items of two lists or tables that stand under one heading.$$;
COMMENT ON COLUMN item_links.item IS 'The item as written there.';
COMMENT ON COLUMN item_links.item_kind IS 'How the item stands there. row, header, label, bullet, lead-in, heading, value or text.';
COMMENT ON COLUMN item_links.link IS 'has value, value of, has text, text of, heads, under heading or same section.';
COMMENT ON COLUMN item_links.via IS 'What says how they belong together: the attribute of the fact.';
COMMENT ON COLUMN item_links.linked_key IS 'What it is linked with, normalised by item_key(linked).';
COMMENT ON COLUMN item_links.linked IS 'The same as written.';
COMMENT ON COLUMN item_links.linked_kind IS 'As item_kind.';
COMMENT ON COLUMN item_links.line_no IS 'Line of the source. Of the table row, of the bullet, for heads and same section of what is linked.';
COMMENT ON COLUMN item_links.table_no IS 'The table: of the value; for heads and same section of what is linked.';
COMMENT ON COLUMN item_links.row_no IS 'The row, as for the table.';
COMMENT ON COLUMN item_links.column_no IS 'The value''s column.';
COMMENT ON COLUMN item_links.linked_is_number IS 'The same of what it is linked with.';

CREATE OR REPLACE FUNCTION links_of(item text) RETURNS SETOF item_links
  LANGUAGE plpgsql STABLE ROWS 20
  SET search_path FROM CURRENT
AS $$
BEGIN
  RETURN QUERY SELECT l.* FROM item_links l WHERE l.item_key = item_key(links_of.item);
END
$$;
COMMENT ON FUNCTION links_of(text) IS 'What item_links says of one item, however it is written.';
