-- item_key: the same thing has the same key however it is written.
\ir setup.inc
SELECT no_plan();

SELECT is(item_key(written), key, format('%L → %L', written, key)) FROM (VALUES
  ('Intelligence Sharing', 'intelligence sharing'),
  (E'  United\u00A0\u2009 States\t', 'united states'),
  ('The United States', 'united states'),
  ('THE NETHERLANDS', 'netherlands'),
  ('Theory', 'theory'),
  ('The', 'the'),
  ('U.S.', 'us'), ('U.S.A.', 'usa'), ('u.s.-led', 'us-led'), ('the U.N.', 'un'),
  ('Dem. Rep. of the Congo', 'dem rep of the congo'),
  ('St. Lucia', 'st lucia'),
  ('3.5 percent', '3.5 percent'), ('example.com', 'example.com'), ('Node.js', 'node.js'),
  ('$1,000.50', '$1,000.50'),
  ('Côte d’Ivoire', 'côte d''ivoire'), ('Cote d`Ivoire', 'cote d''ivoire'),
  ('“Quoted”', '"quoted"'),
  ('Counter‑Terrorism', 'counter-terrorism'), ('North–South', 'north-south'),
  (E'coope\u00ADration', 'cooperation'), (E'zero\u200Bwidth\uFEFF', 'zerowidth'),
  ('France[1]', 'france'), ('France [12][a]', 'france'), ('France*', 'france'), ('France †', 'france'),
  ('Population[note 2]', 'population'), ('Founded [citation needed]', 'founded'),
  ('[1]', ''), ('Array[10] of int', 'array[10] of int'),
  ('Type of Support:', 'type of support'), (' , China; ', 'china'), ('More targeted actions.', 'more targeted actions'),
  ('Country / Association', 'country/association'), ('and/ or', 'and/or'), ('km / h', 'km/h'),
  ('ÉTATS-UNIS', 'états-unis'), ('СТРАНА', 'страна'), ('世界银行', '世界银行'), ('ألمانيا', 'ألمانيا'),
  ('', ''), ('   ', ''), ('the the band', 'band'),
  (NULL, NULL)) AS v (written, key);

SELECT cmp_ok(length(item_key(repeat('word ', 1000000))), '<=', 250, 'a key is at most 250 characters');
SELECT is(item_key(repeat('İ', 1000)) IS NOT NULL, true, 'also of letters that grow in lower case');

-- over what is loaded: a key is its own key, and has no white space to stumble over
SELECT is_empty($$
  SELECT k FROM (
    SELECT item_key(text) AS k FROM table_cells UNION ALL SELECT item_key(heading) FROM sections
    UNION ALL SELECT item_key(coalesce(label, text)) FROM bullets UNION ALL SELECT item_key(header) FROM table_columns
    UNION ALL SELECT name_key FROM entity_names UNION ALL SELECT header_key FROM header_roles
  ) x WHERE length(k) < 250 AND (item_key(k) <> k OR k <> btrim(k) OR k ~ '\s\s')$$, 'a key is its own key');

SELECT is_empty($$
  SELECT a.attrelid::regclass, a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
  WHERE c.relnamespace = 'articles'::regnamespace AND c.relkind = 'r' AND a.attname LIKE '%\_key' AND a.atttypid = 'text'::regtype
    AND a.attcollation <> (SELECT oid FROM pg_collation WHERE collname = 'C')
    AND current_setting('server_version_num')::int >= 150000$$, 'keys are compared byte by byte, whatever the locale');

SELECT volatility_is('articles', 'item_key', '{text}'::name[], 'immutable');
SELECT is_empty($$SELECT 1 FROM pg_proc WHERE oid = 'item_key(text)'::regprocedure AND (proisstrict OR proconfig IS NOT NULL)$$,
  'the planner can put it in place of its call');

SELECT * FROM finish();
ROLLBACK;
