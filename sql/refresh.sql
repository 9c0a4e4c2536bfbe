-- Refreshes the materialised views: `doc2pgsql refresh`. By hand: PGOPTIONS=-csearch_path=articles psql -f sql/refresh.sql
--
-- One that was filled before is refreshed concurrently, so that nobody who reads it waits; the first time, plainly, which is
-- faster. One at a time refreshes (a second one waits). In order, as the matrix is made from the facts.
DO $$
DECLARE
  view text;
  began timestamptz := clock_timestamp();
  view_began timestamptz;
  newest bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(7221649905177);
  -- Everything is read: compiling costs more than it saves, workers save more than they cost.
  PERFORM set_config('jit', 'off', true), set_config('parallel_tuple_cost', '0.001', true),
    set_config('work_mem', greatest(pg_size_bytes(current_setting('work_mem')) / 1024, 65536)::text, true);
  SELECT coalesce(max(load_id), 0) INTO newest FROM loads WHERE finished_at IS NOT NULL;
  FOREACH view IN ARRAY ARRAY['country_support_facts', 'country_support_matrix'] LOOP
    view_began := clock_timestamp();
    EXECUTE format('REFRESH MATERIALIZED VIEW %s %I',
      CASE WHEN (SELECT relispopulated FROM pg_class WHERE oid = view::regclass) THEN 'CONCURRENTLY' ELSE '' END, view);
    EXECUTE format('ANALYZE %I', view);
    INSERT INTO materialized_refreshes AS r (name, refreshed_at, load_id, seconds)
    VALUES (view, began, newest, extract(epoch FROM clock_timestamp() - view_began))
    ON CONFLICT (name) DO UPDATE
    SET refreshed_at = excluded.refreshed_at, load_id = excluded.load_id, seconds = excluded.seconds;
  END LOOP;
END $$;
