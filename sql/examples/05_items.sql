-- Where does a thing stand, however it is written: as a row of a table, a label, a bullet, a heading?
SELECT i.kind, i.item, regexp_replace(d.source, '^.*/', '') || ':' || i.line_no AS "article:line"
FROM items i
JOIN documents d USING (document_id)
WHERE i.item_key = item_key('The United States')
ORDER BY 3;
