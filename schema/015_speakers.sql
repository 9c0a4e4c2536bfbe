-- Who speaks, in interviews and transcripts: stands in the text of rows that were loaded before, and in a column from now on.
ALTER TABLE paragraphs ADD COLUMN label text;
COMMENT ON COLUMN paragraphs.label IS
  'Who speaks, in interviews, dialogues and transcripts (Q, Jane Doe), without its colon; NULL elsewhere, and on further paragraphs of the same turn.';

-- search() finds speakers, too, by another expression than these indexes are of: `doc2pgsql index full-text` builds them anew.
DO $$
DECLARE
  index regclass;
BEGIN
  FOR index IN
    SELECT i.indexrelid::regclass FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
    WHERE i.indrelid = 'paragraphs'::regclass AND c.relname LIKE 'paragraphs\_text\_%'
  LOOP
    EXECUTE format('DROP INDEX %s', index);
  END LOOP;
END $$;
