-- What tables and lists tell most of
-- as bars
-- Items with the most facts, numbers and dates left out: the view items.
SELECT (SELECT f.item FROM facts f WHERE f.item_key = most.item_key ORDER BY f.document_id LIMIT 1), most.count
FROM (SELECT item_key, count(*) FROM facts WHERE item_key <> '' GROUP BY item_key HAVING NOT is_number(min(item_key)) ORDER BY 2 DESC, 1 LIMIT 15) most
ORDER BY 2 DESC, most.item_key;
