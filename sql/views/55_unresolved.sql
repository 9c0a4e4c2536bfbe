-- Items and values of columns of parties that no entity is known for.

-- Table by table, so that only tables with such a column are read, and nothing large is sorted. Words are joined with words:
-- to compare each party with each name took a hundred times as long.
CREATE OR REPLACE VIEW unresolved_parties AS
WITH unresolved AS MATERIALIZED (
  SELECT p.item_key, min(p.item) AS item, min(h.header) AS header, sum(p.rows)::bigint AS rows, count(DISTINCT h.document_id) AS documents
  FROM header_roles r
  JOIN table_columns h ON h.header_key = r.header_key
  JOIN tables t ON t.document_id = h.document_id AND t.table_no = h.table_no
  CROSS JOIN LATERAL (
    SELECT x.item_key, min(x.item) AS item, count(DISTINCT x.row_no) AS rows
    FROM (
      SELECT f.row_no, CASE WHEN f.column_no = h.column_no THEN f.value_key ELSE f.item_key END AS item_key,
        CASE WHEN f.column_no = h.column_no THEN f.value ELSE f.item END AS item
      FROM facts f
      WHERE f.document_id = t.document_id AND f.position = t.position AND f.told_by = 'cell'
        AND (f.item_column_no = h.column_no AND f.entity_id IS NULL
          OR f.column_no = h.column_no AND f.value_entity_id IS NULL AND f.value_key IS NOT NULL)
    ) x
    GROUP BY x.item_key
  ) p
  WHERE r.role = 'party' AND p.item ~ '[A-Za-z\u00AA\u00B5\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u1FFF\u2C00-\uD7FF\uF900-\uFFDC]' AND NOT EXISTS (SELECT 1 FROM entity_names n WHERE n.name_key = p.item_key AND n.is_key)
  GROUP BY p.item_key
), known AS (
  SELECT n.entity_id, n.name, length(n.name_key) AS length, w.word
  FROM entity_names n CROSS JOIN LATERAL regexp_split_to_table(n.name_key, '[^0-9A-Za-z\u00AA\u00B5\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u1FFF\u2C00-\uD7FF\uF900-\uFFDC]+') AS w (word)
  WHERE length(w.word) > 3
    AND w.word NOT IN ('republic', 'states', 'united', 'union', 'national', 'international', 'world', 'organization', 'organisation',
      'association', 'council', 'bank', 'fund', 'development', 'agency', 'commission', 'committee', 'north', 'south', 'east', 'west',
      'northern', 'southern', 'eastern', 'western', 'central', 'islands', 'island', 'people''s', 'democratic', 'kingdom', 'with', 'from')
), resembling AS (
  SELECT DISTINCT ON (u.item_key) u.item_key, k.entity_id, k.name
  FROM unresolved u
  CROSS JOIN LATERAL regexp_split_to_table(u.item_key, '[^0-9A-Za-z\u00AA\u00B5\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u1FFF\u2C00-\uD7FF\uF900-\uFFDC]+') AS w (word)
  JOIN known k ON k.word = w.word
  GROUP BY u.item_key, k.entity_id, k.name
  ORDER BY u.item_key, count(*) DESC, min(k.length), k.name
)
SELECT u.item_key, u.item, u.header, u.rows, u.documents, r.entity_id AS resembles_id, r.name AS resembles
FROM unresolved u LEFT JOIN resembling r ON r.item_key = u.item_key;

COMMENT ON VIEW unresolved_parties IS
  'One row per party that no entity is known for. With the name that resembles it most. Items and values of columns whose header means parties (country, partner, donor …); resembling is the entity''s name that shares most telling words. Add your own with doc2pgsql entities load FILE.';
COMMENT ON COLUMN unresolved_parties.item_key IS 'The item normalised by item_key(item).';
COMMENT ON COLUMN unresolved_parties.item IS 'One way in which it is written.';
COMMENT ON COLUMN unresolved_parties.header IS 'A header of its columns.';
COMMENT ON COLUMN unresolved_parties.rows IS 'Table rows that have it.';
COMMENT ON COLUMN unresolved_parties.documents IS 'Articles that have it.';
COMMENT ON COLUMN unresolved_parties.resembles_id IS 'The entity that it resembles. NULL where none shares a telling word of four letters or more.';
COMMENT ON COLUMN unresolved_parties.resembles IS 'The name of it that does.';
