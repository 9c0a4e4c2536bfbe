-- Views say of each article what charts need (sql/views/18_articles.sql); cells' types are those of facts; search() has one index
-- for all languages.

-- The words of blocks as their articles' languages have them: see index_full_text() in sql/views/80_search.sql. An article
-- whose loaded_at is another one now has changed since.
CREATE TABLE search_documents (
  document_id bigint PRIMARY KEY,
  loaded_at timestamptz NOT NULL,
  language text NOT NULL
);
COMMENT ON TABLE search_documents IS 'One row per article that search() finds by its index. Written by doc2pgsql index full-text.';
COMMENT ON COLUMN search_documents.document_id IS 'The article.';
COMMENT ON COLUMN search_documents.loaded_at IS 'documents.loaded_at then: another one now, and the article is read anew.';
COMMENT ON COLUMN search_documents.language IS 'Its language then (see articles), by whose rules its words are stored; empty where none is known.';

CREATE TABLE search_blocks (
  document_id bigint NOT NULL,
  position int NOT NULL,
  row_no int NOT NULL,
  words tsvector NOT NULL
);
COMMENT ON TABLE search_blocks IS 'One row per block of those articles (see blocks): its words. Written by doc2pgsql index full-text.';
COMMENT ON COLUMN search_blocks.document_id IS 'The article.';
COMMENT ON COLUMN search_blocks.position IS 'Position of the block.';
COMMENT ON COLUMN search_blocks.row_no IS 'Row of the table; 0 outside of one.';
COMMENT ON COLUMN search_blocks.words IS 'The words of the block, as stems of its article''s language.';
ALTER TABLE search_blocks ALTER COLUMN words SET STATISTICS 0;

-- Indexes that it had before, one per language.
DO $$
DECLARE
  old record;
BEGIN
  FOR old IN
    SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
    WHERE c.relnamespace = (SELECT n.oid FROM pg_namespace n WHERE n.nspname = current_schema()) AND c.relname ~ '^(paragraphs|bullets|sections|table_cells)_text_'
  LOOP
    EXECUTE format('DROP INDEX %I', old.relname);
  END LOOP;
END $$;

DROP FUNCTION IF EXISTS shape_column_type(text, int);
DROP FUNCTION IF EXISTS parse_percent(text, text);
DROP FUNCTION IF EXISTS parse_money(text, text);
DROP FUNCTION IF EXISTS money_currency(text);
DROP FUNCTION IF EXISTS money_parts(text);
DROP FUNCTION IF EXISTS parse_number(text, text);
DROP FUNCTION IF EXISTS parse_date(text);
DROP FUNCTION IF EXISTS month_number(text);
DROP FUNCTION IF EXISTS says_nothing(text);

-- What views say of their columns is said anew (sql/views/99_comments.sql).
DO $$
DECLARE
  commented record;
BEGIN
  FOR commented IN
    SELECT v.relname AS view, a.attname AS name
    FROM pg_class v JOIN pg_attribute a ON a.attrelid = v.oid AND a.attnum > 0
    WHERE v.relnamespace = (SELECT n.oid FROM pg_namespace n WHERE n.nspname = current_schema()) AND col_description(v.oid, a.attnum) IS NOT NULL
      AND v.relname = ANY ('{outline,captions,item_attributes,entity_facts,items,labelled_bullets,item_links,country_support,
        country_support_types,unresolved_parties,entity_mentions,co_mentions,table_shapes,unmapped_headers,document_texts}')
  LOOP
    EXECUTE format('COMMENT ON COLUMN %I.%I IS NULL', commented.view, commented.name);
  END LOOP;
END $$;

COMMENT ON TABLE entity_stop_phrases IS
  'Words that keep a name from being a mention of its entity. Filled by init from schema/entity_stop_phrases.csv; rows of your own stay, and count from the next load on, in articles loaded before after doc2pgsql resolve.';
COMMENT ON TABLE support_types IS
  'What kinds of support there are: phrases that name a support, and the type that groups them. Of several in a support the longest counts. Filled by init from schema/support_types.csv; rows of your own stay, and count from the next load on, in articles loaded before after doc2pgsql resolve.';
COMMENT ON TABLE entity_organs IS
  'Names that stand for an entity where somebody gives or receives, and nowhere else: its agencies and offices (USAID, Bundesregierung), and capitals for governments. Filled by init from schema/entity_organs.csv; rows of your own stay, and count from the next load on, in articles loaded before after doc2pgsql resolve.';
