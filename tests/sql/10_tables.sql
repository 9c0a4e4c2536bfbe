-- Tables: columns in the order that COPY relies on, keys, constraints, and a comment on everything.
\ir setup.inc
SELECT no_plan();

SELECT columns_are(CASE WHEN t = ANY ('{search_documents,search_blocks,sources,load_errors,corrections}') THEN 'articles_internal' ELSE 'articles' END, t, c) FROM (VALUES
  ('documents', '{document_id,source,title,author,site,url,language,published_at,metadata,dialect,content_sha256,byte_count,line_count,load_id,loaded_at,language_guess,layout,document_date,date_source}'::name[]),
  ('sections', '{document_id,section_no,parent_no,path,level,heading,heading_origin,confidence,reason,position,line_no,item_key}'),
  ('paragraphs', '{document_id,position,section_no,kind,text,line_no,label}'),
  ('bullets', '{document_id,position,section_no,list_no,depth,ordinal,label,text,line_no,item_key}'),
  ('tables', '{document_id,table_no,section_no,position,column_count,row_count,header_origin,shape,line_no,row_headers}'),
  ('table_columns', '{document_id,table_no,column_no,header,header_key}'),
  ('table_cells', '{document_id,table_no,row_no,column_no,text,line_no,item_key,spanned}'),
  ('table_rows', '{document_id,table_no,row_no,line_no,item_key,cells,lines,spanned}'),
  ('mentions', '{document_id,mention_no,position,place,row_no,column_no,entity_id,start,text}'),
  ('facts', '{document_id,fact_no,position,line_no,section_no,table_no,row_no,column_no,element_no,item_column_no,item,item_key,entity_id,attribute,attribute_key,value,value_key,value_entity_id,number,unit,date,boolean,told_by,support,support_type,amount,currency}'),
  ('statements', '{document_id,statement_no,position,line_no,section_no,giver,giver_id,act,support,support_type,amount,currency,receiver,receiver_id,sentence,start,confidence,reason}'),
  ('support_types', '{phrase,type,origin}'),
  ('entity_organs', '{phrase,entity_id,kind,origin}'),
  ('search_documents', '{document_id,loaded_at,language}'),
  ('search_blocks', '{document_id,position,row_no,words}'),
  ('sources', '{source,document_id,content_sha256,load_id,reader}'),
  ('loads', '{load_id,started_at,finished_at,arguments,version,documents_new,documents_changed,documents_unchanged,documents_rejected,byte_count,status,documents_empty,documents_deleted}'),
  ('load_errors', '{load_id,source,line,byte,code,sqlstate,message,excerpt,occurred_at,settled_by}'),
  ('corrections', '{correction_id,source,line_no,text,read_as,corrected_at,corrected_by}'),
  ('entities', '{entity_id,kind,name,alpha2,alpha3,numeric_code,region,origin}'),
  ('entity_names', '{name_key,entity_id,name,kind,case_sensitive,is_key,origin}'),
  ('entity_members', '{group_id,member_id,origin}'),
  ('header_roles', '{header_key,role,origin}')) AS v (t, c);

-- every content table's key begins with document_id, so that it can be placed by it
SELECT col_is_pk(CASE WHEN t IN ('sources', 'corrections') THEN 'articles_internal' ELSE 'articles' END, t, c, t || ' has its key') FROM (VALUES
  ('documents', '{document_id}'::name[]), ('sections', '{document_id,section_no}'), ('paragraphs', '{document_id,position}'),
  ('bullets', '{document_id,position}'), ('tables', '{document_id,table_no}'), ('table_columns', '{document_id,table_no,column_no}'),
  ('table_rows', '{document_id,table_no,row_no}'), ('mentions', '{document_id,position,mention_no}'), ('facts', '{document_id,position,row_no,fact_no}'), ('statements', '{document_id,statement_no}'), ('support_types', '{phrase}'), ('entity_organs', '{phrase}'), ('sources', '{source}'), ('loads', '{load_id}'),
  ('corrections', '{correction_id}'), ('entities', '{entity_id}'), ('entity_names', '{entity_id,name}'), ('entity_members', '{group_id,member_id}'),
  ('header_roles', '{header_key}')) AS v (t, c);

SELECT has_sequence('articles_internal', 'document_ids', 'document ids come from a sequence');
SELECT is_empty($$SELECT tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
  WHERE c.relnamespace IN ('articles'::regnamespace, 'articles_internal'::regnamespace) AND NOT tgisinternal AND tgname NOT IN ('test_key', 'documents_deleted', 'documents_truncated')$$,
  'no triggers but those of articles that are deleted');
SELECT is_empty($$SELECT conname FROM pg_constraint
  WHERE connamespace IN ('articles'::regnamespace, 'articles_internal'::regnamespace) AND contype = 'f' AND current_setting('server_version_num')::int < 180000$$,
  'no foreign keys that are enforced');
SELECT is_empty($$SELECT child, parent FROM (VALUES ('sections', 'documents'), ('table_rows', 'tables'), ('documents', 'loads'), ('mentions', 'entities'),
    ('facts', 'entities'), ('statements', 'entities'), ('entity_names', 'entities'), ('entity_members', 'entities'), ('entity_organs', 'entities')) AS v (child, parent)
  WHERE current_setting('server_version_num')::int >= 180000
    AND NOT EXISTS (SELECT FROM pg_constraint WHERE contype = 'f' AND conrelid = to_regclass(child) AND confrelid = to_regclass(parent))$$,
  'joins are declared from PostgreSQL 18 on');

-- what the rows have to keep
SELECT throws_ok($$INSERT INTO paragraphs VALUES (-9, 1, 0, 'poem', 'x', 1)$$, '23514', NULL, 'an unknown kind of paragraph is refused');
SELECT throws_ok($$INSERT INTO sections VALUES (-9, 1, NULL, '{1}', 1, 'x', 'guessed', 1, NULL, 1, 1)$$, '23514', NULL, 'an unknown origin of a heading is refused');
SELECT throws_ok($$INSERT INTO tables VALUES (-9, 1, 0, 1, 1, 1, 'guessed', 'x', 1)$$, '23514', NULL, 'an unknown origin of headers is refused');
SELECT throws_ok($$INSERT INTO tables VALUES (-9, 1, 0, 1, 1, 1, 'none', repeat('x', 501), 1)$$, '23514', NULL, 'a shape that could not be indexed is refused');
SELECT throws_ok($$INSERT INTO mentions VALUES (-9, 1, 1, 'footnote', NULL, NULL, 'country:FR', 0, 'x')$$, '23514', NULL, 'an unknown place of a mention is refused');
SELECT throws_ok($$INSERT INTO entity_stop_phrases (phrase, kind) VALUES ('x', 'word')$$, '23514', NULL, 'an unknown kind of stop phrase is refused');
SELECT throws_ok($$INSERT INTO statements VALUES (-9, 1, 1, 1, 0, 'x', 'x', 'sells', 'x', NULL, NULL, NULL, NULL, NULL, 'x', 0, 1, 'x')$$, '23514', NULL, 'an unknown act of a statement is refused');
SELECT throws_ok($$INSERT INTO entity_organs (phrase, entity_id, kind) VALUES ('x', 'y', 'word')$$, '23514', NULL, 'an unknown kind of organ is refused');
SELECT throws_ok($$INSERT INTO loads (status) VALUES ('sleeping')$$, '23514', NULL, 'an unknown status of a load is refused');
SELECT throws_ok($$INSERT INTO bullets VALUES (-9, 1, 0, 1, 1, NULL, NULL, NULL, 1)$$, '23502', NULL, 'a bullet has a text');
SELECT lives_ok($$INSERT INTO table_cells VALUES (-9, 1, 1, 1, repeat('long ', 200000), 1)$$, 'a cell of a megabyte fits, its index entry too');
SELECT lives_ok($$INSERT INTO table_rows VALUES (-9, 2, 1, 8, 'a', '{a,NULL,c,d}', '{8,8,8,9}', '{3,4}')$$);
SELECT results_eq($$SELECT row_no, column_no, text, line_no, item_key, spanned FROM table_cells WHERE document_id = -9 AND table_no = 2$$,
  $$VALUES (1, 1, 'a', 8, 'a', false), (1, 3, 'c', 8, NULL, true), (1, 4, 'd', 9, NULL, true)$$, 'table_cells: a row for each cell of table_rows');
SELECT lives_ok($$INSERT INTO bullets VALUES (-9, 1, 0, 1, 1, NULL, repeat('𝔸', 100000), 'x', 1)$$, 'and so does a label of wide characters');

-- the files that build and drop the keys are safe to run again, and undo each other
\i schema/keys.sql
\i schema/keys_drop.sql
SELECT is_empty($$SELECT indexrelid::regclass FROM pg_index i JOIN pg_class c ON c.oid = indrelid
  WHERE relnamespace = 'articles'::regnamespace
    AND relname IN ('sections', 'paragraphs', 'bullets', 'tables', 'table_columns', 'table_rows', 'mentions', 'facts', 'statements')$$, 'keys_drop.sql drops all keys of content');
\i schema/keys_drop.sql
\i schema/keys.sql
SELECT has_index('articles', t, i, i || ' is there again') FROM (VALUES
  ('table_rows', 'table_rows_pkey'), ('paragraphs', 'paragraphs_pkey'), ('bullets', 'bullets_pkey'), ('sections', 'sections_pkey'),
  ('table_columns', 'table_columns_pkey'), ('tables', 'tables_pkey'), ('mentions', 'mentions_pkey'), ('mentions', 'mentions_entity'), ('facts', 'facts_pkey'), ('facts', 'facts_item'), ('facts', 'facts_value'), ('facts', 'facts_entity'), ('facts', 'facts_support'), ('statements', 'statements_pkey'), ('statements', 'statements_giver'), ('statements', 'statements_receiver'), ('table_rows', 'table_rows_item'),
  ('bullets', 'bullets_item'), ('sections', 'sections_item'), ('tables', 'tables_shape')) AS v (t, i);

-- comments
SELECT is_empty($$
  SELECT c.oid::regclass::text FROM pg_class c
  WHERE c.relnamespace IN ('articles'::regnamespace, 'articles_internal'::regnamespace) AND c.relkind IN ('r', 'p', 'v', 'm', 'S') AND obj_description(c.oid, 'pg_class') IS NULL
  UNION ALL
  SELECT c.oid::regclass || '.' || a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
  WHERE c.relnamespace IN ('articles'::regnamespace, 'articles_internal'::regnamespace) AND c.relkind IN ('r', 'p', 'v', 'm') AND a.attnum > 0 AND NOT a.attisdropped
    AND col_description(c.oid, a.attnum) IS NULL
  UNION ALL
  SELECT p.oid::regprocedure::text FROM pg_proc p
  WHERE p.pronamespace IN ('articles'::regnamespace, 'articles_internal'::regnamespace) AND obj_description(p.oid, 'pg_proc') IS NULL
  $$, 'every table, view, column, sequence and function has a comment');

-- what clients list is what is to be asked; all else lies apart
SELECT set_eq($$SELECT relname::text FROM pg_class WHERE relnamespace = 'articles'::regnamespace AND relkind NOT IN ('i', 'v')$$,
  '{bullets,documents,entities,entity_members,entity_names,entity_organs,entity_stop_phrases,facts,header_roles,links,loads,mentions,paragraphs,sections,statements,support_types,table_columns,table_rows,tables}'::text[],
  'tables');
SELECT set_eq($$SELECT relname::text FROM pg_class WHERE relnamespace = 'articles'::regnamespace AND relkind = 'v'$$,
  '{articles,blocks,captions,co_mentions,country_support,country_support_types,current_errors,document_texts,empty_articles,entity_facts,entity_mentions,item_attributes,item_links,items,labelled_bullets,outline,same_content,table_cells,table_shapes,unmapped_headers,unresolved_parties}'::text[],
  'views');
SELECT set_eq($$SELECT proname::text FROM pg_proc WHERE pronamespace = 'articles'::regnamespace$$,
  '{create_shape_view,document_text,index_full_text,is_number,item_key,links_of,map_header,mentions_of,search,shape_columns,support_of}'::text[],
  'functions');
SELECT set_eq($$SELECT relname::text FROM pg_class WHERE relnamespace = 'articles_internal'::regnamespace AND relkind <> 'i'$$,
  '{correction_ids,corrections,document_ids,load_errors,load_ids,schema_versions,search_blocks,search_documents,sources,verifications}'::text[],
  'bookkeeping');
SELECT set_eq($$SELECT proname::text FROM pg_proc WHERE pronamespace = 'articles_internal'::regnamespace$$,
  '{column_meaning,documents_deleted,documents_truncated,draw_document_ids,fact_kind,item_key_signs,item_key_steps,last_sentence,letters_apart,letters_as_phrase,letters_together,load_is_alive,load_lock,lower_case,markdown_cell,markdown_text,says_nothing,search_words,sentence_around,text_configuration}'::text[],
  'functions that nobody calls');
-- what a client lists: one short sentence, then the rest
SELECT is_empty($$
  SELECT name, comment FROM (
    SELECT relname AS name, obj_description(oid, 'pg_class') AS comment, relnamespace AS namespace FROM pg_class WHERE relkind IN ('r', 'v', 'S')
    UNION ALL
    SELECT proname, obj_description(oid, 'pg_proc'), pronamespace FROM pg_proc
    UNION ALL
    SELECT relname || '.' || attname, col_description(c.oid, attnum), relnamespace
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND attnum > 0 AND NOT attisdropped WHERE relkind IN ('r', 'v')) c
  WHERE namespace IN ('articles'::regnamespace, 'articles_internal'::regnamespace) AND comment !~ '^[^\n]{1,80}?[.…](\s|$)'
  $$, 'comments begin with a short sentence');

-- callers need no search path of their own: functions that read tables bring theirs along, or have been parsed with it
SELECT is_empty($$
  SELECT p.oid::regprocedure FROM pg_proc p
  WHERE p.pronamespace IN ('articles'::regnamespace, 'articles_internal'::regnamespace) AND p.provolatile <> 'i' AND p.prosqlbody IS NULL AND coalesce(p.proconfig::text, '') NOT LIKE '%search_path=%'
  $$, 'functions over tables set their search_path');

SELECT * FROM finish();
ROLLBACK;
