-- Which reader made an article's rows, so that those of an older one are known and read anew; and articles that wait for a
-- load, which are not changed by their sources.
ALTER TABLE sources ADD COLUMN IF NOT EXISTS reader integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN sources.reader IS
  'Version of the reader that made the article''s rows. See loader/facts/reader_version.h: the next load of an article that an older one has read reads it anew; 0 before this was kept.';

ALTER TABLE verifications ADD COLUMN IF NOT EXISTS waiting bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN verifications.changed IS 'Of those, articles that the database has otherwise. With other bytes, or with a row more or less.';
COMMENT ON COLUMN verifications.waiting IS
  'Of those, articles that the next load stores otherwise. The database has them with the same bytes: corrections, metadata or options have changed, or an older reader made their rows.';
