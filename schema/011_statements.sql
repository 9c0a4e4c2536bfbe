-- Who gives what to whom, by the sentences of the articles. The loader fills statements while it loads
-- (loader/facts/statements.h says by which rules), with the vocabulary of the two tables below.

CREATE TABLE statements (
  document_id bigint NOT NULL,
  statement_no int NOT NULL,
  position int NOT NULL,
  line_no int NOT NULL,
  section_no int NOT NULL,
  giver text NOT NULL,
  giver_id text NOT NULL,
  act text NOT NULL,
  support text NOT NULL,
  support_type text,
  amount numeric,
  currency text,
  receiver text,
  receiver_id text,
  sentence text NOT NULL,
  start int NOT NULL,
  confidence real NOT NULL,
  reason text NOT NULL,
  CONSTRAINT statements_act CHECK (act IN ('gives', 'promises', 'asks', 'refuses'))
);
COMMENT ON TABLE statements IS
  'One row for each thing that a sentence says a country or organisation gives, promises, is asked for or refuses, in English, German, French and Spanish text. Found while loading: money, goods, arms, people, training, refuge, backing; not trade, sport or business.';
COMMENT ON COLUMN statements.document_id IS 'The article.';
COMMENT ON COLUMN statements.statement_no IS 'Number of the statement in the article, from 1, in reading order.';
COMMENT ON COLUMN statements.position IS 'Position of the paragraph or bullet that holds the sentence.';
COMMENT ON COLUMN statements.line_no IS 'Line of the source on which that block begins.';
COMMENT ON COLUMN statements.section_no IS 'The section that it stands in.';
COMMENT ON COLUMN statements.giver IS 'Who gives, as written: a country or organisation, or an organ of one (the German government, USAID, Berlin).';
COMMENT ON COLUMN statements.giver_id IS 'The entity: compare this one; it is indexed.';
COMMENT ON COLUMN statements.act IS
  'gives; promises (will give, agreed, announced, approved); asks (is asked for, may, might or should give); refuses (refuses, cuts, suspends).';
COMMENT ON COLUMN statements.support IS
  'What is given, in the shortest phrase that the sentence has for it; the verb (backed, trained) where nothing else says it.';
COMMENT ON COLUMN statements.support_type IS 'Its type, by the longest phrase of support_types in it; NULL where none fits.';
COMMENT ON COLUMN statements.amount IS 'The sum, in whole units of the currency; NULL where none is told.';
COMMENT ON COLUMN statements.currency IS 'ISO 4217 code of the sum, or $ where nothing says whose dollars.';
COMMENT ON COLUMN statements.receiver IS 'Who receives it, or what it is for, as written; NULL where the sentence doesn''t say.';
COMMENT ON COLUMN statements.receiver_id IS 'The first entity named in receiver; NULL for none.';
COMMENT ON COLUMN statements.sentence IS 'The sentence that says it.';
COMMENT ON COLUMN statements.start IS
  'Characters before the sentence in the text of its block: substr(text, start + 1, length(sentence)) is the sentence.';
COMMENT ON COLUMN statements.confidence IS 'How sure it is that the sentence says so, 0 to 1; below .5 none is kept.';
COMMENT ON COLUMN statements.reason IS 'By which construction it was found: subject and verb, passive with agent, support from, …';

CREATE TABLE support_types (
  phrase text PRIMARY KEY,
  type text NOT NULL,
  origin text NOT NULL DEFAULT 'user',
  CONSTRAINT support_types_origin CHECK (origin IN ('product', 'user'))
);
COMMENT ON TABLE support_types IS
  'What kinds of support there are: phrases that name a support, and the type that groups them. Of several in a support the longest counts. Filled by init from schema/support_types.csv; rows of your own stay, and count from the next load on.';
COMMENT ON COLUMN support_types.phrase IS 'A word or phrase in lower case. A star at its end stands for any ending, one at its beginning for any beginning.';
COMMENT ON COLUMN support_types.type IS 'money, arms, personnel, training, food, health, … or a type of your own.';
COMMENT ON COLUMN support_types.origin IS 'product: comes with doc2pgsql and is kept up to date by init; user: yours, and never touched.';

CREATE TABLE entity_organs (
  phrase text PRIMARY KEY,
  entity_id text NOT NULL,
  kind text NOT NULL DEFAULT 'organ',
  origin text NOT NULL DEFAULT 'user',
  CONSTRAINT entity_organs_kind CHECK (kind IN ('organ', 'capital', 'adjective')),
  CONSTRAINT entity_organs_origin CHECK (origin IN ('product', 'user'))
);
COMMENT ON TABLE entity_organs IS
  'Names that stand for an entity where somebody gives or receives, and nowhere else: its agencies and offices (USAID, Bundesregierung), and capitals for governments. Filled by init from schema/entity_organs.csv; rows of your own stay, and count from the next load on.';
COMMENT ON COLUMN entity_organs.phrase IS 'The name, in its case.';
COMMENT ON COLUMN entity_organs.entity_id IS 'The entity that it acts for.';
COMMENT ON COLUMN entity_organs.kind IS 'organ: an agency, office or army; capital: a city that stands for the government; adjective: a French, Spanish or German one (chinoise), for texts that are not English.';
COMMENT ON COLUMN entity_organs.origin IS 'product: comes with doc2pgsql and is kept up to date by init; user: yours, and never touched.';
