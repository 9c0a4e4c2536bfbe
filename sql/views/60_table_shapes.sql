-- Tables with the same headers, across articles.

CREATE OR REPLACE VIEW table_shapes AS
SELECT
  t.shape,
  max(t.column_count) AS columns,
  count(*) AS tables,
  count(DISTINCT t.document_id) AS documents,
  sum(t.row_count) AS rows,
  min(t.document_id) AS first_document_id
FROM tables t
WHERE t.shape IS NOT NULL
GROUP BY t.shape;

COMMENT ON VIEW table_shapes IS
  'One row per table shape (the normalised headers): how often it recurs. create_shape_view(shape, name) makes one relation of all its tables.';
COMMENT ON COLUMN table_shapes.shape IS 'The normalised headers, joined by " | ".';
COMMENT ON COLUMN table_shapes.columns IS 'Columns of the widest table.';
COMMENT ON COLUMN table_shapes.tables IS 'Tables of this shape.';
COMMENT ON COLUMN table_shapes.documents IS 'Articles that hold one.';
COMMENT ON COLUMN table_shapes.rows IS 'Body rows of all of them.';
COMMENT ON COLUMN table_shapes.first_document_id IS 'The first article that holds one.';

CREATE OR REPLACE FUNCTION shape_column_type(shape text, column_no int) RETURNS text
  LANGUAGE plpgsql STABLE
  SET search_path FROM CURRENT
AS $$
DECLARE
  share constant real := .8;
  sample constant int := 5000;
  n record;
BEGIN
  SELECT count(*) AS cells, count(parse_date(x.text)) AS dates, count(parse_percent(x.text, x.language)) AS percentages,
    count(parse_money(x.text, x.language)) AS sums, count(parse_number(x.text, x.language)) AS numbers INTO n
  FROM (
    SELECT c.text, d.language
    FROM tables t
    JOIN table_cells c ON c.document_id = t.document_id AND c.table_no = t.table_no
    LEFT JOIN documents d ON d.document_id = t.document_id
    WHERE t.shape = shape_column_type.shape AND c.column_no = shape_column_type.column_no AND NOT says_nothing(c.text)
    LIMIT sample
  ) x;
  RETURN CASE
    WHEN n.cells = 0 THEN NULL
    WHEN n.dates >= n.cells * share THEN 'date'
    WHEN n.percentages >= n.cells * share THEN 'percent'
    WHEN n.sums >= n.cells * share THEN 'money'
    WHEN n.numbers >= n.cells * share THEN 'number'
  END;
END
$$;
COMMENT ON FUNCTION shape_column_type(text, int) IS
  'What four fifths of the cells of a shape''s column are that say anything: date, percent, money or number; NULL for text. Of large shapes, 5,000 cells are asked.';

CREATE OR REPLACE FUNCTION create_shape_view(shape text, name text) RETURNS text
  LANGUAGE plpgsql VOLATILE
  SET search_path FROM CURRENT
AS $$
DECLARE
  mark constant text := 'All tables of the shape: ';
  first_table record;
  a_column record;
  column_name text;
  names text[] := ARRAY['document_id', 'source', 'section_no', 'table_no', 'row_no', 'line_no'];
  comments text[] := ARRAY['The article.', 'Where the article came from.', 'The section that the table stands in.', 'The table.',
    'The row.', 'Line of the source on which the row begins.'];
  fields text := '';
  cell text;
  typed record;
  definition text;
BEGIN
  SELECT t.document_id, t.table_no INTO first_table
  FROM tables t WHERE t.shape = create_shape_view.shape ORDER BY t.document_id, t.table_no LIMIT 1;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no table has the shape "%"', shape USING ERRCODE = 'no_data_found', HINT = 'The view table_shapes lists them.';
  END IF;
  IF to_regclass(quote_ident(name)) IS NOT NULL
    AND coalesce(obj_description(to_regclass(quote_ident(name)), 'pg_class'), '') NOT LIKE mark || '%'
  THEN
    RAISE EXCEPTION 'there is a relation "%" already, and it is no shape''s view', name USING ERRCODE = 'duplicate_table';
  END IF;

  FOR a_column IN
    SELECT c.column_no, c.header FROM table_columns c
    WHERE c.document_id = first_table.document_id AND c.table_no = first_table.table_no ORDER BY c.column_no
  LOOP
    column_name := btrim(left(regexp_replace(item_key(coalesce(a_column.header, '')), '[^[:alnum:]]+', '_', 'g'), 40), '_');
    IF column_name = '' OR column_name = ANY (names) THEN
      column_name := concat_ws('_', nullif(column_name, ''), 'column', a_column.column_no);
    END IF;
    names := names || column_name;
    comments := comments || coalesce(nullif(a_column.header, ''), 'A column without a header.');
    cell := format('max(c.text) FILTER (WHERE c.column_no = %s)', a_column.column_no);
    fields := fields || format(E',\n  %s AS %I', cell, column_name);
    FOR typed IN
      SELECT v.suffix, v.expression, v.comment
      FROM (VALUES
        ('number', 'number', 'parse_number(%s, min(d.language))', 'as a number'),
        ('percent', 'percent', 'parse_percent(%s, min(d.language))', 'as a number of per cent'),
        ('date', 'date', 'parse_date(%s)', 'as a date'),
        ('money', 'amount', 'parse_money(%s, min(d.language))', 'as an amount of money'),
        ('money', 'currency', 'money_currency(%s)', 'its currency')) AS v (type, suffix, expression, comment)
      WHERE v.type = shape_column_type(shape, a_column.column_no)
    LOOP
      IF column_name || '_' || typed.suffix = ANY (names) THEN
        typed.suffix := typed.suffix || '_' || a_column.column_no;
      END IF;
      names := names || (column_name || '_' || typed.suffix);
      comments := comments || format('%s, %s; NULL where the text is none.', coalesce(nullif(a_column.header, ''), column_name), typed.comment);
      fields := fields || format(E',\n  ' || typed.expression || ' AS %I', cell, column_name || '_' || typed.suffix);
    END LOOP;
  END LOOP;

  definition := format(
    E'VIEW %I AS\nSELECT t.document_id, d.source, t.section_no, t.table_no, c.row_no, min(c.line_no) AS line_no%s\n'
    'FROM tables t\n'
    'JOIN table_cells c ON c.document_id = t.document_id AND c.table_no = t.table_no\n'
    'JOIN documents d ON d.document_id = t.document_id\n'
    'WHERE t.shape = %L\n'
    'GROUP BY t.document_id, d.source, t.section_no, t.table_no, c.row_no', name, fields, shape);
  BEGIN
    EXECUTE 'CREATE OR REPLACE ' || definition;  -- grants stay
  EXCEPTION WHEN invalid_table_definition THEN  -- other columns
    EXECUTE format('DROP VIEW %I', name);
    EXECUTE 'CREATE ' || definition;
  END;
  EXECUTE format('COMMENT ON VIEW %I IS %L', name, mark || shape);
  FOR i IN 1 .. cardinality(names) LOOP
    EXECUTE format('COMMENT ON COLUMN %I.%I IS %L', name, names[i], comments[i]);
  END LOOP;
  RETURN name;
END
$$;
COMMENT ON FUNCTION create_shape_view(text, text) IS
  'Makes a view of that name with one row per body row of all tables of a shape (see table_shapes), a text column per header, and beside it a typed one where four fifths of its cells are numbers (…_number), percentages (…_percent), dates (…_date) or money (…_amount, …_currency). An earlier view of a shape with this name is replaced; who may read it still may, unless its columns change.';

CREATE OR REPLACE FUNCTION map_header(header text, role text) RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path FROM CURRENT
AS $$
DECLARE
  key constant text := item_key(map_header.header);
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
    SELECT n.*, ' ' || regexp_replace(lower_case(n.support), '[^[:alnum:]]+', ' ', 'g') || ' ' AS words
    FROM (
      SELECT o.document_id, o.position, o.row_no, o.fact_no,
        CASE WHEN o.unit ~ '^[A-Z]{3}$' AND map_header.role = 'support' THEN o.number END AS amount,
        CASE WHEN o.unit ~ '^[A-Z]{3}$' AND map_header.role = 'support' THEN o.unit END AS currency,
        CASE WHEN map_header.role <> 'support' OR o.date IS NOT NULL OR o.boolean = false OR says_nothing(o.value) THEN NULL
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
  'Says what a table header means, such as map_header(''Assistance given'', ''support''): item_attributes and country_support follow at once, also for what is loaded, and init keeps it.';

-- Words are joined with words: to compare each header with each role took a hundred times as long.
CREATE OR REPLACE VIEW unmapped_headers AS
WITH unmapped AS MATERIALIZED (
  SELECT c.header_key, min(c.header) AS header, count(*) AS columns,
    count(DISTINCT (c.document_id, c.table_no)) AS tables, count(DISTINCT c.document_id) AS documents
  FROM table_columns c
  WHERE c.header <> '' AND NOT EXISTS (SELECT FROM header_roles r WHERE r.header_key = c.header_key)
  GROUP BY 1
), known AS (
  SELECT r.header_key, r.role, w.word
  FROM header_roles r CROSS JOIN LATERAL unnest(string_to_array(r.header_key, ' ')) AS w (word)
  WHERE length(w.word) > 3
), resembling AS (
  SELECT DISTINCT ON (u.header_key) u.header_key, k.header_key AS resembles, k.role
  FROM unmapped u
  CROSS JOIN LATERAL (SELECT DISTINCT w FROM regexp_split_to_table(u.header_key, '[^[:alnum:]]+') AS w) AS w (word)
  JOIN known k ON k.word = w.word
  GROUP BY u.header_key, k.header_key, k.role
  ORDER BY u.header_key, count(*) DESC, length(k.header_key), k.header_key
)
SELECT u.header_key, u.header, u.columns, u.tables, u.documents, r.role AS resembling_role, r.resembles
FROM unmapped u LEFT JOIN resembling r ON r.header_key = u.header_key;

COMMENT ON VIEW unmapped_headers IS
  'One row per table header that header_roles doesn''t know, with the known header that shares most words with it. Map one with map_header(header, role).';
COMMENT ON COLUMN unmapped_headers.header_key IS 'The header normalised by item_key(header).';
COMMENT ON COLUMN unmapped_headers.header IS 'One way in which it is written.';
COMMENT ON COLUMN unmapped_headers.columns IS 'Columns that have it.';
COMMENT ON COLUMN unmapped_headers.tables IS 'Tables that have it.';
COMMENT ON COLUMN unmapped_headers.documents IS 'Articles that have it.';
COMMENT ON COLUMN unmapped_headers.resembling_role IS 'Role of the known header that it resembles; NULL where none shares a word of four letters or more.';
COMMENT ON COLUMN unmapped_headers.resembles IS 'That known header.';
