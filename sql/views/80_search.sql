-- Full-text search, article by article in its own language. With the indexes of sql/index_full_text.sql it reads only the
-- hits; without them, every block. Where the metadata say no language, the guess counts.

CREATE OR REPLACE FUNCTION search(query text, max_results int DEFAULT 20)
  RETURNS TABLE (document_id bigint, source text, title text, section_no int, heading text, kind text, line_no int, rank real, headline text)
  LANGUAGE plpgsql STABLE
  SET search_path FROM CURRENT
AS $$
DECLARE
  -- the hits of one configuration in one table: by the indexed expression, and by the article's language
  template constant text := $q$
    SELECT b.document_id, %1$s AS section_no, %2$s AS kind, b.line_no, %3$s AS position, %4$s AS text,
      ts_rank(to_tsvector(%5$L::regconfig, %4$s), %6$L::tsquery) AS rank, %5$L::regconfig AS configuration, %6$L::tsquery AS terms
    FROM %7$s JOIN documents d ON d.document_id = b.document_id
    WHERE to_tsvector(%5$L::regconfig, %4$s) @@ %6$L::tsquery AND text_configuration(coalesce(d.language_guess, d.language)) = %5$L::regconfig %8$s$q$;
  branches text[] := '{}';
  configuration regconfig;
  terms tsquery;
  block record;
BEGIN
  FOR configuration IN SELECT DISTINCT text_configuration(coalesce(d.language_guess, d.language)) FROM documents d LOOP
    terms := websearch_to_tsquery(configuration, search.query);
    CONTINUE WHEN numnode(terms) = 0;
    FOR block IN
      SELECT * FROM (VALUES
        ('paragraphs b', 'b.section_no', 'b.kind', 'b.position', $x$(coalesce(b.label || ': ', '') || b.text)$x$, ''),
        ('bullets b', 'b.section_no', '''bullet''', 'b.position', $x$(coalesce(b.label || ': ', '') || b.text)$x$, ''),
        ('sections b', 'b.section_no', '''heading''', 'b.position', 'b.heading', 'AND b.heading IS NOT NULL'),
        ('table_cells b JOIN tables t ON t.document_id = b.document_id AND t.table_no = b.table_no',
          't.section_no', '''cell''', 't.position', 'b.text', '')) AS v (tables, section_no, kind, place, text, condition)
    LOOP
      branches := branches || format(template, block.section_no, block.kind, block.place, block.text, configuration::text, terms::text,
        block.tables, block.condition);
    END LOOP;
  END LOOP;
  IF branches = '{}' THEN
    RETURN;
  END IF;
  -- some 100,000 paragraphs are read in a second
  IF (SELECT c.reltuples FROM pg_class c WHERE c.oid = 'paragraphs'::regclass) > 100000 AND NOT EXISTS (
    SELECT FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
    WHERE i.indrelid = 'paragraphs'::regclass AND c.relname LIKE 'paragraphs\_text\_%')
  THEN
    RAISE NOTICE 'search() reads every block of the corpus' USING HINT = 'doc2pgsql index full-text builds what makes it fast.';
  END IF;
  RETURN QUERY EXECUTE format($q$
    SELECT f.document_id, d.source, d.title, f.section_no, s.heading, f.kind, f.line_no, f.rank,
      ts_headline(f.configuration, f.text, f.terms, 'StartSel=«, StopSel=», MaxWords=18, MinWords=8')
    FROM (SELECT * FROM (%s) b ORDER BY rank DESC, document_id, position, line_no LIMIT $1) f
    JOIN documents d ON d.document_id = f.document_id
    LEFT JOIN sections s ON s.document_id = f.document_id AND s.section_no = f.section_no
    ORDER BY f.rank DESC, f.document_id, f.position, f.line_no$q$, array_to_string(branches, ' UNION ALL '))
    USING search.max_results;
END
$$;
COMMENT ON FUNCTION search(text, int) IS
  'The best hits for a query as in a web search engine ("exact words", or, -not), with the section each stands in. Reads only the hits where `doc2pgsql index full-text` has built its indexes, and else every block: seconds on large corpora.';
