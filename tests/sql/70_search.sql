-- Full-text search.
\ir setup.inc
\ir fixture.inc
SELECT no_plan();

SELECT results_eq($$SELECT kind, heading, line_no FROM search('"technician training"') WHERE document_id < 0 ORDER BY line_no$$,
  $$VALUES ('cell', NULL, 3), ('bullet', 'Partners and What They Give', 4)$$, 'a phrase, in a cell and in a bullet');
SELECT results_eq($$SELECT kind FROM search('paragraphs', 1000) WHERE document_id = -1$$, $$VALUES ('text')$$, 'by stem, in the article''s language');
SELECT is_empty($$SELECT 1 FROM search('terrorism -opening', 1000) WHERE document_id = -1$$, 'without a word');
SELECT alike((SELECT headline FROM search('terrorism', 1000) WHERE document_id = -1), '%«terrorism»%', 'the hit is marked');
SELECT cmp_ok((SELECT count(*)::int FROM search('the or a or partners or training', 3)), '<=', 3, 'as many as asked for');
SELECT is_empty($$SELECT 1 FROM search('')$$, 'an empty query finds nothing');
SELECT set_eq($$SELECT rank FROM search('training or partners', 1000)$$, $$SELECT rank FROM search('training or partners', 1000) ORDER BY rank DESC$$, 'ranks');

SELECT * FROM finish();
ROLLBACK;
