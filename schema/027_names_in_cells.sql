-- What users say of names: that a cell, header or label is the name of an entity, however it is spelt.

ALTER TABLE corrections DROP CONSTRAINT corrections_read_as;
ALTER TABLE corrections ADD CONSTRAINT corrections_read_as CHECK (CASE WHEN line_no IS NULL AND text IS NULL
  THEN read_as IN ('extracted', 'markdown', 'html', 'lines', 'blocks', 'wrapped')
  ELSE read_as ~ '^(heading [1-6]|paragraph|item|quote|code|leftover|header|row)$' OR (text IS NOT NULL AND read_as LIKE 'names _%') END);
COMMENT ON COLUMN corrections.line_no IS 'Line on which the row, or the cell, begins; NULL: whichever.';
COMMENT ON COLUMN corrections.text IS
  'Text of the row, as the view blocks shows it, whatever signs stand between its words; of a name all that stands in the cell, header or label; NULL: whichever.';
COMMENT ON COLUMN corrections.read_as IS
  'What the row is: heading 1 to heading 6, paragraph, item, quote, code, leftover, header (of a table) or row (a header that is none). names and an entity_id: the cell, header or label is that entity''s name. Without line_no and text how the article is written: extracted, markdown or html; or how its plain text is laid out: lines, blocks or wrapped.';
