-- What users say of how articles are read, where it was misread: `doc2pgsql correct`. Each load applies it.

CREATE SEQUENCE IF NOT EXISTS correction_ids AS bigint;
COMMENT ON SEQUENCE correction_ids IS 'Numbers for corrections.correction_id.';

CREATE TABLE IF NOT EXISTS corrections (
  correction_id bigint DEFAULT nextval('correction_ids'),
  source text NOT NULL,
  line_no integer,
  text text,
  read_as text NOT NULL,
  corrected_at timestamptz NOT NULL DEFAULT now(),
  corrected_by text NOT NULL DEFAULT current_user,
  CONSTRAINT corrections_pkey PRIMARY KEY (correction_id),
  CONSTRAINT corrections_line_no CHECK (line_no > 0),
  CONSTRAINT corrections_read_as CHECK (CASE WHEN line_no IS NULL AND text IS NULL
    THEN read_as IN ('extracted', 'markdown', 'html', 'lines', 'blocks', 'wrapped')
    ELSE read_as ~ '^(heading [1-6]|paragraph|item|quote|code|leftover|header|row)$' END)
);
COMMENT ON TABLE corrections IS 'What users say of how articles are read. doc2pgsql correct writes it, each load applies it to the articles it meets: they count as changed until they are stored so.';
COMMENT ON COLUMN corrections.correction_id IS 'Number of the correction: of two that mean the same row the later one holds.';
COMMENT ON COLUMN corrections.source IS 'documents.source of the article, or a shell pattern of sources: * stands for any characters, slashes too.';
COMMENT ON COLUMN corrections.line_no IS 'Line on which the row begins; NULL: whichever.';
COMMENT ON COLUMN corrections.text IS 'Text of the row, as the view blocks shows it, whatever signs stand between its words; NULL: whichever.';
COMMENT ON COLUMN corrections.read_as IS
  'What the row is: heading 1 to heading 6, paragraph, item, quote, code, leftover, header (of a table) or row (a header that is none). Without line_no and text how the article is written: extracted, markdown or html; or how its plain text is laid out: lines, blocks or wrapped.';
COMMENT ON COLUMN corrections.corrected_at IS 'When it was said.';
COMMENT ON COLUMN corrections.corrected_by IS 'Role that said it.';

ALTER TABLE sections DROP CONSTRAINT IF EXISTS sections_heading_origin;
ALTER TABLE sections ADD CONSTRAINT sections_heading_origin CHECK (heading_origin IN ('marked', 'inferred', 'none', 'corrected'));
COMMENT ON COLUMN sections.heading_origin IS
  'marked: the source marks it as a heading; inferred: told from the text around it; corrected: a user says so, see corrections; none: section 0.';
ALTER TABLE tables DROP CONSTRAINT IF EXISTS tables_header_origin;
ALTER TABLE tables ADD CONSTRAINT tables_header_origin CHECK (header_origin IN ('marked', 'inferred', 'none', 'corrected'));
COMMENT ON COLUMN tables.header_origin IS
  'marked: the source marks a header row; inferred: the first row was taken for it; corrected: a user says so, see corrections; none: no header row.';
