-- Is it meant? Of a support that entity_id gives to receiver_id, with the words support_key: its support_type, words of it, or who
-- gives or receives it, by any name; other: of no type; empty: any.
(item_key(:'subject') IN ('', coalesce(support_type, 'other'))
  OR entity_id = ANY (ARRAY(SELECT n.entity_id FROM entity_names n WHERE n.name_key = item_key(:'subject') AND (n.is_key OR n.kind = 'demonym')))
  OR receiver_id = ANY (ARRAY(SELECT n.entity_id FROM entity_names n WHERE n.name_key = item_key(:'subject') AND (n.is_key OR n.kind = 'demonym')))
  -- nobody's name: words that begin with the last one, whole ones and their plurals where that is short (war, but no warship)
  OR (item_key(:'subject') <> 'other'
    AND ARRAY(SELECT n.entity_id FROM entity_names n WHERE n.name_key = item_key(:'subject') AND (n.is_key OR n.kind = 'demonym')) = '{}'
    AND support_key ~ (CASE WHEN item_key(:'subject') ~ '^[0-9a-z]' THEN '\m' ELSE '' END
      || regexp_replace(item_key(:'subject'), '([].*+?(){}|^$\\[])', '\\\1', 'g')
      || CASE WHEN item_key(:'subject') ~ '(^|[^0-9a-z])[0-9a-z]{1,4}$' THEN '(e?s)?\M' ELSE '' END)))
