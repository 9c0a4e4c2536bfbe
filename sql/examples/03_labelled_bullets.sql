-- What do bullets of the form "Label: text" say about costs, and what is their list said to hold?
SELECT
  left(label, 20) AS label,
  left(text, 30) || CASE WHEN length(text) > 30 THEN '…' ELSE '' END AS text,
  left(caption, 21) || CASE WHEN length(caption) > 21 THEN '…' ELSE '' END AS "the list holds",
  regexp_replace(source, '^.*/', '') AS article
FROM labelled_bullets
WHERE label || ': ' || text ~* '\m(costs?|prices?|fees?|budgets?|funding|cheap|invest)'
ORDER BY article, line_no;
