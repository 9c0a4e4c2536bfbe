-- What dashboards ask often, kept ready: materialised views. Empty until `doc2pgsql refresh` (sql/refresh.sql), and as old
-- as materialized_state says; the plain views are always right.
--
-- A change of their columns needs a migration that drops them first.

CREATE TABLE IF NOT EXISTS materialized_refreshes (
  name text PRIMARY KEY,
  refreshed_at timestamptz NOT NULL,
  load_id bigint NOT NULL
);
ALTER TABLE materialized_refreshes ADD COLUMN IF NOT EXISTS seconds double precision;
COMMENT ON TABLE materialized_refreshes IS 'One row per materialised view that has been refreshed (doc2pgsql refresh).';
COMMENT ON COLUMN materialized_refreshes.name IS 'The materialised view.';
COMMENT ON COLUMN materialized_refreshes.refreshed_at IS 'When it was last refreshed: the time of the rows that it shows.';
COMMENT ON COLUMN materialized_refreshes.seconds IS 'How long that took.';
COMMENT ON COLUMN materialized_refreshes.load_id IS 'The newest load that had ended then; 0 where none had.';

CREATE MATERIALIZED VIEW IF NOT EXISTS country_support_facts AS
SELECT document_id, position, coalesce(row_no, 0) AS row_no, coalesce(column_no, 0) AS column_no, element_no, entity_id, origin,
  country, kind, item, attribute, support, support_key, detail, section_no, line_no
FROM country_support
WITH NO DATA;
CREATE UNIQUE INDEX IF NOT EXISTS country_support_facts_key
  ON country_support_facts (document_id, position, row_no, column_no, element_no, entity_id, origin);
CREATE INDEX IF NOT EXISTS country_support_facts_entity ON country_support_facts (entity_id);
CREATE INDEX IF NOT EXISTS country_support_facts_support ON country_support_facts (support_key);

CREATE MATERIALIZED VIEW IF NOT EXISTS country_support_matrix AS
SELECT entity_id, support_key, min(country) AS country, min(kind) AS kind, min(support) AS support,
  count(*) AS facts, count(DISTINCT document_id) AS documents, min(document_id) AS first_document_id
FROM country_support_facts
GROUP BY entity_id, support_key
WITH NO DATA;
CREATE UNIQUE INDEX IF NOT EXISTS country_support_matrix_key ON country_support_matrix (entity_id, support_key);
CREATE INDEX IF NOT EXISTS country_support_matrix_support ON country_support_matrix (support_key);

CREATE OR REPLACE VIEW materialized_state AS
SELECT
  m.matviewname::text AS name,
  r.refreshed_at,
  count(l.load_id) AS loads_since,
  coalesce(sum(l.documents_new + l.documents_changed), 0)::bigint AS documents_since,
  m.ispopulated AND count(l.load_id) = 0 AS is_current,
  r.seconds
FROM pg_matviews m
LEFT JOIN materialized_refreshes r ON r.name = m.matviewname AND m.ispopulated
LEFT JOIN loads l
  ON l.documents_new + l.documents_changed > 0
  AND (r.refreshed_at IS NULL OR l.load_id > r.load_id OR l.finished_at IS NULL OR l.finished_at >= r.refreshed_at)
WHERE m.schemaname = (SELECT n.nspname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = 'country_support_facts'::regclass)
GROUP BY m.matviewname, m.ispopulated, r.refreshed_at, r.seconds;

COMMENT ON MATERIALIZED VIEW country_support_facts IS
  'country_support made ready. As old as materialized_state says; doc2pgsql refresh makes it new.';
COMMENT ON MATERIALIZED VIEW country_support_matrix IS
  'One row per country (organisation, …) and kind of support: how often, in how many articles. As old as materialized_state says; doc2pgsql refresh makes it new.';
DO $$
DECLARE
  c record;
BEGIN
  -- what is said of a column of the plain view holds here too
  FOR c IN
    SELECT m.oid::regclass AS view, a.attname, coalesce(col_description(p.oid, b.attnum), x.comment) AS comment
    FROM (VALUES ('country_support_facts', 'country_support'),
      ('country_support_matrix', 'country_support')) AS v (view, plain)
    JOIN pg_class m ON m.oid = v.view::regclass
    JOIN pg_class p ON p.oid = v.plain::regclass
    JOIN pg_attribute a ON a.attrelid = m.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_attribute b ON b.attrelid = p.oid AND b.attname = a.attname
    LEFT JOIN (VALUES ('facts', 'How often it is said.'), ('documents', 'In how many articles.'),
      ('first_document_id', 'The first of them.')) AS x (name, comment) ON x.name = a.attname
  LOOP
    EXECUTE format('COMMENT ON COLUMN %s.%I IS %L', c.view, c.attname, c.comment);
  END LOOP;
END $$;
COMMENT ON INDEX country_support_facts_key IS 'What REFRESH CONCURRENTLY needs.';
COMMENT ON VIEW materialized_state IS 'One row per materialised view: how old it is.';
COMMENT ON COLUMN materialized_state.name IS 'The materialised view.';
COMMENT ON COLUMN materialized_state.refreshed_at IS 'When it was last refreshed; NULL where it never was, and can''t be read yet.';
COMMENT ON COLUMN materialized_state.loads_since IS 'Loads since then that brought or changed articles.';
COMMENT ON COLUMN materialized_state.documents_since IS 'The articles that they brought or changed.';
COMMENT ON COLUMN materialized_state.is_current IS 'Whether it shows what the plain view shows, as far as loads go: changes of entities and header_roles are not counted.';
COMMENT ON COLUMN materialized_state.seconds IS 'How long the last refresh took.';
