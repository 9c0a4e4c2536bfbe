-- What the ledger knows of loads, and of articles as a whole.

CREATE OR REPLACE VIEW same_content AS
SELECT d.content_sha256, d.copies, d.document_id, d.source, d.first_document_id, encode(d.content_sha256, 'hex') AS sha256
FROM (
  SELECT
    content_sha256, document_id, source,
    count(*) OVER (PARTITION BY content_sha256) AS copies,
    min(document_id) OVER (PARTITION BY content_sha256) AS first_document_id
  FROM documents
) d
WHERE d.copies > 1;

COMMENT ON VIEW same_content IS
  'One row per article whose bytes another article has, too. A folder that was moved, a page that was fetched twice.';
COMMENT ON COLUMN same_content.content_sha256 IS 'SHA-256 of the bytes.';
COMMENT ON COLUMN same_content.sha256 IS 'The same as sha256sum prints it.';
COMMENT ON COLUMN same_content.copies IS 'How many articles have them.';
COMMENT ON COLUMN same_content.document_id IS 'The article.';
COMMENT ON COLUMN same_content.source IS 'Where it came from.';
COMMENT ON COLUMN same_content.first_document_id IS
  'The copy with the lowest number. DELETE FROM documents … WHERE document_id <> first_document_id leaves one of each.';

CREATE OR REPLACE VIEW empty_articles AS
SELECT d.document_id, d.source, d.byte_count, d.dialect
FROM documents d
WHERE NOT EXISTS (SELECT 1 FROM sections s WHERE s.document_id = d.document_id AND s.section_no > 0)
  AND NOT EXISTS (SELECT 1 FROM paragraphs p WHERE p.document_id = d.document_id)
  AND NOT EXISTS (SELECT 1 FROM bullets b WHERE b.document_id = d.document_id)
  AND NOT EXISTS (SELECT 1 FROM tables t WHERE t.document_id = d.document_id);

COMMENT ON VIEW empty_articles IS
  'One row per article that has no rows. Its text is missing or white space, or nothing of a page was taken for the article.';
COMMENT ON COLUMN empty_articles.document_id IS 'The article.';
COMMENT ON COLUMN empty_articles.source IS 'Where it came from.';
COMMENT ON COLUMN empty_articles.byte_count IS 'Bytes of it: 0 of an empty file.';
COMMENT ON COLUMN empty_articles.dialect IS 'What it was read as: extracted, markdown, html.';

CREATE OR REPLACE VIEW current_errors AS
SELECT DISTINCT ON (e.source, e.line)
  e.source, e.line, e.code, e.sqlstate, e.message, e.load_id, e.occurred_at
FROM load_errors e
WHERE e.settled_by IS NULL
ORDER BY e.source, e.line, e.occurred_at DESC;

COMMENT ON VIEW current_errors IS
  'What is still to be mended: the last rejection of each source and line. Of places that no later load has read again, to its end.';
COMMENT ON COLUMN current_errors.source IS 'The article or file it was met in.';
COMMENT ON COLUMN current_errors.line IS 'Line of the source, from 1, where known.';
COMMENT ON COLUMN current_errors.code IS 'Kind of error: article, input, server, memory …';
COMMENT ON COLUMN current_errors.sqlstate IS 'The server''s SQLSTATE, where it refused the article.';
COMMENT ON COLUMN current_errors.message IS 'What went wrong and what to do.';
COMMENT ON COLUMN current_errors.load_id IS 'The last load that met it.';
COMMENT ON COLUMN current_errors.occurred_at IS 'When.';
