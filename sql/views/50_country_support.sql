-- Which countries and organisations give which support.

-- Three ways in which articles say it: rows of tables (the party is the first cell, the support stands under a header that
-- means support), columns of tables (the party is a header, the first column holds the kinds of support), and labelled
-- bullets (the label is the party, and the list's lead-in or the heading tells of support).
--
-- What rows are chosen by comes first, and is all that the planner has to order. The rest is fetched by its key, row by row
-- (LATERAL … OFFSET 0): it can't tell that a document's table is one of few, and would read whole tables instead.
CREATE OR REPLACE VIEW country_support AS
SELECT
  y.document_id,
  d.source,
  d.title,
  y.section_no,
  s.heading,
  y.line_no,
  y.country,
  y.entity_id,
  y.kind,
  y.item,
  y.item_key,
  y.attribute,
  l.support,
  key_of(l.support) AS support_key,
  y.table_no,
  y.row_no,
  y.column_no,
  l.element_no::int AS element_no,
  y.origin,
  y.detail,
  y.position
FROM (
  SELECT i.document_id, v.section_no, v.position, v.line_no, e.name AS country, e.entity_id, e.kind, i.text AS item, i.item_key,
    v.header AS attribute, i.table_no, i.row_no, v.column_no, 'row' AS origin,
    CASE WHEN says_yes(v.text) OR says_amount(v.text) THEN v.header ELSE v.text END AS told_by,
    CASE WHEN says_amount(v.text) THEN v.text END AS detail
  FROM entities e
  JOIN entity_names n ON n.entity_id = e.entity_id AND n.is_key
  JOIN table_cells i ON (i.item_key = n.name_key OR (i.column_no = 1 AND cardinality(i.party_keys) > 0 AND i.party_keys @> ARRAY[n.name_key]
      AND (SELECT true FROM entity_names w WHERE w.name_key = i.item_key AND w.is_key LIMIT 1) IS NULL
      AND (SELECT true FROM entity_names o WHERE o.entity_id = n.entity_id AND o.is_key AND o.name_key < n.name_key
        AND o.name_key = ANY (i.party_keys) LIMIT 1) IS NULL))
  CROSS JOIN LATERAL unnest(array_append(array_remove(i.party_keys, i.item_key), i.item_key)) AS k (key)
  CROSS JOIN LATERAL (
    SELECT c.header, c.column_no, v.text, v.line_no, t.section_no, t.position
    FROM table_columns c
    JOIN table_cells v
      ON v.document_id = i.document_id AND v.table_no = i.table_no AND v.row_no = i.row_no AND v.column_no = c.column_no
    JOIN tables t ON t.document_id = i.document_id AND t.table_no = i.table_no
    WHERE c.document_id = i.document_id AND c.table_no = i.table_no AND c.column_no > 1
      AND coalesce(c.header_key IN (SELECT r.header_key FROM header_roles r WHERE r.role = 'support'), false)
      AND NOT says_nothing(v.text)
      -- CASE: only now, for rows of tables that tell of support
      AND CASE WHEN c.header_key IS NOT NULL THEN
        ((i.item_key = n.name_key OR names_only_entities(i.text, i.party_keys))
          AND (NOT n.case_sensitive OR strpos(replace(i.text, '.', ''), replace(n.name, '.', '')) > 0 OR strpos(i.text, upper(n.name)) > 0))
        OR (SELECT h.header_key FROM table_columns h WHERE h.document_id = i.document_id AND h.table_no = i.table_no AND h.column_no = 1)
          IN (SELECT r.header_key FROM header_roles r WHERE r.role = 'party')
        END
    OFFSET 0) v
  WHERE k.key = n.name_key

  UNION ALL
  SELECT c.document_id, t.section_no, t.position, v.line_no, e.name, e.entity_id, e.kind, c.header, c.header_key,
    t.header, c.table_no, v.row_no, c.column_no, 'header', i.text, CASE WHEN NOT says_yes(v.text) THEN v.text END
  FROM entities e
  JOIN entity_names n ON n.entity_id = e.entity_id AND n.is_key
  JOIN table_columns c ON c.header_key = n.name_key AND c.column_no > 1
  CROSS JOIN LATERAL (
    SELECT h.header, t.document_id, t.table_no, t.section_no, t.position
    FROM table_columns h
    JOIN tables t ON t.document_id = c.document_id AND t.table_no = c.table_no
    LEFT JOIN header_roles r ON r.header_key = h.header_key
    WHERE h.document_id = c.document_id AND h.table_no = c.table_no AND h.column_no = 1
      AND (NOT n.case_sensitive OR strpos(replace(c.header, '.', ''), replace(n.name, '.', '')) > 0)
      AND (r.role = 'support'
        OR (coalesce(h.header, '') = '' OR r.role = 'item')
          AND tells_support(led_by(t.document_id, t.section_no, t.position))
          AND 1 < (
            SELECT count(DISTINCT w.entity_id)
            FROM table_columns k JOIN entity_names w ON w.name_key = k.header_key AND w.is_key
            WHERE k.document_id = c.document_id AND k.table_no = c.table_no AND k.column_no > 1))
    OFFSET 0) t
  CROSS JOIN LATERAL (
    SELECT o.row_no, o.text, o.line_no FROM table_cells o
    WHERE o.document_id = t.document_id AND o.table_no = t.table_no AND o.column_no = c.column_no AND NOT says_nothing(o.text)
    OFFSET 0) v
  CROSS JOIN LATERAL (
    SELECT o.text FROM table_cells o
    WHERE o.document_id = t.document_id AND o.table_no = t.table_no AND o.row_no = v.row_no AND o.column_no = 1
      AND NOT says_nothing(o.text)
    OFFSET 0) i

  UNION ALL
  SELECT b.document_id, b.section_no, b.position, b.line_no, e.name, e.entity_id, e.kind, b.label, b.item_key,
    l.header, NULL, NULL, NULL, 'bullet', b.text, NULL
  FROM entities e
  JOIN entity_names n ON n.entity_id = e.entity_id AND n.is_key
  JOIN bullets b ON b.label IS NOT NULL AND (b.item_key = n.name_key OR (cardinality(b.party_keys) > 0 AND b.party_keys @> ARRAY[n.name_key]
      AND (SELECT true FROM entity_names w WHERE w.name_key = b.item_key AND w.is_key LIMIT 1) IS NULL
      AND (SELECT true FROM entity_names o WHERE o.entity_id = n.entity_id AND o.is_key AND o.name_key < n.name_key
        AND o.name_key = ANY (b.party_keys) LIMIT 1) IS NULL))
  CROSS JOIN LATERAL unnest(array_append(array_remove(b.party_keys, b.item_key), b.item_key)) AS k (key)
  CROSS JOIN LATERAL (SELECT list_led_by(b.document_id, b.section_no, b.list_no) AS header OFFSET 0) l
  WHERE k.key = n.name_key
    AND tells_support(l.header)
    AND (NOT n.case_sensitive OR strpos(replace(b.label, '.', ''), replace(n.name, '.', '')) > 0)
    AND (b.item_key = n.name_key OR names_only_entities(b.label, b.party_keys))
    AND b.text ~ '[[:alpha:]]'
    AND NOT says_nothing(b.text)
) y
LEFT JOIN documents d ON d.document_id = y.document_id
LEFT JOIN sections s ON s.document_id = y.document_id AND s.section_no = y.section_no
CROSS JOIN LATERAL unnest(list_elements(y.told_by)) WITH ORDINALITY AS l (support, element_no);

COMMENT ON VIEW country_support IS
$$Which country, territory, organisation or region gives which support, in which article and line. Three origins:
row: table rows whose first cell names entities (one, or several: Germany, France and Italy) under headers that mean support (header_roles);
header: tables whose headers are entities and whose first column holds the kinds of support, by its header or by the lead-in;
bullet: bullets whose label names entities in a list whose lead-in (or else heading) tells of support.
Case-sensitive names (US) have to be written so, unless the column's header says that it holds parties. Cells that say nothing (-, none, n/a) give no row; a tick or an amount gives the header as support.$$;
COMMENT ON COLUMN country_support.document_id IS 'The article.';
COMMENT ON COLUMN country_support.source IS 'Where the article came from.';
COMMENT ON COLUMN country_support.title IS 'Title of the article.';
COMMENT ON COLUMN country_support.section_no IS 'The section that the table stands in.';
COMMENT ON COLUMN country_support.heading IS 'Heading of that section; NULL before the first heading.';
COMMENT ON COLUMN country_support.line_no IS 'Line of the source on which the row begins.';
COMMENT ON COLUMN country_support.country IS 'Usual name of the country or organisation.';
COMMENT ON COLUMN country_support.entity_id IS 'Its row in entities.';
COMMENT ON COLUMN country_support.kind IS 'country, territory, organisation or region.';
COMMENT ON COLUMN country_support.item IS 'The country or organisation as written.';
COMMENT ON COLUMN country_support.item_key IS 'The same, normalised by item_key(item).';
COMMENT ON COLUMN country_support.attribute IS 'What tells of support, as written: the header (Type of Support), lead-in or heading.';
COMMENT ON COLUMN country_support.support IS 'The support as written: one element of the cell''s list.';
COMMENT ON COLUMN country_support.support_key IS 'The same, normalised by item_key(support).';
COMMENT ON COLUMN country_support.table_no IS 'The table; NULL for bullets.';
COMMENT ON COLUMN country_support.row_no IS 'The row; NULL for bullets.';
COMMENT ON COLUMN country_support.column_no IS 'The column of the support, of the party where that is a header; NULL for bullets.';
COMMENT ON COLUMN country_support.element_no IS 'Number of the support in its cell, from 1.';
COMMENT ON COLUMN country_support.origin IS 'row, header or bullet: how the article says it.';
COMMENT ON COLUMN country_support.detail IS 'How much, or in what way, where the support is told by a header: the cell as written.';
COMMENT ON COLUMN country_support.position IS 'Number of the table''s or bullet''s block in the article''s reading order.';
