-- Items and what is said of them.

-- What a cell or an element of its list says: rows of facts with what stands around them.
CREATE OR REPLACE VIEW item_attributes AS
SELECT
  f.document_id,
  d.source,
  d.title,
  f.section_no,
  s.heading,
  f.table_no,
  f.row_no,
  f.column_no,
  f.element_no,
  f.item,
  f.item_key,
  h.header AS item_attribute,
  f.attribute,
  f.attribute_key,
  r.role AS attribute_role,
  f.value,
  coalesce(f.value_key, item_key(f.value)) AS value_key,
  f.line_no
FROM facts f
LEFT JOIN header_roles r ON r.header_key = f.attribute_key
LEFT JOIN documents d ON d.document_id = f.document_id
LEFT JOIN sections s ON s.document_id = f.document_id AND s.section_no = f.section_no
LEFT JOIN table_columns h
  ON h.document_id = f.document_id AND h.table_no = f.table_no AND h.column_no = f.item_column_no
WHERE f.table_no IS NOT NULL;

COMMENT ON VIEW item_attributes IS
  'What tables say of their items: item → attribute → value. The facts of tables (see facts) with their document, section and roles: the item is the subject of the row (its first cell, unless that column holds ranks, numbers or dates), or the header where that is an entity.';
COMMENT ON COLUMN item_attributes.document_id IS 'The article.';
COMMENT ON COLUMN item_attributes.source IS 'Where the article came from.';
COMMENT ON COLUMN item_attributes.title IS 'Title of the article.';
COMMENT ON COLUMN item_attributes.section_no IS 'The section that the table stands in.';
COMMENT ON COLUMN item_attributes.heading IS 'Heading of that section; NULL before the first heading.';
COMMENT ON COLUMN item_attributes.table_no IS 'The table.';
COMMENT ON COLUMN item_attributes.row_no IS 'The row.';
COMMENT ON COLUMN item_attributes.column_no IS 'The column of the value.';
COMMENT ON COLUMN item_attributes.element_no IS 'Number of the value in its cell, from 1.';
COMMENT ON COLUMN item_attributes.item IS 'The item as written: the row''s subject, or the header that is an entity.';
COMMENT ON COLUMN item_attributes.item_key IS 'The item normalised by item_key(item): compare this one; it is indexed.';
COMMENT ON COLUMN item_attributes.item_attribute IS 'Header of the item''s column as written; NULL in a table without a header row, and where the item is a header.';
COMMENT ON COLUMN item_attributes.attribute IS 'Header of the value''s column as written, or the row''s first cell where the item is a header; NULL in a table without a header row.';
COMMENT ON COLUMN item_attributes.attribute_key IS 'That header normalised by item_key(attribute).';
COMMENT ON COLUMN item_attributes.attribute_role IS 'What the header means, by header_roles; NULL where it is not mapped.';
COMMENT ON COLUMN item_attributes.value IS 'The value as written: one element of the cell.';
COMMENT ON COLUMN item_attributes.value_key IS 'The value normalised by item_key(value).';
COMMENT ON COLUMN item_attributes.line_no IS 'Line of the source on which the row begins.';

CREATE OR REPLACE VIEW entity_facts AS
SELECT e.entity_id, f.document_id, f.fact_no, f.position, f.line_no, f.section_no, f.table_no, f.row_no, f.column_no, f.element_no, f.item,
  f.item_key, f.attribute, f.attribute_key, f.value, f.value_key, f.value_entity_id, f.number, f.unit, f.date, f.boolean, f.told_by, f.entity_id AS item_entity_id
FROM (
  SELECT DISTINCT entity_id, document_id, position, coalesce(row_no, 0) AS row_no
  FROM mentions
  WHERE place IN ('cell', 'label', 'text')
) e
JOIN facts f ON f.document_id = e.document_id AND f.position = e.position AND f.row_no = e.row_no
UNION ALL
SELECT f.entity_id, f.document_id, f.fact_no, f.position, f.line_no, f.section_no, f.table_no, f.row_no, f.column_no, f.element_no, f.item,
  f.item_key, f.attribute, f.attribute_key, f.value, f.value_key, f.value_entity_id, f.number, f.unit, f.date, f.boolean, f.told_by, f.entity_id
FROM facts f
WHERE f.entity_id IS NOT NULL AND NOT EXISTS (
  SELECT FROM mentions m
  WHERE m.entity_id = f.entity_id AND m.document_id = f.document_id AND m.position = f.position
    AND coalesce(m.row_no, 0) = f.row_no AND m.place IN ('cell', 'label', 'text'));

COMMENT ON VIEW entity_facts IS
$$One row per entity and fact that it leads to: all facts of a table's row that names it in any cell, and of a list item that names it; those under a heading or lead-in, and in a column, whose name it is.
Ask by entity_id; attribute and role (header_roles) say what the fact is about. Where the entity is the item itself, item_entity_id is the same.$$;
COMMENT ON COLUMN entity_facts.entity_id IS 'The entity.';
COMMENT ON COLUMN entity_facts.document_id IS 'As in facts.';
COMMENT ON COLUMN entity_facts.fact_no IS 'As in facts.';
COMMENT ON COLUMN entity_facts.position IS 'As in facts.';
COMMENT ON COLUMN entity_facts.line_no IS 'As in facts.';
COMMENT ON COLUMN entity_facts.section_no IS 'As in facts.';
COMMENT ON COLUMN entity_facts.table_no IS 'As in facts.';
COMMENT ON COLUMN entity_facts.row_no IS 'As in facts.';
COMMENT ON COLUMN entity_facts.column_no IS 'As in facts.';
COMMENT ON COLUMN entity_facts.element_no IS 'As in facts.';
COMMENT ON COLUMN entity_facts.item IS 'As in facts.';
COMMENT ON COLUMN entity_facts.item_key IS 'As in facts.';
COMMENT ON COLUMN entity_facts.attribute IS 'As in facts.';
COMMENT ON COLUMN entity_facts.attribute_key IS 'As in facts.';
COMMENT ON COLUMN entity_facts.value IS 'As in facts.';
COMMENT ON COLUMN entity_facts.value_key IS 'As in facts.';
COMMENT ON COLUMN entity_facts.value_entity_id IS 'As in facts.';
COMMENT ON COLUMN entity_facts.number IS 'As in facts.';
COMMENT ON COLUMN entity_facts.unit IS 'As in facts.';
COMMENT ON COLUMN entity_facts.date IS 'As in facts.';
COMMENT ON COLUMN entity_facts.boolean IS 'As in facts.';
COMMENT ON COLUMN entity_facts.told_by IS 'As in facts.';
COMMENT ON COLUMN entity_facts.item_entity_id IS 'The entity that the item is; NULL where it is none.';

CREATE OR REPLACE VIEW items AS
SELECT c.document_id, 'row' AS kind, c.item_key, c.text AS item, t.section_no, t.position, c.line_no,
  'table' AS structure, c.table_no AS number
FROM table_cells c
JOIN tables t ON t.document_id = c.document_id AND t.table_no = c.table_no
WHERE c.item_key IS NOT NULL
UNION ALL
SELECT b.document_id, CASE WHEN b.label IS NOT NULL THEN 'label' ELSE 'bullet' END,
  b.item_key, coalesce(b.label, b.text), b.section_no, b.position, b.line_no,
  'list', b.list_no
FROM bullets b
WHERE b.item_key IS NOT NULL
UNION ALL
SELECT s.document_id, 'heading', s.item_key, s.heading, s.section_no, s.position, s.line_no,
  'section', s.section_no
FROM sections s
WHERE s.heading IS NOT NULL;

COMMENT ON VIEW items IS
  'One row per thing that an article names as an item: the first cell of a table row, the label of a bullet (or the whole of a short one), a heading. The same thing has the same item_key wherever it stands.';
COMMENT ON COLUMN items.document_id IS 'The article.';
COMMENT ON COLUMN items.kind IS 'row, label, bullet (no label, at most 80 characters) or heading.';
COMMENT ON COLUMN items.item_key IS 'The item normalised by item_key(item): compare this one; it is indexed.';
COMMENT ON COLUMN items.item IS 'The item as written.';
COMMENT ON COLUMN items.section_no IS 'The section it stands in; a heading''s own section.';
COMMENT ON COLUMN items.position IS 'Number of its block in the article''s reading order.';
COMMENT ON COLUMN items.line_no IS 'Line of the source on which it begins.';
COMMENT ON COLUMN items.structure IS 'What it stands in: table, list or section.';
COMMENT ON COLUMN items.number IS 'Which one in the article: table_no, list_no or section_no.';

CREATE OR REPLACE VIEW labelled_bullets AS
SELECT
  b.document_id,
  d.source,
  d.title,
  b.section_no,
  s.heading,
  b.list_no,
  last_sentence(p.text) AS caption,
  b.label,
  b.item_key AS label_key,
  b.text,
  b.position,
  b.line_no
FROM bullets b
LEFT JOIN sections s ON s.document_id = b.document_id AND s.section_no = b.section_no
LEFT JOIN documents d ON d.document_id = b.document_id
LEFT JOIN LATERAL (
  SELECT min(f.position) AS position FROM bullets f WHERE f.document_id = b.document_id AND f.list_no = b.list_no
) l ON true
LEFT JOIN paragraphs p ON p.document_id = b.document_id AND p.position = l.position - 1 AND p.kind = 'lead_in'
WHERE b.label IS NOT NULL;

COMMENT ON VIEW labelled_bullets IS 'One row per bullet of the form "Label: text", with the heading above it and what its list is said to hold.';
COMMENT ON COLUMN labelled_bullets.document_id IS 'The article.';
COMMENT ON COLUMN labelled_bullets.source IS 'Where the article came from.';
COMMENT ON COLUMN labelled_bullets.title IS 'Title of the article.';
COMMENT ON COLUMN labelled_bullets.section_no IS 'The section it stands in.';
COMMENT ON COLUMN labelled_bullets.heading IS 'Heading of that section; NULL before the first heading.';
COMMENT ON COLUMN labelled_bullets.list_no IS 'Number of the list in the article.';
COMMENT ON COLUMN labelled_bullets.caption IS 'Last sentence of the paragraph that introduces the list; NULL where none does.';
COMMENT ON COLUMN labelled_bullets.label IS 'The label as written.';
COMMENT ON COLUMN labelled_bullets.label_key IS 'The label normalised by item_key(label): compare this one; it is indexed.';
COMMENT ON COLUMN labelled_bullets.text IS 'The text after the label.';
COMMENT ON COLUMN labelled_bullets.position IS 'Number of the bullet''s block in the article''s reading order.';
COMMENT ON COLUMN labelled_bullets.line_no IS 'Line of the source on which it begins.';
