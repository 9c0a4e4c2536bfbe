-- Who is mentioned in most articles, and by which names? Countries, organisations and regions, in text, tables and headings.
SELECT entity, kind, count(DISTINCT document_id) AS articles, count(*) AS mentions,
  count(*) FILTER (WHERE name_kind = 'demonym') AS "by adjective", string_agg(DISTINCT mention, ', ') AS written
FROM entity_mentions
GROUP BY 1, 2
ORDER BY 3 DESC, 4 DESC, 1
LIMIT 10;
