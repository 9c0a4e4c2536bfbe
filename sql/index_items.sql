-- Indexes for links from a value back to its item: `doc2pgsql index items`. By hand:
--   PGOPTIONS=-csearch_path=articles psql -f sql/index_items.sql
-- Safe to run again: they are built anew, as the rules of splitting lists may have changed.
--
-- On request only: taking every cell's list apart costs several times what all other keys of the cells cost. Without them
-- item_links and links_of are right all the same, but read every cell to answer "value of".
DROP INDEX IF EXISTS table_cells_value, bullets_value;
CREATE INDEX table_cells_value ON table_cells USING gin (element_hashes(text)) WHERE column_no > 1 AND text ~ '[[:alpha:]]';
COMMENT ON INDEX table_cells_value IS 'Finds a table''s cells by the elements of their lists: what item is it a value of?';
CREATE INDEX bullets_value ON bullets USING gin (element_hashes(text)) WHERE label IS NOT NULL AND length(text) <= 200;
COMMENT ON INDEX bullets_value IS 'Finds labelled bullets by the elements of their texts.';
ANALYZE table_cells, bullets;
