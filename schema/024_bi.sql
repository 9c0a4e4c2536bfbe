-- What BI tools list: the first sentence of each comment is short, since that is what they show; what is bookkeeping says so first.
COMMENT ON TABLE mentions IS
  'One row per mention of an entity, with place and offset. A country, territory, organisation, region or one of your own, by any of its names, with the adjective and the people (Pakistani, Pakistanis). Found while loading, by the names that entity_names had then; code is not looked at.';
COMMENT ON TABLE facts IS
$$One row per thing that an article's structure says: item × attribute × value. Of table rows, labelled list items, and lists under what names an entity; worked out while loading, by the names that entity_names had then.
An item or value that names several entities (Germany, France and Italy) gives a fact for each, and so does each element of a list in a cell; cells that say nothing (-, n/a) give none.
The mentions of a table's row or of a list item lead to its facts by document_id, position and row_no (the view entity_facts).$$;
COMMENT ON TABLE statements IS
  'One row for each thing that a sentence says somebody gives, promises, is asked for or refuses. By countries and organisations, in English, German, French and Spanish text; found while loading: money, goods, arms, people, training, refuge, backing; not trade, sport or business.';
COMMENT ON TABLE sections IS
  'One row per heading. Section 0 holds what stands before the first heading, and is always there.';
COMMENT ON TABLE entity_organs IS
  'Names that stand for an entity where somebody gives or receives, and nowhere else. Its agencies and offices (USAID, Bundesregierung), and capitals for governments. Filled by init from schema/entity_organs.csv; rows of your own stay, and count from the next load on, in articles loaded before after doc2pgsql resolve.';
COMMENT ON TABLE sources IS
  'Bookkeeping: one row per place an article came from. The ledger that makes loading exact, written in the same transaction as the article''s rows.';
COMMENT ON TABLE search_documents IS
  'Bookkeeping: one row per article that search() finds by its index. Written by doc2pgsql index full-text.';
COMMENT ON TABLE search_blocks IS
  'Bookkeeping: one row per block of those articles, with its words. Written by doc2pgsql index full-text; blocks has the texts.';
COMMENT ON TABLE schema_versions IS 'Bookkeeping: one row per migration that has run in this schema.';
