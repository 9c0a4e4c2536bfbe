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
