-- What a day says has changed (see 023_document_date.sql): views that repeat it say it anew (sql/views/99_comments.sql).
DO $$
DECLARE
  commented record;
BEGIN
  FOR commented IN
    SELECT v.relname AS view, a.attname AS name
    FROM pg_class v JOIN pg_attribute a ON a.attrelid = v.oid AND a.attname IN ('document_date', 'date_source')
    WHERE v.relnamespace = (SELECT n.oid FROM pg_namespace n WHERE n.nspname = current_schema())
      AND v.relname IN ('item_attributes', 'item_links', 'country_support', 'entity_mentions', 'co_mentions')
  LOOP
    EXECUTE format('COMMENT ON COLUMN %I.%I IS NULL', commented.view, commented.name);
  END LOOP;
END $$;
