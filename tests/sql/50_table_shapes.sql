-- Shapes of tables, a view of one, and mapping headers.
\ir setup.inc
\ir fixture.inc
SELECT no_plan();

UPDATE tables SET shape = 'fixture | shape' WHERE document_id < 0 AND shape = 'country/association | type of support';
SELECT results_eq($$SELECT columns, tables::int, documents::int, rows::int, first_document_id FROM table_shapes WHERE shape = 'fixture | shape'$$,
  $$VALUES (3, 2, 2, 9, -2::bigint)$$, 'table_shapes counts');

SELECT is(create_shape_view('fixture | shape', 'fixture view'), 'fixture view', 'create_shape_view returns the name');
SELECT has_view('articles', 'fixture view', 'and makes the view in the schema');
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

-- mapping a header makes its column count at once
SELECT is_empty($$SELECT 1 FROM country_support WHERE document_id = -1 AND attribute = 'Gift'$$);
UPDATE table_columns SET header = 'Zeitweilige Gaben' WHERE document_id = -1 AND table_no = 1 AND column_no = 2;
SELECT is_empty($$SELECT 1 FROM country_support WHERE document_id = -1$$, 'a header that is not mapped gives no support');
SELECT lives_ok($$SELECT map_header('zeitweilige gaben:', 'support')$$, 'map_header');
SELECT is((SELECT count(*)::int FROM country_support WHERE document_id = -1), 8, 'gives it');
SELECT lives_ok($$SELECT map_header('Zeitweilige Gaben', 'date')$$, 'map_header again');
SELECT is((SELECT role || ' ' || origin FROM header_roles WHERE header_key = 'zeitweilige gaben'), 'date user', 'replaces the role, as the user''s');

SELECT * FROM finish();
ROLLBACK;
