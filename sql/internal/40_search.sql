-- Which words of a query count to search().

-- What a query leaves out, in one language for articles of all: "the war in Ukraine" asks for war and Ukraine. The language is
-- the one that most articles have, unless another one has two such words more ("war" is German, too). What stands in quotes or
-- beside an or is asked for, and so is all where nothing else would be left.
CREATE OR REPLACE FUNCTION search_words(query text, configurations regconfig[]) RETURNS text
  LANGUAGE plpgsql STABLE
  SET search_path FROM CURRENT
AS $$
DECLARE
  words constant text[] := ARRAY(SELECT m[1] FROM regexp_matches(query, '-?"[^"]*"?|[^\s"]+', 'g') WITH ORDINALITY AS r (m, n) ORDER BY n);
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
  RETURN CASE WHEN EXISTS (SELECT 1 FROM unnest(kept) w WHERE w !~* '^(-.*|or)$') THEN array_to_string(kept, ' ') ELSE query END;
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
