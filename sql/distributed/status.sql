-- What `doc2pgsql status` says of a cluster: its nodes, how many shards of articles lie on each, how large all is that lies there,
-- and the largest shard with all that lies beside it as a multiple of the mean.
WITH placed AS MATERIALIZED (
  SELECT s.nodename, s.nodeport, s.shard_size AS size, s.colocation_id = o.colocationid AS of_articles, d.shardminvalue
  FROM citus_shards s
  JOIN pg_class c ON c.oid = s.table_name
  JOIN pg_dist_shard d ON d.shardid = s.shardid
  CROSS JOIN (SELECT p.colocationid FROM pg_dist_partition p WHERE p.logicalrelid = 'documents'::regclass) o
  WHERE c.relnamespace IN (SELECT n.oid FROM pg_namespace n WHERE n.nspname = ANY (current_schemas(false)))
), nodes AS (
  SELECT p.nodename, p.nodeport, sum(p.size) AS size FROM placed p GROUP BY p.nodename, p.nodeport
), shards AS (
  SELECT p.nodename, p.nodeport, sum(p.size) AS size FROM placed p WHERE p.of_articles GROUP BY p.nodename, p.nodeport, p.shardminvalue
)
SELECT n.nodename || ':' || n.nodeport, CASE WHEN n.groupid = 0 THEN 'coordinator' ELSE 'worker' END,
  count(s.size), pg_size_pretty(coalesce(max(a.size), 0)),
  round(max(s.size) / nullif((SELECT avg(size) FROM shards), 0), 2)
FROM pg_dist_node n
LEFT JOIN nodes a ON a.nodename = n.nodename AND a.nodeport = n.nodeport
LEFT JOIN shards s ON s.nodename = n.nodename AND s.nodeport = n.nodeport
GROUP BY n.groupid, n.nodename, n.nodeport ORDER BY n.groupid, n.nodename, n.nodeport
