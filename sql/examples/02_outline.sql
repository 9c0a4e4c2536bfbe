-- What is the outline of one article? Headings that the text did not mark are told from the lines around them.
SELECT line_no AS line, left(outline, 74) AS outline, paragraphs, bullets, tables
FROM outline
WHERE source LIKE '%counterterrorism-partnerships.txt'
ORDER BY document_id, section_no;
