-- What tables on the nodes of a cluster need (sql/distributed): rejections lie beside the lines of the ledger that they are
-- held against, whose sources are compared byte by byte. The view is made anew.
DROP VIEW IF EXISTS current_errors;
ALTER TABLE load_errors ALTER COLUMN source TYPE text COLLATE "C";
