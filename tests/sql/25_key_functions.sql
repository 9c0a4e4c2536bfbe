-- The quick ways to a key (schema/007_cheaper_keys.sql) give what the rules give, taken step by step.
\ir setup.inc
SELECT no_plan();

CREATE FUNCTION pg_temp.party_keys(text text) RETURNS text[] LANGUAGE sql IMMUTABLE
  RETURN ARRAY(
    SELECT item_key(p) FROM unnest(party_parts(left(text, 500))) AS p
    UNION
    SELECT item_key(h) FROM unnest(party_parts(left(text, 500))) AS p, unnest(party_halves(p)) AS h
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
SELECT is_empty('SELECT text, party_keys(text), pg_temp.party_keys(text) FROM texts WHERE party_keys(text) IS DISTINCT FROM pg_temp.party_keys(text)', 'party_keys');
SELECT is_empty('SELECT text FROM texts WHERE several_party_keys(text) IS DISTINCT FROM pg_temp.several_party_keys(text)', 'several_party_keys');

SELECT * FROM finish();
ROLLBACK;
