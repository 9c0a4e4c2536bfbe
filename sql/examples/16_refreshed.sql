-- How old are the materialised views? doc2pgsql refresh makes them new; the plain views are always right.
SELECT name, refreshed_at, loads_since, documents_since, is_current
FROM materialized_state
ORDER BY name;
