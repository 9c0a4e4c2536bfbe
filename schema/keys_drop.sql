-- Undoes schema/keys.sql, for a first load into empty tables: the loader builds the keys again after the rows.
ALTER TABLE table_cells DROP CONSTRAINT IF EXISTS table_cells_pkey CASCADE;
ALTER TABLE paragraphs DROP CONSTRAINT IF EXISTS paragraphs_pkey CASCADE;
ALTER TABLE bullets DROP CONSTRAINT IF EXISTS bullets_pkey CASCADE;
ALTER TABLE sections DROP CONSTRAINT IF EXISTS sections_pkey CASCADE;
ALTER TABLE table_columns DROP CONSTRAINT IF EXISTS table_columns_pkey CASCADE;
ALTER TABLE tables DROP CONSTRAINT IF EXISTS tables_pkey CASCADE;
ALTER TABLE links DROP CONSTRAINT IF EXISTS links_pkey CASCADE;
ALTER TABLE mentions DROP CONSTRAINT IF EXISTS mentions_pkey CASCADE;
DROP INDEX IF EXISTS mentions_entity, table_cells_item, table_cells_parties, bullets_item, bullets_parties,
  sections_item, table_columns_header, tables_shape;
