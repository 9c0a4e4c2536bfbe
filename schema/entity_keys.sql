-- Run in the transaction of each change of entity_names, behind it: schema/reference.sql, schema/user_entities.sql and what
-- `entities delete` takes out.
--
-- One name stands for each key of an entity: the one that asks least of upper and lower case. Two steps, as the index
-- on it is unique at every moment.
DO $$
DECLARE
  ids text[];
  names text[];
BEGIN
  SELECT array_agg(k.entity_id), array_agg(k.name) INTO ids, names
  FROM (
    SELECT DISTINCT ON (entity_id, name_key) entity_id, name
    FROM entity_names WHERE kind <> 'demonym'
    ORDER BY entity_id, name_key, origin = 'product', case_sensitive, name
  ) k;
  UPDATE entity_names n SET is_key = false
  WHERE n.is_key
    AND NOT EXISTS (SELECT 1 FROM unnest(ids, names) AS k (entity_id, name) WHERE k.entity_id = n.entity_id AND k.name = n.name);
  UPDATE entity_names n SET is_key = true
  FROM unnest(ids, names) AS k (entity_id, name) WHERE k.entity_id = n.entity_id AND k.name = n.name AND NOT n.is_key;
END $$;
