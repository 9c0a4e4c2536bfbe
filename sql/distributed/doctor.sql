-- What `doc2pgsql doctor` sees of a cluster; rows as in sql/doctor/server.sql.
WITH shards AS MATERIALIZED (
  SELECT * FROM document_shards()
), on_nodes AS (
  SELECT n.nodename, n.nodeport, n.isactive, count(s.size) AS shards, sum(s.size) AS size
  FROM pg_dist_node n LEFT JOIN shards s ON s.nodename = n.nodename AND s.nodeport = n.nodeport
  WHERE n.shouldhaveshards AND n.noderole = 'primary'
  GROUP BY n.nodename, n.nodeport, n.isactive
), silent AS (
  SELECT DISTINCT to_nodename || ':' || to_nodeport AS node FROM citus_check_cluster_node_health() WHERE result IS NOT TRUE
), skew AS (
  SELECT round(max(size) / nullif(avg(size), 0), 1) AS times, max(size) > 100 * 1024 * 1024 AS counts FROM shards
), checks (n, subject, state, says, what, todo) AS (
  SELECT 1, 'cluster', CASE WHEN count(s.node) > 0 THEN 'wrong' ELSE 'ok' END,
    CASE WHEN count(s.node) > 0 THEN 'not all nodes reach ' || string_agg(s.node, ', ' ORDER BY s.node)
      ELSE format('%s nodes with shards, all of which answer', (SELECT count(*) FROM on_nodes)) END,
    CASE WHEN count(s.node) > 0 THEN 'sql' END, 'SELECT * FROM citus_check_cluster_node_health()'
  FROM silent s
  UNION ALL
  SELECT 2, 'nodes', CASE WHEN min(shards) = 0 THEN 'note' ELSE 'ok' END,
    CASE WHEN min(shards) = 0 THEN 'a node holds no shards yet' ELSE format('%s to %s shards a node', min(shards), max(shards)) END,
    CASE WHEN min(shards) = 0 THEN 'sql' END, 'SELECT citus_rebalance_start()'
  FROM on_nodes
  UNION ALL
  SELECT 3, 'skew', CASE WHEN counts AND times > 3 THEN 'note' ELSE 'ok' END,
    format('the largest shard is %s times the mean', coalesce(times, 0)),
    CASE WHEN counts AND times > 3 THEN 'sql' END, 'SELECT * FROM citus_shards ORDER BY shard_size DESC'
  FROM skew
)
SELECT subject, state, says, what, todo FROM checks ORDER BY n
