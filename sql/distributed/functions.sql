-- What is done otherwise where the tables lie on several nodes. Run behind the views; what is made is nothing to be asked.

-- All articles of a batch go to one shard, and so to one node: this one, where it holds any. The numbers are drawn on the
-- coordinator, wherever one asks; each stands for a block of as many as the sequence goes up by, which has about two of each
-- shard (see tables.sql).
CREATE OR REPLACE FUNCTION draw_document_ids(wanted int) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE
  SET search_path FROM CURRENT
AS $$
DECLARE
  here constant int := (SELECT l.groupid FROM pg_dist_local_group l);
  step constant bigint := (SELECT count(*) * 2 FROM pg_dist_shard s WHERE s.logicalrelid = 'documents'::regclass);
  shard record;
  drawn text;
  ids bigint[] := '{}';
BEGIN
  SELECT s.shardminvalue::int AS least, s.shardmaxvalue::int AS most INTO shard
  FROM pg_dist_shard s JOIN pg_dist_placement p ON p.shardid = s.shardid
  WHERE s.logicalrelid = 'documents'::regclass
  ORDER BY p.groupid <> here, random() LIMIT 1;
  WHILE cardinality(ids) < wanted LOOP
    drawn := format('SELECT array_agg(nextval(%L)) FROM generate_series(1, %s)', format('%I.document_ids', current_schema()),
      (wanted - cardinality(ids)) / 2 + 4);
    IF here = 0 THEN
      EXECUTE drawn INTO drawn;
    ELSE
      SELECT c.result INTO drawn FROM run_command_on_coordinator(drawn) c;
    END IF;
    ids := ids || ARRAY(
      SELECT id FROM unnest(drawn::bigint[]) AS first, generate_series(first, first + step - 1) AS id
      WHERE hashint8(id) BETWEEN shard.least AND shard.most ORDER BY id);
  END LOOP;
  RETURN QUERY SELECT id FROM unnest(ids) AS id LIMIT wanted;
END
$$;

-- The lock is held on the coordinator: loads connect to it, and to other nodes for their batches only.
CREATE OR REPLACE FUNCTION load_is_alive(load_id bigint) RETURNS boolean
  LANGUAGE plpgsql STABLE
  SET search_path FROM CURRENT
AS $$
BEGIN
  RETURN (SELECT c.result::boolean FROM run_command_on_coordinator(format(
    'SELECT EXISTS (SELECT 1 FROM pg_locks l WHERE l.locktype = ''advisory'' '
    'AND l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database()) '
    'AND l.classid::bigint << 32 | l.objid::bigint = %s)', load_lock(load_is_alive.load_id))) c);
END
$$;

-- Asked for each row of documents, on the node of that row, it reads what lies beside.
ALTER FUNCTION document_text(bigint) SET citus.allow_nested_distributed_execution = on;

CREATE OR REPLACE FUNCTION document_shards() RETURNS TABLE (nodename text, nodeport int, size numeric)
  LANGUAGE sql STABLE
  SET search_path FROM CURRENT
AS $$
  SELECT s.nodename, s.nodeport, sum(s.shard_size)
  FROM citus_shards s
  JOIN pg_dist_shard d ON d.shardid = s.shardid
  WHERE s.colocation_id = (SELECT colocationid FROM pg_dist_partition WHERE logicalrelid = 'documents'::regclass)
  GROUP BY s.nodename, s.nodeport, d.shardminvalue
$$;
COMMENT ON FUNCTION document_shards() IS
  'The parts in which the articles lie on a cluster, the node of each, and its bytes with all rows of its articles.';
