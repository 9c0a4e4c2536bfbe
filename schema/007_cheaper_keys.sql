-- The same keys, cheaper: item_key, party_keys and several_party_keys of earlier migrations give what they gave, so that
-- stored columns and indexes stay as they are (tests/sql/25_key_functions.sql compares them with the rules, step by step).
--
-- Telling that a name needs next to nothing is most of the work, and a pattern costs by how many kinds of characters it
-- tells apart and how many ways it has to go on. So the first question is one plain path: words, and between them one
-- space, one sign, or a sign and a space.

CREATE OR REPLACE FUNCTION item_key_signs(name text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE
    WHEN name ~ '[\u2018-\u201E\u2032\u2033\u02BC\u00B4`\u00AB\u00BB\u2010-\u2015\u2212]' THEN
      regexp_replace(
        regexp_replace(
          regexp_replace(lower(name), '[\u2018-\u201B\u2032\u02BC\u00B4`]', '''', 'g'),
          '[\u201C-\u201E\u00AB\u00BB\u2033]', '"', 'g'),
        '[\u2010-\u2015\u2212]', '-', 'g')
    ELSE lower(name)
  END;
COMMENT ON FUNCTION item_key_signs(text) IS 'The steps 2 and 3 of item_key, white space left out: lower case, straight quotation marks and hyphens.';

-- The steps are told in 002_item_key.sql. The first branch is for names of words (which a dot may end or shorten, but for
-- one between letters, U.S.A), the second for those without anything but odd signs to change.
CREATE OR REPLACE FUNCTION item_key(name text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE
    WHEN octet_length(name) <= 250
      AND name ~ '^[0-9A-Za-z\u00C0-\u024F\u0370-\u052F\u3041-\uD7A3&()%$+"''?!#=@_<>{}~|\\-]+(([.,:;]? |[.,:;/])[0-9A-Za-z\u00C0-\u024F\u0370-\u052F\u3041-\uD7A3&()%$+"''?!#=@_<>{}~|\\-]+)*\.?$'
      AND (ascii(name) NOT IN (84, 116) OR name !~ '^[Tt][Hh][Ee][ .,:;]') -- T, t
      AND (name NOT LIKE '%.%' OR name !~ '\m[[:alpha:]]\.[^ ]|\.\)')
      THEN CASE WHEN name LIKE '%.%' THEN replace(rtrim(lower(name), '.'), '. ', ' ') ELSE lower(name) END
    WHEN octet_length(name) <= 250
      AND name !~ '[\u0001-\u001F./\u007F-\u00A0\u00AD\u1680\u2000-\u200F\u2028-\u202F\u205F-\u206F\u3000\uFEFF]|  |^[ ,;:Tt]|[] ,;:*\u2020\u2021]$'
      THEN item_key_signs(name)
    ELSE
      regexp_replace(
        regexp_replace(
          regexp_replace(item_key_signs(left(name, 250)),
            '[\u00AD\u200B-\u200D\u2060\uFEFF]*[\u0009-\u000D\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000][\u0009-\u000D \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\u00AD\u200B-\u200D\u2060\uFEFF]*|[\u00AD\u200B-\u200D\u2060\uFEFF]+ [\u0009-\u000D \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\u00AD\u200B-\u200D\u2060\uFEFF]*| [\u0009-\u000D \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\u00AD\u200B-\u200D\u2060\uFEFF]+', ' ', 'g'),
          '[\u00AD\u200B-\u200D\u2060\uFEFF]|(\m[[:alpha:]])\.|\.+(?=[ ,;:)]|$)| ?(/) ?', '\1\2', 'g'),
        '^[ ,;:]+(the[ ,;:]+)*|^(the[ ,;:]+)+|([ ,;:*\u2020\u2021]|\[([0-9]{1,3}|[a-z]|note [0-9]+|nb [0-9]+|citation needed)\])+$', '', 'g')
  END;

-- Most texts have two parts and none joined by a word; for more of them a query sorts.
CREATE OR REPLACE FUNCTION party_keys(text text) RETURNS text[]
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 1000
  SET search_path FROM CURRENT
AS $$
DECLARE
  joined boolean := text ~ '\s(and|und|et|y|e|en|i|or|with|&|\+)\s';
  keys text[] := '{}';
  part text;
  half text;
BEGIN
  FOREACH part IN ARRAY coalesce(party_parts(left(text, 500)), '{}') LOOP
    keys := keys || item_key(part);
    IF joined THEN
      FOREACH half IN ARRAY party_halves(part) LOOP
        keys := keys || item_key(half);
      END LOOP;
    END IF;
  END LOOP;
  IF cardinality(keys) = 2 AND keys[1] <> keys[2] THEN
    RETURN CASE WHEN keys[1] < keys[2] THEN keys ELSE ARRAY[keys[2], keys[1]] END;
  END IF;
  RETURN ARRAY(SELECT DISTINCT key FROM unnest(keys) AS key ORDER BY key);
END
$$;

CREATE OR REPLACE FUNCTION several_party_keys(text text) RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE
    WHEN length(text) <= 200
      AND (text ~ '[,;/&+\n،、，；؛•]' OR (text LIKE '% % %' AND text ~ ' (and|und|et|y|e|en|i|or|with) '))
      THEN party_keys(text)
  END;
