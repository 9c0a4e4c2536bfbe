-- Each word counts to search(): "war" says nothing in German, and is what an English question asks for. So articles are indexed by
-- configurations of our own, which stem words as PostgreSQL's for the language do, and leave none out; which words of a question
-- say nothing is told when it is asked (sql/internal/40_search.sql). What is indexed by the old ones is made anew by the next
-- `doc2pgsql index full-text`; until then search() reads those articles block by block.
DO $$
DECLARE
  language text;
  words text;
BEGIN
  -- English first: those for other scripts stem Latin letters as English
  FOREACH language IN ARRAY '{english,german,french,spanish,portuguese,italian,dutch,russian,swedish,danish,norwegian,finnish,hungarian,romanian,turkish,arabic,greek}'::text[] LOOP
    words := format('%I.%I', current_schema() || '_internal', language || '_words');
    EXECUTE format('CREATE TEXT SEARCH DICTIONARY %s (template = pg_catalog.snowball, language = %I)', words, language);
    EXECUTE format('CREATE TEXT SEARCH CONFIGURATION %s (copy = pg_catalog.%I)', words, language);
    EXECUTE format('ALTER TEXT SEARCH CONFIGURATION %s ALTER MAPPING REPLACE pg_catalog.%I WITH %s', words, language || '_stem', words);
    EXECUTE format('ALTER TEXT SEARCH CONFIGURATION %s ALTER MAPPING REPLACE pg_catalog.english_stem WITH %I.english_words', words, current_schema() || '_internal');
  END LOOP;
END $$;

TRUNCATE search_documents, search_blocks;
DROP INDEX IF EXISTS search_blocks_words;
COMMENT ON COLUMN search_blocks.words IS 'The words of the block, all of them, as stems of its article''s language.';
