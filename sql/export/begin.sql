-- How load.sql of `doc2pgsql export` begins: its files number documents from 1, so that in a schema that holds some, numbers
-- would meet, or articles be there twice. The ledger lies in the schema beside that of the articles.
DO $$
BEGIN
  IF to_regclass('documents') IS NULL THEN
    RAISE EXCEPTION 'there is no table documents in the search path'
      USING HINT = 'doc2pgsql init makes the tables; PGOPTIONS=-csearch_path=SCHEMA names the schema.';
  ELSIF EXISTS (SELECT 1 FROM documents) THEN
    RAISE EXCEPTION 'the schema % holds articles already: these files fill an empty one', current_schema()
      USING HINT = 'doc2pgsql load adds articles to those that are there, and takes none twice. '
        'For these files doc2pgsql --schema=NAME init makes a schema of their own.';
  END IF;
  PERFORM set_config('search_path', format('%I, %I', current_schema(), current_schema() || '_internal'), false);
END $$;
