-- Givers and receivers that are no entity
-- as table: Name | Its header | # Rows | # In articles | Resembles
-- Names in columns of parties that no entity is known for: doc2pgsql entities load FILE makes them known.
SELECT item, header, rows, documents, resembles FROM unresolved_parties ORDER BY rows DESC, item LIMIT 20;
