-- Items and what is said of them.

CREATE OR REPLACE FUNCTION is_number(key text) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  -- of hundreds of thousands of items most begin with a letter that begins no month: they are told apart without a pattern
  RETURN CASE WHEN key COLLATE "C" >= 'a' AND key COLLATE "C" < '{' AND left(key, 3) COLLATE "C" <> ALL (
    '{jan,ene,gen,feb,fév,fev,mar,mär,maa,apr,avr,abr,may,mai,mag,mei,jun,jui,giu,jul,lug,aug,aoû,ago,sep,set,oct,okt,ott,out,nov,dec,dez,déc,dic}'
    ::text[]) THEN false ELSE key ~ '[0-9]' AND (key COLLATE "C" ~ '^[^a-z\u00AA\u00B5\u00BA\u00C0-\u1FFF\u2C00-\uFFFF\U00010000-\U0010FFFF]*$'
    OR key COLLATE "C" ~ (
    '^([0-9]{1,2}(st|nd|rd|th|er|º)?[. ]*(of |de )?)?'
    '(jan|january|januar|janvier|enero|gennaio|janeiro|januari|feb|february|februar|février|febrero|febbraio|fevereiro|februari'
    '|mar|march|märz|mars|marzo|março|maart|apr|april|avril|abril|aprile|may|mai|mayo|maggio|maio|mei'
    '|jun|june|juni|juin|junio|giugno|junho|jul|july|juli|juillet|julio|luglio|julho|aug|august|août|agosto|augustus'
    '|sep|sept|september|septembre|septiembre|settembre|setembro|oct|october|oktober|octobre|octubre|ottobre|outubro'
    '|nov|november|novembre|noviembre|novembro|dec|december|dezember|décembre|diciembre|dicembre|dezembro)'
    '[., ]*(de )?([0-9]{1,2}(st|nd|rd|th)?,? *)?([0-9]{4})?$')) END;
COMMENT ON FUNCTION is_number(text) IS
  'Whether a key (see item_key) is only a number, a year or a date. 4, 1,5 %, $20, 2024-05-12, may 12, 2024: no chart wants them among the names of things.';

-- Rows of facts with what stands around them: the view to ask what articles say by their structure.
CREATE OR REPLACE VIEW item_attributes AS
SELECT
  f.document_id, d.source, d.title, f.section_no, s.heading, f.table_no, nullif(f.row_no, 0) AS row_no, f.column_no, f.element_no,
  f.item, f.item_key, h.header AS item_attribute, f.attribute, f.attribute_key, r.role AS attribute_role, f.value, f.value_key, f.line_no,
  d.article, d.site, d.language, d.document_date, d.date_source, f.position, f.told_by, is_number(f.item_key) AS is_number,
  f.entity_id, e.name AS entity, e.kind, e.alpha2, e.alpha3, e.region,
  f.value_entity_id, f.number, f.unit, f.date, f.boolean, f.support, f.support_type, f.amount, f.currency
FROM facts f
LEFT JOIN articles d ON d.document_id = f.document_id
LEFT JOIN sections s ON s.document_id = f.document_id AND s.section_no = f.section_no
LEFT JOIN header_roles r ON r.header_key = f.attribute_key
LEFT JOIN entities e ON e.entity_id = f.entity_id
LEFT JOIN table_columns h
  ON h.document_id = f.document_id AND h.table_no = f.table_no AND h.column_no = f.item_column_no;

COMMENT ON VIEW item_attributes IS
  'What tables and lists say of their items: item → attribute → value. All facts (see facts), with article, section, role and entity. The item is the subject of a table''s row (its first cell, unless that column holds ranks, numbers or dates), a header or label, or what a list stands under.';
COMMENT ON COLUMN item_attributes.item_attribute IS 'Header of the item''s column as written. NULL in a table without a header row, and where the item is no cell.';
COMMENT ON COLUMN item_attributes.attribute_role IS 'What the attribute means, by header_roles; NULL where it is not mapped.';

CREATE OR REPLACE VIEW entity_facts AS
SELECT e.entity_id, f.document_id, f.fact_no, f.position, f.line_no, f.section_no, f.table_no, f.row_no, f.column_no, f.element_no, f.item,
  f.item_key, f.attribute, f.attribute_key, f.value, f.value_key, f.value_entity_id, f.number, f.unit, f.date, f.boolean, f.told_by, f.entity_id AS item_entity_id, f.support
FROM (
  SELECT DISTINCT entity_id, document_id, position, coalesce(row_no, 0) AS row_no
  FROM mentions
  WHERE place IN ('cell', 'label', 'text')
) e
JOIN facts f ON f.document_id = e.document_id AND f.position = e.position AND f.row_no = e.row_no
UNION ALL
SELECT f.entity_id, f.document_id, f.fact_no, f.position, f.line_no, f.section_no, f.table_no, f.row_no, f.column_no, f.element_no, f.item,
  f.item_key, f.attribute, f.attribute_key, f.value, f.value_key, f.value_entity_id, f.number, f.unit, f.date, f.boolean, f.told_by, f.entity_id, f.support
FROM facts f
WHERE f.entity_id IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM mentions m
  WHERE m.entity_id = f.entity_id AND m.document_id = f.document_id AND m.position = f.position
    AND coalesce(m.row_no, 0) = f.row_no AND m.place IN ('cell', 'label', 'text'));

COMMENT ON VIEW entity_facts IS
$$One row per entity and fact that it leads to. All facts of a table's row that names it in any cell, and of a list item that names it; those under a heading or lead-in, and in a column, whose name it is.
Ask by entity_id; attribute and role (header_roles) say what the fact is about. Where the entity is the item itself, item_entity_id is the same.$$;
COMMENT ON COLUMN entity_facts.entity_id IS 'The entity.';
COMMENT ON COLUMN entity_facts.item_entity_id IS 'The entity that the item is; NULL where it is none.';

CREATE OR REPLACE VIEW items AS
SELECT r.document_id, 'row' AS kind, r.item_key, r.cells[1] AS item, t.section_no, t.position, coalesce(r.lines[1], r.line_no) AS line_no,
  'table' AS structure, r.table_no AS number
FROM table_rows r
JOIN tables t ON t.document_id = r.document_id AND t.table_no = r.table_no
WHERE r.item_key IS NOT NULL
UNION ALL
SELECT b.document_id, CASE WHEN b.label IS NOT NULL THEN 'label' ELSE 'bullet' END,
  b.item_key, coalesce(b.label, b.text), b.section_no, b.position, b.line_no,
  'list', b.list_no
FROM bullets b
WHERE b.item_key IS NOT NULL
UNION ALL
SELECT s.document_id, 'heading', s.item_key, s.heading, s.section_no, s.position, s.line_no,
  'section', s.section_no
FROM sections s
WHERE s.item_key IS NOT NULL;

COMMENT ON VIEW items IS
  'One row per thing that an article names as an item. The first cell of a table row, the label of a bullet (or the whole of a short one), a heading; the same thing has the same item_key wherever it stands.';
COMMENT ON COLUMN items.kind IS 'row, label, bullet (no label, at most 80 characters) or heading.';
COMMENT ON COLUMN items.item IS 'The item as written.';
COMMENT ON COLUMN items.structure IS 'What it stands in: table, list or section.';
COMMENT ON COLUMN items.number IS 'Which one in the article: table_no, list_no or section_no.';

-- Of the bullets, not of their facts: those have lists in a text taken apart, and nothing of what says nothing (one labelled
-- bullet in 25).
CREATE OR REPLACE VIEW labelled_bullets AS
SELECT
  b.document_id, d.source, d.title, b.section_no, s.heading, b.list_no, last_sentence(p.text) AS caption,
  b.label, b.item_key AS label_key, b.text, b.position, b.line_no, d.article
FROM bullets b
LEFT JOIN sections s ON s.document_id = b.document_id AND s.section_no = b.section_no
LEFT JOIN articles d ON d.document_id = b.document_id
LEFT JOIN LATERAL (
  SELECT min(f.position) AS position FROM bullets f WHERE f.document_id = b.document_id AND f.list_no = b.list_no
) l ON true
LEFT JOIN paragraphs p ON p.document_id = b.document_id AND p.position = l.position - 1 AND p.kind = 'lead_in'
WHERE b.label IS NOT NULL;

COMMENT ON VIEW labelled_bullets IS 'One row per bullet of the form "Label: text". With the heading above it and what its list is said to hold.';
COMMENT ON COLUMN labelled_bullets.list_no IS 'Number of the list in the article.';
COMMENT ON COLUMN labelled_bullets.caption IS 'Last sentence of the paragraph that introduces the list; NULL where none does.';
COMMENT ON COLUMN labelled_bullets.label IS 'The label as written.';
COMMENT ON COLUMN labelled_bullets.label_key IS 'The label normalised by item_key(label): compare this one; it is indexed.';
COMMENT ON COLUMN labelled_bullets.text IS 'The text after the label.';
