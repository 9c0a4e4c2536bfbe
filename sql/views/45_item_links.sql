-- Items linked with what stands beside, under and above them, across tables, lists and headings.
--
-- An item is found by its key in the index of its structure, and what it is linked with by the numbers of its document,
-- table and section, item by item (LATERAL): so there is little for the planner to order, and it never reads a whole table.
--
-- The links from a value back to its item go the other way: there a key comes from all items, and the indexes on request
-- (sql/index_items.sql) find the cells. They hold numbers for keys, so the keys are compared as well.
-- A function of the key would plan them once a session, but a condition on the document couldn't come before it: every key would
-- be asked.

CREATE OR REPLACE VIEW item_keys AS
SELECT c.item_key FROM table_cells c WHERE c.item_key IS NOT NULL
UNION SELECT b.item_key FROM bullets b WHERE b.item_key IS NOT NULL
UNION SELECT h.item_key FROM sections h WHERE h.item_key IS NOT NULL;
COMMENT ON VIEW item_keys IS 'One row per key of items: of a table''s rows, of labels and short bullets, of headings.';
COMMENT ON COLUMN item_keys.item_key IS 'The items'' normalised name.';

CREATE OR REPLACE VIEW item_links AS
SELECT
  i.item_key, i.item, i.kind AS item_kind, l.link, l.via, l.linked_key, l.linked, l.linked_kind,
  i.document_id, d.source, d.title, i.section_no, s.heading, l.line_no, l.table_no, l.row_no, l.column_no
FROM (
  SELECT o.*, coalesce(o.own_section_no, t.section_no) AS section_no
  FROM (
    SELECT document_id, 'row' AS kind, item_key, text AS item, NULL::int AS own_section_no, line_no, table_no, row_no,
      NULL::int AS list_no, NULL::text AS text
    FROM table_cells
    UNION ALL
    SELECT document_id, CASE WHEN label IS NOT NULL THEN 'label' ELSE 'bullet' END, item_key, coalesce(label, text),
      section_no, line_no, NULL, NULL, list_no, text
    FROM bullets
    UNION ALL
    SELECT document_id, 'heading', item_key, heading, section_no, line_no, NULL, NULL, NULL, NULL
    FROM sections
  ) o
  LEFT JOIN LATERAL (
    SELECT t.section_no FROM tables t WHERE t.document_id = o.document_id AND t.table_no = o.table_no OFFSET 0) t ON true
  WHERE o.item_key IS NOT NULL
) i
LEFT JOIN LATERAL (SELECT d.source, d.title FROM documents d WHERE d.document_id = i.document_id OFFSET 0) d ON true
LEFT JOIN LATERAL (
  SELECT s.heading, s.item_key FROM sections s WHERE s.document_id = i.document_id AND s.section_no = i.section_no OFFSET 0) s ON true
CROSS JOIN LATERAL (
  SELECT 'has value' AS link, c.header AS via, key_of(e.value) AS linked_key, e.value AS linked, 'value' AS linked_kind,
    v.line_no, v.table_no, v.row_no, v.column_no
  FROM table_cells v
  LEFT JOIN LATERAL (
    SELECT c.header, c.header_key FROM table_columns c
    WHERE c.document_id = i.document_id AND c.table_no = i.table_no AND c.column_no = v.column_no
    OFFSET 0) c ON true
  CROSS JOIN LATERAL unnest(
    -- the role is looked up for texts that hold a separator only
    CASE WHEN v.text ~ '[,;\n،、，；؛•▪‣]' AND (SELECT r.role FROM header_roles r WHERE r.header_key = c.header_key)
      IN ('place', 'date', 'amount', 'share', 'rank', 'identifier') THEN ARRAY[v.text]
    ELSE list_elements(v.text) END) AS e (value)
  WHERE i.kind = 'row'
    AND v.document_id = i.document_id AND v.table_no = i.table_no AND v.row_no = i.row_no AND v.column_no > 1 AND v.text <> ''

  UNION ALL
  SELECT 'has text', list_led_by(i.document_id, i.section_no, i.list_no), key_of(e.value), e.value, 'text',
    i.line_no, NULL, NULL, NULL
  FROM unnest(list_elements(i.text)) AS e (value)
  WHERE i.kind = 'label'

  UNION ALL
  SELECT CASE i.kind WHEN 'heading' THEN 'heads' ELSE 'same section' END, NULL, b.item_key, coalesce(b.label, b.text),
    CASE WHEN b.label IS NOT NULL THEN 'label' ELSE 'bullet' END, b.line_no, NULL, NULL, NULL
  FROM bullets b
  WHERE b.document_id = i.document_id AND b.section_no = i.section_no AND b.item_key IS NOT NULL
    AND b.list_no IS DISTINCT FROM i.list_no

  UNION ALL
  SELECT CASE i.kind WHEN 'heading' THEN 'heads' ELSE 'same section' END, NULL, c.item_key, c.text, 'row',
    c.line_no, c.table_no, c.row_no, NULL
  FROM tables t
  CROSS JOIN LATERAL (
    SELECT c.item_key, c.text, c.line_no, c.table_no, c.row_no FROM table_cells c
    WHERE c.document_id = i.document_id AND c.table_no = t.table_no AND c.column_no = 1 AND c.item_key IS NOT NULL
    OFFSET 0) c
  WHERE t.document_id = i.document_id AND t.section_no = i.section_no AND t.table_no IS DISTINCT FROM i.table_no

  UNION ALL
  SELECT 'under heading', NULL, s.item_key, s.heading, 'heading', i.line_no, NULL, NULL, NULL
  WHERE i.kind <> 'heading' AND s.heading IS NOT NULL
) l

UNION ALL
SELECT k.item_key, e.value, 'value', 'value of', (
    SELECT c.header FROM table_columns c
    WHERE c.document_id = v.document_id AND c.table_no = v.table_no AND c.column_no = v.column_no),
  r.item_key, r.text, 'row', v.document_id, (SELECT d.source FROM documents d WHERE d.document_id = v.document_id),
  (SELECT d.title FROM documents d WHERE d.document_id = v.document_id), t.section_no,
  (SELECT s.heading FROM sections s WHERE s.document_id = v.document_id AND s.section_no = t.section_no),
  v.line_no, v.table_no, v.row_no, v.column_no
FROM item_keys k
JOIN table_cells v ON v.column_no > 1
  AND (value_hash(v.text) = hashtextextended(k.item_key, 0)
    OR (v.text ~ '[,;\n،、，；؛•▪‣]' AND v.text ~ '[[:alpha:]]' AND list_hashes(v.text) @> ARRAY[hashtextextended(k.item_key, 0)]))
CROSS JOIN LATERAL unnest(list_elements(v.text)) AS e (value)
CROSS JOIN LATERAL (
  SELECT i.item_key, i.text FROM table_cells i
  WHERE i.document_id = v.document_id AND i.table_no = v.table_no AND i.row_no = v.row_no AND i.column_no = 1
    AND i.item_key IS NOT NULL
  OFFSET 0) r
CROSS JOIN LATERAL (
  SELECT t.section_no FROM tables t WHERE t.document_id = v.document_id AND t.table_no = v.table_no OFFSET 0) t
WHERE key_of(e.value) = k.item_key

UNION ALL
SELECT k.item_key, e.value, 'text', 'text of', list_led_by(b.document_id, b.section_no, b.list_no), b.item_key, b.label, 'label',
  b.document_id, (SELECT d.source FROM documents d WHERE d.document_id = b.document_id),
  (SELECT d.title FROM documents d WHERE d.document_id = b.document_id), b.section_no,
  (SELECT s.heading FROM sections s WHERE s.document_id = b.document_id AND s.section_no = b.section_no),
  b.line_no, NULL, NULL, NULL
FROM item_keys k
JOIN bullets b
  ON list_hashes(b.text) @> ARRAY[hashtextextended(k.item_key, 0)] AND b.label IS NOT NULL AND length(b.text) <= 200
CROSS JOIN LATERAL unnest(list_elements(b.text)) AS e (value)
WHERE key_of(e.value) = k.item_key;

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
  SET plan_cache_mode = force_generic_plan
  SET max_parallel_workers_per_gather = 0 -- it takes longer to start them, or to compile
  SET jit = off
AS $$
DECLARE
  key text := item_key(links_of.item);
BEGIN
  RETURN QUERY SELECT l.* FROM item_links l WHERE l.item_key = key AND l.link NOT IN ('value of', 'text of');
  RETURN QUERY
    SELECT key, e.value, 'value', 'value of', r.header, r.item_key, r.text, 'row',
      v.document_id, r.source, r.title, r.section_no, r.heading, v.line_no, v.table_no, v.row_no, v.column_no
    FROM table_cells v
    CROSS JOIN LATERAL unnest(list_elements(v.text)) AS e (value)
    CROSS JOIN LATERAL (
      SELECT i.item_key, i.text, c.header, t.section_no, d.source, d.title, s.heading
      FROM table_cells i
      JOIN tables t ON t.document_id = v.document_id AND t.table_no = v.table_no
      LEFT JOIN table_columns c ON c.document_id = v.document_id AND c.table_no = v.table_no AND c.column_no = v.column_no
      LEFT JOIN documents d ON d.document_id = v.document_id
      LEFT JOIN sections s ON s.document_id = v.document_id AND s.section_no = t.section_no
      WHERE i.document_id = v.document_id AND i.table_no = v.table_no AND i.row_no = v.row_no AND i.column_no = 1
        AND i.item_key IS NOT NULL
      OFFSET 0) r
    WHERE v.column_no > 1
      AND (value_hash(v.text) = hashtextextended(key, 0)
        OR (v.text ~ '[,;\n،、，；؛•▪‣]' AND v.text ~ '[[:alpha:]]' AND list_hashes(v.text) @> ARRAY[hashtextextended(key, 0)]))
      AND key_of(e.value) = key;
  RETURN QUERY
    SELECT key, e.value, 'text', 'text of', list_led_by(b.document_id, b.section_no, b.list_no), b.item_key, b.label, 'label',
      b.document_id, d.source, d.title, b.section_no, s.heading, b.line_no, NULL::int, NULL::int, NULL::int
    FROM bullets b
    CROSS JOIN LATERAL unnest(list_elements(b.text)) AS e (value)
    LEFT JOIN documents d ON d.document_id = b.document_id
    LEFT JOIN sections s ON s.document_id = b.document_id AND s.section_no = b.section_no
    WHERE list_hashes(b.text) @> ARRAY[hashtextextended(key, 0)] AND b.label IS NOT NULL AND length(b.text) <= 200
      AND key_of(e.value) = key;
END
$$;
COMMENT ON FUNCTION links_of(text) IS
  'The links of one item, however it is written: what item_links says of it, and also of values that are nowhere an item.';
