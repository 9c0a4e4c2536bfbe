-- With whom is a country named in one breath, and where? mentions_of('Kenya') lists all its sentences.
SELECT c.entity, c.other, c.other_kind, m.snippet, regexp_replace(m.source, '^.*/', '') || ':' || m.line_no AS "article:line"
FROM co_mentions c
JOIN entity_mentions m ON m.document_id = c.document_id AND m.mention_no = c.other_mention_no
WHERE c.entity_id IN ('country:IT', 'country:US')
ORDER BY 1, 2, 5;
