-- What the loader asks of loads that run, and draws for its own.

CREATE OR REPLACE FUNCTION draw_document_ids(wanted int) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE
  SET search_path FROM CURRENT
AS $$
BEGIN
  RETURN QUERY SELECT nextval('document_ids') FROM generate_series(1, wanted);
END
$$;
COMMENT ON FUNCTION draw_document_ids(int) IS
  'That many new numbers of documents, ascending. For the articles of one batch of a load.';

-- As long as a load runs, its connection holds this lock, shared: who sees none of a load that says it is running knows that
-- it has died.
CREATE OR REPLACE FUNCTION load_lock(load_id bigint) RETURNS bigint
  LANGUAGE sql STABLE
  SET search_path FROM CURRENT
  RETURN hashtextextended('doc2pgsql load ' || current_schema(), load_id);
COMMENT ON FUNCTION load_lock(bigint) IS 'The number of the advisory lock that a load holds while it runs.';

CREATE OR REPLACE FUNCTION load_is_alive(load_id bigint) RETURNS boolean
  LANGUAGE sql STABLE
  SET search_path FROM CURRENT
  RETURN EXISTS (SELECT 1 FROM pg_locks l
    WHERE l.locktype = 'advisory' AND l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
      AND l.classid::bigint << 32 | l.objid::bigint = load_lock(load_id));
COMMENT ON FUNCTION load_is_alive(bigint) IS 'Whether the load with this number runs now. One whose status is running and that is not alive has died.';
