-- Full-text search.
\ir setup.inc
\ir fixture.inc
SELECT no_plan();

SELECT results_eq($$SELECT kind, heading, line_no FROM search('"technician training"') WHERE document_id < 0 ORDER BY line_no$$,
  $$VALUES ('row', NULL, 3), ('bullet', 'Partners and What They Give', 4)$$, 'a phrase, in a row and in a bullet');
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

-- stop words: of which language, is told by the articles (most of the samples are English)
INSERT INTO documents (document_id, source, language, dialect, content_sha256, byte_count, line_count)
SELECT -10 - i, '/fixture/words/' || i, CASE WHEN i <= 4 THEN 'en' ELSE 'de' END, 'extracted', '\x0a', 1, 1 FROM generate_series(1, 7) i;
INSERT INTO paragraphs (document_id, position, section_no, kind, text, line_no)
SELECT -10 - i, 1, 0, 'text', text, 1
FROM unnest('{The quillwar began.,A quillcrime of the war.,Was it war and no quillcrime?,Who?,Der Quillzeuge war da.,Von war und quillfold.,Das war der Quillfold.}'::text[])
  WITH ORDINALITY AS t (text, i);
SELECT set_has($$SELECT document_id FROM search('war', 1000)$$, $$VALUES (-12::bigint), (-13), (-15), (-16), (-17)$$, 'a word that says nothing in one language is found in all');
SELECT cmp_ok((SELECT min(rank) FROM search('war', 1000) WHERE document_id IN (-12, -13)), '>', (SELECT max(rank) FROM search('war', 1000) WHERE document_id IN (-15, -16, -17)),
  'where it says nothing it is there by chance, and last');
SELECT set_eq($$SELECT document_id FROM search('war quillcrime', 1000)$$, '{-12,-13}'::bigint[], 'and it counts beside others');
SELECT set_eq($$SELECT document_id FROM search('war quillfold', 1000)$$, '{-16,-17}'::bigint[], 'in each language');
SELECT set_eq($$SELECT document_id FROM search('the quillcrime in a war', 1000)$$, '{-12,-13}'::bigint[], 'what says nothing in the language of most articles is left out');
SELECT set_eq($$SELECT document_id FROM search('was der die das quillfold', 1000)$$, '{-16,-17}'::bigint[], 'or in that of the question, which has two such words more');
SELECT set_eq($$SELECT document_id FROM search('"the war" quillcrime', 1000)$$, '{-12}'::bigint[], 'but in quotes');
SELECT set_has($$SELECT document_id FROM search('the', 1000)$$, $$VALUES (-11::bigint), (-12)$$, 'and alone');
SELECT set_has($$SELECT document_id FROM search('who or quillzeuge', 1000)$$, $$VALUES (-14::bigint), (-15)$$, 'and beside or');
SELECT set_has($$SELECT document_id FROM search('the -war', 1000)$$, $$VALUES (-11::bigint)$$, 'and beside what is not wanted');
SELECT is_empty($$SELECT 1 FROM search('? ... -', 1000)$$, 'no words find nothing');

-- scripts without spaces
UPDATE paragraphs SET text = '这场战争结束了。COVID疫苗' WHERE document_id = -14;
UPDATE documents SET language = 'zh' WHERE document_id = -14;
SELECT set_eq($$SELECT document_id FROM search('战争', 1000)$$, '{-14}'::bigint[], 'a word amid others that no space divides');
SELECT is((SELECT headline FROM search('战争') LIMIT 1), '这场«战争»结束了。COVID疫苗', 'and is marked');
SELECT set_eq($$SELECT document_id FROM search('COVID疫苗 "场战"', 1000)$$, '{-14}'::bigint[], 'beside letters, and in quotes');
SELECT is_empty($$SELECT 1 FROM search('争战', 1000)$$, 'its letters in their order');
SELECT is_empty($$SELECT 1 FROM search('COVID -战争 -trade', 1000) WHERE document_id = -14$$, 'nor where it is not wanted');

SELECT set_eq($$SELECT rank FROM search('training or partners', 1000)$$, $$SELECT rank FROM search('training or partners', 1000) ORDER BY rank DESC$$, 'ranks');

SELECT results_eq($$SELECT kind, line_no FROM search('"technician training" 1985') WHERE document_id < 0$$, $$VALUES ('row', 3)$$, 'words in two cells of a row');
SELECT results_eq($$SELECT kind, row_no, text FROM blocks WHERE document_id = -2 ORDER BY position, row_no LIMIT 2$$,
  $$VALUES ('row', 1, 'the U.S. | Technician training | May 12, 1985'), ('row', 2, 'us | Harmonization of laws, rules and regulations | 1985')$$, 'blocks: rows with their cells');

-- with the index
UPDATE documents SET language = 'de' WHERE document_id = -2;
INSERT INTO table_cells VALUES (-2, 2, 1, 3, 'Die Häuser', 7);
CREATE TEMP TABLE before AS SELECT * FROM search('training or terrorism or haus', 1000);
SELECT set_has($$SELECT document_id, kind FROM before$$, $$VALUES (-2::bigint, 'row'), (-1, 'text')$$, 'each article in its own language');
CREATE TEMP TABLE remaining AS SELECT index_full_text(2) AS articles;
SELECT is((SELECT articles FROM remaining), (SELECT count(*) - 2 FROM documents), 'index_full_text: as many articles as asked for');
SELECT hasnt_index('articles_internal', 'search_blocks', 'search_blocks_words', 'the index is built when all are there');
SELECT set_eq($$SELECT * FROM search('training or terrorism or haus', 1000)$$, $$SELECT * FROM before$$, 'the same hits when some are indexed');
SELECT is(index_full_text(), 0::bigint, 'all');
SELECT has_index('articles_internal', 'search_blocks', 'search_blocks_words', 'one index for all languages');
SELECT set_eq($$SELECT * FROM search('training or terrorism or haus', 1000)$$, $$SELECT * FROM before$$, 'the same hits with the index');
SELECT is(index_full_text(), 0::bigint, 'safe to run again');
SELECT is((SELECT count(*) FROM search_blocks), (SELECT count(*) FROM blocks), 'each block once');
SET LOCAL enable_seqscan = off;
SELECT isnt_empty($$SELECT 1 FROM search('haus')$$);
SELECT cmp_ok(pg_stat_get_xact_numscans('search_blocks_words'::regclass), '>', 0::bigint, 'search reads it');
RESET enable_seqscan;

-- an article that has changed since is read, one that is gone is not found
UPDATE documents SET loaded_at = loaded_at + interval '1 s' WHERE document_id = -1;
UPDATE paragraphs SET text = 'Nothing but gletscherspalten.' WHERE document_id = -1 AND position = 1;
SELECT results_eq($$SELECT document_id, kind FROM search('gletscherspalten')$$, $$VALUES (-1::bigint, 'text')$$, 'the new text is found');
SELECT is_empty($$SELECT 1 FROM search('terrorism', 1000) WHERE document_id = -1 AND kind = 'text'$$, 'the old one is not');
DELETE FROM documents WHERE document_id = -2;
SELECT is_empty($$SELECT 1 FROM search('training', 1000) WHERE document_id = -2$$, 'nothing of an article that is gone');
SELECT is(index_full_text(), 0::bigint, 'run again');
SELECT is_empty($$SELECT 1 FROM search_blocks WHERE document_id = -2$$, 'forgets it');
SELECT results_eq($$SELECT document_id, kind FROM search('gletscherspalten')$$, $$VALUES (-1::bigint, 'text')$$, 'and has the new text');

SELECT * FROM finish();
ROLLBACK;
