-- What was rejected, and why
-- as table: # Articles | Why | One of them
-- Articles and files that could not be loaded, of places that no later load has read again. doc2pgsql status names them.
SELECT count(*), regexp_replace(message, '[0-9]+', '…', 'g') AS why, min(source || coalesce(':' || line, ''))
FROM current_errors GROUP BY 2 ORDER BY 1 DESC, 2 LIMIT 20;
