-- Who speaks, in interviews and transcripts: stands in the text of rows that were loaded before, and in a column from now on.
ALTER TABLE paragraphs ADD COLUMN label text;
COMMENT ON COLUMN paragraphs.label IS
  'Who speaks, in interviews, dialogues and transcripts (Q, Jane Doe), without its colon; NULL elsewhere, and on further paragraphs of the same turn.';
