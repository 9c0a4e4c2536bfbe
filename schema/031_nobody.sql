-- Names that are nobody's: a product called Turkey, a writer called Georgia; names that compilers and chips have, too; and words
-- that tell that a name which a part of another country has, too, is the country's.

ALTER TABLE entity_stop_phrases DROP CONSTRAINT entity_stop_phrases_kind;
ALTER TABLE entity_stop_phrases ADD CONSTRAINT entity_stop_phrases_kind
  CHECK (kind IN ('phrase', 'after', 'before', 'person', 'surname', 'state', 'beside_state', 'technical', 'beside_technical', 'beside_country', 'nobody'));
COMMENT ON COLUMN entity_stop_phrases.kind IS
  'phrase: a longer phrase that is about something else (New Jersey); after: a capitalised word right behind makes the name a company''s (Airlines); before: one right before it does (Air); person: a name that people have too (Chad); surname: a name that is a family name too (Holland); state: a name that a part of another country has too (Georgia); beside_state: a word that tells it is that part (Alabama); beside_country: a word that tells it is the country (Tbilisi); technical: a name that a technical thing has too (GCC); beside_technical: a word that tells it is that thing (compiler); nobody: a name that is no entity''s, however it is spelt.';
