-- Which countries and organisations give which support.

CREATE OR REPLACE VIEW entity_keys AS
SELECT n.name_key, n.entity_id, e.name AS entity, e.kind, n.name, n.case_sensitive
FROM entity_names n
JOIN entities e ON e.entity_id = n.entity_id
WHERE n.kind <> 'demonym'
  AND NOT EXISTS (
    SELECT FROM entity_names o
    WHERE o.name_key = n.name_key AND o.entity_id = n.entity_id AND o.kind <> 'demonym'
      AND (o.case_sensitive, o.name) < (n.case_sensitive, n.name));

COMMENT ON VIEW entity_keys IS
  'One row per normalised name and entity: what an item can mean. Demonyms (Pakistani) are left out.';
COMMENT ON COLUMN entity_keys.name_key IS 'The normalised name: item_key(name).';
COMMENT ON COLUMN entity_keys.entity_id IS 'An entity of that name.';
COMMENT ON COLUMN entity_keys.entity IS 'The usual name of the entity.';
COMMENT ON COLUMN entity_keys.kind IS 'country, territory, organisation or region.';
COMMENT ON COLUMN entity_keys.name IS 'One of the ways to write the name.';
COMMENT ON COLUMN entity_keys.case_sensitive IS 'Whether upper and lower case have to agree, for all ways to write it.';

CREATE OR REPLACE VIEW country_support AS
SELECT
  a.document_id,
  a.source,
  a.title,
  a.section_no,
  a.heading,
  a.line_no,
  k.entity AS country,
  k.entity_id,
  k.kind,
  a.item,
  a.item_key,
  a.attribute,
  a.value AS support,
  a.value_key AS support_key,
  a.table_no,
  a.row_no,
  a.column_no,
  a.element_no
FROM item_attributes a
JOIN entity_keys k ON k.name_key = a.item_key
LEFT JOIN header_roles r ON r.header_key = item_key(a.item_attribute)
WHERE a.attribute_role = 'support'
  AND (NOT k.case_sensitive
    OR r.role = 'party'
    OR strpos(replace(a.item, '.', ''), replace(k.name, '.', '')) > 0
    OR strpos(a.item, upper(k.name)) > 0);

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
