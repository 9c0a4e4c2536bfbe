-- Who offers a thing, wherever it stands? Its links as a value of tables, a label, a heading or a row, however it is written.
SELECT item, link, linked, left(via, 24) AS via, regexp_replace(source, '^.*/', '') || ':' || line_no AS "article:line"
FROM links_of('Technician Training')
ORDER BY 5;
