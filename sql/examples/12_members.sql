-- Which members of an organisation occur as items of tables, and in how many articles?
SELECT g.name AS organisation, e.name AS member, count(DISTINCT c.document_id) AS articles
FROM entities g
JOIN entity_members m ON m.group_id = g.entity_id
JOIN entities e ON e.entity_id = m.member_id
JOIN entity_names n ON n.entity_id = e.entity_id AND n.is_key
JOIN table_rows c ON c.item_key = n.name_key
WHERE g.entity_id IN ('org:EU', 'org:G7', 'org:AU', 'org:ASEAN')
GROUP BY g.name, e.name
ORDER BY g.name, articles DESC, member;
