-- Items of columns of parties that no entity is known for.

-- Each text is looked at once, and words are joined with words.
CREATE OR REPLACE VIEW unresolved_parties AS
WITH cells AS MATERIALIZED (
  SELECT c.document_id, c.text, min(h.header) AS header, count(*) AS rows
  FROM header_roles p
  JOIN table_columns h ON h.header_key = p.header_key
  JOIN table_cells c ON c.document_id = h.document_id AND c.table_no = h.table_no AND c.column_no = h.column_no
  WHERE p.role = 'party'
  GROUP BY c.document_id, c.text
), texts AS MATERIALIZED (
  SELECT c.text, item_key(c.text) AS item_key
  FROM (SELECT DISTINCT text FROM cells) c
  WHERE c.text ~ '[[:alpha:]]' AND NOT says_nothing(c.text)
), unresolved AS MATERIALIZED (
  SELECT t.item_key, min(c.text) AS item, min(c.header) AS header, sum(c.rows)::bigint AS rows, count(DISTINCT c.document_id) AS documents
  FROM texts t JOIN cells c ON c.text = t.text
  WHERE NOT EXISTS (SELECT FROM entity_names n WHERE n.name_key = t.item_key AND n.is_key)
    AND NOT (t.text ~ '[,;/&+\n،、，；؛•▪‣]| (and|und|et|y|e|en|i|or|with) ' AND EXISTS (
      SELECT FROM unnest(party_keys(t.text)) AS k JOIN entity_names n ON n.name_key = k AND n.is_key))
  GROUP BY 1
), known AS (
  SELECT n.entity_id, n.name, length(n.name_key) AS length, w.word
  FROM entity_names n CROSS JOIN LATERAL regexp_split_to_table(n.name_key, '[^[:alnum:]]+') AS w (word)
  WHERE length(w.word) > 3
    AND w.word NOT IN ('republic', 'states', 'united', 'union', 'national', 'international', 'world', 'organization', 'organisation',
      'association', 'council', 'bank', 'fund', 'development', 'agency', 'commission', 'committee', 'north', 'south', 'east', 'west',
      'northern', 'southern', 'eastern', 'western', 'central', 'islands', 'island', 'people''s', 'democratic', 'kingdom', 'with', 'from')
), resembling AS (
  SELECT DISTINCT ON (u.item_key) u.item_key, k.entity_id, k.name
  FROM unresolved u
  CROSS JOIN LATERAL regexp_split_to_table(u.item_key, '[^[:alnum:]]+') AS w (word)
  JOIN known k ON k.word = w.word
  GROUP BY u.item_key, k.entity_id, k.name
  ORDER BY u.item_key, count(*) DESC, min(k.length), k.name
)
SELECT u.item_key, u.item, u.header, u.rows, u.documents, r.entity_id AS resembles_id, r.name AS resembles
FROM unresolved u LEFT JOIN resembling r ON r.item_key = u.item_key;

COMMENT ON VIEW unresolved_parties IS
  'One row per item of a column whose header means parties (country, partner, donor …) that no entity is known for, with the entity''s name that shares most telling words with it. Add your own with doc2pgsql entities load FILE.';
COMMENT ON COLUMN unresolved_parties.item_key IS 'The item normalised by item_key(item).';
COMMENT ON COLUMN unresolved_parties.item IS 'One way in which it is written.';
COMMENT ON COLUMN unresolved_parties.header IS 'A header of its columns.';
COMMENT ON COLUMN unresolved_parties.rows IS 'Table rows that have it.';
COMMENT ON COLUMN unresolved_parties.documents IS 'Articles that have it.';
COMMENT ON COLUMN unresolved_parties.resembles_id IS 'The entity that it resembles; NULL where none shares a telling word of four letters or more.';
COMMENT ON COLUMN unresolved_parties.resembles IS 'The name of it that does.';
