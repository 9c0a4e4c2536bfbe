-- What nobody asks lives apart: the loader's bookkeeping, and functions that only views, triggers and the loader call, in the
-- schema beside this one that has _internal behind its name. It is found by the search path that the loader sets, and by the
-- functions that set one of their own; views know what they read wherever it lies. What is left is what clients list.
--
-- loads stays: documents and current_errors lead to it. So do words that are to be edited: header_roles, support_types and
-- the like. Who might use this schema, or have what comes to it, may do so there, too; tables keep their rights.
DO $$
DECLARE
  asked constant name := current_schema();
  internal constant name := asked || '_internal';
  said record;
BEGIN
  FOR said IN SELECT pg_get_userbyid(n.nspowner) AS owner FROM pg_namespace n WHERE n.nspname = asked LOOP
    EXECUTE format('CREATE SCHEMA %I AUTHORIZATION %I', internal, said.owner);
  END LOOP;
  EXECUTE format('COMMENT ON SCHEMA %I IS %L', internal, format('Bookkeeping of doc2pgsql for the schema %s: nothing here is to be asked.', asked));
  FOR said IN
    SELECT CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END AS role
    FROM pg_namespace n CROSS JOIN LATERAL aclexplode(n.nspacl) a
    WHERE n.nspname = asked AND a.grantee <> n.nspowner AND a.privilege_type = 'USAGE'
  LOOP
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %s', internal, said.role);
  END LOOP;
  FOR said IN
    SELECT pg_get_userbyid(d.defaclrole) AS maker, a.privilege_type AS privilege,
      CASE d.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' ELSE 'FUNCTIONS' END AS objects,
      CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END AS role
    FROM pg_default_acl d JOIN pg_namespace n ON n.oid = d.defaclnamespace CROSS JOIN LATERAL aclexplode(d.defaclacl) a
    WHERE n.nspname = asked AND d.defaclobjtype IN ('r', 'S', 'f') AND pg_has_role(d.defaclrole, 'USAGE')
  LOOP
    EXECUTE format('ALTER DEFAULT PRIVILEGES FOR ROLE %I IN SCHEMA %I GRANT %s ON %s TO %s', said.maker, internal, said.privilege, said.objects, said.role);
  END LOOP;

  -- sources first, as batches take it
  FOR said IN
    SELECT t.name FROM unnest('{sources,load_errors,corrections,verifications,search_documents,search_blocks,schema_versions}'::text[])
      WITH ORDINALITY AS t (name, n) ORDER BY t.n
  LOOP
    EXECUTE format('ALTER TABLE %I.%I SET SCHEMA %I', asked, said.name, internal);
  END LOOP;
  FOR said IN SELECT s.name FROM unnest('{document_ids,load_ids,correction_ids}'::text[]) AS s (name) LOOP
    EXECUTE format('ALTER SEQUENCE %I.%I SET SCHEMA %I', asked, said.name, internal);
  END LOOP;
  FOR said IN
    SELECT p.oid::regprocedure AS signature, p.prorettype = 'trigger'::regtype AS is_trigger FROM pg_proc p
    WHERE p.pronamespace = (SELECT n.oid FROM pg_namespace n WHERE n.nspname = asked)
      AND p.proname = ANY ('{column_meaning,document_shards,documents_deleted,documents_truncated,draw_document_ids,fact_kind,item_key_signs,item_key_steps,last_sentence,load_is_alive,load_lock,lower_case,markdown_cell,markdown_text,sentence_around,text_configuration}')
  LOOP
    IF said.is_trigger THEN
      EXECUTE format('ALTER FUNCTION %s SET search_path = %I, %I', said.signature, asked, internal);
    END IF;
    EXECUTE format('ALTER FUNCTION %s SET SCHEMA %I', said.signature, internal);
  END LOOP;
END $$;

-- What clients show of a comment is its beginning: one short sentence. The ledger no longer says that it is bookkeeping.
COMMENT ON TABLE sources IS
  'One row per place an article came from. The ledger that makes loading exact, written in the same transaction as the article''s rows.';
COMMENT ON TABLE search_documents IS 'One row per article that search() finds by its index. Written by doc2pgsql index full-text.';
COMMENT ON TABLE search_blocks IS 'One row per block of those articles, with its words. Written by doc2pgsql index full-text; blocks has the texts.';
COMMENT ON TABLE schema_versions IS 'One row per migration that has run in this schema.';
COMMENT ON TABLE verifications IS 'One row per run of verify --stored. How the database compared with the sources.';
COMMENT ON COLUMN loads.documents_rejected IS 'Articles that could not be loaded: see current_errors.';
COMMENT ON TABLE statements IS
  'One row for each thing that a sentence says somebody gives or promises. Or is asked for, or refuses: countries and organisations, in English, German, French and Spanish text; found while loading: money, goods, arms, people, training, refuge, backing; not trade, sport or business.';
COMMENT ON TABLE entity_organs IS
  'Names that stand for an entity where somebody gives or receives. And nowhere else: its agencies and offices (USAID, Bundesregierung), and capitals for governments. Filled by init from schema/entity_organs.csv; rows of your own stay, and count from the next load on, in articles loaded before after doc2pgsql resolve.';
COMMENT ON TABLE support_types IS
  'What kinds of support there are. Phrases that name a support, and the type that groups them; of several in a support the longest counts. Filled by init from schema/support_types.csv; rows of your own stay, and count from the next load on, in articles loaded before after doc2pgsql resolve.';
COMMENT ON FUNCTION item_key(text) IS
  'The name normalised, so that the same thing is found however it is written. Lower case, white space collapsed, leading "the", dots of abbreviations, soft hyphens and trailing footnote marks dropped, apostrophes straight.';
COMMENT ON FUNCTION documents_deleted() IS 'Trigger of documents. With an article go its rows in all tables and its line in sources.';
COMMENT ON FUNCTION documents_truncated() IS 'Trigger of documents. With all articles go all their rows, and the ledger.';
COMMENT ON FUNCTION item_key_signs(text) IS 'What item_key once called. Lower case, straight quotation marks and hyphens.';
COMMENT ON FUNCTION item_key_steps(text) IS 'The steps 3 to 6 of item_key, for names that need more than small letters.';
COMMENT ON FUNCTION lower_case(text) IS
  'The text in small letters by Unicode 14. Character by character and whatever the locale; U+0130 becomes i.';
COMMENT ON COLUMN sources.content_sha256 IS
  'SHA-256 of the article''s bytes when it was last loaded. Or, where a record says more of it (title, date, …) or an option says how to read it, of all that: what has not changed is skipped.';
COMMENT ON COLUMN loads.documents_empty IS
  'Of the new and changed ones, articles without any text. They have no rows: see empty_articles; NULL before this was counted.';
COMMENT ON COLUMN loads.documents_deleted IS
  'Articles that the run deleted. By load --prune, as records that are no more in their file, or by delete; NULL before this was counted.';
COMMENT ON COLUMN load_errors.settled_by IS
  'The later load that has read the place again, to its end. What it met there has rows of its own. NULL: the error is current.';
COMMENT ON COLUMN documents.language_guess IS
  'Language by the words or the script of the text. Where language says none by its code; NULL where that tells too little.';
COMMENT ON COLUMN documents.layout IS
  'How plain text is laid out. lines (each line is a block), blocks (each line is one, blank lines stand between them) or wrapped (lines are broken at a width, blank lines stand between blocks); NULL for Markdown, and for what was loaded before this was recorded.';
COMMENT ON COLUMN documents.document_date IS
  'The day of the article. When it was published (UTC) or, where it says only that, changed; NULL where nothing says it for sure.';
COMMENT ON COLUMN documents.date_source IS
  'What says that day. metadata; byline (the first lines or the last one); address; file name; NULL where nothing does.';
COMMENT ON COLUMN sections.path IS 'Section numbers from the top down to this one. Sorts an outline and finds descendants without recursion.';
COMMENT ON COLUMN sections.heading_origin IS
  'Where the heading comes from. marked: the source marks it as a heading; inferred: told from the text around it; corrected: a user says so (doc2pgsql correct); none: section 0.';
COMMENT ON COLUMN sections.confidence IS 'How sure it is that the line is a heading, 0 to 1. 1 for marked headings, NULL for section 0.';
COMMENT ON COLUMN paragraphs.kind IS
  'What it is. text; lead_in: introduces the list or table just after it; quote; code; leftover: not part of the article (a stray headline, a share prompt, a credit); caption: of a figure of a page, or what its picture is called.';
COMMENT ON COLUMN paragraphs.label IS
  'Who speaks, in interviews, dialogues and transcripts (Q, Jane Doe). Without its colon; NULL elsewhere, and on further paragraphs of the same turn.';
COMMENT ON COLUMN bullets.list_no IS 'Number of the list in the article, from 1. Nested lists have the number of the outermost one.';
COMMENT ON COLUMN bullets.item_key IS
  'The label, or else the whole text, normalised as item_key does. NULL where there is no label and the text has more than 80 characters.';
COMMENT ON COLUMN tables.header_origin IS
  'Where the header row comes from. marked: the source marks a header row; inferred: the first row was taken for it; corrected: a user says so (doc2pgsql correct); none: no header row.';
COMMENT ON COLUMN tables.shape IS
  'The normalised headers, joined by " | ". Tables that tell the same kind of thing have the same shape. At most 500 characters; NULL without a header row.';
COMMENT ON COLUMN table_columns.header IS 'The header as written. Empty where the header cell is; NULL where the table has no header row.';
COMMENT ON COLUMN entities.origin IS 'Whose row it is. product: comes with doc2pgsql and is kept up to date by init; user: yours, and never touched.';
COMMENT ON COLUMN entity_names.kind IS
  'What kind of name it is. name: the usual English one; alias: another; acronym; foreign: in another language; demonym: the people or the adjective.';
COMMENT ON COLUMN entity_names.is_key IS
  'Whether the row stands for its key in look-ups. One row for each name_key and entity. Not so for demonyms, and for names that differ from another one only in dots or case.';
COMMENT ON COLUMN entity_names.origin IS 'Whose row it is. product: comes with doc2pgsql and is kept up to date by init; user: yours, and never touched.';
COMMENT ON COLUMN entity_members.origin IS 'Whose row it is. product: comes with doc2pgsql and is kept up to date by init; user: yours, and never touched.';
COMMENT ON COLUMN header_roles.role IS
  'What the cells below it are. party: a country, organisation or person that acts; support: what a party gives; item, outcome, description, amount, date, place, share, status, source, rank, identifier …';
COMMENT ON COLUMN header_roles.origin IS 'Whose row it is. product: comes with doc2pgsql and is kept up to date by init; user: yours, and never touched.';
COMMENT ON COLUMN mentions.place IS
  'Which text of the block. heading (of a section), text (of a paragraph or bullet), label (of a bullet), header or cell (of a table).';
COMMENT ON COLUMN mentions.start IS
  'Characters before it in that text (a paragraph''s text, a cell''s …). substr(…, start + 1, length(mentions.text)) is the mention.';
COMMENT ON COLUMN entity_stop_phrases.kind IS
  'How it keeps a name from being a mention. phrase: a longer phrase that is about something else (New Jersey); after: a capitalised word right behind makes the name a company''s (Airlines); before: one right before it does (Air); person: a name that people have too (Chad); surname: a name that is a family name too (Holland); state: a name that a part of another country has too (Georgia); beside_state: a word that tells it is that part (Alabama); technical: a name that a technical thing has too (GCC); beside_technical: a word that tells it is that thing (compiler); nobody: a name that is no entity''s, however it is spelt.';
COMMENT ON COLUMN entity_stop_phrases.origin IS
  'Whose row it is. product: comes with doc2pgsql and is kept up to date by init; user: yours, and never touched.';
COMMENT ON COLUMN statements.giver IS 'Who gives, as written. A country or organisation, or an organ of one (the German government, USAID, Berlin).';
COMMENT ON COLUMN statements.act IS
  'What becomes of it. gives; promises (will give, agreed, announced, approved); asks (is asked for, may, might or should give); refuses (refuses, cuts, suspends).';
COMMENT ON COLUMN statements.support IS
  'What is given, in the shortest phrase that the sentence has for it. The verb (backed, trained) where nothing else says it.';
COMMENT ON COLUMN statements.receiver IS 'Who receives it, or what it is for, as written. NULL where the sentence doesn''t say.';
COMMENT ON COLUMN statements.start IS 'Characters before the sentence in the text of its block. substr(text, start + 1, length(sentence)) is the sentence.';
COMMENT ON COLUMN statements.reason IS 'By which construction it was found. Subject and verb, passive with agent, support from, …';
COMMENT ON COLUMN support_types.origin IS 'Whose row it is. product: comes with doc2pgsql and is kept up to date by init; user: yours, and never touched.';
COMMENT ON COLUMN entity_organs.kind IS
  'What it is. organ: an agency, office or army; capital: a city that stands for the government; adjective: a French, Spanish or German one (chinoise), for texts that are not English.';
COMMENT ON COLUMN entity_organs.origin IS 'Whose row it is. product: comes with doc2pgsql and is kept up to date by init; user: yours, and never touched.';
COMMENT ON COLUMN facts.item_column_no IS 'Column of the item, where it is the subject of a table''s row. Its header says what kind of thing it is; else NULL.';
COMMENT ON COLUMN facts.item IS 'What the fact is about, as written. The row''s subject, a label, a header, a heading.';
COMMENT ON COLUMN facts.attribute IS
  'What is told of the item, as written. The header of the value''s column, the first cell of the row, the label, or what leads in a list; NULL where nothing says it.';
COMMENT ON COLUMN facts.attribute_key IS 'The attribute normalised as item_key(attribute) does. header_roles.header_key says what it means.';
COMMENT ON COLUMN facts.value_key IS
  'The value normalised as item_key(value) does. NULL for numbers, dates and texts of more than 100 bytes, which are no names.';
COMMENT ON COLUMN facts.number IS
  'The number, where the whole value is one. 1200000 of "$1.2 million", and of 1.2 under a header that says "US$ million", or beside a line that says that the amounts are in millions. NULL where it could be read in two ways.';
COMMENT ON COLUMN facts.unit IS 'Unit of the number, of the value or the column''s header. %, the code of a currency (ISO 4217), or as written.';
COMMENT ON COLUMN facts.told_by IS
  'How it is told. cell (row''s subject and header), header (the header is the item), key (a table of keys and values), label (a labelled list item), under_heading, under_lead_in, under_item (a list under the name of the item).';
COMMENT ON COLUMN facts.support IS
  'What the entity gives, where the fact tells that it gives support. The value, or the attribute where the value is an amount or a yes; NULL for all other facts.';
COMMENT ON COLUMN facts.support_type IS 'Its type, by the longest phrase of support_types in it, else in the attribute. NULL where none fits.';
COMMENT ON COLUMN facts.amount IS 'The sum of money that is given, in whole units of the currency. NULL where the fact tells none.';
COMMENT ON COLUMN search_documents.language IS 'Its language then (see articles). By whose rules its words are stored; empty where none is known.';
COMMENT ON COLUMN table_rows.item_key IS 'The item, the text of the first cell, normalised as item_key(text) does. NULL where that is empty.';
COMMENT ON COLUMN table_rows.spanned IS 'Columns whose cell repeats the one to its left, or above. That one goes over this place, too; NULL for none.';
COMMENT ON COLUMN verifications.changed IS
  'Of those, articles that the database has otherwise. With other bytes, metadata or options, or with a row more or less.';
COMMENT ON COLUMN verifications.orphans IS 'Rows of the whole schema without their document. And documents and lines of the ledger without each other.';
COMMENT ON COLUMN verifications.gaps IS 'Documents of the whole schema that are not numbered without a gap. Their sections, blocks, tables, rows or columns.';
COMMENT ON COLUMN corrections.source IS 'documents.source of the article, or a shell pattern of sources. * stands for any characters, slashes too.';
COMMENT ON COLUMN corrections.text IS
  'Text of the row, as the view blocks shows it. Whatever signs stand between its words; of a name all that stands in the cell, header or label; NULL: whichever.';
COMMENT ON COLUMN corrections.read_as IS
  'What the row is. heading 1 to heading 6, paragraph, item, quote, code, leftover, header (of a table) or row (a header that is none). names and an entity_id: the cell, header or label is that entity''s name. Without line_no and text how the article is written: extracted, markdown or html; or how its plain text is laid out: lines, blocks or wrapped.';
COMMENT ON COLUMN table_cells.spanned IS
  'Whether it repeats the cell to its left, or above. That one goes over this place, too: count and sum the cells where it is false.';

-- Views that repeat what another column says, say it anew (sql/views/99_comments.sql).
DO $$
DECLARE
  commented record;
BEGIN
  FOR commented IN
    SELECT v.relname AS view, a.attname AS name
    FROM pg_class v JOIN pg_attribute a ON a.attrelid = v.oid AND a.attnum > 0
    WHERE v.relnamespace = (SELECT n.oid FROM pg_namespace n WHERE n.nspname = current_schema()) AND col_description(v.oid, a.attnum) IS NOT NULL
      AND v.relname = ANY ('{item_attributes,entity_facts,item_links,country_support,country_support_types,entity_mentions,co_mentions}')
  LOOP
    EXECUTE format('COMMENT ON COLUMN %I.%I IS NULL', commented.view, commented.name);
  END LOOP;
END $$;
