-- Which number is it? A shape's view has typed columns beside the text where the cells are numbers, dates, money … Each shape is
-- asked by itself, so only those that recur most are.
SELECT s.shape, c.column_no, c.header, c.type
FROM (SELECT shape, shapes FROM table_shapes WHERE columns > 1 ORDER BY tables DESC, shape LIMIT 12) s
CROSS JOIN LATERAL shape_columns(s.shapes) c
WHERE c.type IS NOT NULL
ORDER BY 1, 2
LIMIT 12;
