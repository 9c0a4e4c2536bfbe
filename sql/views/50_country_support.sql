-- Which countries and organisations give which support.

-- The same reading of tables as in item_attributes, written out: the planner keeps the order of joins beyond the first
-- eight, and here rows are chosen by entity and by header.
CREATE OR REPLACE VIEW country_support AS
SELECT
  i.document_id,
  d.source,
  d.title,
  t.section_no,
  s.heading,
  v.line_no,
  e.name AS country,
  e.entity_id,
  e.kind,
  i.text AS item,
  item_key(i.text) AS item_key,
  c.header AS attribute,
  l.support,
  item_key(l.support) AS support_key,
  i.table_no,
  i.row_no,
  v.column_no,
  l.element_no::int AS element_no
FROM entities e
JOIN entity_names n ON n.entity_id = e.entity_id AND n.is_key
JOIN table_cells i ON item_key(i.text) = n.name_key AND i.column_no = 1
JOIN table_cells v
  ON v.document_id = i.document_id AND v.table_no = i.table_no AND v.row_no = i.row_no
  AND v.column_no > 1 AND v.text <> ''
JOIN table_columns c
  ON c.document_id = v.document_id AND c.table_no = v.table_no AND c.column_no = v.column_no
JOIN header_roles r ON r.header_key = item_key(c.header) AND r.role = 'support'
LEFT JOIN table_columns h ON h.document_id = i.document_id AND h.table_no = i.table_no AND h.column_no = 1
LEFT JOIN header_roles p ON p.header_key = item_key(h.header) AND p.role = 'party'
LEFT JOIN documents d ON d.document_id = i.document_id
LEFT JOIN tables t ON t.document_id = i.document_id AND t.table_no = i.table_no
LEFT JOIN sections s ON s.document_id = t.document_id AND s.section_no = t.section_no
CROSS JOIN LATERAL unnest(list_elements(v.text)) WITH ORDINALITY AS l (support, element_no)
WHERE NOT n.case_sensitive
  OR p.role IS NOT NULL
  OR strpos(replace(i.text, '.', ''), replace(n.name, '.', '')) > 0
  OR strpos(i.text, upper(n.name)) > 0;

COMMENT ON VIEW country_support IS
  'Which country, territory, organisation or region gives which support, in which article and line: table rows whose item is an entity (entity_names), under headers that mean support (header_roles). Case-sensitive names (US) have to be written so, unless the column''s header says that it holds parties.';
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
COMMENT ON COLUMN country_support.attribute IS 'The header as written, such as Type of Support.';
COMMENT ON COLUMN country_support.support IS 'The support as written: one element of the cell''s list.';
COMMENT ON COLUMN country_support.support_key IS 'The same, normalised by item_key(support).';
COMMENT ON COLUMN country_support.table_no IS 'The table.';
COMMENT ON COLUMN country_support.row_no IS 'The row.';
COMMENT ON COLUMN country_support.column_no IS 'The column of the support.';
COMMENT ON COLUMN country_support.element_no IS 'Number of the support in its cell, from 1.';
