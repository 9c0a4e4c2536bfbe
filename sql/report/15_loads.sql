-- The last loads
-- as table: Load | Started | Status | # New | # Changed | # Unchanged | # Rejected | # Empty | # Deleted
SELECT load_id, to_char(started_at, 'YYYY-MM-DD HH24:MI'), CASE WHEN status = 'running' AND NOT load_is_alive(load_id) THEN 'died' ELSE status END,
  documents_new, documents_changed, documents_unchanged, documents_rejected, documents_empty, documents_deleted
FROM loads ORDER BY load_id DESC LIMIT 10;
