-- Indexes for search(): `doc2pgsql index full-text`. By hand:
--   PGOPTIONS=-csearch_path=articles psql -f sql/index_full_text.sql
-- Safe to run again, and to be run again after articles in a new language have come.
--
-- An article's language is a column of documents, which an index on another table can't see. So there is an index per
-- text-search configuration, over the whole table, and search() asks each with the query in its language, and keeps
-- the hits whose article has it: exact stems, and no column more to load. A configuration has its indexes when at least
-- one article in ten has its language; what is rarer, search() reads by the articles' keys, which is quick when they
-- are few. It costs many times the load itself and an index about as large as the text: so on request only.
DO $$
DECLARE
  configuration text;
  indexed record;
BEGIN
  FOR configuration IN
    SELECT text_configuration(coalesce(d.language_guess, d.language))::text FROM documents d
    GROUP BY 1 HAVING count(*) * 10 >= (SELECT count(*) FROM documents) ORDER BY count(*) DESC
  LOOP
    FOR indexed IN
      SELECT * FROM (VALUES ('paragraphs', $x$coalesce(label || ': ', '') || text$x$, 'true'),
        ('bullets', $x$coalesce(label || ': ', '') || text$x$, 'true'), ('sections', 'heading', 'heading IS NOT NULL'), ('table_cells', 'text', 'true')) AS v (name, expression, condition)
    LOOP
      EXECUTE format('CREATE INDEX IF NOT EXISTS %I ON %I USING gin (to_tsvector(%L::regconfig, %s)) WHERE %s',
        indexed.name || '_text_' || configuration, indexed.name, 'pg_catalog.' || configuration, indexed.expression, indexed.condition);
      EXECUTE format('COMMENT ON INDEX %I IS %L', indexed.name || '_text_' || configuration, 'Full text for search(), by the rules of ' || configuration || '.');
    END LOOP;
  END LOOP;
END $$;
ANALYZE paragraphs, bullets, sections, table_cells;
