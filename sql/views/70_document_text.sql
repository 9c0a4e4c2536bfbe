-- Articles put together again.

-- Article by article, so that to ask for some, or only how many there are, is not to put all together.
CREATE OR REPLACE VIEW document_texts AS
SELECT d.document_id, (
  SELECT string_agg(CASE WHEN b.is_first THEN '' WHEN b.list_no = b.previous_list THEN E'\n' ELSE E'\n\n' END || b.markdown, ''
    ORDER BY b.position) || E'\n' AS text
  FROM (
    SELECT m.position, m.list_no, m.markdown, lag(m.list_no) OVER reading AS previous_list, lag(m.position) OVER reading IS NULL AS is_first
    FROM (
      SELECT s.position, NULL::int AS list_no, repeat('#', least(greatest(s.level, 1), 6)) || ' ' || s.heading AS markdown
      FROM sections s
      WHERE s.document_id = d.document_id AND s.heading IS NOT NULL
      UNION ALL
      SELECT p.position, NULL,
        CASE p.kind
          WHEN 'quote' THEN '> ' || replace(p.text, E'\n', E'\n> ')
          WHEN 'code' THEN E'```\n' || p.text || E'\n```'
          ELSE CASE WHEN p.label IS NULL THEN markdown_text(p.text) ELSE '**' || p.label || ':** ' || p.text END
        END
      FROM paragraphs p
      WHERE p.document_id = d.document_id AND p.kind <> 'leftover' AND (p.text <> '' OR p.label IS NOT NULL OR p.kind IN ('quote', 'code'))
      UNION ALL
      SELECT b.position, b.list_no,
        repeat('    ', greatest(b.depth - 1, 0)) || coalesce(b.ordinal || '. ', '- ')
          || CASE WHEN b.label IS NULL THEN markdown_text(b.text) ELSE '**' || b.label || ':** ' || b.text END
      FROM bullets b
      WHERE b.document_id = d.document_id
      UNION ALL
      SELECT t.position, NULL, concat_ws(E'\n',
        (SELECT '| ' || string_agg(coalesce(markdown_cell(c.header), ''), ' | ' ORDER BY c.column_no) || E' |\n|' || repeat('---|', count(*)::int)
          FROM table_columns c WHERE c.document_id = d.document_id AND c.table_no = t.table_no),
        (SELECT string_agg('| ' || x.cells || ' |', E'\n' ORDER BY r.row_no)
          FROM table_rows r
          CROSS JOIN LATERAL (
            SELECT string_agg(markdown_cell(c.text), ' | ' ORDER BY c.column_no) AS cells FROM unnest(r.cells) WITH ORDINALITY AS c (text, column_no)
          ) x
          WHERE r.document_id = d.document_id AND r.table_no = t.table_no))
      FROM tables t
      WHERE t.document_id = d.document_id AND t.column_count > 0
    ) m
    WINDOW reading AS (ORDER BY m.position)
  ) b
) AS text
FROM documents d
WHERE EXISTS (SELECT 1 FROM sections s WHERE s.document_id = d.document_id AND s.heading <> '')
  OR EXISTS (SELECT 1 FROM paragraphs p WHERE p.document_id = d.document_id AND p.kind <> 'leftover')
  OR EXISTS (SELECT 1 FROM bullets b WHERE b.document_id = d.document_id)
  OR EXISTS (SELECT 1 FROM table_columns c WHERE c.document_id = d.document_id);

COMMENT ON VIEW document_texts IS
  'One row per article that has any block, with its text as Markdown. It is put together again in reading order, without leftovers.';
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
COMMENT ON FUNCTION document_text(bigint) IS 'The article put together again in reading order, as Markdown. NULL where there is no such article.';
