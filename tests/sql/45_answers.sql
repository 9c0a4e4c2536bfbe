-- Links of items, support in all its forms, and what is unresolved.
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

INSERT INTO facts (document_id, fact_no, position, line_no, section_no, table_no, row_no, column_no, element_no, item_column_no,
  item, item_key, entity_id, attribute, attribute_key, value, value_key, told_by, support, support_type, amount, currency)
SELECT -3, n, p, l, s, t, r, c, e, ic, item, item_key(item), entity, attribute, item_key(attribute), value, item_key(value), told_by, support, type, amount, currency
FROM (VALUES
  (1, 3, 3, 1, NULL, 0, NULL, 1, NULL, 'China', 'country:CN', 'These countries have promised to give', 'technology transfer', 'label', 'technology transfer', 'technical', NULL, NULL),
  (2, 8, 8, 1, NULL, 0, NULL, 1, NULL, 'Acme', NULL, 'These countries have promised to give', 'rope', 'label', NULL, NULL, NULL, NULL),
  (3, 30, 41, 2, 1, 1, 2, 1, 1, 'Germany', 'country:DE', 'Type of Support', 'Intelligence sharing', 'cell', 'Intelligence sharing', 'intelligence', NULL, NULL),
  (4, 30, 42, 2, 1, 2, 3, 1, 1, 'Bosnia and Herzegovina', 'country:BA', 'Military Aid', '€5 million', 'cell', 'Military Aid', 'money', 5e6, 'EUR'),
  (5, 30, 44, 2, 1, 4, 2, 1, 1, 'Kingdom of Atlantis', NULL, 'Type of Support', 'Tridents', 'cell', NULL, NULL, NULL, NULL),
  (6, 30, 45, 2, 1, 5, 2, 1, 1, 'Norwegian Refugee Council', NULL, 'Type of Support', 'Tents', 'cell', NULL, NULL, NULL, NULL),
  (7, 11, 51, 1, 2, 1, 2, 1, NULL, 'Germany', 'country:DE', 'Weapons', '30 tanks', 'header', 'Weapons', 'arms', NULL, NULL)
  ) AS v (n, p, l, s, t, r, c, e, ic, item, entity, attribute, value, told_by, support, type, amount, currency);
INSERT INTO statements VALUES
  (-3, 1, 2, 2, 1, 'Norway', 'country:NO', 'promises', 'ten boats', NULL, NULL, NULL, 'the harbour', NULL, 'Norway will give the harbour ten boats.', 0, .9, 'subject and verb'),
  (-3, 2, 2, 2, 1, 'Sweden', 'country:SE', 'gives', '2 million kronor', 'money', 2000000, 'SEK', 'Kenya', 'country:KE', 'Sweden gave Kenya 2 million kronor.', 40, .85, 'subject and verb'),
  (-3, 3, 2, 2, 1, 'Denmark', 'country:DK', 'refuses', 'nets', NULL, NULL, NULL, NULL, NULL, 'Denmark refuses nets.', 80, .9, 'subject and verb'),
  (-3, 4, 2, 2, 1, 'Iceland', 'country:IS', 'gives', 'nets', NULL, NULL, NULL, NULL, NULL, 'Iceland nets.', 110, .6, 'list');

SELECT results_eq($$
  SELECT origin, country, support, detail, attribute, act, amount, currency, receiver_id, line_no FROM country_support WHERE document_id = -3
  ORDER BY line_no, country$$,
  $$VALUES
    ('sentence', 'Norway', 'ten boats', 'Norway will give the harbour ten boats.', NULL, 'promises', NULL::float, NULL, NULL, 2),
    ('sentence', 'Sweden', '2 million kronor', 'Sweden gave Kenya 2 million kronor.', NULL, 'gives', 2000000, 'SEK', 'country:KE', 2),
    ('label', 'China', 'technology transfer', NULL, 'These countries have promised to give', 'promises', NULL, NULL, NULL, 3),
    ('cell', 'Germany', 'Intelligence sharing', NULL, 'Type of Support', 'gives', NULL, NULL, NULL, 41),
    ('cell', 'Bosnia and Herzegovina', 'Military Aid', '€5 million', 'Military Aid', 'gives', 5e6, 'EUR', NULL, 42),
    ('header', 'Germany', 'Weapons', '30 tanks', 'Weapons', 'gives', NULL, NULL, NULL, 51)$$,
  'country_support: of structure and of sentences that are sure; nothing refused, nothing of no entity');
SELECT results_eq($$SELECT country, support_type, supports::int, documents::int FROM country_support_types WHERE entity_id IN ('country:BA', 'country:SE') ORDER BY 1$$,
  $$VALUES ('Bosnia and Herzegovina', 'money', 1, 1), ('Sweden', 'money', 1, 1)$$, 'country_support_types');

-- document_id < 0: the sample articles may be loaded beside
SELECT set_eq($$SELECT s.* FROM support_of('U.S.A.') s WHERE document_id < 0$$,
  $$SELECT * FROM country_support WHERE country = 'United States' AND document_id < 0$$, 'support_of: by another of its names');
SELECT isnt_empty($$SELECT * FROM support_of('country:DE') WHERE document_id = -3$$, 'by its id');
SELECT is((SELECT count(*) FROM support_of('Germany')), (SELECT count(*) FROM support_of('country:DE')), 'by its own name, each row once');
SELECT is_empty($$SELECT * FROM support_of('no such thing')$$, 'nobody''s name');

SELECT results_eq($$SELECT item, header, rows::int, documents::int, resembles FROM unresolved_parties WHERE item IN ('Kingdom of Atlantis', 'Norwegian Refugee Council', 'Acme Inc.', 'Germany', 'Bosnia and Herzegovina') ORDER BY 1$$,
  $$VALUES ('Acme Inc.', 'Country/Association', 1, 1, NULL), ('Kingdom of Atlantis', 'Partner', 1, 1, NULL), ('Norwegian Refugee Council', 'Partner', 1, 1, 'Norwegian')$$,
  'unresolved_parties: with the entity that they resemble');
SELECT results_eq($$SELECT header, columns::int, tables::int, documents::int, resembling_role FROM unmapped_headers WHERE header_key = 'unheard-of header'$$,
  $$VALUES ('Unheard-of Header', 1, 1, 1, NULL::text)$$, 'unmapped_headers');
UPDATE table_columns SET header = 'Assistance that came', header_key = 'assistance that came' WHERE document_id = -2 AND table_no = 2 AND column_no = 1;
SELECT is((SELECT resembling_role FROM unmapped_headers WHERE header_key = 'assistance that came'), 'support', 'and the known header that one resembles');
SELECT map_header('Assistance that came', 'support');
SELECT is_empty($$SELECT 1 FROM unmapped_headers WHERE header_key = 'assistance that came'$$, 'until it is mapped');

-- links: Intelligence Sharing is a bullet's label, a heading, and a value of two tables
SELECT set_has($$SELECT link, item_kind, linked, linked_kind, via, section_no, line_no FROM item_links WHERE item_key = item_key('INTELLIGENCE sharing')$$,
  $$VALUES
    ('value of', 'value', 'Germany', 'row', 'Type of Support', 2, 41),
    ('value of', 'value', 'United States', 'row', 'Type of Support', 1, 11),
    ('under heading', 'label', 'Partners and What They Give', 'heading', NULL, 1, 4),
    ('same section', 'label', 'United States', 'row', NULL, 1, 11),
    ('heads', 'heading', 'Japan', 'row', NULL, 2, 21)$$,
  'item_links: a label, a heading and two tables say something of one thing');
SELECT is_empty($$SELECT 1 FROM item_links WHERE item_key = 'intelligence sharing' AND document_id < 0 AND link = 'same section' AND linked = 'Capacity building'$$,
  'items of one list are not linked by their section');
SELECT set_has($$SELECT link, linked, via FROM item_links WHERE item_key = 'united states' AND document_id = -1$$,
  $$VALUES ('has value', 'Intelligence sharing', 'Type of Support'), ('has value', 'training programs', 'Type of Support'), ('under heading', 'Partners and What They Give', NULL)$$,
  'and the other way');
SELECT isnt_empty($$SELECT 1 FROM item_links WHERE item_key = 'technician training' AND document_id = -2$$, 'a value that is nowhere an item has links as well');
SELECT set_has($$SELECT link, item, linked, line_no FROM links_of('Technician  training') WHERE document_id = -2$$,
  $$VALUES ('value of', 'Technician training', 'the U.S.', 3)$$, 'links_of has them');
SELECT set_has($$SELECT link, item, linked, via FROM links_of('technology transfer') WHERE document_id = -3$$,
  $$VALUES ('text of', 'technology transfer', 'China', 'These countries have promised to give')$$, 'also of labels');
SELECT set_eq($$SELECT * FROM links_of('intelligence sharing')$$, $$SELECT * FROM item_links WHERE item_key = 'intelligence sharing'$$,
  'links_of says what item_links says');

SELECT * FROM finish();
ROLLBACK;
