-- Which rejections still count (of those that are there the next load of the same places tells), and what became of the articles
-- that a load brought: how many are empty, how many were deleted.
ALTER TABLE load_errors ADD COLUMN IF NOT EXISTS settled_by bigint;
COMMENT ON COLUMN load_errors.settled_by IS
  'The later load that has read the place again, to its end: what it met there has rows of its own. NULL: the error is current.';

ALTER TABLE loads ADD COLUMN IF NOT EXISTS documents_empty bigint;
ALTER TABLE loads ALTER COLUMN documents_empty SET DEFAULT 0;
COMMENT ON COLUMN loads.documents_empty IS
  'Of the new and changed ones, articles without any text, which have no rows: see empty_articles. NULL before this was counted.';
ALTER TABLE loads ADD COLUMN IF NOT EXISTS documents_deleted bigint;
ALTER TABLE loads ALTER COLUMN documents_deleted SET DEFAULT 0;
COMMENT ON COLUMN loads.documents_deleted IS
  'Articles that the run deleted: load --prune, records that are no more in their file, delete. NULL before this was counted.';
COMMENT ON TABLE loads IS 'One row per run of load and resolve. Written at its start, completed at its end; of delete, too, where it deleted anything.';
