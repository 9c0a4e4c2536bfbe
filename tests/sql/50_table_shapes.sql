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
SELECT columns_are('articles', 'fixture view', '{document_id,source,section_no,table_no,row_no,line_no,country_association,type_of_support,year}'::name[],
  'a column per header');
SELECT results_eq($$SELECT country_association, type_of_support, year, line_no FROM "fixture view" WHERE document_id = -2 ORDER BY row_no$$,
  $$VALUES ('the U.S.', 'Technician training', 'May 12, 1985', 3), ('us', 'Harmonization of laws, rules and regulations', '1985', 4),
    ('PEOPLE’S REPUBLIC OF CHINA [1]', 'Loans (cheap, long-term); Training', NULL, 5)$$, 'rows of a table, short ones too');
SELECT is((SELECT count(*)::int FROM "fixture view" WHERE document_id = -1), 6, 'and of the other table');
SELECT isnt(col_description('"fixture view"'::regclass, n), NULL, 'column ' || n || ' has a comment') FROM generate_series(1, 9) n;
SELECT lives_ok($$SELECT create_shape_view('fixture | shape', 'fixture view')$$, 'made again');
SELECT throws_ok($$SELECT create_shape_view('no such shape', 'x')$$, 'P0002', NULL, 'an unknown shape');
SELECT throws_ok($$SELECT create_shape_view('fixture | shape', 'documents')$$, '42P07', NULL, 'a relation of ours is not replaced');
SELECT has_table('articles', 'documents', 'it is still there');

-- headers that give no name, the same name twice, or one of ours
UPDATE table_columns SET header = (ARRAY['', 'Line_No', 'Line no.'])[column_no] WHERE document_id = -2 AND table_no = 1;
SELECT lives_ok($$SELECT create_shape_view('fixture | shape', 'odd_headers')$$, 'odd headers');
SELECT columns_are('articles', 'odd_headers',
  '{document_id,source,section_no,table_no,row_no,line_no,column_1,line_no_column_2,line_no_column_3}'::name[], 'have names of their own');

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
SELECT is(shape_column_type('fixture | numbers', c), t, 'column ' || c) FROM (VALUES (1, NULL), (2, 'number'), (3, 'percent'), (4, 'money'), (5, 'date'), (6, NULL), (7, NULL)) AS v (c, t);
SELECT lives_ok($$SELECT create_shape_view('fixture | numbers', 'typed_view')$$);
SELECT columns_are('articles', 'typed_view', '{document_id,source,section_no,table_no,row_no,line_no,land,menge,menge_number,anteil,anteil_percent,kosten,kosten_amount,kosten_currency,tag,tag_date,menge_number_column_6}'::name[], 'typed columns');
SELECT results_eq($$SELECT land, menge_number, anteil_percent, kosten, kosten_amount, kosten_currency, tag_date FROM typed_view ORDER BY row_no$$,
  $$VALUES ('Peru', 1234::numeric, 12.5::numeric, '1.200,50 €', 1200.5::numeric, 'EUR', '2024-05-12'::date), ('Mali', 2000.5, 7, '$3', 3, 'USD', '2023-05-03'),
    ('Togo', 7, 8, '€ 2,5 Mio.', 2500000, 'EUR', '2024-01-31'), ('Laos', NULL, 9, 'EUR 5', 5, 'EUR', '2020-02-01'),
    ('Oman', 8, NULL, '10 €', 10, 'EUR', '1999-12-31'), ('Cuba', 9, NULL, '', NULL, NULL, NULL)$$, 'and their values');
SELECT is(col_description('typed_view'::regclass, 8), 'Menge');
SELECT matches(col_description('typed_view'::regclass, 9), 'as a number');

-- mapping a header makes its column count at once
SELECT is_empty($$SELECT 1 FROM country_support WHERE document_id = -1 AND attribute = 'Gift'$$);
UPDATE facts SET attribute = 'Zeitweilige Gaben', attribute_key = 'zeitweilige gaben', support = NULL WHERE document_id = -1 AND attribute_key = 'type of support';
SELECT is_empty($$SELECT 1 FROM country_support WHERE document_id = -1$$, 'a header that is not mapped gives no support');
SELECT lives_ok($$SELECT map_header('zeitweilige gaben:', 'support')$$, 'map_header');
SELECT is((SELECT count(*)::int FROM country_support WHERE document_id = -1), 8, 'gives it');
SELECT results_eq($$SELECT support, support_type FROM country_support WHERE document_id = -1 AND support_type IS NOT NULL ORDER BY lower(support)$$,
  $$VALUES ('diplomatic support', 'political'), ('funding for initiatives', 'money'), ('Intelligence sharing', 'intelligence'), ('technology transfer', 'technical'), ('training programs', 'training')$$,
  'with its types');
SELECT lives_ok($$SELECT map_header('Zeitweilige Gaben', 'date')$$, 'map_header again');
SELECT is_empty($$SELECT 1 FROM country_support WHERE document_id = -1$$, 'takes it back');
SELECT is((SELECT role || ' ' || origin FROM header_roles WHERE header_key = 'zeitweilige gaben'), 'date user', 'replaces the role, as the user''s');

SELECT * FROM finish();
ROLLBACK;
