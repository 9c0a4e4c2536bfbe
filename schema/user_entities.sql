-- Entities of the user's own: `doc2pgsql entities load FILE`. Run in a transaction; doc2pgsql puts the file's rows into
-- new_user_entities at the line `\copy`, with the columns that its header names, and runs schema/entity_keys.sql behind it. By hand:
--   PGOPTIONS=-csearch_path=articles psql --single-transaction -f schema/user_entities.sql -f schema/entity_keys.sql   (reads entities.csv)
--
-- A row with an entity_id that is there already, or with the code of ISO 3166-1 of a country, only adds names to it. So does
-- a row without one whose name is known as one entity's, of the kind that the row says, if it says one. A name that several
-- have is left for doc2pgsql to refuse: candidates has them. Else entity_id is 'user:' and the normalised name, and the kind
-- organisation. Rows of origin 'user' are replaced by what is said of them under their entity_id or the name that it is made
-- from; what is not said stays. Of kind nobody, the names are no entity's: of two rows that say one thing and the other the
-- later file's holds.

CREATE TEMP TABLE new_user_entities (
  entity_id text, kind text, name text NOT NULL, aliases text, region text, case_sensitive boolean,
  row_no int GENERATED ALWAYS AS IDENTITY, candidates text[], known boolean, adds_names boolean, says text) ON COMMIT DROP;
CREATE TEMP TABLE new_user_names (row_no int, name text, name_key text, kind text) ON COMMIT DROP;

\copy new_user_entities (entity_id, kind, name, aliases, region, case_sensitive) FROM 'entities.csv' (FORMAT csv, HEADER)

UPDATE new_user_entities
SET name = btrim(name), kind = nullif(btrim(kind), ''), entity_id = nullif(btrim(entity_id), ''), region = nullif(btrim(region), '');

INSERT INTO new_user_names (row_no, name, name_key, kind)
SELECT row_no, name, item_key(name), kind
FROM (
  SELECT row_no, name, 'name' AS kind FROM new_user_entities
  UNION ALL
  SELECT row_no, btrim(alias), 'alias' FROM new_user_entities CROSS JOIN LATERAL regexp_split_to_table(aliases, ';') AS alias
) AS names
WHERE name <> '';

-- Who has the names, and whose codes the ids are.
DO $$
DECLARE
  keys text[] := ARRAY(SELECT DISTINCT name_key FROM new_user_names);
  codes text[] := ARRAY(SELECT DISTINCT entity_id FROM new_user_entities WHERE entity_id ~ '^[A-Z]{2,3}$')
    || ARRAY(SELECT DISTINCT name FROM new_user_entities WHERE entity_id IS NULL AND name ~ '^[A-Z]{2,3}$');
  ids text[] := ARRAY(SELECT DISTINCT entity_id FROM new_user_entities);
  name_keys text[];
  owners text[];
  kinds text[];
  coded text[];
  code_owners text[];
BEGIN
  ids := ARRAY(SELECT e.entity_id FROM entities e WHERE e.entity_id = ANY (ids));
  SELECT array_agg(n.name_key), array_agg(n.entity_id), array_agg(e.kind) INTO name_keys, owners, kinds
  FROM entity_names n JOIN entities e ON e.entity_id = n.entity_id WHERE n.is_key AND n.name_key = ANY (keys);
  SELECT array_agg(c.code), array_agg(e.entity_id) INTO coded, code_owners
  FROM unnest(codes) AS c (code) JOIN entities e ON c.code IN (e.alpha2, e.alpha3);
  UPDATE new_user_entities u SET entity_id = c.owner
  FROM unnest(coded, code_owners) AS c (code, owner) WHERE u.entity_id = c.code AND u.entity_id <> ALL (ids);
  UPDATE new_user_entities u SET candidates = ARRAY(
    SELECT k.owner FROM unnest(name_keys, owners, kinds) AS k (name_key, owner, kind)
    WHERE k.name_key = item_key(u.name)
      AND (u.kind IS NULL OR k.kind = u.kind OR (k.kind IN ('country', 'territory') AND u.kind IN ('country', 'territory')))
    UNION
    SELECT c.owner FROM unnest(coded, code_owners) AS c (code, owner) WHERE c.code = u.name AND u.kind IN ('country', 'territory')
    ORDER BY 1)
  WHERE u.entity_id IS NULL AND u.kind IS DISTINCT FROM 'nobody';
  UPDATE new_user_entities u SET entity_id = u.candidates[1], adds_names = true, says = u.name || ' is ' || u.candidates[1]
  WHERE cardinality(u.candidates) = 1 AND u.candidates[1] <> 'user:' || item_key(u.name);
  UPDATE new_user_entities u SET entity_id = 'user:' || item_key(u.name) WHERE u.entity_id IS NULL;
  ids := ARRAY(SELECT DISTINCT entity_id FROM new_user_entities);
  SELECT array_agg(e.entity_id), array_agg(e.kind) INTO ids, kinds FROM entities e WHERE e.entity_id = ANY (ids);
  UPDATE new_user_entities u SET known = true, kind = coalesce(u.kind, k.kind)
  FROM unnest(ids, kinds) AS k (id, kind) WHERE k.id = u.entity_id;
  UPDATE new_user_entities u SET kind = 'organisation' WHERE u.kind IS NULL;
  UPDATE new_user_entities u SET says = shared.says
  FROM (
    SELECT n.row_no, string_agg(DISTINCT n.name || ' of ' || v.name || ' is a name of ' || k.owner || ', too, and counts as yours', E'\n') AS says
    FROM new_user_names n JOIN new_user_entities v ON v.row_no = n.row_no
    JOIN unnest(name_keys, owners) AS k (name_key, owner) ON k.name_key = n.name_key AND k.owner <> v.entity_id
    WHERE v.kind <> 'nobody' AND v.known IS NULL GROUP BY n.row_no
  ) AS shared
  WHERE shared.row_no = u.row_no;
END $$;

DO $$
DECLARE
  keys text[] := ARRAY(SELECT DISTINCT name_key FROM new_user_names);
BEGIN
  DELETE FROM entity_stop_phrases s WHERE s.kind = 'nobody' AND s.origin = 'user' AND item_key(s.phrase) = ANY (keys);
END $$;
INSERT INTO entity_stop_phrases (phrase, kind, origin)
SELECT DISTINCT n.name, 'nobody', 'user'
FROM new_user_names n JOIN new_user_entities u ON u.row_no = n.row_no WHERE u.kind = 'nobody'
ON CONFLICT (phrase, kind) DO NOTHING;

INSERT INTO entities (entity_id, kind, name, region, origin)
SELECT DISTINCT ON (entity_id) entity_id, kind, name, region, 'user' FROM new_user_entities
WHERE kind <> 'nobody' AND adds_names IS NULL ORDER BY entity_id, row_no
ON CONFLICT (entity_id) DO UPDATE SET kind = excluded.kind, name = excluded.name, region = coalesce(excluded.region, entities.region)
WHERE entities.origin = 'user';

INSERT INTO entity_names (name_key, entity_id, name, kind, case_sensitive, is_key, origin)
SELECT DISTINCT ON (u.entity_id, n.name) n.name_key, u.entity_id, n.name, n.kind, coalesce(u.case_sensitive, false), false, 'user'
FROM new_user_names n JOIN new_user_entities u ON u.row_no = n.row_no
WHERE u.kind <> 'nobody'
ORDER BY u.entity_id, n.name, n.kind DESC
ON CONFLICT (entity_id, name) DO UPDATE
SET name_key = excluded.name_key, kind = excluded.kind, case_sensitive = excluded.case_sensitive
WHERE entity_names.origin = 'user';
