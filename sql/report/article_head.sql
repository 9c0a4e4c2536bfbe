-- Where it is from
-- as table: |
SELECT w.what, w.value FROM articles a JOIN documents d ON d.document_id = a.document_id
CROSS JOIN LATERAL (VALUES (1, 'source', a.source), (2, 'title', a.title), (3, 'author', a.author), (4, 'site', a.site),
  (5, 'address', a.url), (6, 'day', a.document_date || ', as the ' || a.date_source || ' says'), (7, 'language', a.language),
  (8, 'read as', concat_ws(', ', d.dialect, d.layout)),
  (9, 'loaded', to_char(d.loaded_at, 'YYYY-MM-DD HH24:MI') || ', by load ' || d.load_id)) AS w (n, what, value)
WHERE a.document_id = $1::bigint AND w.value <> '' ORDER BY w.n;
