// The statements of an SQL script, as psql tells them apart: one message holds one statement, since a cluster plans
// each message as one.
#ifndef SINK_SQL_SCRIPT_H
#define SINK_SQL_SCRIPT_H

#include "base/str.h"

#include <stdbool.h>

// The next statement of *script, without its semicolon, blanks and the comments before it; *script is what follows it.
// Semicolons within quotes, dollar quotes, comments, brackets and the bodies of functions (BEGIN ATOMIC … END) end
// none. False at the end. The script is SQL with standard_conforming_strings.
bool sql_script_next(struct str *script, struct str *statement);

#endif
