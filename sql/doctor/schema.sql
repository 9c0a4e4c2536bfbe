-- What `doc2pgsql doctor` sees of a schema of this program's version; rows as in server.sql, and `command`: what to give to
-- doc2pgsql.
WITH unfinished AS (
  -- The same command, run again, mends it. Of those that ended by themselves the last load counts.
  SELECT l.*, to_char(l.started_at, 'YYYY-MM-DD HH24:MI') AS began, 
    l.status = 'running' AND load_is_alive(l.load_id) AS alive,
    (SELECT string_agg(CASE WHEN w ~ '^[-[:alnum:]_./=:,@%+]+$' THEN w ELSE '''' || replace(w, '''', '''\''''') || '''' END, ' ' ORDER BY n)
     FROM unnest(l.arguments) WITH ORDINALITY AS a (w, n)) AS shell
  FROM loads l
  WHERE (l.status = 'running' OR (l.status <> 'done' AND l.load_id = (SELECT max(load_id) FROM loads)))
    AND NOT EXISTS (SELECT 1 FROM loads later WHERE later.arguments = l.arguments AND later.load_id > l.load_id)
), search (articles, unread, indexed) AS (
  SELECT (SELECT count(*) FROM documents),
    (SELECT count(*) FROM documents d
     WHERE NOT EXISTS (SELECT 1 FROM search_documents s WHERE s.document_id = d.document_id AND s.loaded_at = d.loaded_at)),
    to_regclass('search_blocks_words') IS NOT NULL
), checks (n, subject, state, says, what, todo) AS (
  SELECT 1, 'full text',
    CASE WHEN unread > 5000 OR (unread < articles AND NOT indexed) THEN 'note' ELSE 'ok' END,  -- as search() has it
    CASE WHEN unread = 0 AND indexed THEN 'all articles are indexed'
      WHEN articles = 0 THEN 'nothing is loaded yet'
      WHEN unread < articles AND NOT indexed THEN 'the index is missing, or was stopped while it was built'
      ELSE format('search() reads %s of %s articles block by block', unread, articles) END,
    CASE WHEN unread > 5000 OR (unread < articles AND NOT indexed) THEN 'command' END, 'index full-text'
  FROM search
  UNION ALL
  SELECT 2, 'load ' || load_id, CASE WHEN alive THEN 'ok' WHEN status = 'running' THEN 'wrong' ELSE 'note' END,
    CASE WHEN alive THEN 'has been running since ' || began
      ELSE format('of %s %s; run again, it stores what is missing', began,
        CASE status WHEN 'failed' THEN 'failed' WHEN 'running' THEN 'died' ELSE 'was interrupted' END) END,
    CASE WHEN NOT alive THEN 'text' END, shell
  FROM unfinished
  UNION ALL
  SELECT 2, 'load ' || load_id, '', 'or, where nothing of it is missed, say that it is over:', 'sql',
    format($$UPDATE loads SET status = 'interrupted' WHERE load_id = %s$$, load_id)
  FROM unfinished WHERE status = 'running' AND NOT alive
)
SELECT subject, state, says, what, todo FROM checks ORDER BY n, subject, state DESC;
