-- The outline of articles: headings in reading order, indented. From sections.path, so without recursion.

CREATE OR REPLACE VIEW outline AS
SELECT
  s.document_id, d.source, d.title, s.section_no, s.parent_no, cardinality(s.path) AS depth, s.level,
  repeat('  ', greatest(cardinality(s.path) - 1, 0)) || coalesce(s.heading, '(before the first heading)') AS outline,
  s.heading, s.heading_origin, s.confidence, s.line_no,
  (SELECT count(*) FROM paragraphs p
    WHERE p.document_id = s.document_id AND p.section_no = s.section_no AND p.kind <> 'leftover') AS paragraphs,
  (SELECT count(*) FROM bullets b WHERE b.document_id = s.document_id AND b.section_no = s.section_no) AS bullets,
  (SELECT count(*) FROM tables t WHERE t.document_id = s.document_id AND t.section_no = s.section_no) AS tables
FROM sections s
LEFT JOIN documents d ON d.document_id = s.document_id;

COMMENT ON VIEW outline IS 'One row per section: the outline of each article. Order by document_id, section_no.';
COMMENT ON COLUMN outline.section_no IS 'Number of the section in reading order. 0 for what stands before the first heading.';
COMMENT ON COLUMN outline.parent_no IS 'The section that this one is part of; NULL at the top.';
COMMENT ON COLUMN outline.depth IS 'Depth in the tree of sections, from 1.';
COMMENT ON COLUMN outline.level IS 'Level of the heading, 1 to 6; 0 for section 0.';
COMMENT ON COLUMN outline.outline IS 'The heading, indented by two spaces a depth.';
COMMENT ON COLUMN outline.heading IS 'The heading as written; NULL for section 0.';
COMMENT ON COLUMN outline.heading_origin IS 'marked, inferred or none: see sections.heading_origin.';
COMMENT ON COLUMN outline.confidence IS 'How sure it is that the line is a heading, 0 to 1.';
COMMENT ON COLUMN outline.line_no IS 'Line of the source on which the heading begins.';
COMMENT ON COLUMN outline.paragraphs IS 'Paragraphs that stand directly in the section, leftovers not counted.';
COMMENT ON COLUMN outline.bullets IS 'List items that stand directly in the section.';
COMMENT ON COLUMN outline.tables IS 'Tables that stand directly in the section.';
