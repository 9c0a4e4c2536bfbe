-- Keys of items are sent by the loader: to compute them took the server a quarter of a load. They stay as they are.
ALTER TABLE table_cells ALTER COLUMN item_key DROP EXPRESSION;
ALTER TABLE bullets ALTER COLUMN item_key DROP EXPRESSION;
ALTER TABLE sections ALTER COLUMN item_key DROP EXPRESSION;
ALTER TABLE table_columns ALTER COLUMN header_key DROP EXPRESSION;
COMMENT ON COLUMN table_cells.item_key IS 'In the first column the item, normalised as item_key(text) does; NULL elsewhere.';
COMMENT ON COLUMN bullets.item_key IS
  'The label, or the whole text where there is none and it has at most 80 characters, normalised as item_key does; else NULL.';
COMMENT ON COLUMN sections.item_key IS 'The heading normalised as item_key(heading) does.';
COMMENT ON COLUMN table_columns.header_key IS 'The header normalised as item_key(header) does; NULL where it is empty.';

COMMENT ON COLUMN sources.content_sha256 IS
  'SHA-256 of the article''s bytes when it was last loaded, or, where a record says more of it (title, date, …) or an option says how to read it, of all that: what has not changed is skipped.';
