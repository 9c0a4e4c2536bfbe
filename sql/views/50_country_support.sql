-- Which countries and organisations give which support: what tables, lists and headings say of it (facts.support), and what
-- sentences do (statements). Both are worked out while an article is loaded; here they only stand side by side.

-- Each side is joined by itself: a cluster would bring all facts and articles together to join them behind a union.
CREATE OR REPLACE VIEW country_support AS
SELECT
  g.document_id, g.source, g.title, g.section_no, g.heading, g.line_no,
  g.country, g.entity_id, g.kind, g.item, g.item_key,
  g.attribute, g.support, item_key(g.support) AS support_key,
  g.table_no, nullif(g.row_no, 0) AS row_no, g.column_no, g.element_no,
  g.origin, CASE WHEN g.value <> g.support THEN g.value END AS detail, g.position, g.support_type,
  coalesce(g.act, CASE WHEN g.attribute_key ~ 'pledg|promis|commit' THEN 'promises' ELSE 'gives' END) AS act,
  g.amount, g.currency, g.receiver, g.receiver_id,
  g.alpha2, g.alpha3, g.region, g.confidence, coalesce(g.reason, 'told by structure') AS reason,
  g.article, g.site, g.language, g.document_date, g.date_source
FROM (
  SELECT f.document_id, f.section_no, f.line_no, f.position, f.entity_id, f.item, f.item_key, f.attribute, f.attribute_key, f.support,
    f.support_type, f.value, f.table_no, f.row_no, f.column_no, f.element_no, f.told_by AS origin, f.amount, f.currency,
    NULL::text AS act, NULL::text AS receiver, NULL::text AS receiver_id, NULL::real AS confidence, NULL::text AS reason,
    e.name AS country, e.kind, e.alpha2, e.alpha3, e.region, s.heading,
    d.source, d.title, d.article, d.site, d.language, d.document_date, d.date_source
  FROM facts f
  JOIN entities e ON e.entity_id = f.entity_id
  LEFT JOIN articles d ON d.document_id = f.document_id
  LEFT JOIN sections s ON s.document_id = f.document_id AND s.section_no = f.section_no
  UNION ALL
  SELECT t.document_id, t.section_no, t.line_no, t.position, t.giver_id, t.giver, item_key(t.giver), NULL, NULL, t.support,
    t.support_type, t.sentence, NULL, NULL, NULL, 1, 'sentence', t.amount::double precision, t.currency,
    t.act, t.receiver, t.receiver_id, t.confidence, t.reason,
    e.name, e.kind, e.alpha2, e.alpha3, e.region, s.heading,
    d.source, d.title, d.article, d.site, d.language, d.document_date, d.date_source
  FROM statements t
  JOIN entities e ON e.entity_id = t.giver_id
  LEFT JOIN articles d ON d.document_id = t.document_id
  LEFT JOIN sections s ON s.document_id = t.document_id AND s.section_no = t.section_no
) g
-- conditions within the union would keep the planner from looking each giver up
WHERE g.support IS NOT NULL AND coalesce(g.confidence, 1) >= 0.8::real AND coalesce(g.act, 'gives') IN ('gives', 'promises');

COMMENT ON VIEW country_support IS
$$Which country or organisation gives which support, in which article and line.
Territories and regions, too. By structure (facts.support): rows of tables whose header means support, columns of givers, labelled list items, lists under the name of an entity. By sentences (statements): those found with a confidence of 0.8 or more, and neither asked for nor refused; all others are in statements.$$;
COMMENT ON COLUMN country_support.line_no IS 'Line of the source on which the row, list item or paragraph begins.';
COMMENT ON COLUMN country_support.country IS 'Usual name of the country or organisation.';
COMMENT ON COLUMN country_support.entity_id IS 'Its row in entities: ask by this one; it is indexed.';
COMMENT ON COLUMN country_support.kind IS 'country, territory or organisation.';
COMMENT ON COLUMN country_support.item IS 'The giver as written.';
COMMENT ON COLUMN country_support.attribute IS 'What tells of support, as written. The header (Type of Support), lead-in, heading or label; NULL for sentences.';
COMMENT ON COLUMN country_support.support IS 'The support as written. One element of the cell''s list, a header over an amount, the shortest phrase of a sentence.';
COMMENT ON COLUMN country_support.support_key IS 'The same, normalised by item_key(support).';
COMMENT ON COLUMN country_support.element_no IS 'Number of the support in its cell, from 1.';
COMMENT ON COLUMN country_support.origin IS 'How the article says it. sentence, or cell, header, key, label, under_heading, under_lead_in, under_item (see facts.told_by).';
COMMENT ON COLUMN country_support.detail IS 'The whole value where the support is told by its header, or the sentence.';
COMMENT ON COLUMN country_support.act IS 'gives, or promises.';
COMMENT ON COLUMN country_support.amount IS 'The sum of money, in whole units of the currency; NULL where none is told.';
COMMENT ON COLUMN country_support.receiver IS 'Who receives it, or what it is for, as the sentence writes it. NULL where nothing says it.';
COMMENT ON COLUMN country_support.receiver_id IS 'The first entity named in receiver.';
COMMENT ON COLUMN country_support.alpha2 IS 'ISO 3166-1 alpha-2 code of the giver, for maps.';
COMMENT ON COLUMN country_support.alpha3 IS 'ISO 3166-1 alpha-3 code of the giver.';
COMMENT ON COLUMN country_support.region IS 'Region of the giver.';
COMMENT ON COLUMN country_support.confidence IS 'How sure it is that the sentence says so, 0 to 1; NULL for what structure says.';
COMMENT ON COLUMN country_support.reason IS 'By which construction the sentence says it.';

-- Not over country_support: with no more columns than these, an index holds all that is asked of facts.
CREATE OR REPLACE VIEW country_support_types AS
SELECT e.entity_id, e.name AS country, e.kind, e.alpha3, g.support_type, count(*) AS supports, count(DISTINCT g.document_id) AS documents
FROM (
  SELECT f.entity_id, f.support_type, f.document_id, f.support, NULL::real AS confidence, NULL::text AS act FROM facts f
  UNION ALL
  SELECT t.giver_id, t.support_type, t.document_id, t.support, t.confidence, t.act FROM statements t
) g
JOIN entities e ON e.entity_id = g.entity_id
WHERE g.support IS NOT NULL AND coalesce(g.confidence, 1) >= 0.8::real AND coalesce(g.act, 'gives') IN ('gives', 'promises')
GROUP BY e.entity_id, e.name, e.kind, e.alpha3, g.support_type;

COMMENT ON VIEW country_support_types IS
  'One row per country (organisation, …) and type of support. How often, and in how many articles: the picture to begin with; country_support has each.';
COMMENT ON COLUMN country_support_types.entity_id IS 'The giver.';
COMMENT ON COLUMN country_support_types.country IS 'Its usual name.';
COMMENT ON COLUMN country_support_types.support_type IS 'The type; NULL for supports of none.';
COMMENT ON COLUMN country_support_types.supports IS 'How often it is told.';
COMMENT ON COLUMN country_support_types.documents IS 'In how many articles.';

CREATE OR REPLACE FUNCTION support_of(name text) RETURNS SETOF country_support
  LANGUAGE plpgsql STABLE ROWS 100
  SET search_path FROM CURRENT
AS $$
BEGIN
  RETURN QUERY SELECT s.* FROM country_support s
  WHERE s.entity_id IN (
    SELECT e.entity_id FROM entities e WHERE e.entity_id = support_of.name OR e.name = support_of.name
    UNION
    SELECT n.entity_id FROM entity_names n WHERE n.name_key = item_key(support_of.name) AND n.is_key);
END
$$;
COMMENT ON FUNCTION support_of(text) IS
  'What country_support says of the entity that has this name or entity_id. The name in any spelling that entity_names knows.';
