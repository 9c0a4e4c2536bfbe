-- Undoes schema/keys.sql, for a first load into empty tables: the loader builds the keys again after the rows.
--
-- doc2pgsql runs it in one transaction, which waits for the disk once. The tables come in the order in which a batch of
-- articles takes them, so that a load that drops keys and one that stores rows never wait for each other.
DROP INDEX IF EXISTS documents_content;
ALTER TABLE sections DROP CONSTRAINT IF EXISTS sections_pkey CASCADE;
DROP INDEX IF EXISTS sections_item;
ALTER TABLE paragraphs DROP CONSTRAINT IF EXISTS paragraphs_pkey CASCADE;
ALTER TABLE bullets DROP CONSTRAINT IF EXISTS bullets_pkey CASCADE;
DROP INDEX IF EXISTS bullets_item;
ALTER TABLE tables DROP CONSTRAINT IF EXISTS tables_pkey CASCADE;
DROP INDEX IF EXISTS tables_shape;
ALTER TABLE table_columns DROP CONSTRAINT IF EXISTS table_columns_pkey CASCADE;
DROP INDEX IF EXISTS table_columns_header;
ALTER TABLE table_rows DROP CONSTRAINT IF EXISTS table_rows_pkey CASCADE;
DROP INDEX IF EXISTS table_rows_item;
ALTER TABLE links DROP CONSTRAINT IF EXISTS links_pkey CASCADE;
ALTER TABLE mentions DROP CONSTRAINT IF EXISTS mentions_pkey CASCADE;
DROP INDEX IF EXISTS mentions_entity;
ALTER TABLE facts DROP CONSTRAINT IF EXISTS facts_pkey CASCADE;
DROP INDEX IF EXISTS facts_item;
DROP INDEX IF EXISTS facts_value;
DROP INDEX IF EXISTS facts_entity;
DROP INDEX IF EXISTS facts_support;
ALTER TABLE statements DROP CONSTRAINT IF EXISTS statements_pkey CASCADE;
DROP INDEX IF EXISTS statements_giver;
DROP INDEX IF EXISTS statements_receiver;
