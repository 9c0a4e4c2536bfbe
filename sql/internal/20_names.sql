-- What views say of their columns and rows.

CREATE OR REPLACE FUNCTION column_meaning(name text) RETURNS text
  LANGUAGE plpgsql STABLE
  SET search_path FROM CURRENT
AS $$
BEGIN
  RETURN coalesce(
    (SELECT v.comment FROM (VALUES
      ('heading', 'Heading of the section; NULL before the first heading.'),
      ('line_no', 'Line of the source on which it begins.'),
      ('position', 'Number of the block in the article''s reading order.'),
      ('row_no', 'Row of the table; NULL outside of one.'),
      ('entity', 'Usual name of the entity.'),
      ('is_number', 'Whether the item is only a number, a year or a date. Charts of names leave those out.')) AS v (name, comment)
      WHERE v.name = column_meaning.name),
    (SELECT col_description(a.attrelid, a.attnum)
      FROM unnest('{articles,facts,entities}'::text[]) WITH ORDINALITY AS r (relation, n)
      JOIN pg_attribute a ON a.attrelid = to_regclass(r.relation) AND a.attname = column_meaning.name
      ORDER BY r.n LIMIT 1));
END
$$;
COMMENT ON FUNCTION column_meaning(text) IS
  'What a column of that name says in every view that says nothing else of it. As in articles, facts and entities.';

CREATE OR REPLACE FUNCTION fact_kind(told_by text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE told_by WHEN 'cell' THEN 'row' WHEN 'under_item' THEN 'bullet' WHEN 'under_lead_in' THEN 'lead-in'
    WHEN 'under_heading' THEN 'heading' WHEN 'key' THEN 'heading' ELSE told_by END;
COMMENT ON FUNCTION fact_kind(text) IS 'What the item of a fact is (see items), by facts.told_by.';
