-- Articles put together again.

CREATE OR REPLACE VIEW document_texts AS
SELECT
  b.document_id,
  string_agg(
    CASE
      WHEN b.is_first THEN ''
      WHEN b.list_no = b.previous_list THEN E'\n'
      ELSE E'\n\n'
    END || b.markdown, '' ORDER BY b.position) || E'\n' AS text
FROM (
  SELECT
    x.document_id, x.position, x.list_no, x.markdown,
    lag(x.list_no) OVER reading AS previous_list,
    lag(x.position) OVER reading IS NULL AS is_first
  FROM (
    SELECT s.document_id, s.position, NULL::int AS list_no,
      repeat('#', least(greatest(s.level, 1), 6)) || ' ' || s.heading AS markdown
    FROM sections s
    WHERE s.heading IS NOT NULL
    UNION ALL
    SELECT p.document_id, p.position, NULL,
      CASE p.kind
        WHEN 'quote' THEN '> ' || replace(p.text, E'\n', E'\n> ')
        WHEN 'code' THEN E'```\n' || p.text || E'\n```'
        ELSE CASE WHEN p.label IS NULL THEN markdown_text(p.text) ELSE '**' || p.label || ':** ' || p.text END
      END
    FROM paragraphs p
    WHERE p.kind <> 'leftover'
    UNION ALL
    SELECT b.document_id, b.position, b.list_no,
      repeat('    ', greatest(b.depth - 1, 0)) || coalesce(b.ordinal || '. ', '- ')
        || CASE WHEN b.label IS NULL THEN markdown_text(b.text) ELSE '**' || b.label || ':** ' || b.text END
    FROM bullets b
    UNION ALL
    SELECT t.document_id, t.position, NULL,
      '| ' || h.headers || E' |\n|' || repeat('---|', h.columns) || coalesce(E'\n' || r.rows, '')
    FROM tables t
    JOIN (
      SELECT c.document_id, c.table_no, count(*)::int AS columns,
        string_agg(coalesce(markdown_cell(c.header), ''), ' | ' ORDER BY c.column_no) AS headers
      FROM table_columns c
      GROUP BY c.document_id, c.table_no
    ) h ON h.document_id = t.document_id AND h.table_no = t.table_no
    LEFT JOIN (
      SELECT y.document_id, y.table_no, string_agg('| ' || y.cells || ' |', E'\n' ORDER BY y.row_no) AS rows
      FROM (
        SELECT c.document_id, c.table_no, c.row_no, string_agg(markdown_cell(c.text), ' | ' ORDER BY c.column_no) AS cells
        FROM table_cells c
        GROUP BY c.document_id, c.table_no, c.row_no
      ) y
      GROUP BY y.document_id, y.table_no
    ) r ON r.document_id = t.document_id AND r.table_no = t.table_no
  ) x
  WINDOW reading AS (PARTITION BY x.document_id ORDER BY x.position)
) b
GROUP BY b.document_id;

COMMENT ON VIEW document_texts IS
  'One row per article that has any block: the article put together again in reading order, as Markdown. Leftovers are left out.';
COMMENT ON COLUMN document_texts.document_id IS 'The article.';
COMMENT ON COLUMN document_texts.text IS 'Its text as Markdown.';

CREATE OR REPLACE FUNCTION document_text(document_id bigint) RETURNS text
  LANGUAGE plpgsql STABLE
  SET search_path FROM CURRENT
AS $$
BEGIN
  RETURN (SELECT t.text FROM document_texts t WHERE t.document_id = document_text.document_id);
END
$$;
COMMENT ON FUNCTION document_text(bigint) IS 'The article put together again in reading order, as Markdown; NULL where there is no such article.';
