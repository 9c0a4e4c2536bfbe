-- Headers that nobody has mapped
-- as table: Header | # Tables | # In articles | Resembles | Whose role is
-- What a column means is told by its header: map_header('Header', 'role') says it, also for what is loaded.
SELECT header, tables, documents, resembles, resembling_role FROM unmapped_headers ORDER BY tables DESC, header LIMIT 20;
