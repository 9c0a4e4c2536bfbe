-- Which countries and organisations give which support.

-- Three ways in which articles say it: rows of tables (the party is the first cell, the support stands under a header that
-- means support), columns of tables (the party is a header, the first column holds the kinds of support), and labelled
-- bullets (the label is the party, and the list's lead-in or the heading tells of support).
--
-- What rows are chosen by stands inside, few joins at a time, so that planning stays short; what is only shown, outside.
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
  item_key(y.item) AS item_key,
  y.attribute,
  l.support,
  item_key(l.support) AS support_key,
  y.table_no,
  y.row_no,
  y.column_no,
  l.element_no::int AS element_no,
  y.origin,
  y.detail,
  y.position
FROM (
  SELECT x.document_id, t.section_no, t.position, v.line_no, x.entity AS country, x.entity_id, x.kind, x.item,
    c.header AS attribute, x.table_no, x.row_no, v.column_no, 'row' AS origin,
    CASE WHEN says_yes(v.text) OR says_amount(v.text) THEN c.header ELSE v.text END AS told_by,
    CASE WHEN says_amount(v.text) THEN v.text END AS detail
  FROM item_entities x
  JOIN table_cells v
    ON v.document_id = x.document_id AND v.table_no = x.table_no AND v.row_no = x.row_no AND v.column_no > 1
  JOIN table_columns c
    ON c.document_id = v.document_id AND c.table_no = v.table_no AND c.column_no = v.column_no
  JOIN header_roles r ON r.header_key = item_key(c.header) AND r.role = 'support'
  CROSS JOIN LATERAL (
    SELECT o.section_no, o.position FROM tables o WHERE o.document_id = x.document_id AND o.table_no = x.table_no OFFSET 0) t
  WHERE x.place = 'row'
    AND NOT says_nothing(v.text)
    AND (CASE
        WHEN x.case_sensitive AND strpos(replace(x.item, '.', ''), replace(x.name, '.', '')) = 0 AND strpos(x.item, upper(x.name)) = 0
        THEN false ELSE x.complete END
      OR EXISTS (
        SELECT FROM table_columns h JOIN header_roles p ON p.header_key = item_key(h.header) AND p.role = 'party'
        WHERE h.document_id = x.document_id AND h.table_no = x.table_no AND h.column_no = 1))

  UNION ALL
  SELECT c.document_id, t.section_no, t.position, v.line_no, e.name, e.entity_id, e.kind, c.header,
    h.header, c.table_no, v.row_no, c.column_no, 'header', i.text, CASE WHEN NOT says_yes(v.text) THEN v.text END
  FROM entities e
  JOIN entity_names n ON n.entity_id = e.entity_id AND n.is_key
  JOIN table_columns c ON item_key(c.header) = n.name_key AND c.header <> '' AND c.column_no > 1
  JOIN table_columns h ON h.document_id = c.document_id AND h.table_no = c.table_no AND h.column_no = 1
  JOIN tables t ON t.document_id = c.document_id AND t.table_no = c.table_no
  JOIN table_cells v ON v.document_id = c.document_id AND v.table_no = c.table_no AND v.column_no = c.column_no
  JOIN table_cells i
    ON i.document_id = v.document_id AND i.table_no = v.table_no AND i.row_no = v.row_no AND i.column_no = 1
  WHERE (NOT n.case_sensitive OR strpos(replace(c.header, '.', ''), replace(n.name, '.', '')) > 0)
    AND NOT says_nothing(i.text) AND NOT says_nothing(v.text)
    AND (EXISTS (SELECT FROM header_roles r WHERE r.header_key = item_key(h.header) AND r.role = 'support')
      OR ((coalesce(h.header, '') = ''
          OR EXISTS (SELECT FROM header_roles r WHERE r.header_key = item_key(h.header) AND r.role = 'item'))
        AND tells_support(led_by(t.document_id, t.section_no, t.position))
        AND 1 < (
          SELECT count(DISTINCT w.entity_id)
          FROM table_columns o JOIN entity_names w ON w.name_key = item_key(o.header) AND w.is_key
          WHERE o.document_id = c.document_id AND o.table_no = c.table_no AND o.column_no > 1)))

  UNION ALL
  SELECT x.document_id, b.section_no, x.position, x.line_no, x.entity, x.entity_id, x.kind, x.item,
    led_by(x.document_id, b.section_no, list_position(b.document_id, b.list_no)),
    NULL, NULL, NULL, 'bullet', b.text, NULL
  FROM item_entities x
  JOIN bullets b ON b.document_id = x.document_id AND b.position = x.position
  WHERE x.place = 'label'
    AND x.complete
    AND (NOT x.case_sensitive OR strpos(replace(x.item, '.', ''), replace(x.name, '.', '')) > 0)
    AND b.text ~ '[[:alpha:]]'
    AND NOT says_nothing(b.text)
    AND tells_support(led_by(x.document_id, b.section_no, list_position(b.document_id, b.list_no)))
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
