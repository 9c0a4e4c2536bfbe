-- Functions over text that the views use. None reads a table.

-- A sentence ends in . ! ? … before white space and an upper-case letter, digit or opening quotation mark, but not after a
-- single capital letter or a usual abbreviation; and in a full-width mark anywhere but at the end. Texts without such a mark
-- are told at once. What letters are is said in full here and in other views, since a locale such as C knows those of ASCII
-- only. One expression, so that the planner puts it in place of the call.
CREATE OR REPLACE FUNCTION last_sentence(text text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN btrim(CASE
    WHEN text ~ '[.!?…؟]["''”’»)\]]*\s|[。！？\n].' THEN regexp_replace(text,
      '^.*(?:[.!?…؟](?<!(?<![0-9_A-Za-z\u00AA\u00B5\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u1FFF\u2C00-\uD7FF\uF900-\uFFDC])(?:[A-Z\u00C0-\u00D6\u00D8-\u00DEĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĲĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽ\u0386-\u03AB\u0400-\u042F]|Mr|Mrs|Ms|Dr|Prof|St|Gen|Sen|Rep|Gov|Lt|Col|Capt|No|Nr|Art|Abs|vs|ca|bzw).)["''”’»)\]]*\s+(?=["''“‘«„(\[¿¡]*[A-Z\u00C0-\u00D6\u00D8-\u00DEĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĲĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽ\u0386-\u03AB\u0400-\u042F0-9])|[。！？]["”’」』）]*(?=.)|\n(?=.))',
      '')
    ELSE text
  END);
COMMENT ON FUNCTION last_sentence(text) IS
  'The last sentence of a text. Of a lead-in, what the list or table after it is said to hold.';

CREATE OR REPLACE FUNCTION markdown_text(text text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN regexp_replace(regexp_replace(text, '^(\s*[0-9]+)([.)]\s)', '\1\\\2'), '^(\s*)([-+*](?=\s)|[#>|]|```|~~~)', '\1\\\2');
COMMENT ON FUNCTION markdown_text(text) IS
  'The text as a Markdown paragraph. A beginning that Markdown would take for a mark is escaped.';

CREATE OR REPLACE FUNCTION markdown_cell(text text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN replace(replace(text, '|', '\|'), E'\n', '<br>');
COMMENT ON FUNCTION markdown_cell(text) IS 'The text as a cell of a Markdown table: bars escaped, line breaks as <br>.';

CREATE OR REPLACE FUNCTION text_configuration(language text) RETURNS regconfig
  LANGUAGE sql STABLE PARALLEL SAFE
  SET search_path FROM CURRENT
  RETURN coalesce(
    '{"en": "english", "de": "german", "fr": "french", "es": "spanish", "pt": "portuguese", "it": "italian", "nl": "dutch", "ru": "russian",
      "sv": "swedish", "da": "danish", "no": "norwegian", "nb": "norwegian", "nn": "norwegian", "fi": "finnish", "hu": "hungarian",
      "ro": "romanian", "tr": "turkish", "ar": "arabic", "el": "greek"}'::jsonb
      ->> coalesce(lower(substring(language COLLATE "C" FROM '^([A-Za-z]{2})(?:[^A-Za-z]|$)')), language, 'en') || '_words',
    'pg_catalog.simple')::regconfig;
COMMENT ON FUNCTION text_configuration(text) IS
  'The text-search configuration for a language given as in documents.language. de, en-GB; English where the language isn''t known, simple where PostgreSQL has none for it; it keeps all words.';

CREATE OR REPLACE FUNCTION sentence_around(text text, start int, mention text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  -- within 200 characters on either side; the A is what the sentence before has to end at
  RETURN (
    SELECT translate(CASE WHEN start > 200 AND length(x.head) = 201 THEN '…' || regexp_replace(left(x.head, -1), '^\S*\s+', '') ELSE left(x.head, -1) END, '«»', '“”')
      || '«' || mention || '»'
      || translate(CASE WHEN length(x.tail) = 200 AND length(text) > start + length(mention) + 200 THEN regexp_replace(x.tail, '\s+\S*$', '') || '…' ELSE x.tail END, '«»', '“”')
    FROM (SELECT last_sentence(right(left(text, start), 200) || 'A') AS head,
      substring(substr(text, start + 1 + length(mention), 200) FROM
        '^[^\n]*?(?:[.!?…؟](?<!(?<![0-9_A-Za-z\u00AA\u00B5\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u1FFF\u2C00-\uD7FF\uF900-\uFFDC])(?:[A-Z\u00C0-\u00D6\u00D8-\u00DEĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĲĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽ\u0386-\u03AB\u0400-\u042F]|Mr|Mrs|Ms|Dr|Prof|St|Gen|Sen|Rep|Gov|Lt|Col|Capt|No|Nr|Art|Abs|vs|ca|bzw).)["''”’»)\]]*(?=\s+["''“‘«„(\[¿¡]*[A-Z\u00C0-\u00D6\u00D8-\u00DEĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĲĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽ\u0386-\u03AB\u0400-\u042F0-9]|\s*$)|[。！？]|(?=\n)|$)') AS tail) x);
COMMENT ON FUNCTION sentence_around(text, int, text) IS
  'The sentence of a text in which a mention stands. The mention begins start characters from the text''s beginning and is put in « », and the text''s own such signs as “ ”. Long ones are cut to 200 characters on either side.';
