-- Functions over text that the views use. None reads a table.

CREATE OR REPLACE FUNCTION last_sentence(text text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  -- A sentence ends in . ! ? … before white space and an upper-case letter, digit or opening quotation mark, but not
  -- after a single capital letter or a usual abbreviation; and in a full-width mark anywhere but at the end.
  RETURN btrim(regexp_replace(text,
    '^.*(?:(?<!\m(?:[[:upper:]]|Mr|Mrs|Ms|Dr|Prof|St|Gen|Sen|Rep|Gov|Lt|Col|Capt|No|Nr|Art|Abs|vs|ca|bzw))[.!?…؟]["''”’»)\]]*\s+(?=["''“‘«„(\[¿¡]*[[:upper:][:digit:]])|[。！？]["”’」』）]*(?=.)|\n(?=.))',
    ''));
COMMENT ON FUNCTION last_sentence(text) IS
  'The last sentence of a text: of a lead-in, what the list or table after it is said to hold.';

CREATE OR REPLACE FUNCTION split_list(text text) RETURNS text[]
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 1000
AS $$
-- The parameter is masked: separators that separate nothing become \x01 (comma) and \x02 (semicolon).
DECLARE
  comma constant text := E'\x01';
  semicolon constant text := E'\x02';
  masked text := text;
  parts text[];
  last text;
BEGIN
  IF masked ~ '[\x01\x02]' THEN
    RETURN ARRAY[text];
  END IF;

  -- inside brackets (two deep), quotation marks and numbers; before a company's or a person's suffix
  masked := regexp_replace(masked, '([0-9]),(?=[0-9])', '\1' || comma, 'g');
  IF masked ~ '[(\[{]' THEN
    masked := regexp_replace(masked, ',(?=[^()\[\]{}]*([(\[{][^()\[\]{}]*[)\]}][^()\[\]{}]*)*[)\]}])', comma, 'g');
    masked := regexp_replace(masked, ';(?=[^()\[\]{}]*([(\[{][^()\[\]{}]*[)\]}][^()\[\]{}]*)*[)\]}])', semicolon, 'g');
  END IF;
  IF masked ~ '["”“»]' THEN
    masked := regexp_replace(masked, ',(?=[^"]*"([^"]*"[^"]*")*[^"]*$|[^“”]*”|[^«»]*»|[^„“]*“)', comma, 'g');
    masked := regexp_replace(masked, ';(?=[^"]*"([^"]*"[^"]*")*[^"]*$|[^“”]*”|[^«»]*»|[^„“]*“)', semicolon, 'g');
  END IF;
  masked := regexp_replace(masked, ',(?=\s*(Inc|Ltd|LLC|LLP|Corp|Co|Jr|Sr|PhD|MD|GmbH|S\.A|e\.V)\M)', comma, 'g');

  IF masked ~ '\n' THEN
    parts := regexp_split_to_array(masked, '\s*\n\s*(?:[-*•–] +)?');
  ELSIF masked ~ '[•▪‣]' THEN
    parts := regexp_split_to_array(masked, '\s*[•▪‣]\s*');
  ELSIF masked ~ '[;；؛]' THEN
    IF masked ~ '(?:^|[;；؛])\s*(?:[^\s;；؛]+\s+){8}[^\s;；؛]' THEN
      RETURN ARRAY[text];
    END IF;
    parts := regexp_split_to_array(masked, '\s*[;；؛]\s*(?:(?:and|or|und|oder|et|ou|y|e|i|en)\s+)?');
  ELSIF masked ~ '[,،、，]' THEN
    IF masked ~ '(?:^|[,،，])\s*(?:[^\s,،，]+\s+){6}[^\s,،，]'  -- a part of more than six words
      OR masked ~ '[.!?…]["”)]?\s+\S'  -- more than one sentence
      OR (masked ~ '[.!?…]["”)]?\s*$' AND masked ~ '(?:^|,)\s*(?:[^\s,]+\s+){3}[^\s,]')  -- a sentence
      OR masked ~ '[,،，]\s*(?:which|who|whom|whose|where|when|while|that|but|so|because|although|though|including|includes|such|as|with|without|however|if|then|thus|especially|particularly|die|der|das|welche|dass|weil|wenn|um|aber|sondern|sowie|qui|que|dont|mais|où|pero|donde|cuando|però|che|który|która|które|że|aby|ale)\M'
      OR (masked ~ '[,،，]\s*[0-9+±−-]' AND masked !~ '^\s*[0-9+±−-]')  -- 'Espresso, 60 ml', 'May 12, 1985'
      OR masked ~* '[,،，]\s*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? [0-9]{1,2}\M'
    THEN
      RETURN ARRAY[text];
    END IF;
    parts := regexp_split_to_array(masked, '\s*[,،、，]\s*');
    last := parts[cardinality(parts)];
    IF last ~ '(?:^|\s)(?:and|or|&|und|oder|et|ou|y|e|i|en)\s+\S' THEN
      -- An enumeration as in prose: a list only when nothing governs it (laws of trade, war and peace) and all is short.
      IF masked ~ '(?:^|[,،，])\s*(?:[^\s,،，]+\s+){5}[^\s,،，]'
        OR parts[1] ~* '\m(?:of|for|to|in|on|with|from|by|against|between|among|within|about|at|into|über|für|von|zu|zur|zum|mit|bei|im|in|an|gegen|aus|des|der|de|du|pour|à|aux|avec|para|por|con|del|di|per|dei|delle|dla|do|na|o|voor|van|met)\M'
      THEN
        RETURN ARRAY[text];
      END IF;
      parts := trim_array(parts, 1);
      last := regexp_replace(last, '^(?:and|or|&|und|oder|et|ou|y|e|i|en)\s+', '');
      IF last ~* '\m(?:research and development|command and control|search and rescue|monitoring and evaluation|peace and security|law and order|health and safety|science and technology|water and sanitation|trade and investment|arts and culture|oil and gas|supply and demand|forschung und entwicklung|recherche et développement)\M' THEN
        parts := parts || last;
      ELSE
        parts := parts || regexp_split_to_array(last, '\s+(?:and|or|&|und|oder|et|ou|y|e|i|en)\s+');
      END IF;
    END IF;
  ELSE
    RETURN ARRAY[text];
  END IF;

  parts := ARRAY(
    SELECT btrim(translate(part, comma || semicolon, ',;')) FROM unnest(parts) WITH ORDINALITY AS p (part, part_no)
    WHERE part !~ '^\s*(?:(?:etc|usw|and so on|and more|et al)\.?)?\s*$'
    ORDER BY part_no);
  IF cardinality(parts) = 0 THEN
    RETURN ARRAY[text];
  END IF;
  -- the full stop after the list is not the last element's
  last := parts[cardinality(parts)];
  IF last ~ '[[:alpha:]]{3}\.$' THEN
    parts[cardinality(parts)] := rtrim(last, '.');
  END IF;
  RETURN parts;
END
$$;
COMMENT ON FUNCTION split_list(text) IS
  'The work of list_elements for texts that hold a separator.';

CREATE OR REPLACE FUNCTION list_elements(text text) RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN text ~ '[,;\n،、，；؛•▪‣]' THEN split_list(text) ELSE ARRAY[text] END;
COMMENT ON FUNCTION list_elements(text) IS
$$The elements of a cell's list, in order; a text that is no list is its own only element.

Line breaks and bullet signs always separate; semicolons where no part is longer than eight words; commas where the text looks like a list and not like a sentence:
no part longer than six words, none begins with a relative or subordinating word (which, including, but …), no full stop inside, dates and quantities excepted (May 12, 1985; Espresso, 60 ml).
Commas inside brackets, quotation marks and numbers (1,000) never separate.
"and" separates only after a comma list whose parts are short and whose first part has no preposition: "Vocals, guitar and drums" are three, "Harmonization of laws, rules and regulations" is one, and so is "job creation and poverty alleviation".

Known errors: a place with its country (Athens, Greece) and a name turned round (Smith, John) are split; "Funding for schools, training and equipment" is not.$$;

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
  RETURN CASE coalesce(language, 'en')
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
  'The text-search configuration for a language given as in documents.language: English where the language isn''t known, simple where PostgreSQL has none for it.';
