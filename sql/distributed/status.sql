-- What `doc2pgsql status` says of a cluster: its nodes, how many shards of articles lie on each and how large they are with all
-- that lies beside them, and the largest shard as a multiple of the mean.
WITH shards AS MATERIALIZED (
  SELECT * FROM document_shards()
)
SELECT n.nodename || ':' || n.nodeport, CASE WHEN n.groupid = 0 THEN 'coordinator' ELSE 'worker' END,
  count(s.size), pg_size_pretty(coalesce(sum(s.size), 0)),
  round(max(s.size) / nullif((SELECT avg(size) FROM shards), 0), 2)
FROM pg_dist_node n
LEFT JOIN shards s ON s.nodename = n.nodename AND s.nodeport = n.nodeport
GROUP BY n.groupid, n.nodename, n.nodeport ORDER BY n.groupid, n.nodename, n.nodeport
