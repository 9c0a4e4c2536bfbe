#include "cli/first_load.h"

#include "base/say.h"
#include "cli/connect.h"

#include <stdio.h>

struct first_load {
    const struct options *options;
    const char *host;
};

// Where something was loaded for the first time: the name that is met most often among the first ones, to ask for.
static const char FIRST[] =
    "SELECT (SELECT name FROM (SELECT entity_id FROM mentions LIMIT 10000) m JOIN entities USING (entity_id) "
    "GROUP BY name ORDER BY count(*) DESC, name LIMIT 1) WHERE (SELECT count(*) FROM loads WHERE documents_new > 0) = "
    "1";

static bool print_first(void *context, int columns, const char *const *values, struct error *error)
{
    const struct first_load *load = context;
    struct options no_schema = *load->options;  // stop takes none
    no_schema.schema = options_default_schema;
    struct buf program = {0}, server = {0}, name = {0};
    (void)columns;
    connect_add_words(&program, load->options);
    connect_add_words(&server, &no_schema);
    if (values[0]) connect_add_word(&name, values[0]);
    bool ok = !program.failed && !server.failed && !name.failed;
    if (ok) {
        putc('\n', stdout);
        say(stdout, "Now ask, without SQL or with it:");
        if (name.n) say(stdout, "  %.*s ask country %.*s", STR_ARG(program), STR_ARG(name));
        say(stdout, "  %.*s psql", STR_ARG(program));
        say(stdout, "The server in %s goes on running. This stops it:", load->host);
        say(stdout, "  %.*s stop", STR_ARG(server));
    } else error_set(error, ERROR_MEMORY, "out of memory");
    buf_release(&program);
    buf_release(&server);
    buf_release(&name);
    return ok;
}

bool first_load_tell(struct database *db, const struct options *options, const char *host, struct error *error)
{
    struct first_load load = {options, host};
    return database_query(db, FIRST, 0, NULL, print_first, &load, error);
}
