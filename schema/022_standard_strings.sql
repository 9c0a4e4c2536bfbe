-- The bodies of these functions are read when they run, and hold backslashes: their answers must not depend on the session's
-- standard_conforming_strings.
ALTER FUNCTION lower_case(text) SET standard_conforming_strings = on;
ALTER FUNCTION item_key_steps(text) SET standard_conforming_strings = on;
