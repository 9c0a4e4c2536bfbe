-- Plain SQL that deletes articles: their rows and their lines in the ledger go with them.
\ir setup.inc
\ir fixture.inc
SELECT no_plan();

INSERT INTO sources (source, document_id, content_sha256) SELECT source, document_id, content_sha256 FROM documents WHERE document_id < 0;
INSERT INTO mentions VALUES (-1, 1, 1, 'text', NULL, NULL, 'country:FR', 0, 'x');
INSERT INTO links VALUES (-1, 1, 1, 'x', 'http://x', 1);
INSERT INTO facts (document_id, fact_no, position, line_no, section_no, row_no, element_no, item, item_key, attribute, attribute_key, value, told_by)
  VALUES (-1, 1, 1, 1, 0, 0, 1, 'x', 'x', 'x', 'x', 'x', 'row');
INSERT INTO statements VALUES (-1, 1, 1, 1, 0, 'x', 'x', 'gives', 'x', NULL, NULL, NULL, NULL, NULL, 'x', 0, 1, 'x');

CREATE FUNCTION pg_temp.rows_of(id bigint) RETURNS TABLE (name text, count bigint) LANGUAGE plpgsql AS $$
BEGIN
  FOREACH name IN ARRAY ARRAY['documents', 'sections', 'paragraphs', 'bullets', 'tables', 'table_columns', 'table_cells', 'links',
    'mentions', 'facts', 'statements', 'sources']
  LOOP
    EXECUTE format('SELECT count(*) FROM articles%s.%I WHERE document_id = $1', CASE name WHEN 'sources' THEN '_internal' END, name) INTO count USING id;
    RETURN NEXT;
  END LOOP;
END $$;

SELECT is_empty('SELECT name FROM pg_temp.rows_of(-1) WHERE count = 0', 'the article has rows in every table');
CREATE TEMP TABLE other AS SELECT * FROM pg_temp.rows_of(-2);

INSERT INTO documents (document_id, source, dialect, content_sha256, byte_count, line_count) VALUES
  (-3, '/fixture/copy.txt', 'extracted', '\x02', 500, 12);
SELECT results_eq('SELECT DISTINCT sha256 FROM same_content WHERE document_id < 0', ARRAY['02'], 'same_content: SHA-256 as text');
SELECT results_eq('SELECT copies::int, document_id::int, source, first_document_id::int FROM same_content WHERE document_id < 0 ORDER BY 2',
  $$VALUES (2, -3, '/fixture/copy.txt', -3), (2, -2, '/fixture/second.txt', -3)$$, 'same_content: articles of the same bytes');
DELETE FROM documents WHERE document_id = -3;

INSERT INTO load_errors (load_id, source, line, code, message, occurred_at) VALUES
  (-5, '/fixture/second.txt', NULL, 'article', 'mended', '2020-01-01'), (-5, '/fixture/bad.txt', NULL, 'article', 'old', '2020-01-01'),
  (-4, '/fixture/bad.txt', NULL, 'article', 'new', '2020-01-02'), (-4, '/fixture/r.jsonl', 3, 'article', 'third', '2020-01-02'),
  (-4, '/fixture/counterterrorism-partnerships.txt', NULL, 'article', 'its last bytes', '2020-01-02');
UPDATE load_errors SET settled_by = -4 WHERE load_id = -5;
SELECT results_eq($$SELECT source COLLATE "default", line, message FROM current_errors WHERE source LIKE '/fixture/%' ORDER BY 1$$,
  $$VALUES ('/fixture/bad.txt', NULL, 'new'), ('/fixture/counterterrorism-partnerships.txt', NULL, 'its last bytes'), ('/fixture/r.jsonl', 3, 'third')$$,
  'current_errors: the last one of each source that no later load has read again');

SET LOCAL search_path TO public;
SELECT lives_ok('DELETE FROM articles.documents WHERE document_id = -1', 'an article is deleted from any search path');
SELECT is_empty('SELECT name FROM pg_temp.rows_of(-1) WHERE count > 0', 'nothing of it is left');
SELECT results_eq('SELECT * FROM pg_temp.rows_of(-2)', 'SELECT * FROM other', 'all of the other one is');

SET LOCAL doc2pgsql.replaces = on;
DELETE FROM articles.documents WHERE document_id = -2;
SELECT is((SELECT count FROM pg_temp.rows_of(-2) WHERE name = 'sources'), 1::bigint, 'who replaces rows by itself keeps the ledger');
RESET doc2pgsql.replaces;

-- CASCADE: from 18 on tables declare keys that name them
SELECT lives_ok('TRUNCATE articles.documents, articles.sections CASCADE', 'all are deleted at once');
SELECT is((SELECT count(*) FROM articles.paragraphs) + (SELECT count(*) FROM articles_internal.sources) + (SELECT count(*) FROM articles.facts), 0::bigint,
  'with all their rows');

SELECT * FROM finish();
ROLLBACK;
