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
INSERT INTO documents (document_id, source, language, language_guess, dialect, content_sha256, byte_count, line_count) VALUES
  (-5, '/fixture/guessed', NULL, 'de', 'extracted', '\x05', 1, 1), (-6, '/fixture/stated', 'de-AT', NULL, 'extracted', '\x06', 1, 1),
  (-7, '/fixture/both', 'Deutsch', 'de', 'extracted', '\x07', 1, 1), (-8, '/fixture/neither', NULL, NULL, 'extracted', '\x08', 1, 1);
INSERT INTO paragraphs SELECT i, 1, 0, 'text', 'Viele Gletscherspaltenhäuser stehen dort.', 1 FROM generate_series(-8, -5) i;
SELECT set_eq($$SELECT document_id FROM search('gletscherspaltenhaus')$$, '{-5,-6,-7}'::bigint[], 'by the guessed language, where the metadata say none by its code');
INSERT INTO paragraphs VALUES (-8, 2, 0, 'text', 'They stand there.', 2, 'Quillfeather');
SELECT set_eq($$SELECT document_id, line_no FROM search('quillfeather stand')$$, $$VALUES (-8::bigint, 2)$$, 'who speaks is found, too');
SELECT is_empty($$SELECT 1 FROM search('')$$, 'an empty query finds nothing');
SELECT set_eq($$SELECT rank FROM search('training or partners', 1000)$$, $$SELECT rank FROM search('training or partners', 1000) ORDER BY rank DESC$$, 'ranks');

-- with the indexes
UPDATE documents SET language = 'de' WHERE document_id = -2;
INSERT INTO table_cells VALUES (-2, 2, 1, 3, 'Die Häuser', 7);
CREATE TEMP TABLE before AS SELECT * FROM search('training or terrorism or haus', 1000);
SELECT set_has($$SELECT document_id, kind FROM before$$, $$VALUES (-2::bigint, 'cell'), (-1, 'text')$$, 'each article in its own language');
DELETE FROM documents WHERE document_id > 0 AND coalesce(language, 'en') NOT IN ('en', 'de');
INSERT INTO documents (document_id, source, language, dialect, content_sha256, byte_count, line_count)
SELECT -1000 - i, 'german/' || i, 'de', 'extracted', '\x00', 1, 1 FROM generate_series(1, 30) i;
\i sql/index_full_text.sql
\i sql/index_full_text.sql
SELECT has_index('articles', t, t || '_text_' || c, 'an index of ' || t || ' for ' || c) FROM unnest(ARRAY['paragraphs', 'bullets', 'sections', 'table_cells']) t, unnest(ARRAY['english', 'german']) c;
SELECT hasnt_index('articles', 'paragraphs', 'paragraphs_text_french', 'none for a language that no article has');
SELECT set_eq($$SELECT * FROM search('training or terrorism or haus', 1000) WHERE document_id < 0$$, $$SELECT * FROM before WHERE document_id < 0$$, 'the same hits with the indexes');
SET LOCAL max_parallel_workers_per_gather = 0;  -- the scans of other processes are not counted here
SET LOCAL enable_seqscan = off;
SET LOCAL enable_nestloop = off;
SET LOCAL enable_indexscan = off;
SELECT isnt_empty($$SELECT 1 FROM search('haus')$$);
SELECT cmp_ok(pg_stat_get_xact_numscans((t || '_text_german')::regclass), '>', 0::bigint, 'search reads the index of ' || t)
FROM unnest(ARRAY['paragraphs', 'bullets', 'sections', 'table_cells']) t;

SELECT * FROM finish();
ROLLBACK;
