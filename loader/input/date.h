// Dates as sources write them, in the one form that every PostgreSQL takes.
#ifndef INPUT_DATE_H
#define INPUT_DATE_H

#include "base/arena.h"

// `2024-05-03`, or `2024-05-03T08:00:00.25Z` when there is a time; one without a zone is taken for UTC. Understood are
// ISO 8601 with a full date, RFC 2822, `May 3rd, 2024`, `3 May 2024 10:00 PM EST`, `Fri May 03 08:00:00 +0000 2024`,
// `2024/05/03`, `2024-5-3`, `03.05.2024`, `20240503081500`, seconds and milliseconds since 1970 as 10 and 13 digits.
// STR_NULL for anything else, so for `03/05/2024`, whose order nobody knows, and for a year alone.
struct str date_iso(struct str s, struct arena *arena);

// The same for seconds, milliseconds or microseconds since 1970; between 1990 and 2100 their size tells them apart.
struct str date_epoch(double count, struct arena *arena);

// Of the name 2020-01-02-title.md, as site generators name their posts; else STR_NULL.
struct str date_named(struct str name, struct arena *arena);

#endif
