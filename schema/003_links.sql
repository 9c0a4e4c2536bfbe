-- Links of the articles: of Markdown, and bare URLs in extracted text.

CREATE TABLE links (
  document_id bigint NOT NULL,
  link_no int NOT NULL,
  position int NOT NULL,
  label text,
  url text NOT NULL,
  line_no int NOT NULL
);

COMMENT ON TABLE links IS
  'One row per link: Markdown''s links and images, and bare URLs in extracted text. The text around a link is in its block, unchanged.';
COMMENT ON COLUMN links.document_id IS 'The article.';
COMMENT ON COLUMN links.link_no IS 'Number of the link in the article, from 1, in reading order.';
COMMENT ON COLUMN links.position IS 'Position of the block that holds it: section, paragraph, bullet or table.';
COMMENT ON COLUMN links.label IS 'The link''s text; the URL as written where it is bare.';
COMMENT ON COLUMN links.url IS 'Where it leads: as written, with http:// before www.';
COMMENT ON COLUMN links.line_no IS 'Line of the source on which its block, or its table row, begins.';
