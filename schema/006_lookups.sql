-- Look-ups by the usual name of an entity, and of the headers that have a role: half a thousand rows and more to read for each
-- question otherwise, as long as all the rest of finding a country's rows.

CREATE INDEX entities_name ON entities (name);
COMMENT ON INDEX entities_name IS 'Finds an entity by its usual name.';
CREATE INDEX header_roles_role ON header_roles (role, header_key);
COMMENT ON INDEX header_roles_role IS 'Finds the headers that have a role.';
