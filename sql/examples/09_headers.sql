-- Which headers are not mapped to a role yet? Map one with: SELECT map_header('Intended effect', 'outcome');
SELECT c.header_key AS header, count(*) AS columns, min(left(v.text, 40)) AS "a cell"
FROM table_columns c
LEFT JOIN header_roles r ON r.header_key = c.header_key
LEFT JOIN table_cells v
  ON v.document_id = c.document_id AND v.table_no = c.table_no AND v.column_no = c.column_no AND v.row_no = 1
WHERE c.header <> '' AND r.role IS NULL
GROUP BY 1
ORDER BY columns DESC, header
LIMIT 15;
