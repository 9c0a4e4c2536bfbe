-- Functions over text: elements of lists, last sentences, Markdown.
\ir setup.inc
SELECT no_plan();

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

SELECT is(text_configuration(NULL), 'english_words'::regconfig);
SELECT is(text_configuration('de'), 'german_words'::regconfig);
SELECT is(text_configuration('zh'), 'simple'::regconfig);

SELECT is(is_number(item_key(written)), answer, format('%L', written)) FROM (VALUES
  ('4', true), ('1985', true), ('1,234.5', true), ('12,5 %', true), ('$20', true), ('€ 5', true), ('−3', true), ('1914–1918', true), ('2024-05-12', true),
  ('May 12, 2024', true), ('12 May', true), ('12. März 2021', true), ('1er janvier 2020', true), ('1 de febrero de 2022', true), ('Sept. 3rd, 2020', true),
  ('January 2020', true), ('5 [1]', true),
  ('May', false), ('Peru', false), ('5 km', false), ('Mary 2', false), ('Group 1', false), ('G7', false), ('10th Army', false), ('2024年', false), ('Ärzte 3', false),
  ('August 2024', true), ('Июнь 4', false), ('ª 4', false), ('{4}', true), ('October 7 attacks', false), ('Marsh 12', false), ('Zone 4', false), ('May 5 Movement', false), ('–', false), ('', false), (NULL, NULL)) AS v (written, answer);

SELECT ok(is_number(item_key(month || ' 2024')) AND is_number(item_key('3 ' || month)), month) FROM regexp_split_to_table(
  'jan january januar janvier enero gennaio janeiro januari feb february februar février febrero febbraio fevereiro februari mar '
  'march märz mars marzo março maart apr april avril abril aprile may mai mayo maggio maio mei jun june juni juin junio giugno '
  'junho jul july juli juillet julio luglio julho aug august août agosto augustus sep sept september septembre septiembre '
  'settembre setembro oct october oktober octobre octubre ottobre outubro nov november novembre noviembre novembro dec december '
  'dezember décembre diciembre dicembre dezembro', ' ') AS m (month);

SELECT * FROM finish();
ROLLBACK;
