-- What tables and lists tell most of
-- as bars
-- Items with the most facts, numbers and dates left out: the view items.
SELECT first.item, first.count
FROM (
  SELECT DISTINCT ON (most.count, most.item_key) most.count, most.item_key, f.item
  FROM (SELECT item_key, count(*) FROM facts WHERE item_key <> '' GROUP BY item_key HAVING NOT is_number(min(item_key)) ORDER BY 2 DESC, 1 LIMIT 15) most
  JOIN facts f ON f.item_key = most.item_key
  ORDER BY most.count, most.item_key, f.document_id, f.fact_no
) first
ORDER BY first.count DESC, first.item_key;
