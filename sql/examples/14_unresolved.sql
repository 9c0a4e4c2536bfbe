-- Which items of columns of countries and partners are no known entities? Add your own: doc2pgsql entities load FILE
SELECT item, header, rows, resembles
FROM unresolved_parties
ORDER BY resembles IS NULL, rows DESC, item
LIMIT 12;
