-- Reference data: countries, organisations, their names, and what table headers mean.
--
-- Run by every `doc2pgsql init`, in a transaction; rows of origin 'user' are never touched and win over the product's.
-- A line `\copy TABLE (COLUMNS) FROM 'FILE' (OPTIONS)` is psql's: by hand the file is run from the project's top folder,
-- with --single-transaction, and doc2pgsql runs it as COPY TABLE (COLUMNS) FROM STDIN (OPTIONS) with the embedded FILE.
--
-- The files are read into temporary tables, which no statement joins with the others: on a cluster those are on all nodes.
-- What is no more in a file goes by arrays.

CREATE TEMP TABLE new_entities (entity_id text, kind text, name text, alpha2 text, alpha3 text, numeric_code text, region text) ON COMMIT DROP;
CREATE TEMP TABLE new_entity_names (entity_id text, name text, kind text, case_sensitive boolean) ON COMMIT DROP;
CREATE TEMP TABLE new_entity_members (group_id text, member_id text) ON COMMIT DROP;
CREATE TEMP TABLE new_header_roles (header text, role text) ON COMMIT DROP;
CREATE TEMP TABLE new_entity_stop_phrases (phrase text, kind text) ON COMMIT DROP;
CREATE TEMP TABLE new_support_types (phrase text, type text) ON COMMIT DROP;
CREATE TEMP TABLE new_entity_organs (phrase text, entity_id text, kind text) ON COMMIT DROP;

\copy new_entities (entity_id, kind, name, alpha2, alpha3, numeric_code, region) FROM 'schema/entities.csv' (FORMAT csv, HEADER)
\copy new_entity_names (entity_id, name, kind, case_sensitive) FROM 'schema/entity_names.csv' (FORMAT csv, HEADER)
\copy new_entity_members (group_id, member_id) FROM 'schema/entity_members.csv' (FORMAT csv, HEADER)
\copy new_header_roles (header, role) FROM 'schema/header_roles.csv' (FORMAT csv, HEADER)
\copy new_entity_stop_phrases (phrase, kind) FROM 'schema/entity_stop_phrases.csv' (FORMAT csv, HEADER)
\copy new_support_types (phrase, type) FROM 'schema/support_types.csv' (FORMAT csv, HEADER)
\copy new_entity_organs (phrase, entity_id, kind) FROM 'schema/entity_organs.csv' (FORMAT csv, HEADER)

DO $$
DECLARE
  ids text[] := ARRAY(SELECT entity_id FROM new_entities);
BEGIN
  DELETE FROM entities WHERE origin = 'product' AND entity_id <> ALL (ids);
END $$;
INSERT INTO entities (entity_id, kind, name, alpha2, alpha3, numeric_code, region, origin)
SELECT entity_id, kind, name, alpha2, alpha3, numeric_code, region, 'product' FROM new_entities
ON CONFLICT (entity_id) DO UPDATE
SET kind = excluded.kind, name = excluded.name, alpha2 = excluded.alpha2, alpha3 = excluded.alpha3,
  numeric_code = excluded.numeric_code, region = excluded.region
WHERE entities.origin = 'product'
  AND (entities.kind, entities.name, entities.alpha2, entities.alpha3, entities.numeric_code, entities.region)
    IS DISTINCT FROM
    (excluded.kind, excluded.name, excluded.alpha2, excluded.alpha3, excluded.numeric_code, excluded.region);

-- The entity's own name is one of its names, whether the file of names repeats it or not.
INSERT INTO new_entity_names (entity_id, name, kind, case_sensitive)
SELECT e.entity_id, e.name, 'name', false FROM new_entities e
WHERE NOT EXISTS (SELECT 1 FROM new_entity_names n WHERE n.entity_id = e.entity_id AND n.name = e.name);

DO $$
DECLARE
  ids text[] := ARRAY(SELECT entity_id FROM new_entity_names ORDER BY entity_id, name);
  names text[] := ARRAY(SELECT name FROM new_entity_names ORDER BY entity_id, name);
BEGIN
  DELETE FROM entity_names e
  WHERE e.origin = 'product'
    AND NOT EXISTS (SELECT 1 FROM unnest(ids, names) AS n (entity_id, name) WHERE n.entity_id = e.entity_id AND n.name = e.name);
END $$;
-- Which of them stand for their keys says schema/entity_keys.sql, run behind this; where no names are there yet it is
-- told with them, so that none is written twice.
DO $$
DECLARE
  is_first boolean;
BEGIN
  is_first := NOT EXISTS (SELECT 1 FROM entity_names);
  INSERT INTO entity_names AS e (name_key, entity_id, name, kind, case_sensitive, is_key, origin)
  SELECT name_key, entity_id, name, kind, case_sensitive, is_first AND kind <> 'demonym' AND
    row_number() OVER (PARTITION BY entity_id, name_key, kind <> 'demonym' ORDER BY case_sensitive, name) = 1, 'product'
  FROM (
    SELECT DISTINCT ON (entity_id, name) item_key(name) AS name_key, entity_id, name, kind, case_sensitive
    FROM new_entity_names ORDER BY entity_id, name
  ) n
  ON CONFLICT (entity_id, name) DO UPDATE
  SET name_key = excluded.name_key, kind = excluded.kind, case_sensitive = excluded.case_sensitive
  WHERE e.origin = 'product'
    AND (e.name_key, e.kind, e.case_sensitive)
      IS DISTINCT FROM (excluded.name_key, excluded.kind, excluded.case_sensitive);
END $$;

DO $$
DECLARE
  group_ids text[] := ARRAY(SELECT group_id FROM new_entity_members ORDER BY group_id, member_id);
  member_ids text[] := ARRAY(SELECT member_id FROM new_entity_members ORDER BY group_id, member_id);
BEGIN
  DELETE FROM entity_members e
  WHERE e.origin = 'product'
    AND NOT EXISTS (SELECT 1 FROM unnest(group_ids, member_ids) AS n (group_id, member_id) WHERE n.group_id = e.group_id AND n.member_id = e.member_id);
END $$;
INSERT INTO entity_members (group_id, member_id, origin)
SELECT group_id, member_id, 'product' FROM new_entity_members
ON CONFLICT (group_id, member_id) DO NOTHING;

DO $$
DECLARE
  phrases text[] := ARRAY(SELECT phrase FROM new_entity_stop_phrases ORDER BY phrase, kind);
  kinds text[] := ARRAY(SELECT kind FROM new_entity_stop_phrases ORDER BY phrase, kind);
BEGIN
  DELETE FROM entity_stop_phrases e
  WHERE e.origin = 'product'
    AND NOT EXISTS (SELECT 1 FROM unnest(phrases, kinds) AS n (phrase, kind) WHERE n.phrase = e.phrase AND n.kind = e.kind);
END $$;
INSERT INTO entity_stop_phrases (phrase, kind, origin)
SELECT phrase, kind, 'product' FROM new_entity_stop_phrases
ON CONFLICT (phrase, kind) DO NOTHING;

DO $$
DECLARE
  keys text[] := ARRAY(SELECT phrase FROM new_support_types);
BEGIN
  DELETE FROM support_types WHERE origin = 'product' AND phrase <> ALL (keys);
END $$;
INSERT INTO support_types (phrase, type, origin) SELECT phrase, type, 'product' FROM new_support_types
ON CONFLICT (phrase) DO UPDATE SET type = excluded.type
WHERE support_types.origin = 'product' AND support_types.type <> excluded.type;

DO $$
DECLARE
  keys text[] := ARRAY(SELECT phrase FROM new_entity_organs);
BEGIN
  DELETE FROM entity_organs WHERE origin = 'product' AND phrase <> ALL (keys);
END $$;
INSERT INTO entity_organs (phrase, entity_id, kind, origin) SELECT phrase, entity_id, kind, 'product' FROM new_entity_organs
ON CONFLICT (phrase) DO UPDATE SET entity_id = excluded.entity_id, kind = excluded.kind
WHERE entity_organs.origin = 'product'
  AND (entity_organs.entity_id, entity_organs.kind) IS DISTINCT FROM (excluded.entity_id, excluded.kind);

UPDATE new_header_roles SET header = item_key(header);
DO $$
DECLARE
  keys text[] := ARRAY(SELECT header FROM new_header_roles);
BEGIN
  DELETE FROM header_roles WHERE origin = 'product' AND header_key <> ALL (keys);
END $$;
INSERT INTO header_roles (header_key, role, origin)
SELECT DISTINCT ON (header) header, role, 'product'
FROM new_header_roles ORDER BY header, role
ON CONFLICT (header_key) DO UPDATE SET role = excluded.role
WHERE header_roles.origin = 'product' AND header_roles.role <> excluded.role;
