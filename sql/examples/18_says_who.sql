-- What else do the articles say of those who give support? The sentences of the same article, outside its tables.
SELECT s.country, string_agg(DISTINCT s.support, ', ') AS support, m.snippet,
  regexp_replace(m.source, '^.*/', '') || ':' || m.line_no AS "article:line"
FROM country_support s
JOIN entity_mentions m ON m.document_id = s.document_id AND m.entity_id = s.entity_id
WHERE m.place = 'text' AND m.position <> s.position
GROUP BY s.country, m.snippet, 4
ORDER BY 1, 4;
