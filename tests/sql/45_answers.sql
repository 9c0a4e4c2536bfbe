-- Links of items, support in all its forms, what is unresolved, and what is kept ready.
\ir setup.inc
\ir fixture.inc
SELECT no_plan();

-- a third article: parties several to a cell, across the header, and as labels of bullets
INSERT INTO documents (document_id, source, language, dialect, content_sha256, byte_count, line_count)
VALUES (-3, '/fixture/third.txt', 'de', 'extracted', '\x03', 900, 60);
INSERT INTO sections (document_id, section_no, path, level, heading, heading_origin, position, line_no) VALUES
  (-3, 0, '{0}', 0, NULL, 'none', 0, 1), (-3, 1, '{1}', 1, 'Military Support for the Coast', 'marked', 1, 1),
  (-3, 2, '{2}', 1, 'Famous Dishes', 'marked', 20, 30);
INSERT INTO paragraphs (document_id, position, section_no, kind, text, line_no) VALUES
  (-3, 2, 1, 'lead_in', 'Much was said. These countries have promised to give:', 2),
  (-3, 21, 2, 'lead_in', 'The countries with the best soups:', 31);
INSERT INTO bullets (document_id, position, section_no, list_no, depth, ordinal, label, text, line_no) VALUES
  (-3, 3, 1, 1, 1, NULL, 'China', 'economic investments, technology transfer', 3),
  (-3, 4, 1, 1, 1, NULL, 'Germany and France', 'Patrol boats', 4),
  (-3, 5, 1, 1, 1, NULL, 'us', 'nothing that a pronoun gives', 5),
  (-3, 6, 1, 1, 1, NULL, 'Atlanta, Georgia', 'Peaches', 6),
  (-3, 7, 1, 1, 1, NULL, 'Japan', '-', 7),
  (-3, 8, 1, 1, 1, NULL, 'Acme', 'rope', 8),
  (-3, 10, 1, 2, 1, NULL, 'Norway', 'Radar', 9),
  (-3, 22, 2, 3, 1, NULL, 'Italy', 'Minestrone', 32);
INSERT INTO tables (document_id, table_no, section_no, position, column_count, row_count, header_origin, shape, line_no) VALUES
  (-3, 1, 2, 30, 4, 6, 'marked', 'partner | type of support | military aid | year', 40),
  (-3, 2, 1, 11, 4, 3, 'marked', 'type of support | germany | u.s. | notes', 50),
  (-3, 3, 1, 12, 3, 1, 'marked', 'area | poland | spain', 55),
  (-3, 4, 2, 31, 3, 1, 'marked', 'area | poland | spain', 58);
INSERT INTO table_columns VALUES
  (-3, 1, 1, 'Partner'), (-3, 1, 2, 'Type of Support'), (-3, 1, 3, 'Military Aid'), (-3, 1, 4, 'Year'),
  (-3, 2, 1, 'Type of Support'), (-3, 2, 2, 'Germany'), (-3, 2, 3, 'U.S.'), (-3, 2, 4, 'Notes'),
  (-3, 3, 1, ''), (-3, 3, 2, 'Poland'), (-3, 3, 3, 'Spain'),
  (-3, 4, 1, ''), (-3, 4, 2, 'Poland'), (-3, 4, 3, 'Spain');
INSERT INTO table_cells VALUES
  (-3, 1, 1, 1, 'Germany, France and Italy', 41), (-3, 1, 1, 2, 'Intelligence sharing', 41), (-3, 1, 1, 3, '-', 41), (-3, 1, 1, 4, '2020', 41),
  (-3, 1, 2, 1, 'Bosnia and Herzegovina', 42), (-3, 1, 2, 2, 'none', 42), (-3, 1, 2, 3, '€5 million', 42),
  (-3, 1, 3, 1, 'Serbia / Trinidad and Tobago', 43), (-3, 1, 3, 2, 'n/a', 43), (-3, 1, 3, 3, 'yes', 43),
  (-3, 1, 4, 1, 'Kingdom of Atlantis', 44), (-3, 1, 4, 2, 'Tridents', 44),
  (-3, 1, 5, 1, 'Norwegian Refugee Council', 45), (-3, 1, 5, 2, 'Tents', 45),
  (-3, 1, 6, 1, 'Acme, Denmark', 46), (-3, 1, 6, 2, 'Ships', 46),
  (-3, 2, 1, 1, 'Weapons', 51), (-3, 2, 1, 2, '30 tanks', 51), (-3, 2, 1, 3, '✓', 51), (-3, 2, 1, 4, 'late', 51),
  (-3, 2, 2, 1, 'Training, fuel', 52), (-3, 2, 2, 2, 'none', 52), (-3, 2, 2, 3, '5 %', 52),
  (-3, 2, 3, 1, '', 53), (-3, 2, 3, 2, 'x', 53),
  (-3, 3, 1, 1, 'Demining', 56), (-3, 3, 1, 2, 'x', 56), (-3, 3, 1, 3, 'no', 56),
  (-3, 4, 1, 1, 'Soups', 59), (-3, 4, 1, 2, 'x', 59), (-3, 4, 1, 3, 'x', 59);

SELECT results_eq($$
  SELECT origin, country, support, detail, attribute, line_no, position FROM country_support WHERE document_id = -3
  ORDER BY line_no, country, column_no, element_no$$,
  $$VALUES
    ('bullet', 'China', 'economic investments', NULL, 'These countries have promised to give:', 3, 3),
    ('bullet', 'China', 'technology transfer', NULL, 'These countries have promised to give:', 3, 3),
    ('bullet', 'France', 'Patrol boats', NULL, 'These countries have promised to give:', 4, 4),
    ('bullet', 'Germany', 'Patrol boats', NULL, 'These countries have promised to give:', 4, 4),
    ('bullet', 'Norway', 'Radar', NULL, 'Military Support for the Coast', 9, 10),
    ('row', 'France', 'Intelligence sharing', NULL, 'Type of Support', 41, 30),
    ('row', 'Germany', 'Intelligence sharing', NULL, 'Type of Support', 41, 30),
    ('row', 'Italy', 'Intelligence sharing', NULL, 'Type of Support', 41, 30),
    ('row', 'Bosnia and Herzegovina', 'Military Aid', '€5 million', 'Military Aid', 42, 30),
    ('row', 'Serbia', 'Military Aid', NULL, 'Military Aid', 43, 30),
    ('row', 'Trinidad and Tobago', 'Military Aid', NULL, 'Military Aid', 43, 30),
    ('row', 'Denmark', 'Ships', NULL, 'Type of Support', 46, 30),
    ('header', 'Germany', 'Weapons', '30 tanks', 'Type of Support', 51, 11),
    ('header', 'United States', 'Weapons', NULL, 'Type of Support', 51, 11),
    ('header', 'United States', 'Training', '5 %', 'Type of Support', 52, 11),
    ('header', 'United States', 'fuel', '5 %', 'Type of Support', 52, 11),
    ('header', 'Poland', 'Demining', NULL, '', 56, 12)$$,
  'country_support: rows with several parties, parties in headers, labels of bullets; nothing of pronouns, soups, towns and dashes');

-- document_id < 0: the sample articles may be loaded beside
SELECT set_eq($$SELECT s.* FROM support_of('U.S.A.') s WHERE document_id < 0$$,
  $$SELECT * FROM country_support WHERE country = 'United States' AND document_id < 0$$, 'support_of: by another of its names');
SELECT isnt_empty($$SELECT * FROM support_of('country:DE') WHERE document_id = -3$$, 'by its id');
SELECT is((SELECT count(*) FROM support_of('Germany')), (SELECT count(*) FROM support_of('country:DE')), 'by its own name, each row once');
SELECT is_empty($$SELECT * FROM support_of('no such thing')$$, 'nobody''s name');

SELECT results_eq($$SELECT entity, several, complete FROM item_entities WHERE document_id = -3 AND item IN ('Acme, Denmark', 'Bosnia and Herzegovina', 'Germany and France') ORDER BY 1$$,
  $$VALUES ('Bosnia and Herzegovina', false, true), ('Denmark', true, false), ('France', true, true), ('Germany', true, true)$$,
  'item_entities: whole names first, then parts');

SELECT results_eq($$SELECT item, header, rows::int, documents::int, resembles FROM unresolved_parties WHERE item IN ('Kingdom of Atlantis', 'Norwegian Refugee Council', 'Acme Inc.', 'Acme, Denmark', 'Germany, France and Italy', 'Bosnia and Herzegovina') ORDER BY 1$$,
  $$VALUES ('Acme Inc.', 'Country/Association', 1, 1, NULL), ('Kingdom of Atlantis', 'Partner', 1, 1, NULL), ('Norwegian Refugee Council', 'Partner', 1, 1, 'Norwegian')$$,
  'unresolved_parties: with the entity that they resemble');
SELECT results_eq($$SELECT header, columns::int, tables::int, documents::int, resembling_role FROM unmapped_headers WHERE header_key = 'unheard-of header'$$,
  $$VALUES ('Unheard-of Header', 1, 1, 1, NULL::text)$$, 'unmapped_headers');
UPDATE table_columns SET header = 'Assistance that came' WHERE document_id = -2 AND table_no = 2 AND column_no = 1;
SELECT is((SELECT resembling_role FROM unmapped_headers WHERE header_key = 'assistance that came'), 'support', 'and the known header that one resembles');
SELECT map_header('Assistance that came', 'support');
SELECT is_empty($$SELECT 1 FROM unmapped_headers WHERE header_key = 'assistance that came'$$, 'until it is mapped');

-- links: Intelligence Sharing is a bullet's label, a heading, and a value of two tables
SELECT set_has($$SELECT link, item_kind, linked, linked_kind, via, section_no, line_no FROM item_links WHERE item_key = item_key('INTELLIGENCE sharing')$$,
  $$VALUES
    ('value of', 'value', 'Germany, France and Italy', 'row', 'Type of Support', 2, 41),
    ('value of', 'value', 'United States', 'row', 'Type of Support', 1, 11),
    ('has text', 'label', 'Partners share technician training and prices.', 'text', 'Key factors driving this include:', 1, 4),
    ('under heading', 'label', 'Partners and What They Give', 'heading', NULL, 1, 4),
    ('same section', 'label', 'United States', 'row', NULL, 1, 11),
    ('heads', 'heading', 'Japan', 'row', NULL, 2, 21)$$,
  'item_links: a label, a heading and two tables say something of one thing');
SELECT is_empty($$SELECT 1 FROM item_links WHERE item_key = 'intelligence sharing' AND document_id < 0 AND link = 'same section' AND linked = 'Capacity building'$$,
  'items of one list are not linked by their section');
SELECT set_has($$SELECT link, linked, via FROM item_links WHERE item_key = 'united states' AND document_id = -1$$,
  $$VALUES ('has value', 'Intelligence sharing', 'Type of Support'), ('has value', 'training programs', 'Type of Support'), ('under heading', 'Partners and What They Give', NULL)$$,
  'and the other way');
SELECT is_empty($$SELECT 1 FROM item_links WHERE item_key = 'technician training' AND document_id = -2$$, 'a value that is nowhere an item has no links');
SELECT set_has($$SELECT link, item, linked, line_no FROM links_of('Technician  training') WHERE document_id = -2$$,
  $$VALUES ('value of', 'Technician training', 'the U.S.', 3)$$, 'links_of has them');
SELECT set_has($$SELECT link, item, linked, via FROM links_of('technology transfer') WHERE document_id = -3$$,
  $$VALUES ('text of', 'technology transfer', 'China', 'These countries have promised to give:')$$, 'also of labels');
SELECT set_eq($$SELECT * FROM links_of('intelligence sharing')$$, $$SELECT * FROM item_links WHERE item_key = 'intelligence sharing'$$,
  'links_of says what item_links says');

-- kept ready
SELECT set_eq($$SELECT name FROM materialized_state$$, ARRAY['country_support_facts', 'country_support_matrix'], 'materialised views');
INSERT INTO loads (load_id, finished_at, documents_new, status) VALUES (1000001, clock_timestamp(), 3, 'done');
\i sql/refresh.sql
SELECT set_eq($$SELECT is_current FROM materialized_state$$, ARRAY[true], 'current after refresh.sql');
SELECT set_eq($$SELECT document_id, country, support, detail FROM country_support_facts$$, $$SELECT document_id, country, support, detail FROM country_support$$,
  'the facts say what the plain view says');
SELECT is((SELECT count(*) FROM country_support_facts), (SELECT count(*) FROM country_support), 'as often');
SELECT is((SELECT facts FROM country_support_matrix WHERE entity_id = 'country:US' AND support_key = 'intelligence sharing'),
  (SELECT count(*) FROM country_support WHERE entity_id = 'country:US' AND support_key = 'intelligence sharing'), 'the matrix counts them');
INSERT INTO loads (load_id, finished_at, documents_new, documents_changed, status) VALUES (1000002, clock_timestamp(), 2, 1, 'done'), (1000003, clock_timestamp(), 0, 0, 'done');
SELECT set_eq($$SELECT loads_since::int, documents_since::int, is_current FROM materialized_state$$, $$VALUES (1, 3, false)$$, 'stale after a load; a load that changed nothing doesn''t count');
DELETE FROM table_cells WHERE document_id = -2;
\i sql/refresh.sql
SELECT set_eq($$SELECT is_current FROM materialized_state$$, ARRAY[true], 'refreshed again');
SELECT is_empty($$SELECT 1 FROM country_support_facts WHERE document_id = -2$$, 'what is gone is gone');

SELECT * FROM finish();
ROLLBACK;
