-- Typed values in texts: numbers, percentages, money, dates.
\ir setup.inc
SELECT no_plan();

SELECT is(parse_number(written, language), number::numeric, format('%L in %s', written, coalesce(language, 'no known language'))) FROM (VALUES
  ('1', NULL, 1), ('1234', NULL, 1234), ('1,234', NULL, 1234), ('1,234', 'en', 1234), ('1,234', 'de', 1.234), ('1.234', 'de', 1234), ('1.234', 'en', 1.234),
  ('0.125', 'de', 0.125), ('0,125', 'en', 0.125), ('1,234.5', 'de', 1234.5), ('1.234,5', 'en', 1234.5), ('1 234,5', NULL, 1234.5), (E'1\u00A0234\u202F567', 'fr', 1234567),
  ('1''234''567.25', 'de', 1234567.25), ('12,34', NULL, 12.34), ('1,234,567', NULL, 1234567), ('1.234.567', NULL, 1234567), ('1234,567', NULL, 1234.567),
  ('−5', NULL, -5), ('-5.5', NULL, -5.5), ('+3', NULL, 3), ('7[1]', NULL, 7), ('7 [a]*', NULL, 7), ('3.5 million', NULL, 3500000), ('2,5 Mio.', 'de', 2500000),
  ('2 Mrd.', 'de', 2e9), ('4 bn', NULL, 4e9), ('1 trillion', NULL, 1e12), ('12 thousand', NULL, 12000), ('  9 ', NULL, 9),
  ('', NULL, NULL), (NULL, NULL, NULL), ('x', NULL, NULL), ('1,23,456', NULL, NULL), ('1-2', NULL, NULL), ('1,2,3', NULL, NULL), ('5 km', NULL, NULL),
  ('1.2.2020', NULL, NULL), ('about 5', NULL, NULL), ('12:30', NULL, NULL), ('1,234.567,8', NULL, NULL), ('-', NULL, NULL), ('1.', NULL, NULL)) AS v (written, language, number);

SELECT is(parse_percent(written, language), number::numeric, format('%L', written)) FROM (VALUES
  ('12.5%', NULL, 12.5), ('12,5 %', 'de', 12.5), ('7 percent', NULL, 7), ('8 Prozent', 'de', 8), ('−3 %', NULL, -3), ('9 per cent', NULL, 9),
  ('12', NULL, NULL), ('%', NULL, NULL), ('5 % of it', NULL, NULL), (NULL, NULL, NULL)) AS v (written, language, number);

SELECT is(ARRAY[parse_money(written, language)::text, money_currency(written)], ARRAY[amount, currency], format('%L', written)) FROM (VALUES
  ('$5', NULL, '5', 'USD'), ('US$ 1,200.50', NULL, '1200.50', 'USD'), ('1.200,50 €', 'de', '1200.50', 'EUR'), ('EUR 5', NULL, '5', 'EUR'), ('5 euros', NULL, '5', 'EUR'),
  ('£3.5 million', NULL, '3500000.0', 'GBP'), ('-$7', NULL, '-7', 'USD'), ('CHF 20', NULL, '20', 'CHF'), ('100 zł', 'pl', '100', 'PLN'), ('Rs. 500', NULL, '500', 'INR'),
  ('20 dollars', NULL, '20', 'USD'), ('C$4', NULL, '4', 'CAD'), ('5', NULL, NULL, NULL), ('5 km', NULL, NULL, NULL), ('free', NULL, NULL, NULL), (NULL, NULL, NULL, NULL)) AS v (written, language, amount, currency);

SELECT is(parse_date(written), day::date, format('%L', written)) FROM (VALUES
  ('2024-05-12', '2024-05-12'), ('2024/5/2', '2024-05-02'), ('2024-05-12T10:00:00Z', '2024-05-12'), ('12.05.2024', '2024-05-12'), ('3. 4. 2024', '2024-04-03'),
  ('12 May 2024', '2024-05-12'), ('May 12, 2024', '2024-05-12'), ('Sunday, May 12, 2024', '2024-05-12'), ('12th of May 2024', '2024-05-12'), ('Sept. 3rd, 2020', '2020-09-03'),
  ('12. Mai 2024', '2024-05-12'), ('3. März 2021', '2021-03-03'), ('14 juillet 1789', '1789-07-14'), ('1 de febrero de 2022', '2022-02-01'), ('25/12/2024', '2024-12-25'), ('12/25/2024', '2024-12-25'),
  ('4/4/2024', '2024-04-04'), ('29 February 2024', '2024-02-29'), ('12 May 2024[3]', '2024-05-12'),
  ('4/5/2024', NULL), ('29 February 2023', NULL), ('31 April 2024', NULL), ('May 2024', NULL), ('2024', NULL), ('12 Apples 2024', NULL), ('13/13/2024', NULL),
  ('0000-01-01', NULL), ('1985', NULL), ('', NULL), (NULL, NULL)) AS v (written, day);
SELECT is(month_number(to_char(make_date(2024, m, 1), 'Month')), m, 'month ' || m) FROM generate_series(1, 12) m;

SELECT is(says_nothing(written), answer, format('%L', written)) FROM (VALUES ('', true), ('-', true), ('–', true), ('n/a', true), ('N.A.', true), ('None', true), ('not yet', true), ('keine', true), ('?', true), ('0', true),
  ('no fly zone', false), ('Nothing Hill', false), ('✓', false), ('10', false), ('Notes', false), ('5 %', false), ('援助', false)) AS v (written, answer);

-- callers need no search path of their own
SET LOCAL search_path TO public;
SELECT is(articles.parse_date('12 May 2024'), '2024-05-12'::date, 'parse_date without a search path');
SELECT is(articles.parse_money('5 €'), 5::numeric, 'parse_money too');

SELECT * FROM finish();
ROLLBACK;
