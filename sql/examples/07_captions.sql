-- What are the lists and tables of an article said to hold?
SELECT c.kind, c.number, c.line_no AS line, left(c.caption, 88) AS caption
FROM captions c
JOIN documents d USING (document_id)
WHERE d.source LIKE '%counterterrorism-partnerships.txt'
ORDER BY c.document_id, c.position;
