-- Which countries and organisations give which support.

-- Three ways in which articles say it: rows of tables (the party is the first cell, the support stands under a header that
-- means support), columns of tables (the party is a header, the first column holds the kinds of support), and labelled
-- bullets (the label is the party, and the list's lead-in or the heading tells of support).

CREATE OR REPLACE FUNCTION names_party(document_id bigint, table_no int, item text, item_key text, party_keys text[], entity_id text,
    name text, name_key text, case_sensitive boolean) RETURNS boolean
  LANGUAGE plpgsql STABLE PARALLEL SAFE COST 300
  SET search_path FROM CURRENT
  SET plan_cache_mode = force_generic_plan
AS $$
DECLARE
  known text[];
  whole boolean;
  otherwise boolean;
BEGIN
  -- one of several: unless the whole is an entity's name, and by one name of each entity
  IF names_party.item_key <> names_party.name_key THEN
    SELECT coalesce(array_agg(n.name_key), '{}'), bool_or(n.name_key = names_party.item_key),
      bool_or(n.entity_id = names_party.entity_id AND n.name_key < names_party.name_key AND n.name_key = ANY (names_party.party_keys))
    INTO known, whole, otherwise
    FROM entity_names n
    WHERE n.is_key AND n.name_key = ANY (array_append(names_party.party_keys, names_party.item_key));
    IF whole OR otherwise THEN
      RETURN false;
    END IF;
  END IF;
  IF (NOT case_sensitive OR strpos(replace(item, '.', ''), replace(name, '.', '')) > 0
      OR (table_no IS NOT NULL AND strpos(item, upper(name)) > 0))
    AND (names_party.item_key = names_party.name_key OR keys_are_known(party_keys, known) OR names_only_entities(item, party_keys))
  THEN
    RETURN true;
  END IF;
  RETURN EXISTS (
    SELECT FROM table_columns h
    JOIN header_roles r ON r.header_key = h.header_key
    WHERE h.document_id = names_party.document_id AND h.table_no = names_party.table_no AND h.column_no = 1 AND r.role = 'party');
END
$$;
COMMENT ON FUNCTION names_party(bigint, int, text, text, text[], text, text, text, boolean) IS
  'Whether an item in which an entity''s name is found names the entity: as a whole, or as one of several that are all entities; and written as case-sensitive names are. In a table whose first header means parties, every item does. For labels table_no is NULL.';

CREATE OR REPLACE FUNCTION column_support(document_id bigint, table_no int, column_no int, header text, name text, case_sensitive boolean)
  RETURNS TABLE (section_no int, "position" int, line_no int, row_no int, attribute text, told_by text, detail text)
  LANGUAGE plpgsql STABLE PARALLEL SAFE COST 300 ROWS 5
  SET search_path FROM CURRENT
  SET plan_cache_mode = force_generic_plan
AS $$
DECLARE
  t record;
BEGIN
  IF case_sensitive AND strpos(replace(header, '.', ''), replace(name, '.', '')) = 0 THEN
    RETURN;
  END IF;
  SELECT o.section_no, o.position, h.header, r.role INTO t
  FROM tables o
  JOIN table_columns h ON h.document_id = o.document_id AND h.table_no = o.table_no AND h.column_no = 1
  LEFT JOIN header_roles r ON r.header_key = h.header_key
  WHERE o.document_id = column_support.document_id AND o.table_no = column_support.table_no;
  IF t.role = 'support'
    OR ((coalesce(t.header, '') = '' OR t.role = 'item')
      AND tells_support(led_by(column_support.document_id, t.section_no, t.position))
      AND 1 < (
        SELECT count(DISTINCT w.entity_id)
        FROM table_columns k JOIN entity_names w ON w.name_key = k.header_key AND w.is_key
        WHERE k.document_id = column_support.document_id AND k.table_no = column_support.table_no AND k.column_no > 1))
  THEN
    RETURN QUERY
      SELECT t.section_no, t.position, v.line_no, v.row_no, t.header, i.text, CASE WHEN NOT says_yes(v.text) THEN v.text END
      FROM table_cells v
      JOIN table_cells i ON i.document_id = v.document_id AND i.table_no = v.table_no AND i.row_no = v.row_no AND i.column_no = 1
      WHERE v.document_id = column_support.document_id AND v.table_no = column_support.table_no
        AND v.column_no = column_support.column_no AND NOT says_nothing(v.text) AND NOT says_nothing(i.text);
  END IF;
END
$$;
COMMENT ON FUNCTION column_support(bigint, int, int, text, text, boolean) IS
  'What a column that has a party for its header says of support, where the table tells of support: one row per cell that says anything, told by the first cell of its row.';

-- Names come first: p is wherever one of them stands, by an index on keys. Where a name is the whole of it, each name is looked
-- up (LATERAL): in any other form the planner takes the places for a two-hundredth of all, and a server with jit compiles for a
-- second what is found in milliseconds. Where it is one of several, the children are bare scans with the conditions outside, as
-- only then a condition on the whole's key or on the document comes first. The rest is fetched by its key, place by place
-- (LATERAL … OFFSET 0): the planner can't tell that a document's table is one of few, and would read whole tables instead.
-- Every relation and column costs planning, a third of the time of a look-up: so what is seldom asked is in functions, which plan
-- once a session. Bullets are taken along whole, as their rows are read anyway.
CREATE OR REPLACE VIEW country_support AS
SELECT
  p.document_id,
  d.source,
  d.title,
  y.section_no,
  s.heading,
  y.line_no,
  p.country,
  p.entity_id,
  p.kind,
  p.item,
  p.item_key,
  y.attribute,
  l.support,
  key_of(l.support) AS support_key,
  p.table_no,
  y.row_no,
  y.column_no,
  l.element_no::int AS element_no,
  y.origin,
  y.detail,
  y.position
FROM (
  SELECT e.entity_id, e.name AS country, e.kind, n.name, n.case_sensitive, n.name_key, n.name_key AS item_key, i.*,
    NULL::text[] AS party_keys
  FROM entities e
  JOIN entity_names n ON n.entity_id = e.entity_id AND n.is_key
  CROSS JOIN LATERAL (
    SELECT c.document_id, c.table_no, c.row_no, 1 AS column_no, c.text AS item,
      NULL::int AS position, NULL::int AS section_no, NULL::int AS list_no, NULL::text AS text, NULL::int AS line_no
    FROM table_cells c WHERE c.item_key = n.name_key
    UNION ALL
    SELECT c.document_id, c.table_no, NULL, c.column_no, c.header, NULL, NULL, NULL, NULL, NULL
    FROM table_columns c WHERE c.header_key = n.name_key AND c.column_no > 1
    UNION ALL
    SELECT b.document_id, NULL, NULL, NULL, b.label, b.position, b.section_no, b.list_no, b.text, b.line_no
    FROM bullets b WHERE b.item_key = n.name_key AND b.label IS NOT NULL
  ) i

  UNION ALL
  -- the condition on several parties is as the index on them has it (schema/keys.sql); k is for a join without indexes
  SELECT e.entity_id, e.name, e.kind, n.name, n.case_sensitive, n.name_key, i.*
  FROM entities e
  JOIN entity_names n ON n.entity_id = e.entity_id AND n.is_key
  JOIN (
    SELECT item_key, document_id, table_no, row_no, column_no, text AS item,
      NULL::int AS position, NULL::int AS section_no, NULL::int AS list_no, NULL::text AS text, NULL::int AS line_no, party_keys
    FROM table_cells
    UNION ALL
    SELECT item_key, document_id, NULL, NULL, 1, label, position, section_no, list_no, text, line_no, party_keys FROM bullets
  ) i ON i.party_keys @> ARRAY[n.name_key] AND cardinality(i.party_keys) > 0 AND i.column_no = 1 AND i.item_key <> n.name_key
  CROSS JOIN LATERAL unnest(i.party_keys) AS k (key)
  WHERE k.key = n.name_key
) p
CROSS JOIN LATERAL (
  SELECT t.section_no, t.position, v.line_no, p.row_no, c.column_no, 'row' AS origin, c.header AS attribute,
    CASE WHEN v.is_amount OR says_yes(v.text) THEN c.header ELSE v.text END AS told_by,
    CASE WHEN v.is_amount THEN v.text END AS detail
  FROM (
    SELECT c.header, c.column_no FROM table_columns c
    WHERE c.document_id = p.document_id AND c.table_no = p.table_no AND c.column_no > 1
      -- CASE: only now, for rows of tables that tell of support
      AND CASE WHEN c.header_key IN (SELECT r.header_key FROM header_roles r WHERE r.role = 'support') THEN
        (p.item_key = p.name_key AND NOT p.case_sensitive)
        OR names_party(p.document_id, p.table_no, p.item, p.item_key, p.party_keys, p.entity_id, p.name, p.name_key, p.case_sensitive)
        END
    OFFSET 0) c
  CROSS JOIN LATERAL (
    SELECT v.text, v.line_no, says_amount(v.text) AS is_amount FROM table_cells v
    WHERE v.document_id = p.document_id AND v.table_no = p.table_no AND v.row_no = p.row_no AND v.column_no = c.column_no
      AND NOT says_nothing(v.text)
    OFFSET 0) v
  CROSS JOIN LATERAL (
    SELECT t.section_no, t.position FROM tables t WHERE t.document_id = p.document_id AND t.table_no = p.table_no OFFSET 0) t
  WHERE p.row_no IS NOT NULL

  UNION ALL
  SELECT h.section_no, h.position, h.line_no, h.row_no, p.column_no, 'header', h.attribute, h.told_by, h.detail
  FROM column_support(p.document_id, p.table_no, p.column_no, p.item, p.name, p.case_sensitive) h
  WHERE p.row_no IS NULL AND p.table_no IS NOT NULL

  UNION ALL
  SELECT p.section_no, p.position, p.line_no, NULL, NULL, 'bullet', b.attribute, p.text, NULL
  FROM (
    SELECT list_led_by(p.document_id, p.section_no, p.list_no) AS attribute
    WHERE p.text ~ '[[:alpha:]]' AND NOT says_nothing(p.text)
    OFFSET 0) b
  WHERE p.position IS NOT NULL AND tells_support(b.attribute)
    AND ((p.item_key = p.name_key AND NOT p.case_sensitive)
      OR names_party(p.document_id, NULL, p.item, p.item_key, p.party_keys, p.entity_id, p.name, p.name_key, p.case_sensitive))
) y
LEFT JOIN LATERAL (SELECT d.source, d.title FROM documents d WHERE d.document_id = p.document_id OFFSET 0) d ON true
LEFT JOIN LATERAL (
  SELECT s.heading FROM sections s WHERE s.document_id = p.document_id AND s.section_no = y.section_no OFFSET 0) s ON true
CROSS JOIN LATERAL unnest(list_elements(y.told_by)) WITH ORDINALITY AS l (support, element_no);

DROP FUNCTION IF EXISTS bullet_support(bigint, int); -- an earlier form of the view called it

COMMENT ON VIEW country_support IS
$$Which country, territory, organisation or region gives which support, in which article and line. Three origins:
row: table rows whose first cell names entities (one, or several: Germany, France and Italy) under headers that mean support (header_roles);
header: tables whose headers are entities and whose first column holds the kinds of support, by its header or by the lead-in;
bullet: bullets whose label names entities in a list whose lead-in (or else heading) tells of support.
Case-sensitive names (US) have to be written so, unless the column's header says that it holds parties. Cells that say nothing (-, none, n/a) give no row; a tick or an amount gives the header as support.$$;
COMMENT ON COLUMN country_support.document_id IS 'The article.';
COMMENT ON COLUMN country_support.source IS 'Where the article came from.';
COMMENT ON COLUMN country_support.title IS 'Title of the article.';
COMMENT ON COLUMN country_support.section_no IS 'The section that the table stands in.';
COMMENT ON COLUMN country_support.heading IS 'Heading of that section; NULL before the first heading.';
COMMENT ON COLUMN country_support.line_no IS 'Line of the source on which the row begins.';
COMMENT ON COLUMN country_support.country IS 'Usual name of the country or organisation.';
COMMENT ON COLUMN country_support.entity_id IS 'Its row in entities.';
COMMENT ON COLUMN country_support.kind IS 'country, territory, organisation or region.';
COMMENT ON COLUMN country_support.item IS 'The country or organisation as written.';
COMMENT ON COLUMN country_support.item_key IS 'The same, normalised by item_key(item).';
COMMENT ON COLUMN country_support.attribute IS 'What tells of support, as written: the header (Type of Support), lead-in or heading.';
COMMENT ON COLUMN country_support.support IS 'The support as written: one element of the cell''s list.';
COMMENT ON COLUMN country_support.support_key IS 'The same, normalised by item_key(support).';
COMMENT ON COLUMN country_support.table_no IS 'The table; NULL for bullets.';
COMMENT ON COLUMN country_support.row_no IS 'The row; NULL for bullets.';
COMMENT ON COLUMN country_support.column_no IS 'The column of the support, of the party where that is a header; NULL for bullets.';
COMMENT ON COLUMN country_support.element_no IS 'Number of the support in its cell, from 1.';
COMMENT ON COLUMN country_support.origin IS 'row, header or bullet: how the article says it.';
COMMENT ON COLUMN country_support.detail IS 'How much, or in what way, where the support is told by a header: the cell as written.';
COMMENT ON COLUMN country_support.position IS 'Number of the table''s or bullet''s block in the article''s reading order.';

CREATE OR REPLACE FUNCTION support_of(name text) RETURNS SETOF country_support
  LANGUAGE plpgsql STABLE ROWS 100
  SET search_path FROM CURRENT
  SET plan_cache_mode = force_generic_plan
  SET max_parallel_workers_per_gather = 0 -- it takes longer to start them, or to compile
  SET jit = off
AS $$
DECLARE
  id text;
BEGIN
  FOR id IN
    SELECT e.entity_id FROM entities e WHERE e.entity_id = support_of.name OR e.name = support_of.name
    UNION
    SELECT n.entity_id FROM entity_names n WHERE n.name_key = item_key(support_of.name) AND n.is_key
  LOOP
    RETURN QUERY SELECT s.* FROM country_support s WHERE s.entity_id = id;
  END LOOP;
END
$$;
COMMENT ON FUNCTION support_of(text) IS
  'What country_support says of the entity that has this name (in any spelling that entity_names knows) or entity_id. Planned once a session.';
