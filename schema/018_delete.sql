-- DELETE FROM documents takes the article's rows and its line in the ledger along, so that nothing of it stays and the
-- next load of its source brings it again. A trigger that fires once a statement, on DELETE and TRUNCATE only: a load of
-- new articles doesn't meet it, where foreign keys would make it take several times as long, and a load that finds
-- nothing new doesn't have to look whether each article is still there. The loader replaces an article's rows by itself
-- and keeps the ledger's line (doc2pgsql.replaces).

CREATE OR REPLACE FUNCTION documents_deleted() RETURNS trigger
  LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  ids bigint[] := ARRAY(SELECT document_id FROM gone);
BEGIN
  DELETE FROM sections WHERE document_id = ANY (ids);
  DELETE FROM paragraphs WHERE document_id = ANY (ids);
  DELETE FROM bullets WHERE document_id = ANY (ids);
  DELETE FROM tables WHERE document_id = ANY (ids);
  DELETE FROM table_columns WHERE document_id = ANY (ids);
  DELETE FROM table_cells WHERE document_id = ANY (ids);
  DELETE FROM links WHERE document_id = ANY (ids);
  DELETE FROM mentions WHERE document_id = ANY (ids);
  DELETE FROM facts WHERE document_id = ANY (ids);
  DELETE FROM statements WHERE document_id = ANY (ids);
  DELETE FROM sources s WHERE s.source = ANY (ARRAY(SELECT g.source FROM gone g)) AND s.document_id = ANY (ids);
  RETURN NULL;
END $$;
COMMENT ON FUNCTION documents_deleted() IS
  'Trigger of documents: with an article go its rows in all tables and its line in sources.';

CREATE OR REPLACE TRIGGER documents_deleted AFTER DELETE ON documents REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT WHEN (current_setting('doc2pgsql.replaces', true) IS DISTINCT FROM 'on')
  EXECUTE FUNCTION documents_deleted();
COMMENT ON TRIGGER documents_deleted ON documents IS 'With an article go its rows in all tables and its line in sources.';

CREATE OR REPLACE FUNCTION documents_truncated() RETURNS trigger
  LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  child name;
  filled boolean;
BEGIN
  FOREACH child IN ARRAY ARRAY['sections', 'paragraphs', 'bullets', 'tables', 'table_columns', 'table_cells', 'links',
    'mentions', 'facts', 'statements', 'sources']
  LOOP
    -- what the same TRUNCATE names is empty, and still in use
    EXECUTE format('SELECT EXISTS (SELECT FROM %I)', child) INTO filled;
    IF filled THEN
      EXECUTE format('TRUNCATE %I', child);
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION documents_truncated() IS
  'Trigger of documents: with all articles go all their rows, and the ledger.';

CREATE OR REPLACE TRIGGER documents_truncated AFTER TRUNCATE ON documents
  FOR EACH STATEMENT EXECUTE FUNCTION documents_truncated();
COMMENT ON TRIGGER documents_truncated ON documents IS 'With all articles go all their rows, and the ledger.';
