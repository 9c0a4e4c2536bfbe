#include "cli/first_load.h"

#include "base/say.h"
#include "cli/hint.h"

#include <stdio.h>

// Where something was loaded for the first time: the name that is met most often among the first ones, to ask for.
static const char FIRST[] =
    "SELECT (SELECT name FROM (SELECT entity_id FROM mentions LIMIT 10000) m JOIN entities USING (entity_id) "
    "GROUP BY name ORDER BY count(*) DESC, name LIMIT 1) WHERE (SELECT count(*) FROM loads WHERE documents_new > 0) = "
    "1";

static bool print_first(void *context, int columns, const char *const *values, struct error *error)
{
    const char *host = context;
    struct buf name = {0};
    (void)columns;
    if (values[0]) hint_add_word(&name, values[0]);
    bool ok = !name.failed || error_set(error, ERROR_MEMORY, "out of memory");
    putc('\n', stdout);
    say(stdout, "Now ask, without SQL or with it:");
    if (name.n) hint_say(stdout, "  doc2pgsql ask country %.*s", STR_ARG(name));
    hint_say(stdout, "  doc2pgsql psql");
    say(stdout, "The server in %s goes on running. This stops it:", host);
    hint_say(stdout, "  doc2pgsql stop");
    buf_release(&name);
    return ok;
}

bool first_load_tell(struct database *db, char *host, struct error *error)
{
    return database_query(db, FIRST, 0, NULL, print_first, host, error);
}
