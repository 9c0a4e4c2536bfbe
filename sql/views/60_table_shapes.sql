-- Tables with the same headers, across articles.

-- Headers that mean the same are one where they name parties, receivers or supports (nation, country, team: header_roles), and
-- no other header of the table does; amounts, dates and descriptions are told apart by their headers alone. Each spelling is
-- read once, not each table.
CREATE OR REPLACE VIEW table_shapes AS
WITH headers AS (
  SELECT s.shape, h.header_key, h.column_no, r.role, count(r.role) OVER (PARTITION BY s.shape, r.role) AS columns
  FROM (SELECT t.shape FROM tables t WHERE t.shape IS NOT NULL GROUP BY t.shape) s
  CROSS JOIN LATERAL unnest(string_to_array(s.shape, ' | ')) WITH ORDINALITY AS h (header_key, column_no)
  LEFT JOIN header_roles r ON r.header_key = h.header_key AND r.role IN ('party', 'recipient', 'support')
), united AS (
  SELECT h.shape AS spelling, string_agg(CASE WHEN h.columns = 1 THEN h.role ELSE h.header_key END, ' | ' ORDER BY h.column_no) AS shape
  FROM headers h
  GROUP BY h.shape
)
SELECT
  CASE WHEN min(t.shape) = max(t.shape) THEN min(t.shape) ELSE u.shape END AS shape,
  max(t.column_count) AS columns,
  count(*) AS tables,
  count(DISTINCT t.document_id) AS documents,
  sum(t.row_count) AS rows,
  min(t.document_id) AS first_document_id,
  array_agg(DISTINCT t.shape COLLATE "C") COLLATE "default" AS shapes
FROM united u
JOIN tables t ON t.shape = u.spelling
GROUP BY u.shape;

COMMENT ON VIEW table_shapes IS
  'One row per table shape (the normalised headers): how often it recurs. Shapes that differ only in how they call parties, receivers or supports (nation, country, team: see header_roles) are one. create_shape_view(shape, name) makes one relation of all its tables.';
COMMENT ON COLUMN table_shapes.shape IS 'The normalised headers, joined by " | ". Where several spellings are united, the role (party, recipient, support) in place of the headers that may differ.';
COMMENT ON COLUMN table_shapes.columns IS 'Columns of the widest table.';
COMMENT ON COLUMN table_shapes.tables IS 'Tables of this shape.';
COMMENT ON COLUMN table_shapes.documents IS 'Articles that hold one.';
COMMENT ON COLUMN table_shapes.rows IS 'Body rows of all of them.';
COMMENT ON COLUMN table_shapes.first_document_id IS 'The first article that holds one.';
COMMENT ON COLUMN table_shapes.shapes IS 'All spellings of it: tables.shape = ANY (shapes) finds its tables.';

CREATE OR REPLACE FUNCTION shape_columns(shapes text[]) RETURNS TABLE (column_no int, header text, role text, type text)
  LANGUAGE plpgsql STABLE
  SET search_path FROM CURRENT
AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH headers AS (
    SELECT c.column_no, min(c.header) AS header, CASE WHEN min(c.header_key) <> max(c.header_key) THEN min(r.role) END AS role
    FROM tables t
    JOIN table_columns c ON c.document_id = t.document_id AND c.table_no = t.table_no
    LEFT JOIN header_roles r ON r.header_key = c.header_key
    WHERE t.shape = ANY (shape_columns.shapes)
    GROUP BY c.column_no
  ), types AS (
    SELECT f.column_no, count(*) * .8 AS most, count(f.date) AS dates,
      count(f.number) AS numbers, count(f.unit) AS units,
      count(f.number) FILTER (WHERE f.unit = '%') AS percentages, count(f.number) FILTER (WHERE f.unit ~ '^[A-Z]{3}$') AS sums
    FROM (
      SELECT t.document_id, t.table_no, t.position FROM tables t WHERE t.shape = ANY (shape_columns.shapes)
      ORDER BY t.document_id, t.table_no LIMIT 1000) m
    JOIN facts f ON f.document_id = m.document_id AND f.position = m.position
    GROUP BY f.column_no
  )
  SELECT h.column_no, h.header, h.role, CASE WHEN t.dates >= t.most THEN 'date' WHEN t.percentages >= t.most THEN 'percent'
    WHEN t.sums >= t.most THEN 'money' WHEN t.numbers >= t.most AND t.units = 0 THEN 'number' WHEN t.numbers >= t.most THEN 'quantity' END
  FROM headers h LEFT JOIN types t ON t.column_no = h.column_no
  ORDER BY h.column_no;
END
$$;
COMMENT ON FUNCTION shape_columns(text[]) IS
  'The columns of a shape (of table_shapes.shapes). Their header, their role where tables call them by several headers, and what four fifths of the values are: date, percent, money, number, or quantity (numbers with units); NULL for text, and for the subject of the rows. Of large shapes, 1,000 tables are asked.';

CREATE OR REPLACE FUNCTION create_shape_view(shape text, name text) RETURNS text
  LANGUAGE plpgsql VOLATILE
  SET search_path FROM CURRENT SET standard_conforming_strings = on
AS $$
DECLARE
  mark constant text := 'All tables of the shape: ';
  said constant text := '%s, %s; NULL where the text is none.';
  spellings text[];
  a_column record;
  typed record;
  label text;
  fields text := '';
  granted text[];
  a_grant text;
  types text := '';
  definition text;
  names text[] := '{document_id,source,section_no,table_no,row_no,line_no,article,site,language,document_date,date_source}';
  comments text[] := array_fill(NULL::text, ARRAY[cardinality(names)]);
BEGIN
  SELECT s.shapes INTO spellings
  FROM table_shapes s WHERE s.shape = create_shape_view.shape OR create_shape_view.shape = ANY (s.shapes);
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no table has the shape "%"', shape USING ERRCODE = 'no_data_found', HINT = 'The view table_shapes lists them.';
  END IF;
  IF to_regclass(quote_ident(name)) IS NOT NULL
    AND coalesce(obj_description(to_regclass(quote_ident(name)), 'pg_class'), '') NOT LIKE mark || '%'
  THEN
    RAISE EXCEPTION 'there is a relation "%" already, and it is no shape''s view', name USING ERRCODE = 'duplicate_table';
  END IF;

  FOR a_column IN SELECT * FROM shape_columns(spellings) LOOP
    label := btrim(left(regexp_replace(item_key(coalesce(a_column.role, a_column.header, '')), '[^0-9A-Za-z\u00AA\u00B5\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u1FFF\u2C00-\uD7FF\uF900-\uFFDC]+', '_', 'g'), 40), '_');
    IF label = '' OR label = ANY (names) THEN
      label := concat_ws('_', nullif(label, ''), 'column', a_column.column_no);
    END IF;
    names := names || label;
    comments := comments || coalesce(nullif(a_column.header, ''), 'A column without a header.');
    fields := fields || format(E',\n  r.cells[%s] AS %I', a_column.column_no, label);
    FOR typed IN
      SELECT * FROM (VALUES
        ('number', 'number', 'number', 'as a number'),
        ('quantity', 'number', 'number', 'as a number'),
        ('quantity', 'unit', 'unit', 'the unit of that'),
        ('percent', 'percent', 'number', 'as a number of per cent'),
        ('date', 'date', 'date', 'as a date'),
        ('money', 'amount', 'number', 'as an amount of money'),
        ('money', 'currency', 'unit', 'its currency')) AS v (type, suffix, field, comment)
      WHERE v.type = a_column.type
    LOOP
      typed.suffix := label || '_' || typed.suffix || CASE WHEN label || '_' || typed.suffix = ANY (names) THEN '_' || a_column.column_no ELSE '' END;
      names := names || typed.suffix;
      comments := comments || format(said, coalesce(nullif(a_column.header, ''), label), typed.comment);
      fields := fields || format(E',\n  f.%I', typed.suffix);
      types := types || format(E',\n  max(f.%I) FILTER (WHERE f.column_no = %s) AS %I', typed.field, a_column.column_no, typed.suffix);
    END LOOP;
  END LOOP;

  definition := format(
    E'VIEW %I AS\nSELECT t.document_id, d.source, t.section_no, t.table_no, r.row_no, r.line_no, '
    'd.article, d.site, d.language, d.document_date, d.date_source%s\n'
    'FROM tables t\n'
    'JOIN table_rows r ON r.document_id = t.document_id AND r.table_no = t.table_no\n'
    'JOIN articles d ON d.document_id = t.document_id\n'
    '%sWHERE t.shape = ANY (%L)',
    name, fields, E'LEFT JOIN LATERAL (SELECT ' || nullif(substr(types, 4), '') || E'\n  FROM facts f WHERE f.document_id = t.document_id '
      'AND f.position = t.position AND f.row_no = r.row_no AND f.value = r.cells[f.column_no]) f ON true\n', spellings);
  BEGIN
    EXECUTE 'CREATE OR REPLACE ' || definition;  -- grants stay
  EXCEPTION WHEN invalid_table_definition THEN  -- other columns
    granted := ARRAY(
      SELECT format('GRANT %s ON %I TO %s%s', a.privilege_type, name, coalesce(quote_ident(r.rolname), 'PUBLIC'),
        CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' END)
      FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) a LEFT JOIN pg_roles r ON r.oid = a.grantee
      WHERE c.oid = to_regclass(quote_ident(name)) AND a.grantee <> c.relowner);
    EXECUTE format('DROP VIEW %I', name);
    EXECUTE 'CREATE ' || definition;
    FOREACH a_grant IN ARRAY granted LOOP
      EXECUTE a_grant;
    END LOOP;
  END;
  EXECUTE format('COMMENT ON VIEW %I IS %L', name, mark || shape);
  FOR i IN 1 .. cardinality(names) LOOP
    EXECUTE format('COMMENT ON COLUMN %I.%I IS %L', name, names[i], coalesce(comments[i], column_meaning(names[i])));
  END LOOP;
  RETURN name;
END
$$;
COMMENT ON FUNCTION create_shape_view(text, text) IS
  'Makes a view of that name with the rows of all tables of a shape. One row per body row (see table_shapes), a text column per header, and beside it a typed one where four fifths of its values are numbers (…_number, and …_unit where they have units), percentages (…_percent), dates (…_date) or money (…_amount, …_currency), as facts have them. An earlier view of a shape with this name is replaced; who may read it still may. Make it again when articles with new spellings of the headers have come.';

CREATE OR REPLACE FUNCTION map_header(header text, role text) RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path FROM CURRENT SET standard_conforming_strings = on
AS $$
DECLARE
  key constant text := item_key(map_header.header);
  nothing constant text := '^[^0-9A-Za-z\u00AA\u00B5\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u1FFF\u2C00-\uD7FF\uF900-\uFFDC]*(not|not[^0-9A-Za-z\u00AA\u00B5\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u1FFF\u2C00-\uD7FF\uF900-\uFFDC].*|(none|no|nil|nothing|0|unknown|tb[acd]|keine?|nein|aucune?|non'
    '|ning[uú]n[oa]?|nessun[oa]|brak|geen|нет)[^0-9A-Za-z\u00AA\u00B5\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u1FFF\u2C00-\uD7FF\uF900-\uFFDC]*)$';
BEGIN
  INSERT INTO header_roles AS r (header_key, role, origin) VALUES (key, map_header.role, 'user')
  ON CONFLICT (header_key) DO UPDATE SET role = excluded.role, origin = 'user';
  -- what is loaded, as the loader would have it (loader/facts/support.h), but for sums within a text; this reads all facts
  UPDATE facts f
  SET support = s.support, amount = s.amount, currency = s.currency,
    support_type = CASE WHEN s.support IS NOT NULL THEN coalesce(
      (SELECT t.type FROM support_types t
        WHERE s.words LIKE CASE WHEN left(t.phrase, 1) = '*' THEN '%' ELSE '% ' END || btrim(t.phrase, '*')
          || CASE WHEN right(t.phrase, 1) = '*' THEN '%' ELSE ' %' END
        ORDER BY length(t.phrase) DESC, t.phrase LIMIT 1),
      CASE WHEN s.currency IS NOT NULL THEN 'money' END) END
  FROM (
    SELECT n.*, ' ' || regexp_replace(lower_case(n.support), '[^0-9A-Za-z\u00AA\u00B5\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u1FFF\u2C00-\uD7FF\uF900-\uFFDC]+', ' ', 'g') || ' ' AS words
    FROM (
      SELECT o.document_id, o.position, o.row_no, o.fact_no,
        CASE WHEN o.unit ~ '^[A-Z]{3}$' AND map_header.role = 'support' THEN o.number END AS amount,
        CASE WHEN o.unit ~ '^[A-Z]{3}$' AND map_header.role = 'support' THEN o.unit END AS currency,
        CASE WHEN map_header.role <> 'support' OR o.date IS NOT NULL OR o.boolean = false OR (length(o.value) <= 20 AND lower_case(o.value) ~ nothing) THEN NULL
          WHEN o.boolean OR (o.number IS NOT NULL AND (o.unit IS NULL OR o.unit ~ '^([A-Z]{3}|%)$')) THEN o.attribute
          ELSE o.value END AS support
      FROM facts o
      WHERE o.attribute_key = key AND o.entity_id IS NOT NULL AND o.told_by = 'cell'
    ) n
  ) s
  WHERE f.document_id = s.document_id AND f.position = s.position AND f.row_no = s.row_no AND f.fact_no = s.fact_no;
END
$$;
COMMENT ON FUNCTION map_header(text, text) IS
  'Says what a table header means: map_header(''Assistance given'', ''support''). item_attributes and country_support follow at once, also for what is loaded, and init keeps it.';

-- Words are joined with words: to compare each header with each role took a hundred times as long.
CREATE OR REPLACE VIEW unmapped_headers AS
WITH unmapped AS MATERIALIZED (
  SELECT c.header_key, min(c.header) AS header, count(*) AS columns,
    count(DISTINCT (c.document_id, c.table_no)) AS tables, count(DISTINCT c.document_id) AS documents
  FROM table_columns c
  WHERE c.header <> '' AND NOT EXISTS (SELECT 1 FROM header_roles r WHERE r.header_key = c.header_key)
  GROUP BY 1
), known AS (
  SELECT r.header_key, r.role, w.word
  FROM header_roles r CROSS JOIN LATERAL unnest(string_to_array(r.header_key, ' ')) AS w (word)
  WHERE length(w.word) > 3
), resembling AS (
  SELECT DISTINCT ON (u.header_key) u.header_key, k.header_key AS resembles, k.role
  FROM unmapped u
  CROSS JOIN LATERAL (SELECT DISTINCT w FROM regexp_split_to_table(u.header_key, '[^0-9A-Za-z\u00AA\u00B5\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u1FFF\u2C00-\uD7FF\uF900-\uFFDC]+') AS w) AS w (word)
  JOIN known k ON k.word = w.word
  GROUP BY u.header_key, k.header_key, k.role
  ORDER BY u.header_key, count(*) DESC, length(k.header_key), k.header_key
)
SELECT u.header_key, u.header, u.columns, u.tables, u.documents, r.role AS resembling_role, r.resembles
FROM unmapped u LEFT JOIN resembling r ON r.header_key = u.header_key;

COMMENT ON VIEW unmapped_headers IS
  'One row per table header that header_roles doesn''t know. With the known header that shares most words with it. Map one with map_header(header, role).';
COMMENT ON COLUMN unmapped_headers.header_key IS 'The header normalised by item_key(header).';
COMMENT ON COLUMN unmapped_headers.header IS 'One way in which it is written.';
COMMENT ON COLUMN unmapped_headers.columns IS 'Columns that have it.';
COMMENT ON COLUMN unmapped_headers.tables IS 'Tables that have it.';
COMMENT ON COLUMN unmapped_headers.documents IS 'Articles that have it.';
COMMENT ON COLUMN unmapped_headers.resembling_role IS 'Role of the known header that it resembles. NULL where none shares a word of four letters or more.';
COMMENT ON COLUMN unmapped_headers.resembles IS 'That known header.';
