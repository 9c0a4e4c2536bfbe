-- The keys of items and headers, stored beside them: what look-ups and joins compare. Computing them in the views made the
-- planner copy the whole expression of item_key into every query, and the server compile its patterns again and again.
--
-- Stored columns cost the rows as much time as the indexes on the expressions did cost, and their statistics are a column's.

DROP INDEX IF EXISTS table_cells_item, table_cells_parties, bullets_item, bullets_parties, sections_item, table_columns_header,
  table_cells_value, bullets_value;
DROP STATISTICS IF EXISTS table_cells_item_key, table_columns_header_key, bullets_item_key, sections_item_key;

-- Functions that stored columns depend on, like item_key: they may only change in a migration that computes the columns anew.

CREATE OR REPLACE FUNCTION party_parts(text text) RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN regexp_split_to_array(btrim(text), '\s*[,;/\n،、，；؛•]+\s*(?:(?:and|und|et|y|e|en|or)\s+|&\s*)?');
COMMENT ON FUNCTION party_parts(text) IS
  'The parts between the separators of a text that may name several parties: {Serbia, Bosnia and Herzegovina}.';

CREATE OR REPLACE FUNCTION party_halves(text text) RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN regexp_split_to_array(btrim(text), '\s+(?:and|und|et|y|e|en|i|or|with|&|\+)\s+');
COMMENT ON FUNCTION party_halves(text) IS 'A part of party_parts taken apart at "and": {Bosnia, Herzegovina}, {Germany, France}.';

CREATE OR REPLACE FUNCTION party_keys(text text) RETURNS text[]
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 1000
  SET search_path FROM CURRENT
AS $$
BEGIN
  RETURN ARRAY(
    SELECT item_key(p) FROM unnest(party_parts(left(text, 500))) AS p
    UNION
    SELECT item_key(h) FROM unnest(party_parts(left(text, 500))) AS p, unnest(party_halves(p)) AS h
    ORDER BY 1);
END
$$;
COMMENT ON FUNCTION party_keys(text) IS
  'Every key that a text with several parties may name: of its parts, and of what "and" joins in them.';

CREATE FUNCTION several_party_keys(text text) RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN length(text) <= 200 AND text ~ '[,;/&+\n،、，；؛•]| (and|und|et|y|e|en|i|or|with) ' THEN party_keys(text) END;
COMMENT ON FUNCTION several_party_keys(text) IS 'party_keys of a text that may name several parties; NULL where it is too long for that or holds no separator.';

ALTER TABLE table_cells
  ADD COLUMN item_key text GENERATED ALWAYS AS (CASE WHEN column_no = 1 AND text <> '' THEN item_key(text) END) STORED,
  ADD COLUMN party_keys text[] GENERATED ALWAYS AS (CASE WHEN column_no = 1 THEN several_party_keys(text) END) STORED;
COMMENT ON COLUMN table_cells.item_key IS 'In the first column the item, normalised by item_key(text); NULL elsewhere. Computed by the server.';
COMMENT ON COLUMN table_cells.party_keys IS
  'In the first column, where the text may name several parties (Germany, France and Italy): the key of each. Computed by the server.';

ALTER TABLE bullets
  ADD COLUMN item_key text GENERATED ALWAYS AS (
    CASE WHEN label IS NOT NULL THEN item_key(label) WHEN length(text) <= 80 THEN item_key(text) END) STORED,
  ADD COLUMN party_keys text[] GENERATED ALWAYS AS (several_party_keys(label)) STORED;
COMMENT ON COLUMN bullets.item_key IS
  'The label, or the whole text where there is none and it has at most 80 characters, normalised by item_key; else NULL. Computed by the server.';
COMMENT ON COLUMN bullets.party_keys IS 'Where the label may name several parties: the key of each. Computed by the server.';

ALTER TABLE sections ADD COLUMN item_key text GENERATED ALWAYS AS (item_key(heading)) STORED;
COMMENT ON COLUMN sections.item_key IS 'The heading normalised by item_key(heading). Computed by the server.';

ALTER TABLE table_columns
  ADD COLUMN header_key text GENERATED ALWAYS AS (CASE WHEN header <> '' THEN item_key(header) END) STORED;
COMMENT ON COLUMN table_columns.header_key IS 'The header normalised by item_key(header); NULL where it is empty. Computed by the server.';

-- From a sample the planner takes most keys for repeated, expects hundreds of rows of each, and would read whole tables rather
-- than look up; these shares of different keys are nearer to the truth. Of lists in a column it knows nothing but this.
ALTER TABLE table_cells ALTER COLUMN item_key SET (n_distinct = -0.05);
ALTER TABLE bullets ALTER COLUMN item_key SET (n_distinct = -0.5);
ALTER TABLE sections ALTER COLUMN item_key SET (n_distinct = -0.5);
ALTER TABLE table_columns ALTER COLUMN header_key SET (n_distinct = -0.1);
CREATE STATISTICS table_cells_parties_count ON (cardinality(party_keys)) FROM table_cells;
COMMENT ON STATISTICS table_cells_parties_count IS 'How many cells name several parties.';
CREATE STATISTICS bullets_parties_count ON (cardinality(party_keys)) FROM bullets;
COMMENT ON STATISTICS bullets_parties_count IS 'How many labels name several parties.';
ANALYZE table_cells, bullets, sections, table_columns;
