-- Which number is it? A shape's view has typed columns beside the text where the cells are numbers, dates, money …
SELECT shape, c.column_no, c.header, shape_column_type(s.shape, c.column_no) AS type
FROM table_shapes s
JOIN tables t USING (shape)
JOIN table_columns c ON c.document_id = t.document_id AND c.table_no = t.table_no
WHERE s.shape LIKE '%|%' AND shape_column_type(s.shape, c.column_no) IS NOT NULL
ORDER BY 1, 2
LIMIT 12;
