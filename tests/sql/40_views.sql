-- Views over two small articles.
\ir setup.inc
\ir fixture.inc
SELECT no_plan();

SELECT results_eq($$
  SELECT country, support, section_no, heading, line_no FROM country_support WHERE document_id = -1 ORDER BY row_no, element_no$$,
  $$VALUES ('United States', 'Intelligence sharing', 1, 'Partners and What They Give', 11), ('United States', 'training programs', 1, 'Partners and What They Give', 11),
    ('China', 'Economic investments', 1, 'Partners and What They Give', 12), ('China', 'technology transfer', 1, 'Partners and What They Give', 12),
    ('European Union', 'Policy guidance', 1, 'Partners and What They Give', 13), ('European Union', 'funding for initiatives', 1, 'Partners and What They Give', 13),
    ('United Nations', 'Multinational frameworks', 1, 'Partners and What They Give', 14), ('United Nations', 'diplomatic support', 1, 'Partners and What They Give', 14)$$,
  'country_support: only entities, only under headers that mean support, no empty cells');

SELECT results_eq($$
  SELECT country, kind, item, item_key COLLATE "default", attribute, support, support_key COLLATE "default" FROM country_support WHERE document_id = -2 ORDER BY table_no, row_no, element_no$$,
  $$VALUES ('United States', 'country', 'the U.S.', 'us', 'Type of  support:', 'Technician training', 'technician training'),
    ('United States', 'country', 'us', 'us', 'Type of  support:', 'Harmonization of laws, rules and regulations', 'harmonization of laws, rules and regulations'),
    ('China', 'country', 'PEOPLE’S REPUBLIC OF CHINA [1]', 'people''s republic of china', 'Type of  support:', 'Loans (cheap, long-term)', 'loans (cheap, long-term)'),
    ('China', 'country', 'PEOPLE’S REPUBLIC OF CHINA [1]', 'people''s republic of china', 'Type of  support:', 'Training', 'training')$$,
  'country_support: the source''s spelling beside the key; "us" is a country only in a column of countries');

SELECT results_eq($$
  SELECT item, attribute, attribute_key COLLATE "default", attribute_role, value, column_no, element_no FROM item_attributes
  WHERE document_id = -2 AND row_no = 1 AND table_no = 1 ORDER BY column_no, element_no$$,
  $$VALUES ('the U.S.', 'Type of  support:', 'type of support', 'support', 'Technician training', 2, 1), ('the U.S.', 'Year', 'year', 'date', 'May 12, 1985', 3, 1)$$,
  'item_attributes: header, role and value');
SELECT results_eq($$SELECT attribute, value FROM item_attributes WHERE document_id = -1 AND item_key = 'japan' ORDER BY column_no$$,
  $$VALUES (NULL, 'a | b'), (NULL, 'c')$$, 'item_attributes: a table without headers has values without attributes, an empty cell none');

SELECT results_eq($$SELECT kind, item, line_no FROM items WHERE document_id < 0 AND item_key = 'intelligence sharing' ORDER BY line_no$$,
  $$VALUES ('label', 'Intelligence Sharing', 4), ('heading', 'Intelligence Sharing', 14)$$, 'items: a label and a heading are the same thing');
SELECT results_eq($$SELECT kind, item FROM items WHERE document_id = -1 AND position BETWEEN 4 AND 7 ORDER BY position$$,
  $$VALUES ('label', 'Intelligence Sharing'), ('bullet', 'A nested one.'), ('label', 'Capacity building')$$, 'items: long bullets without a label are none');

SELECT results_eq($$SELECT label, text, caption, heading FROM labelled_bullets WHERE document_id = -1 ORDER BY position$$,
  $$VALUES ('Intelligence Sharing', 'Partners share technician training and prices.', 'Key factors driving this include:', 'Partners and What They Give'),
    ('Capacity building', 'Costs fall.', 'Key factors driving this include:', 'Partners and What They Give')$$, 'labelled_bullets: with the caption of their list');

SELECT results_eq($$SELECT kind, number, position, caption FROM captions WHERE document_id = -1 ORDER BY position$$,
  $$VALUES ('list', 1, 4, 'Key factors driving this include:'), ('table', 1, 9, 'The partners give, by Dr. Smith''s count:'), ('table', 2, 15, NULL)$$,
  'captions: the last sentence of the lead-in');

SELECT results_eq($$SELECT outline, depth, paragraphs::int, bullets::int, tables::int FROM outline WHERE document_id = -1 ORDER BY section_no$$,
  $$VALUES ('(before the first heading)', 1, 1, 0, 0), ('Partners and What They Give', 1, 2, 4, 1), ('  Intelligence Sharing', 2, 4, 0, 1)$$,
  'outline: indented, with what stands in each section');

-- what charts need to know of an article
INSERT INTO documents (document_id, source, title, site, url, language, language_guess, document_date, date_source, dialect, content_sha256, byte_count, line_count) VALUES
  (-31, 'news.ndjson#7', '', NULL, 'https://www.example.org/a?b', 'de-AT', NULL, '2024-05-12', 'byline', 'extracted', '\x01', 1, 1),
  (-32, '/folder/name.txt', NULL, 'The Site', 'http://x.org/', 'Deutsch', 'de', NULL, NULL, 'extracted', '\x01', 1, 1),
  (-33, 'ends/', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'extracted', '\x01', 1, 1);
INSERT INTO sections (document_id, section_no, path, level, heading, heading_origin, position, line_no) VALUES
  (-31, 0, '{0}', 0, NULL, 'none', 0, 1), (-31, 1, '{1}', 1, 'First heading', 'marked', 1, 2), (-31, 2, '{2}', 1, 'Second heading', 'marked', 2, 3);
SET LOCAL timezone TO 'America/New_York';
SELECT set_eq($$SELECT article, site, language, document_date, date_source FROM articles WHERE document_id BETWEEN -33 AND -31 OR document_id = -1$$,
  $$VALUES ('ends/', NULL, NULL, NULL::date, NULL), ('First heading', 'example.org', 'de', '2024-05-12', 'byline'), ('name.txt', 'The Site', 'de', NULL, NULL),
    ('Partners', NULL, 'en', NULL, NULL)$$, 'articles: a name for each, its day, the host where no site is named');
SELECT throws_ok($$UPDATE documents SET document_date = NULL WHERE document_id = -31$$, '23514', NULL, 'a day has a source, and no source is without a day');
SELECT throws_ok($$UPDATE documents SET date_source = 'rumour' WHERE document_id = -31$$, '23514', NULL, 'one of those that there are');
SELECT has_column('articles', v, c, v || ' has ' || c)
FROM unnest('{item_attributes,country_support,entity_mentions,co_mentions,item_links}'::text[]) v, unnest('{article,site,language,document_date,date_source}'::text[]) c;
SELECT has_column('articles', v, c, v || ' has ' || c)
FROM unnest('{item_attributes,country_support,entity_mentions,co_mentions}'::text[]) v, unnest('{alpha2,alpha3,region}'::text[]) c;
SELECT results_eq($$SELECT article, entity, alpha3, region IS NOT NULL, support_type, is_number FROM item_attributes WHERE document_id = -1 AND value = 'training programs'$$,
  $$VALUES ('Partners', 'United States', 'USA', true, 'training', false)$$, 'item_attributes: with the item''s entity');
UPDATE facts SET item = '1985', item_key = '1985' WHERE document_id = -1 AND value = 'Rope';
SELECT results_eq($$SELECT is_number, linked_is_number FROM item_links WHERE document_id = -1 AND linked = 'Rope'$$, $$VALUES (true, false)$$, 'item_links: items that are only a number are told');
SELECT is_empty($$SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
  JOIN pg_depend d ON d.refobjid = p.oid JOIN pg_rewrite r ON r.oid = d.objid AND d.classid = 'pg_rewrite'::regclass
  WHERE p.pronamespace = 'articles'::regnamespace AND l.lanname = 'plpgsql'$$, 'no view calls a function in PL/pgSQL');

-- the seed's counts and support, wherever it is loaded
SELECT is_empty($$
  SELECT d.document_id FROM documents d
  WHERE d.source LIKE '%/seed/article.txt'
    AND (SELECT string_agg(country || ': ' || support, '; ' ORDER BY line_no, element_no) FROM country_support c WHERE c.document_id = d.document_id)
      IS DISTINCT FROM 'United States: Intelligence sharing; United States: training programs; China: Economic investments; China: technology transfer; European Union: Policy guidance; European Union: funding for initiatives; United Nations: Multinational frameworks; United Nations: diplomatic support'$$,
  'country_support of the seed');

SELECT * FROM finish();
ROLLBACK;
