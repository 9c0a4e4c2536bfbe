-- Who gives a kind of support? subject: a type of support_types (money, training), or words of the support itself.
SELECT
  s.country,
  s.act AS how,
  left(s.support, :width) AS support,
  s.support_type AS type,
  s.amount,
  s.currency,
  regexp_replace(s.source, '^.*/', '') || ':' || s.line_no AS "where"
FROM country_support s
WHERE s.support_type = item_key(:'subject') OR position(item_key(:'subject') IN s.support_key) > 0
ORDER BY s.country, s.document_id, s.line_no, s.column_no, s.element_no
LIMIT 4 * :most;
