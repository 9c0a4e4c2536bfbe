-- Whether what is loaded is as the words say that it was found by; a row as in schema.sql. By the server's own numbers of
-- transactions, which nodes of a cluster don't share: there nobody asks.
WITH vocabulary (kind, changed) AS (
  -- How many transactions ago words last changed. A dump that is read in again has new ones, too, in any order: then
  -- resolve is asked for once without need. entities delete changes a row, too, for those that went can't tell.
  SELECT 'names', least((SELECT min(age(xmin)) FROM entity_names), (SELECT min(age(xmin)) FROM entities),
    (SELECT min(age(xmin)) FROM entity_stop_phrases))
  UNION ALL SELECT 'header_roles', (SELECT min(age(xmin)) FROM header_roles)
  UNION ALL SELECT 'support', least((SELECT min(age(xmin)) FROM support_types), (SELECT min(age(xmin)) FROM entity_organs))
), changed AS (
  -- since resolve last worked all out: it leaves rows alone that stay what they are
  SELECT * FROM vocabulary
  WHERE changed < (SELECT coalesce(min(age(xmin)), 2147483647) FROM loads
                   WHERE status = 'done' AND 'resolve' = ANY (arguments) AND 'load' <> ALL (arguments))
), stale (names) AS (
  SELECT EXISTS (SELECT 1 FROM mentions m, changed c WHERE c.kind = 'names' AND age(m.xmin) > c.changed)
    OR EXISTS (SELECT 1 FROM facts f, changed c WHERE c.kind = 'header_roles' AND age(f.xmin) > c.changed)
    OR EXISTS (SELECT 1 FROM statements s, changed c WHERE c.kind = 'support' AND age(s.xmin) > c.changed)
)
SELECT 'names' AS subject, CASE WHEN names THEN 'note' ELSE 'ok' END AS state,
    CASE WHEN names THEN 'entities, roles of headers or words of support have changed since articles were loaded'
      ELSE 'mentions, facts and statements are as the words for them say' END AS says,
    CASE WHEN names THEN 'command' END AS what, 'resolve' AS todo
FROM stale;
