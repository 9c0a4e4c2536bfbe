-- One article put together again from its rows, as Markdown: its first 24 lines.
SELECT left(l.line, 108) AS markdown
FROM documents d, regexp_split_to_table(document_text(d.document_id), E'\n') WITH ORDINALITY AS l (line, line_no)
WHERE d.source LIKE '%counterterrorism-partnerships.txt' AND l.line_no <= 24
ORDER BY d.document_id, l.line_no;
