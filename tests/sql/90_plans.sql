-- Look-ups by key use the indexes, through the views.
\ir setup.inc
SELECT no_plan();

-- 3,000 small tables, so that the planner has a choice
INSERT INTO documents (document_id, source, dialect, content_sha256, byte_count, line_count)
SELECT -i, 'plan/' || i, 'extracted', int4send(i), 1, 1 FROM generate_series(1, 3000) i;
INSERT INTO sections (document_id, section_no, path, level, heading, heading_origin, position, line_no)
SELECT -i, 1, '{1}', 1, 'Heading ' || i % 700, 'marked', 1, 1 FROM generate_series(1, 3000) i;
INSERT INTO tables SELECT -i, 1, 1, 2, 2, 3, 'marked', 'item | type of support', 1 FROM generate_series(1, 3000) i;
INSERT INTO table_columns SELECT -i, 1, c, (ARRAY['Item', 'Type of Support'])[c] FROM generate_series(1, 3000) i, generate_series(1, 2) c;
INSERT INTO table_cells
SELECT -i, 1, r, c, CASE WHEN c = 1 THEN 'Item ' || (i * 7 + r) % 2000 ELSE 'Value, other value' END, 1
FROM generate_series(1, 3000) i, generate_series(1, 3) r, generate_series(1, 2) c;
INSERT INTO table_cells VALUES (-1, 1, 4, 1, 'Denmark', 1), (-1, 1, 4, 2, 'Ships', 1);
INSERT INTO bullets SELECT -i, 10 + b, 1, 1, 1, NULL, 'Label ' || (i + b) % 900, 'Text', 1 FROM generate_series(1, 3000) i, generate_series(1, 2) b;
INSERT INTO facts (document_id, fact_no, position, line_no, section_no, table_no, row_no, column_no, element_no, item_column_no, item, item_key, attribute, attribute_key, value, value_key, told_by)
SELECT document_id, row_no * 2 + e, 2, 1, 1, 1, row_no, 2, e, 1, text, item_key(text), 'Type of Support', 'type of support', v || document_id % 500, lower(v || document_id % 500), 'cell'
FROM table_cells, unnest('{Value,Other value}'::text[]) WITH ORDINALITY AS u (v, e) WHERE column_no = 1 AND document_id < 0;
-- some name an entity, and some of these tell of support: enough for a sample to meet them
UPDATE facts SET entity_id = 'country:' || -document_id % 200, support = CASE WHEN document_id % 4 = 0 THEN value END
WHERE document_id < 0 AND document_id % 2 = 0;
UPDATE facts SET entity_id = 'country:DK', support = value WHERE item_key = 'denmark' AND document_id = -1;
INSERT INTO mentions SELECT -i, 1, 2, 'cell', 1, 1, 'country:' || i % 200, 0, 'x' FROM generate_series(1, 3000) i;
INSERT INTO statements SELECT -i, 1, 3, 1, 1, 'x', 'country:' || i % 200, 'gives', 'aid', NULL, NULL, NULL, NULL, NULL, 'x gave aid.', 0, .9, 'test' FROM generate_series(1, 3000) i;
INSERT INTO paragraphs SELECT -i, 3, 1, 'text', 'Text.', 1 FROM generate_series(1, 3000) i;
INSERT INTO links SELECT -i, 1, 3, 'x', 'http://x', 1 FROM generate_series(1, 3000) i;
INSERT INTO sources SELECT 'plan/' || i, -i, '\x00' FROM generate_series(1, 3000) i;
-- and many articles without any
INSERT INTO documents (document_id, source, dialect, content_sha256, byte_count, line_count)
SELECT -i, 'plan/' || i, 'extracted', int4send(i), 1, 1 FROM generate_series(3001, 40000) i;
INSERT INTO sections (document_id, section_no, path, level, heading, heading_origin, position, line_no)
SELECT -i, 1, '{1}', 1, NULL, 'marked', 1, 1 FROM generate_series(3001, 40000) i;
SET LOCAL default_statistics_target = 10;  -- as a load has it (loader/sink/keys.c)
ANALYZE documents, sections, tables, table_columns, table_rows, bullets, paragraphs, links, facts, statements, mentions, sources;

CREATE FUNCTION pg_temp.plan_of(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  line text;
  plan text := '';
BEGIN
  FOR line IN EXECUTE 'EXPLAIN ' || query LOOP
    plan := plan || line || E'\n';
  END LOOP;
  RETURN plan;
END $$;

SELECT alike(pg_temp.plan_of(query), '%' || index || '%', query || ' uses ' || index) FROM (VALUES
  ($$SELECT * FROM sources WHERE source = 'plan/77'$$, 'sources_pkey'),
  ($$SELECT source FROM documents WHERE content_sha256 = '\x77'$$, 'documents_content'),
  ($$SELECT * FROM sources WHERE source LIKE 'plan/77%'$$, 'sources_pkey'),
  ($$SELECT * FROM item_attributes WHERE item_key = 'item 77'$$, 'facts_item'),
  ($$SELECT * FROM facts WHERE value_key = 'value 77'$$, 'facts_value'),
  ($$SELECT * FROM entity_facts WHERE entity_id = 'country:77'$$, 'mentions_entity'),
  ($$SELECT * FROM entity_facts WHERE entity_id = 'country:77'$$, 'facts_pkey'),
  ($$SELECT * FROM entity_facts WHERE entity_id = 'country:77'$$, 'facts_entity'),
  ($$SELECT * FROM country_support WHERE entity_id = 'country:DK'$$, 'facts_support'),
  ($$SELECT * FROM country_support WHERE entity_id = 'country:DK'$$, 'statements_giver'),
  ($$SELECT * FROM country_support WHERE country = 'Denmark'$$, 'facts_support'),
  ($$SELECT * FROM country_support WHERE country = 'Denmark'$$, 'statements_giver'),
  ($$SELECT * FROM country_support WHERE country = 'Denmark'$$, 'entities_name'),
  ($$SELECT * FROM country_support_types WHERE entity_id = 'country:DK'$$, 'facts_support'),
  ($$SELECT * FROM item_links WHERE item_key = 'item 77'$$, 'facts_item'),
  ($$SELECT * FROM item_links WHERE item_key = 'item 77'$$, 'facts_value'),
  ($$SELECT * FROM item_links WHERE item_key = 'item 77'$$, 'table_rows_item'),
  ($$SELECT * FROM item_links WHERE item_key = 'item 77'$$, 'bullets_item'),
  ($$SELECT * FROM item_links WHERE item_key = 'item 77'$$, 'sections_item'),
  ($$SELECT * FROM items WHERE item_key = 'item 77'$$, 'table_rows_item'),
  ($$SELECT * FROM items WHERE item_key = 'item 77'$$, 'bullets_item'),
  ($$SELECT * FROM items WHERE item_key = 'item 77'$$, 'sections_item'),
  ($$SELECT * FROM labelled_bullets WHERE label_key = 'label 77'$$, 'bullets_item'),
  ($$SELECT * FROM document_texts WHERE document_id = -77$$, 'table_rows_pkey'),
  ($$SELECT * FROM entity_mentions WHERE entity_id = 'country:77'$$, 'mentions_entity'),
  ($$SELECT * FROM table_cells WHERE document_id = -77$$, 'table_rows_pkey'),
  ($$SELECT * FROM co_mentions WHERE entity_id = 'country:77'$$, 'mentions_entity'),
  ($$SELECT * FROM item_attributes WHERE article = 'x' AND document_id = -77$$, 'facts_pkey'),
  ($$SELECT count(*) FROM country_support_types$$, 'facts_support'),
  ($$SELECT * FROM unresolved_parties$$, 'facts_pkey'),
  ($$SELECT * FROM captions WHERE document_id = -77$$, 'tables_pkey'),
  ($$SELECT * FROM outline WHERE document_id = -77$$, 'sections_pkey'),
  ($$SELECT * FROM tables WHERE shape = 'no such shape'$$, 'tables_shape'),
  ($$SELECT * FROM table_columns WHERE header_key = 'no such header'$$, 'table_columns_header'),
  ($$SELECT * FROM country_support WHERE receiver_id = 'country:77'$$, 'statements_receiver'),
  ($$SELECT * FROM entity_mentions WHERE document_id = -77$$, 'mentions_pkey'),
  ($$SELECT * FROM entity_mentions WHERE document_id = -77$$, 'paragraphs_pkey'),
  ($$SELECT * FROM entity_mentions WHERE document_id = -77$$, 'bullets_pkey'),
  ($$SELECT * FROM item_attributes WHERE document_id = -77$$, 'table_columns_pkey'),
  ($$SELECT * FROM articles WHERE document_id = -77$$, 'documents_pkey')) AS v (query, index);
-- and so do loads that replace an article's rows, and DELETE FROM documents: every key that no question above uses is there for them
SELECT alike(pg_temp.plan_of('DELETE FROM ' || name || ' WHERE document_id = ANY (''{-77,-78}'')'), '%' || name || '_pkey%', name || ': rows of an article are found by their key')
FROM unnest('{sections,paragraphs,bullets,tables,table_columns,table_rows,links,mentions,facts,statements}'::text[]) AS name;
-- none is there for nothing
SELECT is_empty($$SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
  WHERE t.relnamespace IN ('articles'::regnamespace, 'articles_internal'::regnamespace)
    AND t.relname IN ('documents', 'sections', 'paragraphs', 'bullets', 'tables', 'table_columns', 'table_rows', 'links', 'mentions', 'facts', 'statements', 'sources')
    AND c.relname <> ALL ('{sources_pkey,facts_item,facts_value,mentions_entity,facts_pkey,facts_entity,facts_support,statements_giver,entities_name,table_rows_item,
      bullets_item,sections_item,table_rows_pkey,tables_pkey,sections_pkey,tables_shape,table_columns_header,statements_receiver,mentions_pkey,
      paragraphs_pkey,bullets_pkey,table_columns_pkey,documents_pkey,documents_content,links_pkey,statements_pkey}')$$, 'every index serves a question above');
-- one item's or country's links read no whole table
SELECT unalike(pg_temp.plan_of(query), '%Seq Scan on ' || big || '%', query || ' does not read all ' || big)
FROM (VALUES
  ($$SELECT * FROM item_attributes WHERE item_key = 'item 77'$$),
  ($$SELECT * FROM item_links WHERE item_key = 'item 77'$$),
  ($$SELECT * FROM country_support WHERE entity_id = 'country:DK'$$),
  ($$SELECT * FROM country_support WHERE country = 'Denmark'$$),
  ($$SELECT * FROM country_support WHERE document_id = -77$$)) AS q (query),
  unnest('{table_rows,table_columns,tables,bullets,sections,paragraphs,documents,facts,statements}'::text[]) AS big;
-- what a question doesn't ask for is not joined
SELECT unalike(pg_temp.plan_of(query), '%documents%', query || ' does not read documents')
FROM (VALUES ($$SELECT count(*) FROM country_support$$), ($$SELECT item, value FROM item_attributes WHERE item_key = 'item 77'$$),
  ($$SELECT entity, other FROM co_mentions WHERE entity_id = 'country:77'$$)) AS v (query);
SELECT unalike(pg_temp.plan_of(query), '%Seq Scan on ' || big || '%', query || ' does not read all ' || big)
FROM (VALUES ($$SELECT * FROM entity_mentions WHERE entity_id = 'country:77'$$), ($$SELECT * FROM co_mentions WHERE entity_id = 'country:77'$$)) AS q (query),
  unnest('{mentions,documents,sections,table_rows}'::text[]) AS big;
-- and beside a long one, are not expected to be so many that a server with jit would compile them
INSERT INTO table_rows SELECT -1, 2, r, 1, NULL, ARRAY['Row ' || r] FROM generate_series(1, 200000) r;
ANALYZE table_rows;
SELECT cmp_ok(substring(pg_temp.plan_of(query) FROM 'cost=\S+\.\.(\S+)')::float, '<', 50000::float, query || ' costs less than half of jit_above_cost')
FROM (VALUES
  ($$SELECT * FROM item_links WHERE item_key = 'item 77'$$),
  ($$SELECT * FROM country_support WHERE country = 'Denmark'$$)) AS v (query);

-- all of them: no header is compared with every role in turn
SELECT doesnt_match(pg_temp.plan_of(query), 'Join Filter: \(\w+\.header_key = \w+\.header_key\)', query || ' does not loop over header_roles') FROM (VALUES
  ($$SELECT * FROM country_support$$), ($$SELECT * FROM item_attributes$$), ($$SELECT * FROM unmapped_headers$$)) AS v (query);

SELECT is((SELECT count(*)::int FROM country_support WHERE country = 'Denmark' AND document_id = -1), 2, 'and finds it');

SELECT * FROM finish();
ROLLBACK;
