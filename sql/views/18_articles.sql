-- What charts need to know of an article, in one place: all views that name articles take it from here.

CREATE OR REPLACE VIEW articles AS
SELECT
  d.document_id,
  coalesce(nullif(d.title, ''), h.heading, nullif(regexp_replace(d.source, '^.*/', ''), ''), d.source) AS article,
  d.source, d.title,
  coalesce(d.site, substring(d.url FROM '^[A-Za-z]+://(?:www\.)?([^/:?#]+)')) AS site,
  coalesce(d.language_guess, lower(substring(d.language COLLATE "C" FROM '^([A-Za-z]{2,3})(?:[^A-Za-z]|$)')) COLLATE "default", d.language) AS language,
  d.document_date, d.date_source,
  d.author, d.url, encode(d.content_sha256, 'hex') AS sha256
FROM documents d
LEFT JOIN sections h ON h.document_id = d.document_id AND h.section_no = 1;

COMMENT ON VIEW articles IS 'One row per article, with a name that is never NULL, its day, site and language.';
COMMENT ON COLUMN articles.document_id IS 'The article.';
COMMENT ON COLUMN articles.article IS 'Its name: the title, else the first heading, else the name of the file.';
COMMENT ON COLUMN articles.source IS 'Where the article came from.';
COMMENT ON COLUMN articles.title IS 'Title of the article, as the metadata say it; NULL for many: article is never.';
COMMENT ON COLUMN articles.site IS 'Name of the site, else the host of the address. NULL where the metadata say neither.';
COMMENT ON COLUMN articles.language IS 'Language of the text (de, en). By the metadata, or else by its words; NULL where that tells too little.';
COMMENT ON COLUMN articles.document_date IS 'The day of the article (UTC); NULL where nothing says it for sure.';
COMMENT ON COLUMN articles.date_source IS 'What says the day. metadata; byline (first lines or the last one); address; file name; NULL where nothing does.';
COMMENT ON COLUMN articles.author IS 'Who wrote it, as the metadata say it.';
COMMENT ON COLUMN articles.url IS 'Address of the article.';
COMMENT ON COLUMN articles.sha256 IS 'SHA-256 of the article''s bytes, as sha256sum prints it.';
