-- Which number is it? A shape's view has typed columns beside the text where the cells are numbers, dates, money …
SELECT s.shape, c.column_no, c.header, c.type
FROM table_shapes s
CROSS JOIN LATERAL shape_columns(s.shapes) c
WHERE s.columns > 1 AND c.type IS NOT NULL
ORDER BY 1, 2
LIMIT 12;
