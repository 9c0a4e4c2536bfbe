-- What do tables say about one item? Every other column of its rows, one row per element of a list.
SELECT item, attribute, value, regexp_replace(source, '^.*/', '') || ':' || line_no AS "article:line"
FROM item_attributes
WHERE item_key = item_key('Japan')
ORDER BY 4, row_no, column_no, element_no;
