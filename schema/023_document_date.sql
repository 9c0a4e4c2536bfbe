-- The day of an article, found while it is loaded: by its metadata, its text, its address or its file's name.
ALTER TABLE documents ADD COLUMN IF NOT EXISTS document_date date;
COMMENT ON COLUMN documents.document_date IS
  'The day of the article: when it was published (UTC) or, where it says only that, changed; NULL where nothing says it for sure.';
ALTER TABLE documents ADD COLUMN IF NOT EXISTS date_source text;
COMMENT ON COLUMN documents.date_source IS
  'What says that day: metadata; byline (the first lines or the last one); address; file name. NULL where nothing does.';
ALTER TABLE documents DROP CONSTRAINT IF EXISTS documents_date_source;
ALTER TABLE documents ADD CONSTRAINT documents_date_source
  CHECK ((document_date IS NULL) = (date_source IS NULL) AND date_source IN ('metadata', 'byline', 'address', 'file name'));

UPDATE documents SET document_date = (published_at AT TIME ZONE 'UTC')::date, date_source = 'metadata'
WHERE published_at IS NOT NULL AND document_date IS NULL;

-- The text of what was loaded before is read for it by the next load: no content has this hash. Records that are called by
-- their line are known by their content alone, and keep it: load --again finds their day.
UPDATE sources SET content_sha256 = decode(repeat('00', 32), 'hex') WHERE source !~ '[#~][LR][0-9]+$';
