-- What is loaded
-- as numbers
SELECT what, count FROM (
  SELECT 1, 'articles', count(*) FROM documents
  UNION ALL SELECT 2, 'headings', count(*) FROM sections WHERE section_no > 0
  UNION ALL SELECT 3, 'paragraphs', count(*) FROM paragraphs
  UNION ALL SELECT 4, 'list items', count(*) FROM bullets
  UNION ALL SELECT 5, 'tables', count(*) FROM tables
  UNION ALL SELECT 6, 'cells', coalesce(sum(cardinality(cells)), 0) FROM table_rows
  UNION ALL SELECT 7, 'links', count(*) FROM links
  UNION ALL SELECT 8, 'names found', count(*) FROM mentions
  UNION ALL SELECT 9, 'facts', count(*) FROM facts
  UNION ALL SELECT 10, 'statements', count(*) FROM statements) AS counts (n, what, count)
ORDER BY n;
