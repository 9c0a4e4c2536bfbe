-- Columns that several views have are commented in one place: column_meaning. What a view says of a column itself stays.

DO $$
DECLARE
  uncommented record;
BEGIN
  FOR uncommented IN
    WITH uncommented AS MATERIALIZED (
      SELECT v.relname AS view, a.attname AS name
      FROM pg_class v
      JOIN pg_attribute a ON a.attrelid = v.oid AND a.attnum > 0
      WHERE v.relnamespace = (SELECT n.oid FROM pg_namespace n WHERE n.nspname = current_schema()) AND v.relname = ANY ('{articles,outline,captions,item_attributes,entity_facts,items,labelled_bullets,
        item_links,country_support,country_support_types,unresolved_parties,entity_mentions,co_mentions,table_shapes,unmapped_headers,
        document_texts,blocks}')
        AND col_description(v.oid, a.attnum) IS NULL
    ), meant AS MATERIALIZED (
      SELECT n.name, column_meaning(n.name) AS comment FROM (SELECT DISTINCT name FROM uncommented) n
    )
    SELECT u.view, u.name, m.comment FROM uncommented u JOIN meant m ON m.name = u.name WHERE m.comment IS NOT NULL
  LOOP
    EXECUTE format('COMMENT ON COLUMN %I.%I IS %L', uncommented.view, uncommented.name, uncommented.comment);
  END LOOP;
END $$;
