-- Of the reference data, for the planner. Run by every init when all else is committed: no transaction of a cluster may write to
-- such tables and look at them so.
ANALYZE entities, entity_names, entity_members, entity_stop_phrases, support_types, entity_organs, header_roles;
