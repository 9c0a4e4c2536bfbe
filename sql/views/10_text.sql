-- Functions over text that the views use. None reads a table.

CREATE OR REPLACE FUNCTION last_sentence(text text) RETURNS text
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 10
AS $$
-- A sentence ends in . ! ? … before white space and an upper-case letter, digit or opening quotation mark, but not after a
-- single capital letter or a usual abbreviation; and in a full-width mark anywhere but at the end. To look back for the
-- abbreviation costs three times the rest, and is seldom needed: only where the last end is after one.
DECLARE
  rest text := text;
BEGIN
  IF text ~ '[.!?…؟]["''”’»)\]]*\s|[。！？\n].' THEN
    rest := regexp_replace(text,
      '^.*(?:[.!?…؟]["''”’»)\]]*\s+(?=["''“‘«„(\[¿¡]*[[:upper:][:digit:]])|[。！？]["”’」』）]*(?=.)|\n(?=.))', '');
    IF right(left(text, length(text) - length(rest)), 40)
      ~ '(?:^|\W)(?:[[:upper:]]|Mrs?|Ms|Dr|Prof|St|Gen|Sen|Rep|Gov|Lt|Col|Capt|No|Nr|Art|Abs|vs|ca|bzw)[.!?…؟]["''”’»)\]]*\s+$'
    THEN
      rest := regexp_replace(text,
        '^.*(?:[.!?…؟](?<!\m(?:[[:upper:]]|Mr|Mrs|Ms|Dr|Prof|St|Gen|Sen|Rep|Gov|Lt|Col|Capt|No|Nr|Art|Abs|vs|ca|bzw).)["''”’»)\]]*\s+(?=["''“‘«„(\[¿¡]*[[:upper:][:digit:]])|[。！？]["”’」』）]*(?=.)|\n(?=.))',
        '');
    END IF;
  END IF;
  RETURN btrim(rest);
END
$$;
COMMENT ON FUNCTION last_sentence(text) IS
  'The last sentence of a text: of a lead-in, what the list or table after it is said to hold.';

CREATE OR REPLACE FUNCTION markdown_text(text text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN regexp_replace(regexp_replace(text, '^(\s*[0-9]+)([.)]\s)', '\1\\\2'), '^(\s*)([-+*](?=\s)|[#>|]|```|~~~)', '\1\\\2');
COMMENT ON FUNCTION markdown_text(text) IS
  'The text as a Markdown paragraph: a beginning that Markdown would take for a mark is escaped.';

CREATE OR REPLACE FUNCTION markdown_cell(text text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN replace(replace(text, '|', '\|'), E'\n', '<br>');
COMMENT ON FUNCTION markdown_cell(text) IS 'The text as a cell of a Markdown table: bars escaped, line breaks as <br>.';

CREATE OR REPLACE FUNCTION text_configuration(language text) RETURNS regconfig
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE coalesce(lower(substring(language FROM '^([A-Za-z]{2})(?:[^A-Za-z]|$)')), language, 'en')
    WHEN 'en' THEN 'english'::regconfig
    WHEN 'de' THEN 'german'::regconfig
    WHEN 'fr' THEN 'french'::regconfig
    WHEN 'es' THEN 'spanish'::regconfig
    WHEN 'pt' THEN 'portuguese'::regconfig
    WHEN 'it' THEN 'italian'::regconfig
    WHEN 'nl' THEN 'dutch'::regconfig
    WHEN 'ru' THEN 'russian'::regconfig
    WHEN 'sv' THEN 'swedish'::regconfig
    WHEN 'da' THEN 'danish'::regconfig
    WHEN 'no' THEN 'norwegian'::regconfig
    WHEN 'fi' THEN 'finnish'::regconfig
    WHEN 'hu' THEN 'hungarian'::regconfig
    WHEN 'ro' THEN 'romanian'::regconfig
    WHEN 'tr' THEN 'turkish'::regconfig
    WHEN 'ar' THEN 'arabic'::regconfig
    WHEN 'el' THEN 'greek'::regconfig
    ELSE 'simple'::regconfig
  END;
COMMENT ON FUNCTION text_configuration(text) IS
  'The text-search configuration for a language given as in documents.language (de, en-GB): English where the language isn''t known, simple where PostgreSQL has none for it.';
