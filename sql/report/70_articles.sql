-- Articles
-- as table: Article | # Day | Language | # Headings | # Facts | # Statements | Source
-- The first of them. doc2pgsql report --article=SOURCE shows how each line of one was understood.
SELECT a.article, a.document_date, a.language,
  (SELECT count(*) FROM sections s WHERE s.document_id = a.document_id AND s.section_no > 0),
  (SELECT count(*) FROM facts f WHERE f.document_id = a.document_id),
  (SELECT count(*) FROM statements s WHERE s.document_id = a.document_id), a.source
FROM articles a WHERE a.document_id IN (SELECT document_id FROM documents ORDER BY document_id LIMIT 200) ORDER BY a.document_id;
