-- Places the tables on the nodes of a Citus cluster: what holds an article's rows by document_id, so that all of them lie on
-- one node; the ledger by its sources; what is small and joined with anything on every node. Run by
-- `doc2pgsql init --distributed` behind the migrations, and by every init of a schema that is distributed: tables that have come
-- since are placed. Shards of the articles' tables: doc2pgsql.shards; of the ledger, as many as there are nodes with shards.

-- Triggers can't be on every node: the loader deletes an article's rows by itself (loader/sink/removal.h).
DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_dist_partition WHERE logicalrelid = 'documents'::regclass) THEN
    DROP TRIGGER IF EXISTS documents_deleted ON documents;
    DROP TRIGGER IF EXISTS documents_truncated ON documents;
  END IF;
END $$;

-- A number that is drawn stands for a block: see draw_document_ids in functions.sql.
DO $$
BEGIN
  EXECUTE format('ALTER SEQUENCE document_ids INCREMENT BY %s', 2 * coalesce(
    (SELECT nullif(count(*), 0) FROM pg_dist_shard WHERE logicalrelid = 'documents'::regclass), current_setting('doc2pgsql.shards')::int));
END $$;

DO $$
DECLARE
  shards constant int := current_setting('doc2pgsql.shards')::int;
  nodes constant int := (SELECT greatest(count(*), 1) FROM pg_dist_node WHERE shouldhaveshards AND noderole = 'primary');
  a_table record;
BEGIN
  FOR a_table IN
    SELECT t.name, t.placed_by, t.beside
    FROM (VALUES
      ('schema_versions', NULL, NULL), ('loads', NULL, NULL), ('entities', NULL, NULL), ('entity_names', NULL, NULL),
      ('entity_members', NULL, NULL), ('entity_stop_phrases', NULL, NULL), ('entity_organs', NULL, NULL),
      ('support_types', NULL, NULL), ('header_roles', NULL, NULL), ('corrections', NULL, NULL), ('verifications', NULL, NULL),
      ('sources', 'source', NULL), ('load_errors', 'source', 'sources'),
      ('documents', 'document_id', NULL), ('sections', 'document_id', 'documents'), ('paragraphs', 'document_id', 'documents'),
      ('bullets', 'document_id', 'documents'), ('tables', 'document_id', 'documents'),
      ('table_columns', 'document_id', 'documents'), ('table_rows', 'document_id', 'documents'),
      ('links', 'document_id', 'documents'), ('mentions', 'document_id', 'documents'), ('facts', 'document_id', 'documents'),
      ('statements', 'document_id', 'documents'), ('search_documents', 'document_id', 'documents'),
      ('search_blocks', 'document_id', 'documents')) AS t (name, placed_by, beside)
    WHERE NOT EXISTS (SELECT 1 FROM pg_dist_partition p WHERE p.logicalrelid = to_regclass(t.name))
  LOOP
    IF a_table.placed_by IS NULL THEN
      PERFORM create_reference_table(a_table.name);
    ELSIF a_table.beside IS NULL THEN
      PERFORM create_distributed_table(a_table.name, a_table.placed_by, colocate_with := 'none',
        shard_count := CASE a_table.placed_by WHEN 'source' THEN nodes ELSE shards END);
    ELSE
      PERFORM create_distributed_table(a_table.name, a_table.placed_by, colocate_with := a_table.beside);
    END IF;
  END LOOP;
END $$;
