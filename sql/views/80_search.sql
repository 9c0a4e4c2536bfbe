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

COMMENT ON VIEW blocks IS 'One row per heading, paragraph, list item and table row, with its text. All that search() reads; order by document_id, position, row_no.';
COMMENT ON COLUMN blocks.row_no IS 'Row of the table; 0 outside of one.';
COMMENT ON COLUMN blocks.kind IS 'What it is. heading, text, lead_in, quote, code, leftover (see paragraphs.kind), bullet or row.';
COMMENT ON COLUMN blocks.text IS 'The text; of a row its cells, divided by bars.';

CREATE OR REPLACE FUNCTION index_full_text(most int DEFAULT NULL) RETURNS bigint
  LANGUAGE plpgsql VOLATILE
  SET search_path FROM CURRENT
  SET client_min_messages = warning -- that a word is too long to be indexed is no news to who asks
AS $$
DECLARE
  fresh bigint[];
  remaining bigint;
BEGIN
  LOCK TABLE search_documents IN SHARE ROW EXCLUSIVE MODE;
  DELETE FROM search_documents s
  WHERE NOT EXISTS (SELECT 1 FROM documents d WHERE d.document_id = s.document_id AND d.loaded_at = s.loaded_at);
  IF FOUND THEN
    DELETE FROM search_blocks b WHERE NOT EXISTS (SELECT 1 FROM search_documents s WHERE s.document_id = b.document_id);
  END IF;
  fresh := ARRAY(
    SELECT d.document_id FROM documents d
    WHERE NOT EXISTS (SELECT 1 FROM search_documents s WHERE s.document_id = d.document_id)
    ORDER BY d.document_id LIMIT most);
  INSERT INTO search_documents (document_id, loaded_at, language)
  SELECT d.document_id, d.loaded_at, coalesce(a.language, '')
  FROM documents d JOIN articles a ON a.document_id = d.document_id WHERE d.document_id = ANY (fresh);
  INSERT INTO search_blocks (document_id, position, row_no, words)
  SELECT b.document_id, b.position, b.row_no, to_tsvector(text_configuration(nullif(s.language, '')), letters_apart(b.text))
  FROM search_documents s JOIN blocks b ON b.document_id = s.document_id
  WHERE s.document_id = ANY (fresh) AND b.document_id = ANY (fresh);
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
  'Makes search() fast. Indexes the words of at most that many articles (NULL: all) which are not indexed yet, or have changed since, and says how many are left; doc2pgsql index full-text calls it until none is.';

CREATE OR REPLACE FUNCTION search(query text, max_results int DEFAULT 20)
  RETURNS TABLE (document_id bigint, source text, title text, section_no int, heading text, kind text, line_no int, rank real, headline text)
  LANGUAGE plpgsql STABLE
  SET search_path FROM CURRENT
  SET client_min_messages = warning
AS $$
#variable_conflict use_column
DECLARE
  articles constant bigint := (SELECT count(*) FROM documents);
  unread constant bigint[] := ARRAY(SELECT d.document_id FROM documents d
    WHERE NOT EXISTS (SELECT 1 FROM search_documents s WHERE s.document_id = d.document_id AND s.loaded_at = d.loaded_at));
  languages constant text[] := ARRAY(SELECT coalesce(a.language, '') FROM articles a GROUP BY 1 ORDER BY count(*) DESC, 1);
  configurations constant regconfig[] := ARRAY(
    SELECT text_configuration(nullif(l, '')) FROM unnest(languages) WITH ORDINALITY AS u (l, n) ORDER BY n);
  words constant text := search_words(search.query, configurations);
  terms constant tsquery[] := ARRAY(
    SELECT websearch_to_tsquery(c, words) FROM unnest(configurations) WITH ORDINALITY AS u (c, n) ORDER BY n);
  -- a word that says nothing in an article's language is there by chance
  weights constant real[] := ARRAY(
    SELECT CASE WHEN EXISTS (SELECT 1 FROM regexp_split_to_table(words, '[[:space:]]+') w WHERE says_nothing(w, c)) THEN 0.1 ELSE 1 END
    FROM unnest(configurations) WITH ORDINALITY AS u (c, n) ORDER BY n);
  -- the query in any language leads to the blocks by the index, that in the article's own decides
  any_terms constant tsquery := (SELECT string_agg('(' || t::text || ')', ' | ')::tsquery FROM unnest(terms) t WHERE numnode(t) > 0);
  ids bigint[];
  positions int[];
  rows int[];
  ranks real[];
  which bigint[];  -- of the languages
BEGIN
  IF cardinality(unread) > 5000 THEN  -- some 5,000 are read in a second
    RAISE WARNING 'search() reads % of % articles block by block', cardinality(unread), articles
      USING HINT = 'doc2pgsql index full-text builds what makes it fast.';
  END IF;
  SELECT array_agg(h.document_id), array_agg(h.position), array_agg(h.row_no), array_agg(h.rank), array_agg(h.n)
  INTO ids, positions, rows, ranks, which
  FROM (
    SELECT * FROM (
      SELECT b.document_id, b.position, b.row_no, l.n, l.weight * ts_rank(b.words, l.terms, 1) AS rank
      FROM search_blocks b
      JOIN search_documents s ON s.document_id = b.document_id
      JOIN documents d ON d.document_id = s.document_id AND d.loaded_at = s.loaded_at
      JOIN unnest(languages, terms, weights) WITH ORDINALITY AS l (language, terms, weight, n) ON l.language = s.language
      WHERE b.words @@ any_terms AND b.words @@ l.terms
      UNION ALL
      SELECT b.document_id, b.position, b.row_no, l.n, l.weight * ts_rank(to_tsvector(l.configuration, letters_apart(b.text)), l.terms, 1)
      FROM articles a
      JOIN blocks b ON b.document_id = a.document_id
      JOIN unnest(languages, configurations, terms, weights) WITH ORDINALITY AS l (language, configuration, terms, weight, n)
        ON l.language = coalesce(a.language, '')
      WHERE a.document_id = ANY (unread) AND b.document_id = ANY (unread) AND to_tsvector(l.configuration, letters_apart(b.text)) @@ l.terms
    ) AS hits
    ORDER BY rank DESC, document_id, position, row_no
    LIMIT search.max_results
  ) h;
  RETURN QUERY
  SELECT h.document_id, x.source, x.title, x.section_no, x.heading, x.kind, x.line_no, h.rank,
    letters_together(CASE WHEN y.at > 1 AND left(y.text, y.at - 1) ~ '[[:alnum:]]' THEN '… ' ELSE '' END || y.headline
      || CASE WHEN y.at > 0 AND substr(y.text, y.at + length(translate(y.headline, '«»', ''))) ~ '[[:alnum:]]' THEN ' …' ELSE '' END)
  FROM unnest(ids, positions, rows, ranks, which) WITH ORDINALITY AS h (document_id, position, row_no, rank, which, n)
  JOIN (
    SELECT b.document_id, b.position, b.row_no, d.source, d.title, b.section_no, s.heading, b.kind, b.line_no, b.text
    FROM documents d
    JOIN blocks b ON b.document_id = d.document_id
    LEFT JOIN sections s ON s.document_id = d.document_id AND s.section_no = b.section_no
    WHERE d.document_id = ANY (ids) AND b.document_id = ANY (ids) AND b.position = ANY (positions)
  ) x ON x.document_id = h.document_id AND x.position = h.position AND x.row_no = h.row_no
  CROSS JOIN LATERAL (SELECT letters_apart(translate(x.text, '«»', '“”')) AS text) z
  CROSS JOIN LATERAL (SELECT ts_headline(configurations[h.which], z.text, terms[h.which],
    'StartSel=«, StopSel=», MaxFragments=1, MaxWords=18, MinWords=9, ShortWord=0') AS headline OFFSET 0) u
  CROSS JOIN LATERAL (SELECT z.text, u.headline, position(translate(u.headline, '«»', '') IN z.text) AS at) y
  ORDER BY h.n;
END
$$;
COMMENT ON FUNCTION search(text, int) IS
  'The best hits for a query as in a web search engine, with their sections. The query: words, "exact words", or, -not; words that say nothing in the language of most articles (the, of; der, und) are left out, but in quotes, beside or, and alone. « » are around the words found, and the text''s own such signs are “ ” there; … stands where it goes on. Reads only the hits of what `doc2pgsql index full-text` has indexed, and every block of articles that have come since.';
