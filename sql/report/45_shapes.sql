-- Tables of one kind
-- as table: Shape | # Tables | # Rows | # In articles
-- Tables with the same headers: create_shape_view makes one view of them.
SELECT shape, count(*), sum(row_count), count(DISTINCT document_id) FROM tables WHERE shape IS NOT NULL
GROUP BY shape ORDER BY 2 DESC, 3 DESC, 1 LIMIT 20;
