-- What search() takes for words, and which of a query's count.

-- Chinese, Japanese and Thai put no space between words, and PostgreSQL's parser takes all up to the next sign for one. Here each
-- letter is a word, and what a query has of them is a phrase. So are their signs: where the locale is C, they are letters to the parser.
CREATE OR REPLACE FUNCTION letters_apart(text text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN text ~ '[\u0E00-\u0E7F\u3001-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\uFF01-\uFF0F\uFF1A-\uFF20\U00020000-\U0002FFFF]'
    THEN regexp_replace(text, '([\u0E00-\u0E7F\u3001-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\uFF01-\uFF0F\uFF1A-\uFF20\U00020000-\U0002FFFF])', ' \1 ', 'g')
    ELSE text END;
COMMENT ON FUNCTION letters_apart(text) IS
  'The text with spaces around each letter of scripts that put none between words. Chinese, Japanese and Thai.';

CREATE OR REPLACE FUNCTION letters_as_phrase(word text) RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE
  SET search_path FROM CURRENT
  RETURN regexp_replace(regexp_replace(letters_apart(word), '(?: +\S +)+', ' "\&" ', 'g'), '^- +"', '-"');
COMMENT ON FUNCTION letters_as_phrase(text) IS 'A word of a query of search() with such letters as a phrase.';

CREATE OR REPLACE FUNCTION letters_together(headline text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN replace(regexp_replace(headline,
    ' *(«?[\u0E00-\u0E7F\u3001-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\uFF01-\uFF0F\uFF1A-\uFF20\U00020000-\U0002FFFF]»?) *', '\1', 'g'), '»«', '');
COMMENT ON FUNCTION letters_together(text) IS 'What letters_apart set apart, as it was. Words found that touch each other are marked as one.';

-- What a query leaves out, in one language for articles of all: "the war in Ukraine" asks for war and Ukraine. The language is
-- the one that most articles have, unless another one has two such words more ("war" is German, too). What stands in quotes or
-- beside an or is asked for, and so is all where nothing else would be left.
CREATE OR REPLACE FUNCTION search_words(query text, configurations regconfig[]) RETURNS text
  LANGUAGE plpgsql STABLE
  SET search_path FROM CURRENT
AS $$
DECLARE
  words constant text[] := ARRAY(SELECT m[1] FROM regexp_matches(query, '-?"[^"]*"?|[^[:space:]"]+', 'g') WITH ORDINALITY AS r (m, n) ORDER BY n);
  kept text[];
BEGIN
  SELECT array_agg(w.word ORDER BY w.n) FILTER (WHERE NOT w.says_nothing) INTO kept
  FROM (
    SELECT w.word, w.n, c.n AS language, says_nothing(w.word, c.configuration)
      AND lower(coalesce(words[w.n - 1], '')) <> 'or' AND lower(coalesce(words[w.n + 1], '')) <> 'or' AS says_nothing
    FROM unnest(words) WITH ORDINALITY AS w (word, n), unnest(configurations) WITH ORDINALITY AS c (configuration, n)
  ) w
  GROUP BY w.language
  ORDER BY count(*) FILTER (WHERE w.says_nothing) - (w.language > 1)::int DESC, w.language LIMIT 1;
  IF NOT EXISTS (SELECT 1 FROM unnest(kept) w WHERE w !~* '^(-.*|or)$') THEN
    kept := words;
  END IF;
  RETURN (
    SELECT string_agg(CASE WHEN w.word ~ '"' THEN letters_apart(w.word) ELSE letters_as_phrase(w.word) END, ' ' ORDER BY w.n)
    FROM unnest(kept) WITH ORDINALITY AS w (word, n));
END
$$;
COMMENT ON FUNCTION search_words(text, regconfig[]) IS
  'The query of search() without the words that say nothing in its language. That is of one of these configurations, the one of most articles first.';

CREATE OR REPLACE FUNCTION says_nothing(word text, configuration regconfig) RETURNS boolean
  LANGUAGE sql STABLE
  SET search_path FROM CURRENT
  RETURN word !~* '^or$' AND coalesce(ts_lexize(replace(configuration::text, '_words', '_stem')::regdictionary, btrim(word, '.,;:?!()')) = '{}', false);
COMMENT ON FUNCTION says_nothing(text, regconfig) IS
  'Whether a word of a query says nothing. Of PostgreSQL''s stop words for the language of that configuration it is one.';
