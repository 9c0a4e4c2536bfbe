-- Tables of doc2pgsql: articles taken apart into typed rows.
--
-- Run once by `doc2pgsql init`, in a transaction, with the schema first on the search path; by hand:
--   PGOPTIONS=-csearch_path=articles psql --single-transaction -f schema/001_tables.sql
-- Needs PostgreSQL 14 or later and a UTF8 database.
--
-- The content tables have no keys here: schema/keys.sql builds them, so that a first load can build them after the
-- rows. Every key begins with document_id, nothing depends on a number drawn per row, and there are no triggers: the
-- same tables can be placed on a cluster by document_id.

CREATE SEQUENCE document_ids AS bigint;
COMMENT ON SEQUENCE document_ids IS
  'Numbers for documents.document_id. A loader draws them in blocks, one per article of a batch.';

CREATE SEQUENCE load_ids AS bigint;
COMMENT ON SEQUENCE load_ids IS 'Numbers for loads.load_id.';

-- Where articles came from, and what loading did --------------------------------------------------------------------

CREATE TABLE sources (
  source text PRIMARY KEY,
  document_id bigint NOT NULL,
  content_sha256 bytea NOT NULL,
  load_id bigint
);
COMMENT ON TABLE sources IS
  'One row per place an article came from: the ledger that makes loading exact. Written in the same transaction as the article''s rows.';
COMMENT ON COLUMN sources.source IS 'Path, URL or record of a file (path#number), as the loader names it. Unique.';
COMMENT ON COLUMN sources.document_id IS 'The article''s row in documents.';
COMMENT ON COLUMN sources.content_sha256 IS 'SHA-256 of the article''s bytes when it was last loaded: same source and same bytes are skipped.';
COMMENT ON COLUMN sources.load_id IS 'The load that last wrote this article.';

CREATE TABLE loads (
  load_id bigint PRIMARY KEY DEFAULT nextval('load_ids'),
  started_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  arguments text[],
  version text,
  documents_new bigint NOT NULL DEFAULT 0,
  documents_changed bigint NOT NULL DEFAULT 0,
  documents_unchanged bigint NOT NULL DEFAULT 0,
  documents_rejected bigint NOT NULL DEFAULT 0,
  byte_count bigint NOT NULL DEFAULT 0,
  status text NOT NULL DEFAULT 'running',
  CONSTRAINT loads_status CHECK (status IN ('running', 'done', 'failed', 'interrupted'))
);
COMMENT ON TABLE loads IS 'One row per run of the loader: written at its start, completed at its end.';
COMMENT ON COLUMN loads.load_id IS 'Number of the load.';
COMMENT ON COLUMN loads.started_at IS 'When the load began.';
COMMENT ON COLUMN loads.finished_at IS 'When the load ended; NULL while it runs, or when it was killed.';
COMMENT ON COLUMN loads.arguments IS 'The command''s arguments, without passwords.';
COMMENT ON COLUMN loads.version IS 'Version of doc2pgsql that ran.';
COMMENT ON COLUMN loads.documents_new IS 'Articles that were not there before.';
COMMENT ON COLUMN loads.documents_changed IS 'Articles whose bytes had changed: their rows were replaced.';
COMMENT ON COLUMN loads.documents_unchanged IS 'Articles skipped, as the same bytes were there already.';
COMMENT ON COLUMN loads.documents_rejected IS 'Articles that could not be loaded: see load_errors.';
COMMENT ON COLUMN loads.byte_count IS 'Bytes of article text read, skipped and rejected articles included.';
COMMENT ON COLUMN loads.status IS 'running, done, failed or interrupted.';

CREATE TABLE load_errors (
  load_id bigint NOT NULL,
  source text,
  line int,
  byte bigint,
  code text,
  sqlstate text,
  message text NOT NULL,
  excerpt text,
  occurred_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE load_errors IS 'One row per rejected article or record. The other articles of the load are not touched by it.';
COMMENT ON COLUMN load_errors.load_id IS 'The load that met the error.';
COMMENT ON COLUMN load_errors.source IS 'The article or file it was met in.';
COMMENT ON COLUMN load_errors.line IS 'Line of the source, from 1, where known.';
COMMENT ON COLUMN load_errors.byte IS 'Byte offset in the source, from 0, where known.';
COMMENT ON COLUMN load_errors.code IS 'The loader''s name of the cause.';
COMMENT ON COLUMN load_errors.sqlstate IS 'SQLSTATE, where the server refused the rows.';
COMMENT ON COLUMN load_errors.message IS 'What went wrong, for people.';
COMMENT ON COLUMN load_errors.excerpt IS 'The text around the place, shortened.';
COMMENT ON COLUMN load_errors.occurred_at IS 'When it happened.';
CREATE INDEX load_errors_load ON load_errors (load_id);
COMMENT ON INDEX load_errors_load IS 'The errors of one load.';

-- Articles ----------------------------------------------------------------------------------------------------------

CREATE TABLE documents (
  document_id bigint PRIMARY KEY,
  source text NOT NULL,
  title text,
  author text,
  site text,
  url text,
  language text,
  published_at timestamptz,
  metadata jsonb,
  dialect text NOT NULL,
  content_sha256 bytea NOT NULL,
  byte_count bigint NOT NULL,
  line_count int NOT NULL,
  load_id bigint,
  loaded_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE documents IS 'One row per article.';
COMMENT ON COLUMN documents.document_id IS 'Number of the article, ascending in the order of loading.';
COMMENT ON COLUMN documents.source IS 'Where the article came from: path, URL or record of a file. One article per source (see sources).';
COMMENT ON COLUMN documents.title IS 'Title: from the metadata, else from the text where it is sure; else NULL.';
COMMENT ON COLUMN documents.author IS 'Author, as the metadata say.';
COMMENT ON COLUMN documents.site IS 'Name or host of the site, as the metadata say.';
COMMENT ON COLUMN documents.url IS 'Address of the article, as the metadata say.';
COMMENT ON COLUMN documents.language IS 'Language as a two-letter ISO 639-1 code, where known.';
COMMENT ON COLUMN documents.published_at IS 'Time of publication, as the metadata say; a date without a time is midnight UTC.';
COMMENT ON COLUMN documents.metadata IS 'All the metadata that came with the article and have no column of their own.';
COMMENT ON COLUMN documents.dialect IS 'How the text was read: extracted, markdown or html.';
COMMENT ON COLUMN documents.content_sha256 IS 'SHA-256 of the article''s bytes; agrees with sha256sum.';
COMMENT ON COLUMN documents.byte_count IS 'Bytes of the article''s text.';
COMMENT ON COLUMN documents.line_count IS 'Lines of the article''s text.';
COMMENT ON COLUMN documents.load_id IS 'The load that wrote these rows.';
COMMENT ON COLUMN documents.loaded_at IS 'When the rows were written.';

CREATE TABLE sections (
  document_id bigint NOT NULL,
  section_no int NOT NULL,
  parent_no int,
  path int[] NOT NULL,
  level smallint NOT NULL,
  heading text,
  heading_origin text NOT NULL,
  confidence real,
  reason text,
  position int NOT NULL,
  line_no int NOT NULL,
  CONSTRAINT sections_heading_origin CHECK (heading_origin IN ('marked', 'inferred', 'none'))
);
COMMENT ON TABLE sections IS
  'One row per heading, plus section 0 for what stands before the first heading (always there, even when nothing does).';
COMMENT ON COLUMN sections.document_id IS 'The article.';
COMMENT ON COLUMN sections.section_no IS 'Number of the section in the article, from 0, in reading order.';
COMMENT ON COLUMN sections.parent_no IS 'The section that this one is part of; NULL at the top.';
COMMENT ON COLUMN sections.path IS 'Section numbers from the top down to this one: sorts an outline and finds descendants without recursion.';
COMMENT ON COLUMN sections.level IS 'Level of the heading, 1 to 6; 0 for section 0.';
COMMENT ON COLUMN sections.heading IS 'The heading as written; NULL for section 0.';
COMMENT ON COLUMN sections.heading_origin IS 'marked: the source marks it as a heading; inferred: told from the text around it; none: section 0.';
COMMENT ON COLUMN sections.confidence IS 'How sure it is that the line is a heading, 0 to 1; 1 for marked headings, NULL for section 0.';
COMMENT ON COLUMN sections.reason IS 'Why the line is taken for a heading, in words.';
COMMENT ON COLUMN sections.position IS 'Number of the heading''s block in the article''s reading order; 0 for section 0.';
COMMENT ON COLUMN sections.line_no IS 'Line of the source on which the heading begins, from 1; 1 for section 0.';

CREATE TABLE paragraphs (
  document_id bigint NOT NULL,
  position int NOT NULL,
  section_no int NOT NULL,
  kind text NOT NULL,
  text text NOT NULL,
  line_no int NOT NULL,
  CONSTRAINT paragraphs_kind CHECK (kind IN ('text', 'lead_in', 'quote', 'code', 'leftover'))
);
COMMENT ON TABLE paragraphs IS 'One row per paragraph, quotation, code block or leftover line.';
COMMENT ON COLUMN paragraphs.document_id IS 'The article.';
COMMENT ON COLUMN paragraphs.position IS 'Number of the block in the article''s reading order.';
COMMENT ON COLUMN paragraphs.section_no IS 'The section it stands in.';
COMMENT ON COLUMN paragraphs.kind IS
  'text; lead_in: introduces the list or table just after it; quote; code; leftover: not part of the article (a stray headline, a share prompt, a credit).';
COMMENT ON COLUMN paragraphs.text IS 'The whole text.';
COMMENT ON COLUMN paragraphs.line_no IS 'Line of the source on which it begins, from 1.';

CREATE TABLE bullets (
  document_id bigint NOT NULL,
  position int NOT NULL,
  section_no int NOT NULL,
  list_no int NOT NULL,
  depth smallint NOT NULL,
  ordinal int,
  label text,
  text text NOT NULL,
  line_no int NOT NULL
);
COMMENT ON TABLE bullets IS 'One row per list item.';
COMMENT ON COLUMN bullets.document_id IS 'The article.';
COMMENT ON COLUMN bullets.position IS 'Number of the block in the article''s reading order.';
COMMENT ON COLUMN bullets.section_no IS 'The section it stands in.';
COMMENT ON COLUMN bullets.list_no IS 'Number of the list in the article, from 1; nested lists have the number of the outermost one.';
COMMENT ON COLUMN bullets.depth IS 'Depth of nesting, from 1.';
COMMENT ON COLUMN bullets.ordinal IS 'The item''s number in an ordered list; NULL in others.';
COMMENT ON COLUMN bullets.label IS 'What stands before the colon in "Label: text"; NULL where there is none.';
COMMENT ON COLUMN bullets.text IS 'The item''s text, without its mark and label.';
COMMENT ON COLUMN bullets.line_no IS 'Line of the source on which it begins, from 1.';

CREATE TABLE tables (
  document_id bigint NOT NULL,
  table_no int NOT NULL,
  section_no int NOT NULL,
  position int NOT NULL,
  column_count int NOT NULL,
  row_count int NOT NULL,
  header_origin text NOT NULL,
  shape text,
  line_no int NOT NULL,
  CONSTRAINT tables_header_origin CHECK (header_origin IN ('marked', 'inferred', 'none')),
  CONSTRAINT tables_shape CHECK (length(shape) <= 500)
);
COMMENT ON TABLE tables IS 'One row per table of an article.';
COMMENT ON COLUMN tables.document_id IS 'The article.';
COMMENT ON COLUMN tables.table_no IS 'Number of the table in the article, from 1.';
COMMENT ON COLUMN tables.section_no IS 'The section it stands in.';
COMMENT ON COLUMN tables.position IS 'Number of the block in the article''s reading order.';
COMMENT ON COLUMN tables.column_count IS 'Columns of the widest row.';
COMMENT ON COLUMN tables.row_count IS 'Body rows, the header row not counted.';
COMMENT ON COLUMN tables.header_origin IS 'marked: the source marks a header row; inferred: the first row was taken for it; none: no header row.';
COMMENT ON COLUMN tables.shape IS
  'The normalised headers, joined by " | ": tables that tell the same kind of thing have the same shape. At most 500 characters; NULL without a header row.';
COMMENT ON COLUMN tables.line_no IS 'Line of the source on which it begins, from 1.';

CREATE TABLE table_columns (
  document_id bigint NOT NULL,
  table_no int NOT NULL,
  column_no int NOT NULL,
  header text
);
COMMENT ON TABLE table_columns IS 'One row per column of a table.';
COMMENT ON COLUMN table_columns.document_id IS 'The article.';
COMMENT ON COLUMN table_columns.table_no IS 'The table.';
COMMENT ON COLUMN table_columns.column_no IS 'Number of the column, from 1.';
COMMENT ON COLUMN table_columns.header IS 'The header as written; empty where the header cell is; NULL where the table has no header row.';

CREATE TABLE table_cells (
  document_id bigint NOT NULL,
  table_no int NOT NULL,
  row_no int NOT NULL,
  column_no int NOT NULL,
  text text NOT NULL,
  line_no int NOT NULL
);
COMMENT ON TABLE table_cells IS 'One row per body cell of a table. Empty cells are rows with an empty text; cells that a short row does not have are no rows.';
COMMENT ON COLUMN table_cells.document_id IS 'The article.';
COMMENT ON COLUMN table_cells.table_no IS 'The table.';
COMMENT ON COLUMN table_cells.row_no IS 'Number of the body row, from 1.';
COMMENT ON COLUMN table_cells.column_no IS 'Number of the column, from 1.';
COMMENT ON COLUMN table_cells.text IS 'The cell''s text.';
COMMENT ON COLUMN table_cells.line_no IS 'Line of the source on which the row begins, from 1.';

-- What names mean ---------------------------------------------------------------------------------------------------

CREATE TABLE entities (
  entity_id text PRIMARY KEY,
  kind text NOT NULL,
  name text NOT NULL,
  alpha2 text,
  alpha3 text,
  numeric_code text,
  region text,
  origin text NOT NULL DEFAULT 'user',
  CONSTRAINT entities_origin CHECK (origin IN ('product', 'user'))
);
COMMENT ON TABLE entities IS 'One row per country, territory, organisation or region. Filled by init from schema/entities.csv; rows of your own stay.';
COMMENT ON COLUMN entities.entity_id IS 'Short stable name: group and code, such as country:FR, territory:GL, org:EU.';
COMMENT ON COLUMN entities.kind IS 'country, territory, organisation, region …';
COMMENT ON COLUMN entities.name IS 'The usual English name.';
COMMENT ON COLUMN entities.alpha2 IS 'ISO 3166-1 alpha-2 code.';
COMMENT ON COLUMN entities.alpha3 IS 'ISO 3166-1 alpha-3 code.';
COMMENT ON COLUMN entities.numeric_code IS 'ISO 3166-1 numeric code, three digits; equals the UN M49 code.';
COMMENT ON COLUMN entities.region IS 'Region of the world, by UN M49.';
COMMENT ON COLUMN entities.origin IS 'product: comes with doc2pgsql and is kept up to date by init; user: yours, and never touched.';

CREATE TABLE entity_names (
  name_key text NOT NULL,
  entity_id text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  case_sensitive boolean NOT NULL DEFAULT false,
  is_key boolean NOT NULL DEFAULT true,
  origin text NOT NULL DEFAULT 'user',
  PRIMARY KEY (entity_id, name),
  CONSTRAINT entity_names_origin CHECK (origin IN ('product', 'user'))
);
CREATE UNIQUE INDEX entity_names_key ON entity_names (name_key, entity_id) WHERE is_key;
COMMENT ON INDEX entity_names_key IS 'What a normalised name can mean: each entity once.';
COMMENT ON TABLE entity_names IS
  'One row per way to write an entity''s name. Several ways can have one key (US, U.S.), and one key can mean several entities (Congo).';
COMMENT ON COLUMN entity_names.name_key IS 'The name normalised by item_key(name): what look-ups compare.';
COMMENT ON COLUMN entity_names.entity_id IS 'The entity that it names.';
COMMENT ON COLUMN entity_names.name IS 'The name as it is written.';
COMMENT ON COLUMN entity_names.kind IS 'name: the usual English one; alias: another; acronym; foreign: in another language; demonym: the people or the adjective.';
COMMENT ON COLUMN entity_names.case_sensitive IS 'Whether the text has to have the same upper and lower case (US, not us).';
COMMENT ON COLUMN entity_names.is_key IS
  'Whether the row stands for its key in look-ups: one row for each name_key and entity. Not so for demonyms, and for names that differ from another one only in dots or case.';
COMMENT ON COLUMN entity_names.origin IS 'product: comes with doc2pgsql and is kept up to date by init; user: yours, and never touched.';

CREATE TABLE entity_members (
  group_id text NOT NULL,
  member_id text NOT NULL,
  origin text NOT NULL DEFAULT 'user',
  PRIMARY KEY (group_id, member_id),
  CONSTRAINT entity_members_origin CHECK (origin IN ('product', 'user'))
);
COMMENT ON TABLE entity_members IS 'One row per member of an organisation or region.';
COMMENT ON COLUMN entity_members.group_id IS 'The organisation or region.';
COMMENT ON COLUMN entity_members.member_id IS 'Its member.';
COMMENT ON COLUMN entity_members.origin IS 'product: comes with doc2pgsql and is kept up to date by init; user: yours, and never touched.';

CREATE TABLE header_roles (
  header_key text PRIMARY KEY,
  role text NOT NULL,
  origin text NOT NULL DEFAULT 'user',
  CONSTRAINT header_roles_origin CHECK (origin IN ('product', 'user'))
);
COMMENT ON TABLE header_roles IS
  'What the header of a table column says about its cells. Filled by init from schema/header_roles.csv; add to it with map_header(header, role).';
COMMENT ON COLUMN header_roles.header_key IS 'The header normalised by item_key(header).';
COMMENT ON COLUMN header_roles.role IS
  'party: a country, organisation or person that acts; support: what a party gives; item, outcome, description, amount, date, place, share, status, source, rank, identifier …';
COMMENT ON COLUMN header_roles.origin IS 'product: comes with doc2pgsql and is kept up to date by init; user: yours, and never touched.';
