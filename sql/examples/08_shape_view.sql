-- One relation of all tables of a shape, with a column per header: as if it had been one table all along. Tables that call
-- who gives country, nation or partner, and what is given support or aid, are one shape.
SELECT create_shape_view('party | support', 'support_tables') AS "view";

SELECT party, support, article, line_no AS line
FROM support_tables
ORDER BY 1, 3;
