-- What `doc2pgsql doctor` sees of the server, whether there is a schema or not: one row a check.
-- state: ok, note (it works, and could be better), wrong. what: what todo is: sql (statements, one a line, that this user may
-- run), superuser (statements that only a superuser may run), text (commands for the shell); NULL: nothing is to be done.
-- Bounds: what loader/server/local.c sets for its private server, and for maintenance_work_mem PostgreSQL's own default.
WITH me AS (
  SELECT rolsuper AS super FROM pg_roles WHERE rolname = current_user
), setting AS (
  SELECT name, setting::bigint * CASE unit WHEN '8kB' THEN 8192 WHEN 'kB' THEN 1024 WHEN 'MB' THEN 1048576 ELSE 1 END AS bytes
  FROM pg_settings WHERE name IN ('max_wal_size', 'maintenance_work_mem', 'shared_buffers')
), wanted (subject, least, value, why, reload) AS (
  VALUES
    ('max_wal_size', 2::bigint << 30, '2GB', 'large loads wait for checkpoints', 'SELECT pg_reload_conf()'),
    ('maintenance_work_mem', 64::bigint << 20, '128MB', 'indexes are built in many passes', 'SELECT pg_reload_conf()'),
    ('shared_buffers', 256::bigint << 20, '256MB', 'what loads write to and questions read is fetched again and again', NULL)
), checks (n, subject, state, says, what, todo) AS (
  SELECT 1, 'server', 'ok', 'PostgreSQL ' || current_setting('server_version'), NULL, NULL  -- no connection without 14
  UNION ALL
  SELECT 2, 'encoding', 'ok', pg_encoding_to_char(encoding), NULL, NULL  -- nor without UTF8
  FROM pg_database WHERE datname = current_database()
  UNION ALL
  SELECT 3, 'letters', CASE WHEN known THEN 'ok' ELSE 'note' END,
    CASE WHEN known THEN datctype
      ELSE format('%s knows the letters of English alone: search() tells Ä from ä; a database with another LC_CTYPE does not', datctype) END,
    CASE WHEN known THEN NULL ELSE 'sql' END,
    format($$CREATE DATABASE %I ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8' TEMPLATE template0$$, datname || '_utf8')
  FROM pg_database, LATERAL (SELECT lower(U&'\00C4') = U&'\00E4') l (known)
  WHERE datname = current_database()
  UNION ALL
  SELECT 4, 'collation', CASE WHEN same THEN 'ok' ELSE 'wrong' END,
    datcollate || CASE WHEN same THEN ''
      ELSE ' has another version than when the indexes were built, so that they may not find what is there' END,
    CASE WHEN same THEN NULL ELSE 'sql' END,
    format(E'REINDEX DATABASE %1$I\nALTER DATABASE %1$I REFRESH COLLATION VERSION', datname)
  FROM pg_database d,  -- before PostgreSQL 15 databases have no datcollversion
    LATERAL (SELECT coalesce(to_jsonb(d) ->> 'datcollversion' = pg_collation_actual_version('pg_catalog."default"'::regcollation), true)) v (same)
  WHERE datname = current_database()
  UNION ALL
  SELECT 5, subject, CASE WHEN bytes >= least THEN 'ok' ELSE 'note' END,
    pg_size_pretty(bytes) || CASE WHEN bytes >= least THEN '' ELSE ': ' || why END,
    CASE WHEN bytes >= least THEN NULL WHEN super THEN 'sql' ELSE 'superuser' END,
    format('ALTER SYSTEM SET %s = %L', subject, value) || coalesce(E'\n' || reload, '')
  FROM wanted JOIN setting ON name = subject CROSS JOIN me
  UNION ALL
  -- of new sessions: psql, ask and the like turn it off by themselves
  SELECT 6, 'jit', CASE WHEN on_here THEN 'note' ELSE 'ok' END,
    CASE WHEN on_here THEN 'on: frequent items are asked for in milliseconds, and compiling such a question takes longer' ELSE 'off' END,
    CASE WHEN NOT on_here THEN NULL WHEN owner THEN 'sql' ELSE 'superuser' END,
    format('ALTER DATABASE %I SET jit = off', datname)
  FROM pg_database, LATERAL (SELECT current_setting('jit')::boolean, pg_has_role(datdba, 'USAGE')) j (on_here, owner)
  WHERE datname = current_database()
)
SELECT subject, state, says, what, todo FROM checks ORDER BY n, subject;
