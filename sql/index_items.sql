-- Indexes for links from a value back to its item: `doc2pgsql index items`. By hand:
--   PGOPTIONS=-csearch_path=articles psql -f sql/index_items.sql
-- Safe to run again: they are built anew, as the rules of splitting lists may have changed.
--
-- On request only: taking every cell's list apart costs several times what all other keys of the cells cost. Without them
-- item_links and links_of are right all the same, but read every cell to answer "value of".
DROP INDEX IF EXISTS table_cells_value, table_cells_values, bullets_value;
CREATE INDEX table_cells_value ON table_cells (value_hash(text)) WHERE column_no > 1;
COMMENT ON INDEX table_cells_value IS 'Finds a table''s cells by their whole text: what item is it a value of?';
CREATE INDEX table_cells_values ON table_cells USING gin (list_hashes(text))
  WHERE column_no > 1 AND text ~ '[,;\n،、，；؛•▪‣]' AND text ~ '[[:alpha:]]';
COMMENT ON INDEX table_cells_values IS 'Finds a table''s cells by the elements of their lists.';
CREATE INDEX bullets_value ON bullets USING gin (list_hashes(text)) WHERE label IS NOT NULL AND length(text) <= 200;
COMMENT ON INDEX bullets_value IS 'Finds labelled bullets by the elements of their texts.';
CREATE STATISTICS IF NOT EXISTS table_cells_value_hash ON (value_hash(text)) FROM table_cells;
COMMENT ON STATISTICS table_cells_value_hash IS 'How often each value occurs; those of a partial index the planner doesn''t use.';
ANALYZE table_cells, bullets;
