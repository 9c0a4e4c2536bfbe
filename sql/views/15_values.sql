-- Typed values in the text of cells: numbers, percentages, money, dates. NULL where the whole text is not one.
--
-- None reads a table, and none depends on a setting: DateStyle, lc_numeric and time zone don't matter.

CREATE OR REPLACE FUNCTION parse_number(text text, language text DEFAULT NULL) RETURNS numeric
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 50
AS $$
DECLARE
  -- footnote marks and white space at the ends don't count; neither does the kind of minus
  t text := regexp_replace(btrim(translate(left(text, 60), E'\u2212\u2013\u00A0\u202F\u2009\u2019', '--   '''), E' \t\r\n'),
    '(\s*(\[[0-9a-z]{1,3}\]|[*†‡]))+$', '');
  magnitude numeric := 1;
  parts text[];
  comma_is_decimal boolean := language IN ('de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'ru', 'uk', 'tr', 'sv', 'da', 'no', 'fi', 'cs',
    'hu', 'ro', 'el', 'id', 'vi');
BEGIN
  IF t !~ '^[+-]?[0-9]' THEN
    RETURN NULL;
  END IF;
  parts := regexp_match(t, '^([^[:alpha:]]*[0-9])\s*(thousand|k|tausend|tsd\.?|mille|mil|million|millions|millionen|millones|mio\.?|mln\.?|m|mn|billion|billions|bn|b|milliarden|milliarde|milliards|mrd\.?|md|trillion|trillions|trn|tn)$', 'i');
  IF parts IS NOT NULL THEN
    magnitude := CASE
      WHEN lower(parts[2]) ~ '^(thou|k|ta|ts|mille$|mil$)' THEN 1e3
      WHEN lower(parts[2]) ~ '^(milliar|mrd|md|b)' THEN 1e9
      WHEN lower(parts[2]) ~ '^t' THEN 1e12
      ELSE 1e6
    END;
    t := parts[1];
  END IF;
  t := replace(replace(t, '+', ''), '''', ' ');
  IF t ~ '^-?[0-9]{1,3}( [0-9]{3})+([.,][0-9]+)?$' THEN
    t := replace(replace(t, ' ', ''), ',', '.');
  ELSIF t ~ '^-?[0-9]{1,3}(,[0-9]{3})+\.[0-9]+$' OR t ~ '^-?[0-9]{1,3}(,[0-9]{3}){2,}$'
    OR (t ~ '^-?[1-9][0-9]{0,2},[0-9]{3}$' AND NOT coalesce(comma_is_decimal, false))
  THEN
    t := replace(t, ',', '');
  ELSIF t ~ '^-?[0-9]{1,3}(\.[0-9]{3})+,[0-9]+$' OR t ~ '^-?[0-9]{1,3}(\.[0-9]{3}){2,}$'
    OR (t ~ '^-?[1-9][0-9]{0,2}\.[0-9]{3}$' AND comma_is_decimal)
  THEN
    t := replace(replace(t, '.', ''), ',', '.');
  ELSIF t ~ '^-?[0-9]+,[0-9]+$' THEN
    t := replace(t, ',', '.');
  ELSIF t !~ '^-?[0-9]+(\.[0-9]+)?$' THEN
    RETURN NULL;
  END IF;
  RETURN t::numeric * magnitude;
END
$$;
COMMENT ON FUNCTION parse_number(text, text) IS
$$The number that a text is, NULL where it is none: 1,234.5 and 1.234,5 and 1 234,5 are 1234.5; 3.5 million, 2 Mrd., footnote marks and any minus sign are understood.
Where only the language can tell (1,234 and 1.234), the comma is the decimal sign in languages that have it so, and groups thousands elsewhere.$$;

CREATE OR REPLACE FUNCTION parse_percent(text text, language text DEFAULT NULL) RETURNS numeric
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN text ~* '[0-9][\s\u00A0\u202F]*(%|percent|per cent|pct\.?|prozent|pour cent|por ciento|процент\S*)\s*$'
    THEN parse_number(regexp_replace(text, '[\s\u00A0\u202F]*(%|percent|per cent|pct\.?|prozent|pour cent|por ciento|процент\S*)\s*$', '', 'i'), language) END;
COMMENT ON FUNCTION parse_percent(text, text) IS
  'The number of a percentage (12.5 for "12.5 %" and "12,5 Prozent"), NULL where the text is none.';

CREATE OR REPLACE FUNCTION money_parts(text text) RETURNS text[]
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 50
AS $$
DECLARE
  t text := btrim(translate(left(text, 60), E'\u00A0\u202F\u2009', '   '));
  sign constant text := 'US\$|USD|U\.S\. ?\$|C\$|CA\$|CAD|A\$|AU\$|AUD|NZ\$|NZD|HK\$|HKD|S\$|SGD|R\$|BRL|\$|€|EUR|Euros?|£|GBP|¥|JPY|CN¥|RMB|CNY|₹|INR|Rs\.?|CHF|SFr\.?|Fr\.|₽|RUB|₴|UAH|₺|TRY|₩|KRW|zł|PLN|SEK|NOK|DKK|Kč|CZK|HUF|KES|KSh|PKR|ZAR|NGN|₦|dollars?|pounds?|yen';
  parts text[];
BEGIN
  IF t !~ '[0-9]' THEN
    RETURN NULL;
  END IF;
  parts := regexp_match(t, '^([+-]?)\s*(' || sign || ')\s*([0-9].*)$', 'i');
  IF parts IS NOT NULL THEN
    RETURN ARRAY[parts[1] || parts[3], parts[2]];
  END IF;
  parts := regexp_match(t, '^([+-]?[0-9].*?)\s*(?<![[:alpha:]])(' || sign || ')\.?$', 'i');
  RETURN parts;
END
$$;
COMMENT ON FUNCTION money_parts(text) IS 'A sum of money taken apart, as written: {number, currency}; NULL where the text is none.';

CREATE OR REPLACE FUNCTION parse_money(text text, language text DEFAULT NULL) RETURNS numeric
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN parse_number((money_parts(text))[1], language);
COMMENT ON FUNCTION parse_money(text, text) IS
  'The amount of a sum of money ("$1.2 million", "1.200,50 €", "EUR 5"), NULL where the text is none; its currency is money_currency(text).';

CREATE OR REPLACE FUNCTION money_currency(text text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE rtrim(translate(lower((money_parts(text))[2]), '. ', ''), 's')
    WHEN '$' THEN 'USD' WHEN 'us$' THEN 'USD' WHEN 'dollar' THEN 'USD' WHEN 'c$' THEN 'CAD' WHEN 'ca$' THEN 'CAD'
    WHEN 'a$' THEN 'AUD' WHEN 'au$' THEN 'AUD' WHEN 'nz$' THEN 'NZD' WHEN 'hk$' THEN 'HKD' WHEN 's$' THEN 'SGD'
    WHEN 'r$' THEN 'BRL' WHEN '€' THEN 'EUR' WHEN 'euro' THEN 'EUR' WHEN '£' THEN 'GBP' WHEN 'pound' THEN 'GBP'
    WHEN '¥' THEN 'JPY' WHEN 'yen' THEN 'JPY' WHEN 'cn¥' THEN 'CNY' WHEN 'rmb' THEN 'CNY' WHEN '₹' THEN 'INR' WHEN 'r' THEN 'INR'
    WHEN 'sfr' THEN 'CHF' WHEN 'fr' THEN 'CHF' WHEN '₽' THEN 'RUB' WHEN '₴' THEN 'UAH' WHEN '₺' THEN 'TRY' WHEN '₩' THEN 'KRW'
    WHEN 'zł' THEN 'PLN' WHEN 'kč' THEN 'CZK' WHEN 'ksh' THEN 'KES' WHEN '₦' THEN 'NGN'
    ELSE upper((money_parts(text))[2])
  END;
COMMENT ON FUNCTION money_currency(text) IS
  'The currency of a sum of money as an ISO 4217 code; $ alone is taken for USD, ¥ for JPY. NULL where the text is no sum of money.';

CREATE OR REPLACE FUNCTION month_number(name text) RETURNS int
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE
    WHEN lower(name) ~ '^(jan|jän|ene|gen|sty)' THEN 1
    WHEN lower(name) ~ '^(feb|fév|fev|lut)' THEN 2
    WHEN lower(name) ~ '^(mar(?!z?ec)|mär|maa|mrz)' THEN 3
    WHEN lower(name) ~ '^(apr|avr|abr|kwi)' THEN 4
    WHEN lower(name) ~ '^(may|mai|mag|mei|maj)' THEN 5
    WHEN lower(name) ~ '^(jun|juin|giu|cze)' THEN 6
    WHEN lower(name) ~ '^(jul|juil|lug|lip)' THEN 7
    WHEN lower(name) ~ '^(aug|aoû|aou|ago|sie)' THEN 8
    WHEN lower(name) ~ '^(sep|set|wrz)' THEN 9
    WHEN lower(name) ~ '^(oct|okt|ott|out|paź)' THEN 10
    WHEN lower(name) ~ '^(nov|lis)' THEN 11
    WHEN lower(name) ~ '^(dec|dez|déc|dic|gru)' THEN 12
  END;
COMMENT ON FUNCTION month_number(text) IS 'The number of a month by its name or its beginning, in English, German, French, Spanish, Italian, Portuguese, Dutch and Polish.';

CREATE OR REPLACE FUNCTION parse_date(text text) RETURNS date
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 50
  SET search_path FROM CURRENT
AS $$
DECLARE
  t text := regexp_replace(btrim(translate(left(text, 60), E'\u00A0\u202F\u2009', '   ')), '(\s*(\[[0-9a-z]{1,3}\]|[*†‡]))+$', '');
  word constant text := '([[:alpha:]]{3,10})\.?';
  parts text[];
  y int;
  m int;
  d int;
BEGIN
  IF t !~ '[0-9]' THEN
    RETURN NULL;
  END IF;
  t := regexp_replace(t, '^[[:alpha:]]{2,10}\.?,\s+', '');      -- Monday,
  parts := regexp_match(t, '^([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})([T ][0-9:.]+(Z|[+-][0-9:]+)?)?$');
  IF parts IS NOT NULL THEN
    y := parts[1]; m := parts[2]; d := parts[3];
  ELSE
    parts := regexp_match(t, '^([0-9]{1,2})([./-])\s?([0-9]{1,2})\2\s?([0-9]{4})$');
    IF parts IS NOT NULL THEN
      d := parts[1]; m := parts[3]; y := parts[4];
      IF parts[2] <> '.' AND m > 12 THEN
        m := parts[1]; d := parts[3];
      ELSIF parts[2] <> '.' AND d <= 12 AND d <> m THEN
        RETURN NULL;                                               -- 4/5/2024: of April or of May?
      END IF;
    ELSE
      parts := regexp_match(t, '^([0-9]{1,2})(?:\.|st|nd|rd|th|er|º)?\s+(?:de\s+|of\s+)?' || word || ',?\s+(?:de\s+)?([0-9]{4})$', 'i');
      IF parts IS NULL THEN
        parts := regexp_match(t, '^' || word || '\s+([0-9]{1,2})(?:st|nd|rd|th)?,?\s+([0-9]{4})$', 'i');
        parts := ARRAY[parts[2], parts[1], parts[3]];
      END IF;
      d := parts[1]; m := month_number(parts[2]); y := parts[3];
    END IF;
  END IF;
  IF y IS NULL OR m IS NULL OR d IS NULL OR y = 0 OR m NOT BETWEEN 1 AND 12 OR d < 1
    OR d > (CASE WHEN m IN (4, 6, 9, 11) THEN 30 WHEN m <> 2 THEN 31
      WHEN y % 4 = 0 AND (y % 100 <> 0 OR y % 400 = 0) THEN 29 ELSE 28 END)
  THEN
    RETURN NULL;
  END IF;
  RETURN make_date(y, m, d);
END
$$;
COMMENT ON FUNCTION parse_date(text) IS
  'The day that a text is: 2024-05-12, 12.05.2024, 12 May 2024, May 12, 2024, 12. Mai 2024, 25/12/2024; NULL where it is none, and for 4/5/2024, which can be two days.';

CREATE OR REPLACE FUNCTION says_nothing(text text) RETURNS boolean
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 10
AS $$
BEGIN
  RETURN length(text) <= 20
    AND lower(text) ~ '^[^[:alnum:]✓✔☑√●+]*$|^\W*(none|no|not? (any|yet|known|applicable)|n\.?[/ ]?a\.?|nil|nothing|tb[acd]|unknown|keine?|nein|aucune?|non|ning[uú]n[oa]?|nessun[oa]?|brak|geen|0)\W*$';
END
$$;
COMMENT ON FUNCTION says_nothing(text) IS 'Whether a cell says that there is nothing to say: empty, a dash, none, n/a, 0 …';
