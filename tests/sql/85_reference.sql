-- Reference data: what init loads, and that it is safe to load again. Run from the project's top folder.
\ir setup.inc
SELECT no_plan();

SELECT is((SELECT count(*)::int FROM entities WHERE kind IN ('country', 'territory') AND alpha2 IS NOT NULL AND origin = 'product'), 249,
  'all entries of ISO 3166-1')
WHERE (SELECT count(*) FROM entities WHERE alpha2 IS NOT NULL) = 249
UNION ALL
SELECT cmp_ok((SELECT count(*)::int FROM entities WHERE alpha2 IS NOT NULL AND origin = 'product'), '>=', 249, 'all entries of ISO 3166-1')
WHERE (SELECT count(*) FROM entities WHERE alpha2 IS NOT NULL) <> 249;
SELECT cmp_ok((SELECT count(*)::int FROM entities WHERE kind = 'organisation'), '>=', 60, 'organisations');
SELECT is_empty($$SELECT name FROM entity_names WHERE name_key <> item_key(name)$$, 'keys of names are current');
SELECT is_empty($$SELECT entity_id FROM entities e WHERE NOT EXISTS (SELECT FROM entity_names n WHERE n.entity_id = e.entity_id AND n.is_key)$$,
  'each entity can be found by some name');
SELECT is_empty($$SELECT name FROM entity_names WHERE is_key AND kind = 'demonym'$$, 'demonyms are no items');
SELECT is_empty($$SELECT entity_id FROM entity_names n WHERE NOT EXISTS (SELECT FROM entities e WHERE e.entity_id = n.entity_id)$$, 'names have entities');
SELECT is_empty($$SELECT * FROM entity_members m WHERE NOT EXISTS (SELECT FROM entities e WHERE e.entity_id = m.group_id)
  OR NOT EXISTS (SELECT FROM entities e WHERE e.entity_id = m.member_id)$$, 'and so have members');
SELECT is((SELECT entity_id FROM entity_names WHERE is_key AND name_key = item_key(v)), e, v)
FROM (VALUES ('US', 'country:US'), ('U.S.', 'country:US'), ('USA', 'country:US'), ('the United States', 'country:US'), ('United States of America', 'country:US'),
  ('UK', 'country:GB'), ('Britain', 'country:GB'), ('Great Britain', 'country:GB'), ('Türkiye', 'country:TR'), ('Turkey', 'country:TR'),
  ('EU', 'org:EU'), ('European Union', 'org:EU'), ('UN', 'org:UN'), ('United Nations', 'org:UN'), ('NATO', 'org:NATO'),
  ('Côte d’Ivoire', 'country:CI'), ('Ivory Coast', 'country:CI'), ('South Korea', 'country:KR'), ('Republic of Korea', 'country:KR')) AS v (v, e);
SELECT is((SELECT role FROM header_roles WHERE header_key = item_key(v)), r, v)
FROM (VALUES ('Country/Association', 'party'), ('Nation', 'party'), ('Partner', 'party'), ('Type of Support', 'support'), ('Support', 'support'),
  ('Assistance provided', 'support'), ('Art der Unterstützung', 'support'), ('Type d’aide', 'support'), ('Expected outcome', 'outcome'),
  ('Collaboration Area', 'item'), ('Description', 'description'), ('Benefit', 'outcome'), ('Year', 'date'), ('Ország', 'party'), ('國家', 'party'), ('Χώρα', 'party'), ('Typ av stöd', 'support'),
  ('Podpora', 'support'), ('Bantuan', 'support'), ('Mottagarland', 'recipient'), ('Somme', 'amount')) AS v (v, r);

-- loaded again: nothing changes, the user's rows stay and win
CREATE TEMP TABLE before AS SELECT * FROM entity_names;
INSERT INTO entities (entity_id, kind, name) VALUES ('org:FIXTURE', 'organisation', 'The Fixture Fund');
INSERT INTO entity_names (name_key, entity_id, name, kind) VALUES (item_key('The Fixture Fund'), 'org:FIXTURE', 'The Fixture Fund', 'name');
UPDATE entities SET name = 'My France', origin = 'user' WHERE entity_id = 'country:FR';
SELECT map_header('Description', 'support');
UPDATE header_roles SET role = 'gone' WHERE header_key = 'year';
DELETE FROM entity_names WHERE entity_id = 'country:DE';
\i schema/reference.sql
\i schema/entity_keys.sql
SELECT set_eq($$SELECT * FROM entity_names WHERE entity_id <> 'org:FIXTURE'$$, $$SELECT * FROM before$$, 'reference.sql run again gives the same names');
SELECT is((SELECT name FROM entities WHERE entity_id = 'country:FR'), 'My France', 'a row of the user''s wins');
SELECT is((SELECT is_key FROM entity_names WHERE entity_id = 'org:FIXTURE'), true, 'a name of the user''s stays');
SELECT is((SELECT role FROM header_roles WHERE header_key = 'description'), 'support', 'a mapping of the user''s stays');
SELECT is((SELECT role FROM header_roles WHERE header_key = 'year'), 'date', 'the product''s own are put right');

-- an upgrade: what views repeat of a column's meaning is said anew
COMMENT ON COLUMN country_support.date_source IS 'What an earlier version said.';
\i schema/028_days_in_views.sql
\i sql/views/99_comments.sql
SELECT is(col_description('country_support'::regclass, attnum), column_meaning('date_source'), 'what a day is')
FROM pg_attribute WHERE attrelid = 'country_support'::regclass AND attname = 'date_source';

SELECT * FROM finish();
ROLLBACK;
