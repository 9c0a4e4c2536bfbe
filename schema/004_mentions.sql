-- Where entities are mentioned, and what keeps a name from being a mention. The loader fills mentions while it loads
-- (loader/facts/mentions.h says by which rules).

CREATE TABLE mentions (
  document_id bigint NOT NULL,
  mention_no int NOT NULL,
  position int NOT NULL,
  place text NOT NULL,
  row_no int,
  column_no int,
  entity_id text NOT NULL,
  start int NOT NULL,
  text text NOT NULL,
  CONSTRAINT mentions_place CHECK (place IN ('heading', 'text', 'label', 'header', 'cell'))
);
COMMENT ON TABLE mentions IS
  'One row per mention of an entity: a country, territory, organisation, region or one of your own, by any of its names, with the adjective and the people (Pakistani, Pakistanis). Found while loading, by the names that entity_names had then; code is not looked at.';
COMMENT ON COLUMN mentions.document_id IS 'The article.';
COMMENT ON COLUMN mentions.mention_no IS 'Number of the mention in the article, from 1, in reading order.';
COMMENT ON COLUMN mentions.position IS 'Position of the block that holds it: section, paragraph, bullet or table.';
COMMENT ON COLUMN mentions.place IS
  'Which text of the block: heading (of a section), text (of a paragraph or bullet), label (of a bullet), header or cell (of a table).';
COMMENT ON COLUMN mentions.row_no IS 'Row of the table, for cells; NULL elsewhere.';
COMMENT ON COLUMN mentions.column_no IS 'Column of the table, for headers and cells; NULL elsewhere.';
COMMENT ON COLUMN mentions.entity_id IS 'The entity, as entities knew it at the time of the load.';
COMMENT ON COLUMN mentions.start IS
  'Characters before it in that text (a paragraph''s text, a cell''s …): substr(…, start + 1, length(mentions.text)) is the mention.';
COMMENT ON COLUMN mentions.text IS 'The mention as written, without possessive or genitive.';

CREATE TABLE entity_stop_phrases (
  phrase text NOT NULL,
  kind text NOT NULL,
  origin text NOT NULL DEFAULT 'user',
  PRIMARY KEY (phrase, kind),
  CONSTRAINT entity_stop_phrases_kind
    CHECK (kind IN ('phrase', 'after', 'before', 'person', 'surname', 'state', 'beside_state')),
  CONSTRAINT entity_stop_phrases_origin CHECK (origin IN ('product', 'user'))
);
COMMENT ON TABLE entity_stop_phrases IS
  'Words that keep a name from being a mention of its entity. Filled by init from schema/entity_stop_phrases.csv; rows of your own stay, and count from the next load on.';
COMMENT ON COLUMN entity_stop_phrases.phrase IS 'The word or words, as written.';
COMMENT ON COLUMN entity_stop_phrases.kind IS
  'phrase: a longer phrase that is about something else (New Jersey); after: a capitalised word right behind makes the name a company''s (Airlines); before: one right before it does (Air); person: a name that people have too (Chad); surname: a name that is a family name too (Holland); state: a name that a part of another country has too (Georgia); beside_state: a word that tells it is that part (Alabama).';
COMMENT ON COLUMN entity_stop_phrases.origin IS
  'product: comes with doc2pgsql and is kept up to date by init; user: yours, and never touched.';

-- The language that the text is in, where the metadata say none: for mentions and search().
ALTER TABLE documents ADD COLUMN language_guess text;
COMMENT ON COLUMN documents.language_guess IS
  'Language by the commonest words or the script of the text, where language says none by its code; NULL where that tells too little.';
