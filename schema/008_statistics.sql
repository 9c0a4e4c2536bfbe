-- Columns that no question compares: ANALYZE leaves them out, which took a fifth of its time at the end of a load. (What is
-- asked of a part of metadata gets no better estimates by statistics of the whole.)
ALTER TABLE documents ALTER COLUMN metadata SET STATISTICS 0, ALTER COLUMN content_sha256 SET STATISTICS 0;
ALTER TABLE sections ALTER COLUMN path SET STATISTICS 0, ALTER COLUMN reason SET STATISTICS 0;
ALTER TABLE paragraphs ALTER COLUMN text SET STATISTICS 0;
