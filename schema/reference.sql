-- Reference data: countries, organisations, their names, and what table headers mean.
--
-- Run by every `doc2pgsql init`, in a transaction; rows of origin 'user' are never touched and win over the product's.
-- A line `\copy TABLE (COLUMNS) FROM 'FILE' (OPTIONS)` is psql's: by hand the file is run from the project's top folder,
-- and doc2pgsql runs it as COPY TABLE (COLUMNS) FROM STDIN (OPTIONS) with the embedded FILE.

CREATE TEMP TABLE new_entities (entity_id text, kind text, name text, alpha2 text, alpha3 text, numeric_code text, region text);
CREATE TEMP TABLE new_entity_names (entity_id text, name text, kind text, case_sensitive boolean);
CREATE TEMP TABLE new_entity_members (group_id text, member_id text);
CREATE TEMP TABLE new_header_roles (header text, role text);
CREATE TEMP TABLE new_entity_stop_phrases (phrase text, kind text);
CREATE TEMP TABLE new_support_types (phrase text, type text);
CREATE TEMP TABLE new_entity_organs (phrase text, entity_id text, kind text);

\copy new_entities (entity_id, kind, name, alpha2, alpha3, numeric_code, region) FROM 'schema/entities.csv' (FORMAT csv, HEADER)
\copy new_entity_names (entity_id, name, kind, case_sensitive) FROM 'schema/entity_names.csv' (FORMAT csv, HEADER)
\copy new_entity_members (group_id, member_id) FROM 'schema/entity_members.csv' (FORMAT csv, HEADER)
\copy new_header_roles (header, role) FROM 'schema/header_roles.csv' (FORMAT csv, HEADER)
\copy new_entity_stop_phrases (phrase, kind) FROM 'schema/entity_stop_phrases.csv' (FORMAT csv, HEADER)
\copy new_support_types (phrase, type) FROM 'schema/support_types.csv' (FORMAT csv, HEADER)
\copy new_entity_organs (phrase, entity_id, kind) FROM 'schema/entity_organs.csv' (FORMAT csv, HEADER)

DELETE FROM entities e
WHERE e.origin = 'product' AND NOT EXISTS (SELECT 1 FROM new_entities n WHERE n.entity_id = e.entity_id);
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

DELETE FROM entity_names e
WHERE e.origin = 'product'
  AND NOT EXISTS (SELECT 1 FROM new_entity_names n WHERE n.entity_id = e.entity_id AND n.name = e.name);
INSERT INTO entity_names (name_key, entity_id, name, kind, case_sensitive, is_key, origin)
SELECT DISTINCT ON (entity_id, name) item_key(name), entity_id, name, kind, case_sensitive, false, 'product'
FROM new_entity_names ORDER BY entity_id, name
ON CONFLICT (entity_id, name) DO UPDATE
SET name_key = excluded.name_key, kind = excluded.kind, case_sensitive = excluded.case_sensitive
WHERE entity_names.origin = 'product'
  AND (entity_names.name_key, entity_names.kind, entity_names.case_sensitive)
    IS DISTINCT FROM (excluded.name_key, excluded.kind, excluded.case_sensitive);

-- One name stands for each key of an entity: the one that asks least of upper and lower case. Two steps, as the index
-- on it is unique at every moment.
CREATE TEMP TABLE key_names AS
SELECT DISTINCT ON (entity_id, name_key) entity_id, name
FROM entity_names WHERE kind <> 'demonym'
ORDER BY entity_id, name_key, origin = 'product', case_sensitive, name;
UPDATE entity_names n SET is_key = false
WHERE n.is_key AND NOT EXISTS (SELECT 1 FROM key_names k WHERE k.entity_id = n.entity_id AND k.name = n.name);
UPDATE entity_names n SET is_key = true
FROM key_names k WHERE k.entity_id = n.entity_id AND k.name = n.name AND NOT n.is_key;

DELETE FROM entity_members e
WHERE e.origin = 'product'
  AND NOT EXISTS (SELECT 1 FROM new_entity_members n WHERE n.group_id = e.group_id AND n.member_id = e.member_id);
INSERT INTO entity_members (group_id, member_id, origin)
SELECT group_id, member_id, 'product' FROM new_entity_members
ON CONFLICT (group_id, member_id) DO NOTHING;

DELETE FROM entity_stop_phrases e
WHERE e.origin = 'product'
  AND NOT EXISTS (SELECT 1 FROM new_entity_stop_phrases n WHERE n.phrase = e.phrase AND n.kind = e.kind);
INSERT INTO entity_stop_phrases (phrase, kind, origin)
SELECT phrase, kind, 'product' FROM new_entity_stop_phrases
ON CONFLICT (phrase, kind) DO NOTHING;

DELETE FROM support_types e
WHERE e.origin = 'product' AND NOT EXISTS (SELECT 1 FROM new_support_types n WHERE n.phrase = e.phrase);
INSERT INTO support_types (phrase, type, origin) SELECT phrase, type, 'product' FROM new_support_types
ON CONFLICT (phrase) DO UPDATE SET type = excluded.type
WHERE support_types.origin = 'product' AND support_types.type <> excluded.type;

DELETE FROM entity_organs e
WHERE e.origin = 'product' AND NOT EXISTS (SELECT 1 FROM new_entity_organs n WHERE n.phrase = e.phrase);
INSERT INTO entity_organs (phrase, entity_id, kind, origin) SELECT phrase, entity_id, kind, 'product' FROM new_entity_organs
ON CONFLICT (phrase) DO UPDATE SET entity_id = excluded.entity_id, kind = excluded.kind
WHERE entity_organs.origin = 'product'
  AND (entity_organs.entity_id, entity_organs.kind) IS DISTINCT FROM (excluded.entity_id, excluded.kind);

DELETE FROM header_roles e
WHERE e.origin = 'product' AND NOT EXISTS (SELECT 1 FROM new_header_roles n WHERE item_key(n.header) = e.header_key);
INSERT INTO header_roles (header_key, role, origin)
SELECT DISTINCT ON (item_key(header)) item_key(header), role, 'product'
FROM new_header_roles ORDER BY item_key(header), role
ON CONFLICT (header_key) DO UPDATE SET role = excluded.role
WHERE header_roles.origin = 'product' AND header_roles.role <> excluded.role;

DROP TABLE pg_temp.new_entities, pg_temp.new_entity_names, pg_temp.new_entity_members, pg_temp.new_header_roles,
  pg_temp.new_entity_stop_phrases, pg_temp.new_support_types, pg_temp.new_entity_organs, pg_temp.key_names;

ANALYZE entities, entity_names, entity_members, entity_stop_phrases, support_types, entity_organs, header_roles;
