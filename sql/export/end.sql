-- How load.sql of `doc2pgsql export` ends: loads that follow number their articles from here on.
SELECT setval('document_ids', greatest((SELECT max(document_id) FROM documents), nextval('document_ids')));
