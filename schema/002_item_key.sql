-- The key by which the same thing is known wherever it stands: a table's row item, an element of a cell, a bullet's
-- label, a heading, the name of a country. Indexes are built on it (schema/keys.sql), so it may only change together
-- with them: in a migration of its own that also rebuilds them.
--
-- The rule, in the order of work:
--   1. only the first 250 characters count (an index entry has to stay small);
--   2. lower case;
--   3. apostrophes and quotation marks become straight, every hyphen and dash becomes "-", every run of white space of
--      any kind becomes one space, and soft hyphens and zero-width characters are dropped;
--   4. a dot is dropped after a single letter (U.S. -> us) and before white space, closing punctuation and the end
--      (Dem. Rep. -> dem rep); it stays inside numbers and names (3.5, example.com);
--   5. white space around a slash is dropped (Country / Group -> country/group);
--   6. white space and punctuation , ; : are dropped from both ends, "the" from the beginning, and from the end
--      footnote marks: * † ‡ and [1], [a], [note 1], [citation needed].
--
-- Three branches, because building the indexes and their statistics is most of what a first load costs the server: names
-- that need nothing but lower case (about 1 microsecond, most names), names that need only the steps 4 to 6, and all
-- others. No pattern looks behind, and none matches what it would put back unchanged: both cost more than the rest. One
-- expression, so that the planner puts it in place of the call, in queries and in indexes alike.

CREATE FUNCTION item_key(name text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE
    WHEN octet_length(name) <= 250
      AND name !~ '[^0-9A-Za-z\u00C0-\u024F\u0370-\u052F\u3041-\uD7A3 .,:;&/()%$+"''?!#=@_<>{}~|\\-]|(^|[^0-9])\.|\.([^0-9]|$)|  | /|/ |^[ ,:;]|[ ,:;]$|^[Tt][Hh][Ee][ ,:;]'
      THEN lower(name)
    WHEN octet_length(name) <= 250
      AND name !~ '[^!-_a-~\u00C0-\u024F\u0370-\u052F\u3041-\uD7A3 ]|  '
      THEN
        regexp_replace(
          regexp_replace(lower(name), '(\m[[:alpha:]])\.|\.+(?=[ ,;:)]|$)| ?(/) ?', '\1\2', 'g'),
          '^[ ,;:]+(the[ ,;:]+)*|^(the[ ,;:]+)+|([ ,;:*]|\[([0-9]{1,3}|[a-z]|note [0-9]+|nb [0-9]+|citation needed)\])+$', '', 'g')
    ELSE
      regexp_replace(
        regexp_replace(
          regexp_replace(
            regexp_replace(
              regexp_replace(
                regexp_replace(lower(left(name, 250)),
                  '[\u2018\u2019\u201A\u201B\u2032\u02BC\u00B4`]', '''', 'g'),
                '[\u201C-\u201E\u00AB\u00BB\u2033]', '"', 'g'),
              '[\u2010-\u2015\u2212]', '-', 'g'),
            '[\u00AD\u200B-\u200D\u2060\uFEFF]*[\u0009-\u000D\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000][\u0009-\u000D \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\u00AD\u200B-\u200D\u2060\uFEFF]*|[\u00AD\u200B-\u200D\u2060\uFEFF]+ [\u0009-\u000D \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\u00AD\u200B-\u200D\u2060\uFEFF]*| [\u0009-\u000D \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\u00AD\u200B-\u200D\u2060\uFEFF]+', ' ', 'g'),
          '[\u00AD\u200B-\u200D\u2060\uFEFF]|(\m[[:alpha:]])\.|\.+(?=[ ,;:)]|$)| ?(/) ?', '\1\2', 'g'),
        '^[ ,;:]+(the[ ,;:]+)*|^(the[ ,;:]+)+|([ ,;:*\u2020\u2021]|\[([0-9]{1,3}|[a-z]|note [0-9]+|nb [0-9]+|citation needed)\])+$', '', 'g')
  END;
COMMENT ON FUNCTION item_key(text) IS
  'The name normalised, so that the same thing is found however it is written: lower case, white space collapsed, leading "the", dots of abbreviations, soft hyphens and trailing footnote marks dropped, apostrophes straight.';
