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
    EXECUTE format('SELECT count(*) FROM articles.%I WHERE document_id = $1', name) INTO count USING id;
    RETURN NEXT;
  END LOOP;
END $$;

SELECT is_empty('SELECT name FROM pg_temp.rows_of(-1) WHERE count = 0', 'the article has rows in every table');
CREATE TEMP TABLE other AS SELECT * FROM pg_temp.rows_of(-2);

SET LOCAL search_path TO public;
SELECT lives_ok('DELETE FROM articles.documents WHERE document_id = -1', 'an article is deleted from any search path');
SELECT is_empty('SELECT name FROM pg_temp.rows_of(-1) WHERE count > 0', 'nothing of it is left');
SELECT results_eq('SELECT * FROM pg_temp.rows_of(-2)', 'SELECT * FROM other', 'all of the other one is');

SET LOCAL doc2pgsql.replaces = on;
DELETE FROM articles.documents WHERE document_id = -2;
SELECT is((SELECT count FROM pg_temp.rows_of(-2) WHERE name = 'sources'), 1::bigint, 'who replaces rows by itself keeps the ledger');
RESET doc2pgsql.replaces;

SELECT lives_ok('TRUNCATE articles.documents, articles.sections', 'all are deleted at once');
SELECT is((SELECT count(*) FROM articles.paragraphs) + (SELECT count(*) FROM articles.sources) + (SELECT count(*) FROM articles.facts), 0::bigint,
  'with all their rows');

SELECT * FROM finish();
ROLLBACK;
