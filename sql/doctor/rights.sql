-- What this user may do in the schema; rows as in server.sql, and `grant`: the role that the owner has to give rights to, and
-- `owner`: a statement of the database's owner. Tables' owners alone build keys and indexes,
-- and write schema_versions. What nobody asks lies beside the schema (schema/033_internal.sql), whose rights count, too.
WITH mine AS (
  SELECT oid, nspname, pg_get_userbyid(nspowner) AS owner, pg_has_role(nspowner, 'USAGE') AS owns,
    (SELECT bool_and(has_schema_privilege(s.oid, 'USAGE')) FROM pg_namespace s WHERE s.nspname IN ($1::text, $1::text || '_internal')) AS uses
  FROM pg_namespace WHERE nspname = $1::text
), rights AS (
  SELECT m.*, uses AND bool_and(has_table_privilege(c.oid, 'SELECT')) AS asks,
    uses AND bool_and(has_table_privilege(c.oid, 'INSERT') OR relname = 'schema_versions') AS loads
  FROM mine m LEFT JOIN pg_class c ON c.relkind = 'r'
    AND c.relnamespace IN (SELECT s.oid FROM pg_namespace s WHERE s.nspname IN ($1::text, $1::text || '_internal'))
  GROUP BY m.oid, nspname, owner, owns, uses
)
SELECT 'rights', CASE WHEN owns OR loads THEN 'ok' WHEN asks THEN 'note' ELSE 'wrong' END,
  CASE WHEN owns THEN format('%s owns the schema: it may load, index and init', current_user)
    WHEN loads THEN format('%s may load; init, index and the first load are for %s', current_user, owner)
    WHEN asks THEN format('%s may ask and not load: the schema is for %s to change', current_user, owner)
    ELSE format('%s may not read the tables; what %s has to say:', current_user, owner) END,
  CASE WHEN NOT (owns OR asks OR loads) THEN 'grant' END, current_user::text
FROM rights
UNION ALL
SELECT 'rights', CASE WHEN may THEN 'ok' ELSE 'wrong' END,
  CASE WHEN may THEN format('%s may make the schema', current_user)
    ELSE format('%s may not make the schema; what %s has to say:', current_user, pg_get_userbyid(datdba)) END,
  CASE WHEN NOT may THEN 'owner' END, format('GRANT CREATE, TEMPORARY ON DATABASE %I TO %I', datname, current_user)
FROM pg_database,
  LATERAL (SELECT has_database_privilege(oid, 'CREATE') AND has_database_privilege(oid, 'TEMPORARY')) r (may)
WHERE datname = current_database() AND NOT EXISTS (SELECT 1 FROM mine);
