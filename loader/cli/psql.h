// Hands over to psql.
#ifndef CLI_PSQL_H
#define CLI_PSQL_H

#include "base/str.h"
#include "cli/options.h"

// Becomes psql, connected as the options say and with the schema on the search path; reads the script where that is not
// STR_NULL. Returns only when that fails.
void psql_run(const struct options *options, char *const *arguments, int count, struct str script, struct error *error);

#endif
