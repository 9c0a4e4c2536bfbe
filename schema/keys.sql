-- Keys and secondary indexes of the content tables. Safe to run again: what is there already is left alone.
--
-- `doc2pgsql init` runs the file from top to bottom, and so does psql. A load into empty tables first runs
-- keys_drop.sql, and after its rows builds every statement below that `-- build STEP TABLE NAME` announces: the tables
-- in several sessions, of each its step 1, then ANALYZE, then its step 2 in any order and side by side; step 3 at last.
-- to_regclass(NAME) is NULL as long as a statement of step 1 or 2 has not run, so that a load that died before is
-- finished by the next command; step 3 is safe to repeat. The longest work comes first.

-- A row's facts stand together: what names an entity anywhere in a row finds them by the row.

-- build 1 facts facts_pkey
DO $$ BEGIN
  IF to_regclass('facts_pkey') IS NULL THEN
    ALTER TABLE facts ADD PRIMARY KEY (document_id, position, row_no, fact_no);
  END IF;
END $$;

-- build 1 paragraphs paragraphs_pkey
DO $$ BEGIN
  IF to_regclass('paragraphs_pkey') IS NULL THEN
    ALTER TABLE paragraphs ADD PRIMARY KEY (document_id, position);
  END IF;
END $$;

-- build 1 table_rows table_rows_pkey
DO $$ BEGIN
  IF to_regclass('table_rows_pkey') IS NULL THEN
    ALTER TABLE table_rows ADD PRIMARY KEY (document_id, table_no, row_no);
  END IF;
END $$;

-- build 1 sections sections_pkey
DO $$ BEGIN
  IF to_regclass('sections_pkey') IS NULL THEN
    ALTER TABLE sections ADD PRIMARY KEY (document_id, section_no);
  END IF;
END $$;

-- build 1 mentions mentions_pkey
DO $$ BEGIN
  IF to_regclass('mentions_pkey') IS NULL THEN
    ALTER TABLE mentions ADD PRIMARY KEY (document_id, position, mention_no);
  END IF;
END $$;

-- build 1 statements statements_pkey
DO $$ BEGIN
  IF to_regclass('statements_pkey') IS NULL THEN
    ALTER TABLE statements ADD PRIMARY KEY (document_id, statement_no);
  END IF;
END $$;

-- build 1 bullets bullets_pkey
DO $$ BEGIN
  IF to_regclass('bullets_pkey') IS NULL THEN
    ALTER TABLE bullets ADD PRIMARY KEY (document_id, position);
  END IF;
END $$;

-- build 1 table_columns table_columns_pkey
DO $$ BEGIN
  IF to_regclass('table_columns_pkey') IS NULL THEN
    ALTER TABLE table_columns ADD PRIMARY KEY (document_id, table_no, column_no);
  END IF;
END $$;

-- build 1 tables tables_pkey
DO $$ BEGIN
  IF to_regclass('tables_pkey') IS NULL THEN
    ALTER TABLE tables ADD PRIMARY KEY (document_id, table_no);
  END IF;
END $$;

-- build 1 links links_pkey
DO $$ BEGIN
  IF to_regclass('links_pkey') IS NULL THEN
    ALTER TABLE links ADD PRIMARY KEY (document_id, link_no);
  END IF;
END $$;

-- build 2 mentions mentions_entity
CREATE INDEX IF NOT EXISTS mentions_entity ON mentions (entity_id);
COMMENT ON INDEX mentions_entity IS 'Finds the mentions of an entity.';

-- build 2 facts facts_item
CREATE INDEX IF NOT EXISTS facts_item ON facts (item_key, document_id);
COMMENT ON INDEX facts_item IS 'Finds what is said of an item, by its normalised name, and counts items and their articles.';

-- build 2 facts facts_value
CREATE INDEX IF NOT EXISTS facts_value ON facts (value_key) WHERE value_key IS NOT NULL;
COMMENT ON INDEX facts_value IS 'Finds the items that have a value, by its normalised text.';

-- build 2 facts facts_entity
CREATE INDEX IF NOT EXISTS facts_entity ON facts (entity_id) WHERE entity_id IS NOT NULL;
COMMENT ON INDEX facts_entity IS 'Finds what is said of an entity.';

-- build 2 facts facts_support
CREATE INDEX IF NOT EXISTS facts_support ON facts (entity_id, support_type, document_id) WHERE support IS NOT NULL;
COMMENT ON INDEX facts_support IS 'Finds what an entity gives.';
-- build 2 statements statements_giver
CREATE INDEX IF NOT EXISTS statements_giver ON statements (giver_id);
COMMENT ON INDEX statements_giver IS 'Finds what an entity gives.';

-- build 2 statements statements_receiver
CREATE INDEX IF NOT EXISTS statements_receiver ON statements (receiver_id) WHERE receiver_id IS NOT NULL;
COMMENT ON INDEX statements_receiver IS 'Finds what an entity receives.';

-- Look-ups of one item, wherever it stands. A condition item_key = … implies that it is not NULL.

-- build 2 table_rows table_rows_item
CREATE INDEX IF NOT EXISTS table_rows_item ON table_rows (item_key) WHERE item_key IS NOT NULL;
COMMENT ON INDEX table_rows_item IS 'Finds a table''s rows by their item (first column), normalised.';

-- build 2 bullets bullets_item
CREATE INDEX IF NOT EXISTS bullets_item ON bullets (item_key) WHERE item_key IS NOT NULL;
COMMENT ON INDEX bullets_item IS 'Finds bullets by their label, or by their whole text where it is short and has no label.';

-- build 2 sections sections_item
CREATE INDEX IF NOT EXISTS sections_item ON sections (item_key) WHERE item_key IS NOT NULL;
COMMENT ON INDEX sections_item IS 'Finds sections by their heading, normalised.';

-- build 2 table_columns table_columns_header
CREATE INDEX IF NOT EXISTS table_columns_header ON table_columns (header_key) WHERE header_key IS NOT NULL;
COMMENT ON INDEX table_columns_header IS 'Finds columns by their header, normalised.';

-- Copies of an article, and those of a folder that was moved, are found by their bytes.
-- build 2 documents documents_content
CREATE INDEX IF NOT EXISTS documents_content ON documents USING hash (content_sha256);

-- build 2 tables tables_shape
CREATE INDEX IF NOT EXISTS tables_shape ON tables (shape) WHERE shape IS NOT NULL;
COMMENT ON INDEX tables_shape IS 'Finds the tables of one shape.';

-- Joins that BI tools can see, from PostgreSQL 18 on, where they cost nothing: declared, not enforced.

-- build 3 * foreign_keys
DO $$
DECLARE
  foreign_key record;
BEGIN
  IF current_setting('server_version_num')::int < 180000 THEN
    RETURN;
  END IF;
  FOR foreign_key IN
    SELECT * FROM (VALUES
      ('sections', 'sections_document', 'document_id', 'documents'),
      ('paragraphs', 'paragraphs_document', 'document_id', 'documents'),
      ('bullets', 'bullets_document', 'document_id', 'documents'),
      ('links', 'links_document', 'document_id', 'documents'),
      ('mentions', 'mentions_document', 'document_id', 'documents'),
      ('facts', 'facts_document', 'document_id', 'documents'),
      ('statements', 'statements_document', 'document_id', 'documents'),
      ('tables', 'tables_document', 'document_id', 'documents'),
      ('table_columns', 'table_columns_table', 'document_id, table_no', 'tables'),
      ('table_rows', 'table_rows_table', 'document_id, table_no', 'tables'),
      ('documents', 'documents_load', 'load_id', 'loads'),
      ('mentions', 'mentions_entity_id', 'entity_id', 'entities'),
      ('facts', 'facts_entity_id', 'entity_id', 'entities'),
      ('facts', 'facts_value_entity_id', 'value_entity_id', 'entities'),
      ('statements', 'statements_giver_id', 'giver_id', 'entities'),
      ('statements', 'statements_receiver_id', 'receiver_id', 'entities'),
      ('entity_names', 'entity_names_entity_id', 'entity_id', 'entities'),
      ('entity_members', 'entity_members_group_id', 'group_id', 'entities'),
      ('entity_members', 'entity_members_member_id', 'member_id', 'entities'),
      ('entity_organs', 'entity_organs_entity_id', 'entity_id', 'entities')
    ) AS wanted (child, name, columns, parent)
    WHERE NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conrelid = to_regclass(child) AND c.conname = wanted.name)
  LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (%s) REFERENCES %I NOT ENFORCED',
      foreign_key.child, foreign_key.name, foreign_key.columns, foreign_key.parent);
  END LOOP;
END $$;
