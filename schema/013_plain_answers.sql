-- Answers are plain joins over facts and statements: what was kept ready for them, and what told names of parties apart in SQL,
-- goes. The views that used it are made anew (sql/views).
DROP MATERIALIZED VIEW IF EXISTS country_support_matrix, country_support_facts, item_facts CASCADE;
DROP VIEW IF EXISTS materialized_state, item_entities, item_keys, item_attributes, labelled_bullets, unresolved_parties,
  item_links, country_support CASCADE;
DROP TABLE IF EXISTS materialized_refreshes;
DROP FUNCTION IF EXISTS names_party(bigint, int, text, text, text[], text, text, text, boolean);
DROP FUNCTION IF EXISTS column_support(bigint, int, int, text, text, boolean);
DROP FUNCTION IF EXISTS names_only_entities(text, text[]);
DROP FUNCTION IF EXISTS keys_are_known(text[], text[]);
DROP FUNCTION IF EXISTS tells_support(text);
DROP INDEX IF EXISTS table_cells_value, table_cells_values, bullets_value, table_cells_parties, bullets_parties;
DROP STATISTICS IF EXISTS table_cells_value_hash, table_cells_parties_count, bullets_parties_count;
DROP FUNCTION IF EXISTS value_hash(text);
DROP FUNCTION IF EXISTS list_hashes(text);
DROP FUNCTION IF EXISTS key_of(text);
ALTER TABLE table_cells DROP COLUMN IF EXISTS party_keys;
ALTER TABLE bullets DROP COLUMN IF EXISTS party_keys;
DROP FUNCTION IF EXISTS several_party_keys(text);
DROP FUNCTION IF EXISTS party_keys(text);
DROP FUNCTION IF EXISTS party_halves(text);
DROP FUNCTION IF EXISTS party_parts(text);
DROP FUNCTION IF EXISTS list_led_by(bigint, int, int);
DROP FUNCTION IF EXISTS led_by(bigint, int, int);
DROP FUNCTION IF EXISTS list_elements(text);
DROP FUNCTION IF EXISTS split_list(text);
DROP FUNCTION IF EXISTS says_amount(text);
DROP FUNCTION IF EXISTS says_yes(text);
