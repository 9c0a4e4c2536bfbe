-- Functions over text: elements of lists, last sentences, Markdown.
\ir setup.inc
SELECT no_plan();

SELECT is(list_elements(written), elements::text[], format('%L', written)) FROM (VALUES
  -- one
  ('Rope', '{Rope}'), ('', '{""}'), (',', '{","}'), (NULL, '{NULL}'),
  ('Harmonization of counter-terrorism laws and regulations', '{"Harmonization of counter-terrorism laws and regulations"}'),
  ('Harmonization of laws, rules and regulations', '{"Harmonization of laws, rules and regulations"}'),
  ('Job creation and poverty alleviation', '{"Job creation and poverty alleviation"}'),
  ('Comprehensive insights lead to more targeted actions, and more.', '{"Comprehensive insights lead to more targeted actions, and more."}'),
  ('Military exercises, which began in 2020', '{"Military exercises, which began in 2020"}'),
  ('Supports small farms, including those in the north', '{"Supports small farms, including those in the north"}'),
  ('It came first. Then, others', '{"It came first. Then, others"}'),
  ('1,000', '{"1,000"}'), ('61,4 μg', '{"61,4 μg"}'), ('May 12, 1985', '{"May 12, 1985"}'), ('13 August 1918, 1352 hrs', '{"13 August 1918, 1352 hrs"}'), ('1 August 13, 1971', '{"1 August 13, 1971"}'), ('Saturday, April 14', '{"Saturday, April 14"}'),
  ('Espresso, 60 ml', '{"Espresso, 60 ml"}'), ('Apple, Inc.', '{"Apple, Inc."}'),
  ('W (1980, 1982)', '{"W (1980, 1982)"}'), ('“Woman, Woman”', '{"“Woman, Woman”"}'), ('"x, y" and z', '{"\"x, y\" and z"}'),
  ('A part with more words than any element of a list has, another', '{"A part with more words than any element of a list has, another"}'),
  ('Athens, Greece', '{"Athens, Greece"}'), ('Hull, Quebec, Canada', '{"Hull, Quebec, Canada"}'), ('Fresno, CA (Clovis West HS)', '{"Fresno, CA (Clovis West HS)"}'), ('San Jose, U.S.', '{"San Jose, U.S."}'),
  ('Seward, JamesJames Seward', '{"Seward, JamesJames Seward"}'), ('Sunjong, the last Emperor of Korea', '{"Sunjong, the last Emperor of Korea"}'), ('3 years, 229 days', '{"3 years, 229 days"}'), ('Moored at a berth, aft of it', '{"Moored at a berth, aft of it"}'), ('Old Stadium, Atlanta, GA (final)', '{"Old Stadium, Atlanta, GA (final)"}'), ('Abidjan, Côte d’Ivoire', '{"Abidjan, Côte d’Ivoire"}'), ('RFC 3551, Page 32', '{"RFC 3551, Page 32"}'),
  -- commas
  ('AK 47, ammunition', '{AK 47,ammunition}'), ('France, Greece', '{France,Greece}'), ('Germany, Greece, Italy', '{Germany,Greece,Italy}'), ('Anna Lee, Ben Ode, & Cy Twain', '{Anna Lee,Ben Ode,Cy Twain}'), ('maps, the best charts', '{maps,the best charts}'),
  ('Intelligence sharing, training programs', '{Intelligence sharing,training programs}'),
  ('Policy guidance, funding for initiatives', '{Policy guidance,funding for initiatives}'),
  ('Fuel,water', '{Fuel,water}'), ('Rice, wheat, maize.', '{Rice,wheat,maize}'), ('Fuel, water, etc.', '{Fuel,water}'),
  ('Troops from the U.S., aid', '{Troops from the U.S.,aid}'),
  ('77.3% White, 16.3% Black', '{77.3% White,16.3% Black}'), ('1975, 1976', '{1975,1976}'),
  ('Maps (old, new), charts', '{"Maps (old, new)",charts}'), ('(a, (b), c), d', '{"(a, (b), c)",d}'), ('“a, b”, c', '{"“a, b”",c}'),
  ('Loans of 1,000 dollars, grants', '{"Loans of 1,000 dollars",grants}'),
  ('قروض صغيرة، دراسات الجدوى', '{قروض صغيرة,دراسات الجدوى}'), ('低息贷款、线网评估', '{低息贷款,线网评估}'),
  -- and
  ('Vocals, guitar and drums', '{Vocals,guitar,drums}'), ('Fuel, water, and food', '{Fuel,water,food}'),
  ('Policy guidance, research and development', '{Policy guidance,research and development}'),
  ('Bill Nuttall, Davis & Elkins College', '{Bill Nuttall,Davis & Elkins College}'),
  ('Geld, Waffen und Ausbildung', '{Geld,Waffen,Ausbildung}'),
  ('Advice to police, prosecutors and judges', '{"Advice to police, prosecutors and judges"}'),
  -- other separators
  ('a; b; and c', '{a,b,c}'), ('a, b; c, d', '{"a, b","c, d"}'),
  ('One sentence of quite a few words; another one that is very much longer than the first', '{"One sentence of quite a few words; another one that is very much longer than the first"}'),
  (E'- one\n- two', '{one,two}'), (E'one\r\ntwo', '{one,two}'), ('• one • two', '{one,two}'),
  ('Loans (cheap, long-term); Training', '{"Loans (cheap, long-term)",Training}'),
  (E'odd\x01, byte', E'{"odd\x01, byte"}')
  ) AS v (written, elements);

SELECT is_empty($$
  SELECT text, e FROM table_cells, unnest(list_elements(text)) e
  WHERE (text <> '' AND btrim(e) = '') OR strpos(text, e) = 0$$, 'over what is loaded: elements are never empty, and stand in the cell as written');

SELECT is(last_sentence(written), sentence, format('%L', written)) FROM (VALUES
  ('Key factors include:', 'Key factors include:'),
  ('One thing. Key factors include:', 'Key factors include:'),
  ('Is it? Yes! It includes:', 'It includes:'),
  ('He said “no.” The rest includes:', 'The rest includes:'),
  ('So says the U.S. Army, and it includes:', 'So says the U.S. Army, and it includes:'),
  ('One. By Dr. Smith''s count:', 'By Dr. Smith''s count:'),
  ('Version 3.5 has:', 'Version 3.5 has:'),
  ('It costs 5. 3 of them are:', '3 of them are:'),
  ('Das ist so. Äpfel sind:', 'Äpfel sind:'),
  ('这是第一句。第二句：', '第二句：'),
  ('Ends here.', 'Ends here.'), ('', ''), (NULL, NULL)) AS v (written, sentence);

SELECT is(markdown_text('# no heading'), '\# no heading');
SELECT is(markdown_text('- no bullet'), '\- no bullet');
SELECT is(markdown_text('-5 degrees'), '-5 degrees');
SELECT is(markdown_text('1. no item'), '1\. no item');
SELECT is(markdown_text('1.5 m'), '1.5 m');
SELECT is(markdown_text('Plain * text'), 'Plain * text');
SELECT is(markdown_cell(E'a|b\nc'), 'a\|b<br>c');

SELECT is(text_configuration(NULL), 'english'::regconfig);
SELECT is(text_configuration('de'), 'german'::regconfig);
SELECT is(text_configuration('zh'), 'simple'::regconfig);

SELECT * FROM finish();
ROLLBACK;
