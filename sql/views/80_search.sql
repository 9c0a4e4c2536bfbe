-- Full-text search, article by article in its own language. Without an index it reads every block.

CREATE OR REPLACE FUNCTION search(query text, max_results int DEFAULT 20)
  RETURNS TABLE (document_id bigint, source text, title text, section_no int, heading text, kind text, line_no int, rank real, headline text)
  LANGUAGE plpgsql STABLE
  SET search_path FROM CURRENT
AS $$
BEGIN
  RETURN QUERY
  SELECT f.document_id, f.source, f.title, f.section_no, s.heading, f.kind, f.line_no, f.rank,
    ts_headline(f.configuration, f.text, websearch_to_tsquery(f.configuration, search.query), 'StartSel=«, StopSel=», MaxWords=18, MinWords=8')
  FROM (
    SELECT b.document_id, d.source, d.title, b.section_no, b.kind, b.line_no, b.text, b.position,
      text_configuration(d.language) AS configuration,
      ts_rank(to_tsvector(text_configuration(d.language), b.text), websearch_to_tsquery(text_configuration(d.language), search.query)) AS rank
    FROM (
      SELECT p.document_id, p.section_no, p.kind, p.line_no, p.position, p.text FROM paragraphs p
      UNION ALL
      SELECT p.document_id, p.section_no, 'bullet', p.line_no, p.position, concat_ws(': ', p.label, p.text) FROM bullets p
      UNION ALL
      SELECT p.document_id, p.section_no, 'heading', p.line_no, p.position, p.heading FROM sections p
      WHERE p.heading IS NOT NULL
      UNION ALL
      SELECT t.document_id, t.section_no, 'cell', c.line_no, t.position, c.text
      FROM tables t JOIN table_cells c ON c.document_id = t.document_id AND c.table_no = t.table_no
    ) b
    JOIN documents d ON d.document_id = b.document_id
    WHERE to_tsvector(text_configuration(d.language), b.text) @@ websearch_to_tsquery(text_configuration(d.language), search.query)
    ORDER BY rank DESC, b.document_id, b.position
    LIMIT search.max_results
  ) f
  LEFT JOIN sections s ON s.document_id = f.document_id AND s.section_no = f.section_no
  ORDER BY f.rank DESC, f.document_id, f.position;
END
$$;
COMMENT ON FUNCTION search(text, int) IS
  'The best hits for a query as in a web search engine ("exact words", or, -not), with the section each stands in. Reads every block: seconds on large corpora.';
