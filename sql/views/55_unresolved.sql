-- Items of columns of parties that no entity is known for.

CREATE OR REPLACE VIEW unresolved_parties AS
SELECT u.item_key, u.item, u.header, u.rows, u.documents, r.entity_id AS resembles_id, r.name AS resembles
FROM (
  SELECT item_key(c.text) AS item_key, min(c.text) AS item, min(h.header) AS header, count(*) AS rows,
    count(DISTINCT c.document_id) AS documents
  FROM header_roles p
  JOIN table_columns h ON h.header_key = p.header_key
  JOIN table_cells c ON c.document_id = h.document_id AND c.table_no = h.table_no AND c.column_no = h.column_no
  WHERE p.role = 'party' AND NOT says_nothing(c.text) AND c.text ~ '[[:alpha:]]'
    AND NOT EXISTS (SELECT FROM entity_names n WHERE n.name_key = item_key(c.text) AND n.is_key)
    AND NOT (c.text ~ '[,;/&+\n،、，；؛•]| (and|und|et|y|e|en|i|or|with) ' AND EXISTS (
      SELECT FROM unnest(party_keys(c.text)) AS k JOIN entity_names n ON n.name_key = k AND n.is_key))
  GROUP BY 1
) u
LEFT JOIN LATERAL (
  SELECT n.entity_id, n.name
  FROM unnest(regexp_split_to_array(u.item_key, '[^[:alnum:]]+')) AS w
  JOIN (
    SELECT e.entity_id, e.name, k.word, length(e.name_key) AS length
    FROM entity_names e CROSS JOIN LATERAL unnest(regexp_split_to_array(e.name_key, '[^[:alnum:]]+')) AS k (word)
    WHERE length(k.word) > 3
  ) n ON n.word = w
  WHERE w NOT IN ('republic', 'states', 'united', 'union', 'national', 'international', 'world', 'organization', 'organisation',
    'association', 'council', 'bank', 'fund', 'development', 'agency', 'commission', 'committee', 'north', 'south', 'east', 'west',
    'northern', 'southern', 'eastern', 'western', 'central', 'islands', 'island', 'people''s', 'democratic', 'kingdom', 'with', 'from')
  GROUP BY n.entity_id, n.name
  ORDER BY count(*) DESC, min(n.length), n.name
  LIMIT 1
) r ON true;

COMMENT ON VIEW unresolved_parties IS
  'One row per item of a column whose header means parties (country, partner, donor …) that no entity is known for, with the entity''s name that shares most telling words with it. Add your own with doc2pgsql entities load FILE.';
COMMENT ON COLUMN unresolved_parties.item_key IS 'The item normalised by item_key(item).';
COMMENT ON COLUMN unresolved_parties.item IS 'One way in which it is written.';
COMMENT ON COLUMN unresolved_parties.header IS 'A header of its columns.';
COMMENT ON COLUMN unresolved_parties.rows IS 'Table rows that have it.';
COMMENT ON COLUMN unresolved_parties.documents IS 'Articles that have it.';
COMMENT ON COLUMN unresolved_parties.resembles_id IS 'The entity that it resembles; NULL where none shares a telling word of four letters or more.';
COMMENT ON COLUMN unresolved_parties.resembles IS 'The name of it that does.';
