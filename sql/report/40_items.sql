-- What tables and lists tell most of
-- as bars
-- Items with the most facts, numbers and dates left out: the view items.
SELECT item, count(*) FROM facts WHERE NOT is_number(item_key) AND item <> '' GROUP BY item ORDER BY 2 DESC, 1 LIMIT 15;
