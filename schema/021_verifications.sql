-- What `verify --stored` has found, for `status` to tell.

CREATE TABLE IF NOT EXISTS verifications (
  verified_at timestamptz NOT NULL DEFAULT now(),
  arguments text[],
  articles bigint NOT NULL,
  lost bigint NOT NULL,
  changed bigint NOT NULL,
  gone bigint NOT NULL,
  doubled bigint NOT NULL,
  orphans bigint NOT NULL,
  gaps bigint NOT NULL
);
COMMENT ON TABLE verifications IS 'One row per run of `verify --stored`: how the database compared with the sources.';
COMMENT ON COLUMN verifications.verified_at IS 'When it ran.';
COMMENT ON COLUMN verifications.arguments IS 'What was compared: the paths.';
COMMENT ON COLUMN verifications.articles IS 'Articles of the sources.';
COMMENT ON COLUMN verifications.lost IS 'Of those, articles that the database has not.';
COMMENT ON COLUMN verifications.changed IS 'Of those, articles that the database has with other bytes, metadata or options, or with a row more or less.';
COMMENT ON COLUMN verifications.gone IS 'Articles of the database that lay below the paths and are no more there.';
COMMENT ON COLUMN verifications.doubled IS 'Documents of the whole schema beyond the first with one source or number.';
COMMENT ON COLUMN verifications.orphans IS 'Rows of the whole schema without their document, and documents and lines of the ledger without each other.';
COMMENT ON COLUMN verifications.gaps IS 'Documents of the whole schema whose sections, blocks, tables, rows or columns are not numbered without a gap.';
