-- Shapes of tables, a view of one, and mapping headers.
\ir setup.inc
\ir fixture.inc
SELECT no_plan();

UPDATE tables SET shape = 'fixture | shape' WHERE document_id < 0 AND shape = 'country/association | type of support';
SELECT results_eq($$SELECT columns, tables::int, documents::int, rows::int, first_document_id FROM table_shapes WHERE shape = 'fixture | shape'$$,
  $$VALUES (3, 2, 2, 9, -2::bigint)$$, 'table_shapes counts');

SELECT is(create_shape_view('fixture | shape', 'fixture view'), 'fixture view', 'create_shape_view returns the name');
SELECT has_view('articles', 'fixture view', 'and makes the view in the schema');
CREATE ROLE fixture_reader;
GRANT SELECT ON "fixture view" TO fixture_reader;
SELECT is(create_shape_view('fixture | shape', 'fixture view'), 'fixture view', 'and again');
SELECT ok(has_table_privilege('fixture_reader', 'articles."fixture view"', 'SELECT'), 'who may read it still may');
SELECT columns_are('articles', 'fixture view', '{document_id,source,section_no,table_no,row_no,line_no,article,site,language,document_date,date_source,country_association,type_of_support,year}'::name[],
  'a column per header');
SELECT results_eq($$SELECT country_association, type_of_support, year, line_no FROM "fixture view" WHERE document_id = -2 ORDER BY row_no$$,
  $$VALUES ('the U.S.', 'Technician training', 'May 12, 1985', 3), ('us', 'Harmonization of laws, rules and regulations', '1985', 4),
    ('PEOPLE’S REPUBLIC OF CHINA [1]', 'Loans (cheap, long-term); Training', NULL, 5)$$, 'rows of a table, short ones too');
SELECT is((SELECT count(*)::int FROM "fixture view" WHERE document_id = -1), 6, 'and of the other table');
SELECT isnt(col_description('"fixture view"'::regclass, n), NULL, 'column ' || n || ' has a comment') FROM generate_series(1, 14) n;
SELECT lives_ok($$SELECT create_shape_view('fixture | shape', 'fixture view')$$, 'made again');
SELECT throws_ok($$SELECT create_shape_view('no such shape', 'x')$$, 'P0002', NULL, 'an unknown shape');
SELECT throws_ok($$SELECT create_shape_view('fixture | shape', 'documents')$$, '42P07', NULL, 'a relation of ours is not replaced');
SELECT has_table('articles', 'documents', 'it is still there');

-- headers that give no name, the same name twice, or one of ours
UPDATE table_columns SET header = (ARRAY['', 'Line_No', 'Line no.'])[column_no] WHERE document_id IN (-1, -2) AND table_no = 1;
SELECT lives_ok($$SELECT create_shape_view('fixture | shape', 'odd_headers')$$, 'odd headers');
SELECT columns_are('articles', 'odd_headers',
  '{document_id,source,section_no,table_no,row_no,line_no,article,site,language,document_date,date_source,column_1,line_no_column_2,line_no_column_3}'::name[], 'have names of their own');

-- typed columns beside the text
INSERT INTO documents (document_id, source, language, dialect, content_sha256, byte_count, line_count)
VALUES (-4, '/fixture/numbers.txt', 'de', 'extracted', '\x04', 1, 1);
INSERT INTO tables VALUES (-4, 1, 0, 1, 6, 6, 'marked', 'fixture | numbers', 1);
INSERT INTO table_columns SELECT -4, 1, n, h FROM unnest(ARRAY['Land', 'Menge', 'Anteil', 'Kosten', 'Tag', 'Menge Number']) WITH ORDINALITY u (h, n);
INSERT INTO table_cells
SELECT -4, 1, r, c, text, r FROM (VALUES
  (1, '{Peru,1.234,"12,5 %","1.200,50 €",12.05.2024,x}'::text[]), (2, '{Mali,"2.000,5",7 %,$3,3. Mai 2023,x}'),
  (3, '{Togo,7,8 Prozent,"€ 2,5 Mio.",2024-01-31,x}'), (4, '{Laos,viele,9%,"EUR 5",1.2.2020,x}'),
  (5, '{Oman,8,–,10 €,31.12.1999,x}'), (6, '{Cuba,9,"","","",x}')) AS v (r, cells), unnest(cells) WITH ORDINALITY u (text, c);
INSERT INTO facts (document_id, fact_no, position, line_no, section_no, table_no, row_no, column_no, element_no, item_column_no,
  item, item_key, attribute, attribute_key, value, number, unit, date, told_by)
SELECT -4, row_number() OVER (), 1, row, 0, 1, row, column_no, element, 1, item, item_key(item), 'x', 'x', value, number, unit, date::date, 'cell'
FROM (VALUES
  (1, 2, 1, 'Peru', '1.234', 1234, NULL, NULL), (1, 3, 1, 'Peru', '12,5 %', 12.5, '%', NULL), (1, 4, 1, 'Peru', '1.200,50 €', 1200.5, 'EUR', NULL),
  (1, 5, 1, 'Peru', '12.05.2024', NULL, NULL, '2024-05-12'), (2, 2, 1, 'Mali', '2.000,5', 2000.5, NULL, NULL), (2, 3, 1, 'Mali', '7 %', 7, '%', NULL),
  (2, 4, 1, 'Mali', '$3', 3, 'USD', NULL), (2, 5, 1, 'Mali', '3. Mai 2023', NULL, NULL, '2023-05-03'), (3, 2, 1, 'Togo', '7,8 Prozent', 7.8, '%', NULL),
  (4, 2, 1, 'Laos', 'viele', NULL, NULL, NULL), (4, 3, 1, 'Laos', '9%', 9, '%', NULL), (4, 4, 1, 'Laos', 'EUR 5', 5, 'EUR', NULL), (4, 5, 1, 'Laos', '1.2.2020', NULL, NULL, '2020-02-01'),
  (5, 2, 1, 'Oman', '8', 8, NULL, NULL), (5, 2, 1, 'Iran', '8', 8, NULL, NULL), (5, 4, 1, 'Oman', '10 €', 10, 'EUR', NULL), (5, 5, 1, 'Oman', '31.12.1999', NULL, NULL, '1999-12-31'),
  (6, 2, 1, 'Cuba', '9', 9, NULL, NULL), (6, 2, 2, 'Cuba', '11', 11, NULL, NULL)) AS v (row, column_no, element, item, value, number, unit, date);
UPDATE table_cells SET text = '7,8 Prozent' WHERE document_id = -4 AND row_no = 3 AND column_no = 2;
UPDATE table_cells SET text = '9, 11' WHERE document_id = -4 AND row_no = 6 AND column_no = 2;
SELECT results_eq($$SELECT c.* FROM table_shapes s, shape_columns(s.shapes) c WHERE s.shape = 'fixture | numbers'$$,
  $$VALUES (1, 'Land', NULL::text, NULL::text), (2, 'Menge', NULL, 'quantity'), (3, 'Anteil', NULL, 'percent'), (4, 'Kosten', NULL, 'money'),
    (5, 'Tag', NULL, 'date'), (6, 'Menge Number', NULL, NULL)$$, 'shape_columns: what four fifths of the values are');
SELECT lives_ok($$SELECT create_shape_view('fixture | numbers', 'typed_view')$$);
SELECT columns_are('articles', 'typed_view', '{document_id,source,section_no,table_no,row_no,line_no,article,site,language,document_date,date_source,land,menge,menge_number,menge_unit,anteil,anteil_percent,kosten,kosten_amount,kosten_currency,tag,tag_date,menge_number_column_6}'::name[], 'typed columns');
SELECT results_eq($$SELECT land, menge, menge_number, anteil_percent, kosten, kosten_amount, kosten_currency, tag_date FROM typed_view ORDER BY row_no$$,
  $$VALUES ('Peru', '1.234', 1234::float, 12.5::float, '1.200,50 €', 1200.5::float, 'EUR', '2024-05-12'::date), ('Mali', '2.000,5', 2000.5, 7, '$3', 3, 'USD', '2023-05-03'),
    ('Togo', '7,8 Prozent', 7.8, NULL, '€ 2,5 Mio.', NULL, NULL, NULL), ('Laos', 'viele', NULL, 9, 'EUR 5', 5, 'EUR', '2020-02-01'),
    ('Oman', '8', 8, NULL, '10 €', 10, 'EUR', '1999-12-31'), ('Cuba', '9, 11', NULL, NULL, '', NULL, NULL, NULL)$$,
  'and their values; a cell that holds several has none, one whose row has several items has one');
SELECT results_eq($$SELECT menge_number, menge_unit FROM typed_view WHERE row_no BETWEEN 2 AND 4 ORDER BY row_no$$,
  $$VALUES (2000.5::float, NULL), (7.8, '%'), (NULL, NULL)$$, 'numbers with units have them beside');
UPDATE facts SET unit = NULL WHERE document_id = -4 AND column_no = 2;
SELECT is((SELECT c.type FROM shape_columns('{fixture | numbers}') c WHERE c.column_no = 2), 'number', 'numbers without');
SELECT is(col_description('typed_view'::regclass, 13), 'Menge');
SELECT matches(col_description('typed_view'::regclass, 14), 'as a number');
SELECT results_eq($$SELECT DISTINCT article, language, source FROM typed_view$$, $$VALUES ('numbers.txt', 'de', '/fixture/numbers.txt')$$, 'and of which article');

-- shapes that call the parties by other names are one; those that differ in what they measure are not
INSERT INTO documents (document_id, source, dialect, content_sha256, byte_count, line_count)
SELECT d, '/fixture/near' || d, 'extracted', '\x05', 1, 1 FROM generate_series(-23, -20) d;
INSERT INTO tables SELECT d, 1, 0, 1, 3, 1, 'marked', shape, 1 FROM (VALUES
  (-20, 'nation | fixture gold | year'), (-21, 'team | fixture gold | year'), (-22, 'nation | fixture iron | year'),
  (-23, 'team | nation | fixture gold')) AS v (d, shape);
INSERT INTO table_columns SELECT t.document_id, 1, n, initcap(h) FROM tables t, string_to_table(t.shape, ' | ') WITH ORDINALITY AS u (h, n) WHERE t.document_id BETWEEN -23 AND -20;
INSERT INTO table_cells SELECT t.document_id, 1, 1, n, 'cell ' || n, 1 FROM tables t, generate_series(1, 3) n WHERE t.document_id BETWEEN -23 AND -20;
SELECT results_eq($$SELECT shape, tables::int, shapes FROM table_shapes WHERE 'nation | fixture gold | year' = ANY (shapes)$$,
  $$VALUES ('party | fixture gold | year', 2, '{nation | fixture gold | year,team | fixture gold | year}'::text[])$$, 'near shapes are one');
SELECT results_eq($$SELECT shape FROM table_shapes WHERE first_document_id IN (-22, -23) AND tables = 1 ORDER BY 1$$,
  $$VALUES ('nation | fixture iron | year'), ('team | nation | fixture gold')$$, 'other measures, and two parties side by side, are not');
SELECT lives_ok($$SELECT create_shape_view('nation | fixture gold | year', 'near_view')$$, 'by either spelling');
SELECT results_eq($$SELECT party, fixture_gold, article FROM near_view ORDER BY document_id$$,
  $$VALUES ('cell 1', 'cell 2', 'near-21'), ('cell 1', 'cell 2', 'near-20')$$, 'one relation of both');
SELECT is(create_shape_view('party | fixture gold | year', 'near_view'), 'near_view', 'and by the role');

-- mapping a header makes its column count at once
SELECT is_empty($$SELECT 1 FROM country_support WHERE document_id = -1 AND attribute = 'Gift'$$);
UPDATE facts SET attribute = 'Zeitweilige Gaben', attribute_key = 'zeitweilige gaben', support = NULL WHERE document_id = -1 AND attribute_key = 'type of support';
SELECT is_empty($$SELECT 1 FROM country_support WHERE document_id = -1$$, 'a header that is not mapped gives no support');
SELECT lives_ok($$SELECT map_header('zeitweilige gaben:', 'support')$$, 'map_header');
SELECT is((SELECT count(*)::int FROM country_support WHERE document_id = -1), 8, 'gives it');
SELECT results_eq($$SELECT support, support_type FROM country_support WHERE document_id = -1 AND support_type IS NOT NULL ORDER BY lower_case(support)$$,
  $$VALUES ('diplomatic support', 'political'), ('funding for initiatives', 'money'), ('Intelligence sharing', 'intelligence'), ('technology transfer', 'technical'), ('training programs', 'training')$$,
  'with its types');
UPDATE facts SET value = 'No.' WHERE document_id = -1 AND value = 'Policy guidance';
SELECT map_header('Zeitweilige Gaben', 'support');
SELECT is((SELECT count(*)::int FROM country_support WHERE document_id = -1), 7, 'a value that says that nothing is given gives none');
SELECT lives_ok($$SELECT map_header('Zeitweilige Gaben', 'date')$$, 'map_header again');
SELECT is_empty($$SELECT 1 FROM country_support WHERE document_id = -1$$, 'takes it back');
SELECT is((SELECT role || ' ' || origin FROM header_roles WHERE header_key = 'zeitweilige gaben'), 'date user', 'replaces the role, as the user''s');

SELECT * FROM finish();
ROLLBACK;
