-- Counts of items, of all articles or of some, are read from an index alone: facts_item gets the article (keys.sql makes it).
DROP INDEX IF EXISTS facts_item;
