-- The quick ways to a key (schema/007_cheaper_keys.sql) give what the rules give, taken step by step.
\ir setup.inc
SELECT no_plan();

CREATE FUNCTION pg_temp.item_key(name text) RETURNS text LANGUAGE sql IMMUTABLE
  RETURN
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
      '^[ ,;:]+(the[ ,;:]+)*|^(the[ ,;:]+)+|([ ,;:*\u2020\u2021]|\[([0-9]{1,3}|[a-z]|note [0-9]+|nb [0-9]+|citation needed)\])+$', '', 'g');

CREATE FUNCTION pg_temp.party_keys(text text) RETURNS text[] LANGUAGE sql IMMUTABLE
  RETURN ARRAY(
    SELECT pg_temp.item_key(p) FROM unnest(party_parts(left(text, 500))) AS p
    UNION
    SELECT pg_temp.item_key(h) FROM unnest(party_parts(left(text, 500))) AS p, unnest(party_halves(p)) AS h
    ORDER BY 1);

CREATE FUNCTION pg_temp.several_party_keys(text text) RETURNS text[] LANGUAGE sql IMMUTABLE
  RETURN CASE WHEN length(text) <= 200 AND text ~ '[,;/&+\n،、，；؛•]| (and|und|et|y|e|en|i|or|with) ' THEN pg_temp.party_keys(text) END;

-- One to eight of the things that the rules speak of, the same ones at every run.
SELECT setseed(.5);
CREATE TEMPORARY TABLE texts AS
  SELECT string_agg(piece, '') AS text
  FROM generate_series(1, 10000) AS n
  CROSS JOIN LATERAL (
    SELECT ('{a,b,é,Z,the,The,THE,U,S,St,3,14,km,İ,ß,Σ,Ж,世,ا,and,with,or," and "," und ","\tet ",..,.,.,", ",",",;,:," ","  "," ","\t","\n",\u00a0,\u00ad,\u200b,\u3000,/," / ",&,+,-,–,—,’,“,»,`,″,•,、,*,†,[1],[a],[note 2],"[citation needed]",[,],(,),^,_,\\,%,©}'::text[])
      [1 + floor(random() * 68)] AS piece
    FROM generate_series(1, 1 + (random() * 7)::int + 0 * n)) AS pieces
  GROUP BY n;
INSERT INTO texts VALUES (''), (NULL), (repeat('a b. ', 50)), (repeat('é', 125)), (repeat('é', 126)), (repeat('the ', 70)), (repeat('a, ', 90)),
  (repeat('x', 249) || '.'), (repeat('x', 250) || '.'), (repeat('x and y/', 100));
INSERT INTO texts
  SELECT text FROM table_cells UNION SELECT text FROM bullets UNION SELECT label FROM bullets
  UNION SELECT heading FROM sections UNION SELECT header FROM table_columns UNION SELECT name FROM entity_names;

SELECT cmp_ok(count(DISTINCT text), '>', 9000::bigint, 'many texts') FROM texts;
SELECT is_empty('SELECT text, item_key(text), pg_temp.item_key(text) FROM texts WHERE item_key(text) IS DISTINCT FROM pg_temp.item_key(text)', 'item_key');
SELECT is_empty('SELECT text, party_keys(text), pg_temp.party_keys(text) FROM texts WHERE party_keys(text) IS DISTINCT FROM pg_temp.party_keys(text)', 'party_keys');
SELECT is_empty('SELECT text FROM texts WHERE several_party_keys(text) IS DISTINCT FROM pg_temp.several_party_keys(text)', 'several_party_keys');

SELECT * FROM finish();
ROLLBACK;
