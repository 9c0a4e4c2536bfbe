-- Entities of the user's own: `doc2pgsql entities load FILE`. Run in a transaction; doc2pgsql puts the file's rows into
-- new_user_entities at the line `\copy`, with the columns that its header names. By hand:
--   PGOPTIONS=-csearch_path=articles psql --single-transaction -f schema/user_entities.sql   (reads entities.csv)
--
-- A row with an entity_id that is there already only adds names to it; rows of origin 'user' are replaced. Without an
-- entity_id it is 'user:' and the normalised name; without a kind it is an organisation.

CREATE TEMP TABLE new_user_entities (
  entity_id text, kind text, name text NOT NULL, aliases text, region text, case_sensitive boolean) ON COMMIT DROP;

\copy new_user_entities (entity_id, kind, name, aliases, region, case_sensitive) FROM 'entities.csv' (FORMAT csv, HEADER)

UPDATE new_user_entities
SET name = btrim(name), kind = coalesce(nullif(btrim(kind), ''), 'organisation'),
  entity_id = coalesce(nullif(btrim(entity_id), ''), 'user:' || item_key(name));

INSERT INTO entities (entity_id, kind, name, region, origin)
SELECT DISTINCT ON (entity_id) entity_id, kind, name, region, 'user' FROM new_user_entities ORDER BY entity_id
ON CONFLICT (entity_id) DO UPDATE SET kind = excluded.kind, name = excluded.name, region = excluded.region
WHERE entities.origin = 'user';

INSERT INTO entity_names (name_key, entity_id, name, kind, case_sensitive, origin)
SELECT DISTINCT ON (entity_id, name) item_key(name), entity_id, name, kind, case_sensitive, 'user'
FROM (
  SELECT entity_id, name, 'name' AS kind, coalesce(case_sensitive, false) AS case_sensitive FROM new_user_entities
  UNION ALL
  SELECT entity_id, btrim(alias), 'alias', coalesce(case_sensitive, false)
  FROM new_user_entities CROSS JOIN LATERAL regexp_split_to_table(aliases, ';') AS alias
) AS names
WHERE name <> ''
ORDER BY entity_id, name, kind DESC
ON CONFLICT (entity_id, name) DO UPDATE
SET name_key = excluded.name_key, kind = excluded.kind, case_sensitive = excluded.case_sensitive
WHERE entity_names.origin = 'user';
