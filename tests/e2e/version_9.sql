-- What a database of schema version 9 holds besides its tables (schema/001 to 009): two articles as its loads stored them, and,
-- of the views of that version, which a migration finds, those that others depend on; of each only what depends on what.

INSERT INTO documents (document_id, source, title, dialect, content_sha256, byte_count, line_count, language_guess) VALUES
  (1, '/old/flood.txt', 'Help for the Flooded Coast', 'extracted', '\x01', 233, 8, 'en'),
  (2, '/old/wasser.txt', 'Hilfe für die Küste', 'extracted', '\x02', 154, 2, 'de');
INSERT INTO sources (source, document_id, content_sha256) SELECT source, document_id, content_sha256 FROM documents;
SELECT setval('document_ids', 2);
INSERT INTO sections (document_id, section_no, path, level, heading, heading_origin, confidence, position, line_no) VALUES
  (1, 0, '{0}', 0, NULL, 'none', NULL, 0, 1), (1, 1, '{1}', 1, 'Help for the Flooded Coast', 'inferred', .7, 1, 1),
  (2, 0, '{0}', 0, NULL, 'none', NULL, 0, 1), (2, 1, '{1}', 1, 'Hilfe für die Küste', 'inferred', .7, 1, 1);
INSERT INTO paragraphs VALUES
  (1, 2, 1, 'text', 'Denmark gave 20 million dollars to Kenya after the flood.', 2),
  (1, 3, 1, 'lead_in', 'These partners promised more:', 3),
  (2, 2, 1, 'text', 'Die Bundesregierung stellt der Ukraine 20 Millionen Euro für die Versorgung mit Wasser bereit.', 2);
INSERT INTO tables VALUES (1, 1, 1, 4, 2, 2, 'marked', 'partner | type of support', 4);
INSERT INTO table_columns VALUES (1, 1, 1, 'Partner'), (1, 1, 2, 'Type of Support');
INSERT INTO table_cells VALUES (1, 1, 1, 1, 'Norway', 6), (1, 1, 1, 2, 'Patrol boats', 6),
  (1, 1, 2, 1, 'Germany and France', 7), (1, 1, 2, 2, 'Tents', 7);
INSERT INTO bullets (document_id, position, section_no, list_no, depth, label, text, line_no) VALUES
  (1, 5, 1, 1, 1, 'Canada', '5 million dollars', 8);
INSERT INTO mentions VALUES (1, 1, 2, 'text', NULL, NULL, 'country:DK', 0, 'Denmark');

CREATE FUNCTION list_elements(text text) RETURNS text[] LANGUAGE sql IMMUTABLE RETURN string_to_array(text, ', ');
CREATE FUNCTION tells_support(text text) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN text ~* 'support';
CREATE FUNCTION led_by(document_id bigint, section_no int, "position" int) RETURNS text LANGUAGE sql STABLE
  RETURN (SELECT p.text FROM paragraphs p WHERE (p.document_id, p.position) = (led_by.document_id, led_by.position - 1));
CREATE VIEW item_attributes AS
  SELECT document_id, item_key, element FROM table_cells CROSS JOIN LATERAL unnest(list_elements(text)) AS element;
CREATE VIEW labelled_bullets AS
  SELECT document_id, label, element, party_keys FROM bullets CROSS JOIN LATERAL unnest(list_elements(text)) AS element;
CREATE VIEW item_entities AS SELECT document_id, item_key, unnest(party_keys) AS key FROM table_cells;
CREATE VIEW item_links AS SELECT item_key, element FROM item_attributes;
CREATE FUNCTION links_of(item text) RETURNS SETOF item_links LANGUAGE sql STABLE AS 'SELECT * FROM item_links';
CREATE VIEW country_support AS
  SELECT document_id, party_keys, led_by(document_id, section_no, position) FROM bullets WHERE tells_support(label);
CREATE FUNCTION support_of(name text) RETURNS SETOF country_support LANGUAGE sql STABLE AS 'SELECT * FROM country_support';
CREATE VIEW unresolved_parties AS SELECT key FROM item_entities;
CREATE MATERIALIZED VIEW item_facts AS SELECT * FROM item_attributes;
CREATE MATERIALIZED VIEW country_support_facts AS SELECT * FROM country_support;
CREATE MATERIALIZED VIEW country_support_matrix AS SELECT count(*) FROM country_support_facts;
CREATE VIEW materialized_state AS SELECT count(*) FROM item_facts;
