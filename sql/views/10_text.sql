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
  LANGUAGE sql STABLE PARALLEL SAFE
  SET search_path FROM CURRENT
  RETURN ('pg_catalog.' || coalesce(
    '{"en": "english", "de": "german", "fr": "french", "es": "spanish", "pt": "portuguese", "it": "italian", "nl": "dutch", "ru": "russian",
      "sv": "swedish", "da": "danish", "no": "norwegian", "fi": "finnish", "hu": "hungarian", "ro": "romanian", "tr": "turkish",
      "ar": "arabic", "el": "greek"}'::jsonb
      ->> coalesce(lower(substring(language COLLATE "C" FROM '^([A-Za-z]{2})(?:[^A-Za-z]|$)')), language, 'en'),
    'simple'))::regconfig;
COMMENT ON FUNCTION text_configuration(text) IS
  'The text-search configuration for a language given as in documents.language (de, en-GB): English where the language isn''t known, simple where PostgreSQL has none for it.';

CREATE OR REPLACE FUNCTION is_number(key text) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  -- of hundreds of thousands of items most begin with a letter that begins no month: they are told apart without a pattern
  RETURN CASE WHEN key COLLATE "C" >= 'a' AND key COLLATE "C" < '{' AND left(key, 3) COLLATE "C" <> ALL (
    '{jan,ene,gen,feb,fév,fev,mar,mär,maa,apr,avr,abr,may,mai,mag,mei,jun,jui,giu,jul,lug,aug,aoû,ago,sep,set,oct,okt,ott,out,nov,dec,dez,déc,dic}'
    ::text[]) THEN false ELSE key ~ '[0-9]' AND (key COLLATE "C" ~ '^[^a-z\u00AA\u00B5\u00BA\u00C0-\u1FFF\u2C00-\uFFFF\U00010000-\U0010FFFF]*$'
    OR key COLLATE "C" ~ (
    '^([0-9]{1,2}(st|nd|rd|th|er|º)?[. ]*(of |de )?)?'
    '(jan|january|januar|janvier|enero|gennaio|janeiro|januari|feb|february|februar|février|febrero|febbraio|fevereiro|februari'
    '|mar|march|märz|mars|marzo|março|maart|apr|april|avril|abril|aprile|may|mai|mayo|maggio|maio|mei'
    '|jun|june|juni|juin|junio|giugno|junho|jul|july|juli|juillet|julio|luglio|julho|aug|august|août|agosto|augustus'
    '|sep|sept|september|septembre|septiembre|settembre|setembro|oct|october|oktober|octobre|octubre|ottobre|outubro'
    '|nov|november|novembre|noviembre|novembro|dec|december|dezember|décembre|diciembre|dicembre|dezembro)'
    '[., ]*(de )?([0-9]{1,2}(st|nd|rd|th)?,? *)?([0-9]{4})?$')) END;
COMMENT ON FUNCTION is_number(text) IS
  'Whether a key (see item_key) is only a number, a year or a date (4, 1,5 %, $20, 2024-05-12, may 12, 2024), which no chart wants among the names of things.';
