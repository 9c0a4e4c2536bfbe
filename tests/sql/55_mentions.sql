-- Mentions: the views over them.
\ir setup.inc
\ir fixture.inc
SELECT no_plan();

INSERT INTO entities (entity_id, kind, name) VALUES ('user:fixture', 'club', 'Rope Club');
INSERT INTO mentions (document_id, mention_no, position, place, row_no, column_no, entity_id, start, text) VALUES
  (-1, 1, 2, 'heading', NULL, NULL, 'user:fixture', 0, 'Partners'),
  (-1, 2, 8, 'text', NULL, NULL, 'country:US', 24, 'U.S.'),
  (-1, 3, 4, 'label', NULL, NULL, 'org:NATO', 0, 'Intelligence'),
  (-1, 4, 4, 'text', NULL, NULL, 'country:PK', 15, 'technician'),
  (-1, 5, 9, 'header', NULL, 1, 'org:AU', 0, 'Country'),
  (-1, 6, 9, 'cell', 1, 1, 'country:US', 0, 'United States'),
  (-1, 7, 9, 'cell', 1, 2, 'org:NATO', 0, 'Intelligence'),
  (-1, 8, 9, 'cell', 2, 1, 'country:CN', 0, 'China'),
  (-1, 9, 11, 'text', NULL, NULL, 'country:CN', 12, 'Second'),
  (-1, 10, 16, 'text', NULL, NULL, 'country:CN', 0, 'Another'),
  (-2, 1, 1, 'cell', 1, 1, 'country:US', 4, 'U.S.'),
  (-2, 2, 1, 'cell', 1, 1, 'entity:gone', 0, 'the');

SELECT results_eq($$SELECT mention_no, place, section_no, heading, line_no, table_no, row_no, column_no, snippet
  FROM entity_mentions WHERE document_id = -1 ORDER BY mention_no$$, $$VALUES
  (1, 'heading', 1, 'Partners and What They Give', 2, NULL::int, NULL::int, NULL::int, '«Partners» and What They Give'),
  (2, 'text', 1, 'Partners and What They Give', 8, NULL, NULL, NULL, 'Support grows, says the «U.S.» Army.'),
  (3, 'label', 1, 'Partners and What They Give', 4, NULL, NULL, NULL, '«Intelligence» Sharing'),
  (4, 'text', 1, 'Partners and What They Give', 4, NULL, NULL, NULL, 'Partners share «technician» training and prices.'),
  (5, 'header', 1, 'Partners and What They Give', 9, 1, NULL, 1, '«Country»/Association'),
  (6, 'cell', 1, 'Partners and What They Give', 11, 1, 1, 1, '«United States»'),
  (7, 'cell', 1, 'Partners and What They Give', 11, 1, 1, 2, '«Intelligence» sharing, training programs'),
  (8, 'cell', 1, 'Partners and What They Give', 12, 1, 2, 1, '«China»'),
  (9, 'text', 2, 'Intelligence Sharing', 15, NULL, NULL, NULL, '«Second» line.')$$,
  'each mention with its section, line and sentence; leftover lines are left out');
SELECT results_eq($$SELECT entity, kind, name_kind, source FROM entity_mentions WHERE document_id = -2 ORDER BY mention_no$$, $$VALUES
  ('United States', 'country', 'acronym', '/fixture/second.txt'), (NULL, NULL, NULL, '/fixture/second.txt')$$, 'with names and kinds; also when the entity is gone');

INSERT INTO paragraphs (document_id, position, section_no, kind, text, line_no, label) VALUES (-2, 3, 0, 'text', 'China pays, says Kenya.', 9, 'China Radio');
INSERT INTO mentions VALUES (-2, 3, 3, 'label', NULL, NULL, 'country:CN', 0, 'China'), (-2, 4, 3, 'text', NULL, NULL, 'country:KE', 17, 'Kenya');
SELECT results_eq($$SELECT place, line_no, snippet FROM entity_mentions WHERE document_id = -2 AND position = 3 ORDER BY mention_no$$,
  $$VALUES ('label', 9, '«China» Radio'), ('text', 9, 'China pays, says «Kenya».')$$, 'in who speaks, and in what is said');
DELETE FROM mentions WHERE document_id = -2 AND position = 3;

SELECT is(sentence_around(text, start, mention), wanted, wanted) FROM (VALUES
  ('Kenya', 0, 'Kenya', '«Kenya»'),
  ('A first one. In Kenya it rains. Third.', 16, 'Kenya', 'In «Kenya» it rains.'),
  ('A first one. Kenya pays! Third.', 13, 'Kenya', '«Kenya» pays!'),
  ('So says Dr. No of the U.S. Army in Kenya', 35, 'Kenya', 'So says Dr. No of the U.S. Army in «Kenya»'),
  ('The U.S. Army left. It won.', 4, 'U.S.', 'The «U.S.» Army left.'),
  ('He said: “Leave Kenya.” They left.', 16, 'Kenya', 'He said: “Leave «Kenya».”'),
  ('Une «bonne» idée pour le Kenya «ici».', 25, 'Kenya', 'Une “bonne” idée pour le «Kenya» “ici”.'),
  (E'One line\nKenya here\nthird', 9, 'Kenya', '«Kenya» here'),
  ('第一句。在日本下雨。第三句。', 5, '日本', '在«日本»下雨。'),
  (repeat('word ', 100) || 'Kenya' || repeat(' word', 100), 500, 'Kenya', '…' || repeat('word ', 39) || '«Kenya»' || repeat(' word', 39) || '…')
) AS v (text, start, mention, wanted);

SELECT set_eq($$SELECT document_id, mention_no FROM mentions_of('U.S.A.') WHERE document_id < 0$$, $$VALUES (-1::bigint, 2), (-1, 6), (-2, 1)$$, 'mentions_of: by another of its names');
SELECT set_eq($$SELECT mention_no FROM mentions_of('user:fixture')$$, $$VALUES (1)$$, 'by its id, also where it has no names');
SELECT is_empty($$SELECT * FROM mentions_of('no such thing')$$, 'nobody''s name');

SELECT set_eq($$SELECT position, row_no, entity_id, entity, other_id, other_kind, mention_no, other_mention_no FROM co_mentions WHERE document_id = -1$$, $$VALUES
  (4, NULL::int, 'org:NATO', 'NATO', 'country:PK', 'country', 3, 4), (4, NULL, 'country:PK', 'Pakistan', 'org:NATO', 'organisation', 4, 3),
  (9, 1, 'country:US', 'United States', 'org:NATO', 'organisation', 6, 7), (9, 1, 'org:NATO', 'NATO', 'country:US', 'country', 7, 6)$$,
  'named together: in a bullet, in a table row, not in different rows');

-- look-ups use the indexes
INSERT INTO mentions SELECT -i, n, n, 'text', NULL, NULL, 'user:' || (i * 7 + n) % 500, 0, 'x'
FROM generate_series(1001, 4000) i, generate_series(1, 5) n;
ANALYZE mentions;
CREATE FUNCTION pg_temp.plan_of(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  line text;
  plan text := '';
BEGIN
  FOR line IN EXECUTE 'EXPLAIN ' || query LOOP
    plan := plan || line || E'\n';
  END LOOP;
  RETURN plan;
END $$;
SELECT alike(pg_temp.plan_of(query), '%' || index || '%', query || ' uses ' || index) FROM (VALUES
  ($$SELECT * FROM entity_mentions WHERE entity_id = 'user:77'$$, 'mentions_entity'),
  ($$SELECT * FROM entity_mentions WHERE document_id = -2000$$, 'mentions_pkey'),
  ($$SELECT * FROM co_mentions WHERE entity_id = 'user:77'$$, 'mentions_entity'),
  ($$SELECT * FROM co_mentions WHERE entity_id = 'user:77'$$, 'mentions_pkey')) AS v (query, index);

SELECT * FROM finish();
ROLLBACK;
