-- Full-text search, block by block, each article in its own language. What `doc2pgsql index full-text` has indexed is found by
-- one index for all languages: each block's words are stored as its article's language has them. Articles that have come or
-- changed since are read.

CREATE OR REPLACE VIEW blocks AS
SELECT p.document_id, p.position, 0 AS row_no, p.section_no, p.kind, p.line_no, coalesce(p.label || ': ', '') || p.text AS text FROM paragraphs p
UNION ALL
SELECT b.document_id, b.position, 0, b.section_no, 'bullet', b.line_no, coalesce(b.label || ': ', '') || b.text FROM bullets b
UNION ALL
SELECT s.document_id, s.position, 0, s.section_no, 'heading', s.line_no, s.heading FROM sections s WHERE s.heading IS NOT NULL
UNION ALL
SELECT t.document_id, t.position, r.row_no, t.section_no, 'row', r.line_no, array_to_string(r.cells, ' | ')
FROM tables t JOIN table_rows r ON r.document_id = t.document_id AND r.table_no = t.table_no;

COMMENT ON VIEW blocks IS 'One row per heading, paragraph, list item and table row, with its text: all that search() reads. Order by document_id, position, row_no.';
COMMENT ON COLUMN blocks.row_no IS 'Row of the table; 0 outside of one.';
COMMENT ON COLUMN blocks.kind IS 'heading, text, lead_in, quote, code, leftover (see paragraphs.kind), bullet or row.';
COMMENT ON COLUMN blocks.text IS 'The text; of a row its cells, divided by bars.';

CREATE OR REPLACE FUNCTION index_full_text(most int DEFAULT NULL) RETURNS bigint
  LANGUAGE plpgsql VOLATILE
  SET search_path FROM CURRENT
AS $$
DECLARE
  remaining bigint;
BEGIN
  LOCK TABLE search_documents IN SHARE ROW EXCLUSIVE MODE;
  DELETE FROM search_documents s
  WHERE NOT EXISTS (SELECT 1 FROM documents d WHERE d.document_id = s.document_id AND d.loaded_at = s.loaded_at);
  IF FOUND THEN
    DELETE FROM search_blocks b WHERE NOT EXISTS (SELECT 1 FROM search_documents s WHERE s.document_id = b.document_id);
  END IF;
  WITH fresh AS (
    INSERT INTO search_documents (document_id, loaded_at, language)
    SELECT d.document_id, d.loaded_at, coalesce(a.language, '')
    FROM documents d JOIN articles a ON a.document_id = d.document_id
    WHERE NOT EXISTS (SELECT 1 FROM search_documents s WHERE s.document_id = d.document_id)
    ORDER BY d.document_id LIMIT most
    RETURNING document_id, text_configuration(nullif(language, '')) AS configuration
  )
  INSERT INTO search_blocks (document_id, position, row_no, words)
  SELECT f.document_id, b.position, b.row_no, to_tsvector(f.configuration, b.text)
  FROM fresh f CROSS JOIN LATERAL (SELECT * FROM blocks b WHERE b.document_id = f.document_id OFFSET 0) b;
  SELECT (SELECT count(*) FROM documents) - (SELECT count(*) FROM search_documents) INTO remaining;
  IF remaining <= 0 THEN
    CREATE INDEX IF NOT EXISTS search_blocks_words ON search_blocks USING gin (words);
    COMMENT ON INDEX search_blocks_words IS 'Finds the blocks that hold words, whatever their language.';
    ANALYZE search_documents, search_blocks;
  END IF;
  RETURN remaining;
END
$$;
COMMENT ON FUNCTION index_full_text(int) IS
  'Makes search() fast: indexes the words of at most that many articles (NULL: all) which are not indexed yet, or have changed since, and says how many are left. doc2pgsql index full-text calls it until none is.';

CREATE OR REPLACE FUNCTION search(query text, max_results int DEFAULT 20)
  RETURNS TABLE (document_id bigint, source text, title text, section_no int, heading text, kind text, line_no int, rank real, headline text)
  LANGUAGE plpgsql STABLE
  SET search_path FROM CURRENT
AS $$
#variable_conflict use_column
DECLARE
  articles constant bigint := (SELECT count(*) FROM documents);
  unread constant bigint := articles - (SELECT count(*) FROM search_documents);
BEGIN
  IF unread > 5000 THEN  -- some 5,000 are read in a second
    RAISE NOTICE 'search() reads % of % articles block by block', unread, articles
      USING HINT = 'doc2pgsql index full-text builds what makes it fast.';
  END IF;
  RETURN QUERY
  WITH languages AS MATERIALIZED (
    SELECT l.language, text_configuration(nullif(l.language, '')) AS configuration,
      websearch_to_tsquery(text_configuration(nullif(l.language, '')), search.query) AS terms
    FROM (SELECT coalesce(a.language, '') AS language FROM articles a GROUP BY 1) l
  ), hits AS (
    SELECT b.document_id, b.position, b.row_no, l.configuration, l.terms, ts_rank(b.words, l.terms) AS rank
    FROM search_blocks b
    JOIN search_documents s ON s.document_id = b.document_id
    JOIN documents d ON d.document_id = s.document_id AND d.loaded_at = s.loaded_at
    JOIN languages l ON l.language = s.language
    -- the query in any language leads to the blocks by the index, that in the article's own decides
    WHERE b.words @@ (SELECT string_agg('(' || l.terms::text || ')', ' | ')::tsquery FROM languages l WHERE numnode(l.terms) > 0)
      AND b.words @@ l.terms
    UNION ALL
    SELECT b.document_id, b.position, b.row_no, l.configuration, l.terms, ts_rank(to_tsvector(l.configuration, b.text), l.terms)
    FROM documents d
    JOIN articles a ON a.document_id = d.document_id
    JOIN languages l ON l.language = coalesce(a.language, '')
    CROSS JOIN LATERAL (SELECT * FROM blocks b WHERE b.document_id = d.document_id OFFSET 0) b
    WHERE NOT EXISTS (SELECT 1 FROM search_documents s WHERE s.document_id = d.document_id AND s.loaded_at = d.loaded_at)
      AND to_tsvector(l.configuration, b.text) @@ l.terms
    ORDER BY rank DESC, document_id, position, row_no
    LIMIT search.max_results
  )
  SELECT h.document_id, a.source, a.title, b.section_no, s.heading, b.kind, b.line_no, h.rank,
    ts_headline(h.configuration, b.text, h.terms, 'StartSel=«, StopSel=», MaxWords=18, MinWords=8')
  FROM hits h
  JOIN articles a ON a.document_id = h.document_id
  CROSS JOIN LATERAL (
    SELECT * FROM blocks b WHERE b.document_id = h.document_id AND b.position = h.position AND b.row_no = h.row_no OFFSET 0) b
  LEFT JOIN sections s ON s.document_id = h.document_id AND s.section_no = b.section_no
  ORDER BY h.rank DESC, h.document_id, h.position, h.row_no;
END
$$;
COMMENT ON FUNCTION search(text, int) IS
  'The best hits for a query as in a web search engine ("exact words", or, -not), with the section each stands in. Reads only the hits of what `doc2pgsql index full-text` has indexed, and every block of articles that have come since.';
