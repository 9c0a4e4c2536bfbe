-- One relation of all tables of a shape, with a column per header: as if it had been one table all along.
SELECT create_shape_view('country/association | type of support', 'support_tables') AS "view";

SELECT country_association, type_of_support, regexp_replace(source, '^.*/', '') || ':' || line_no AS "article:line"
FROM support_tables
ORDER BY 1, 3;
