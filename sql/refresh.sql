-- Refreshes the materialised views: `doc2pgsql refresh`. By hand: PGOPTIONS=-csearch_path=articles psql -f sql/refresh.sql
--
-- One that was filled before is refreshed concurrently, so that nobody who reads it waits; the first time, plainly, which is
-- faster. One at a time refreshes (a second one waits). In order, as the matrix is made from the facts.
DO $$
DECLARE
  view text;
  began timestamptz := clock_timestamp();
  newest bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(7221649905177);
  -- Everything is read, and compiling costs more than it saves. What the planner can't tell of normalised names makes it
  -- expect a few rows and loop over whole tables for each of many.
  PERFORM set_config('jit', 'off', true), set_config('enable_nestloop', 'off', true);
  SELECT coalesce(max(load_id), 0) INTO newest FROM loads WHERE finished_at IS NOT NULL;
  FOREACH view IN ARRAY ARRAY['item_facts', 'country_support_facts', 'country_support_matrix'] LOOP
    EXECUTE format('REFRESH MATERIALIZED VIEW %s %I',
      CASE WHEN (SELECT relispopulated FROM pg_class WHERE oid = view::regclass) THEN 'CONCURRENTLY' ELSE '' END, view);
    EXECUTE format('ANALYZE %I', view);
    INSERT INTO materialized_refreshes AS r (name, refreshed_at, load_id) VALUES (view, began, newest)
    ON CONFLICT (name) DO UPDATE SET refreshed_at = excluded.refreshed_at, load_id = excluded.load_id;
  END LOOP;
END $$;
