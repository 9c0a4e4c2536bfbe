#include "base/say.h"
#include "cli/commands.h"
#include "cli/connect.h"
#include "cli/message.h"
#include "sink/schema.h"

#include <stdio.h>

static int run(const struct options *options, const char *file, const char *done)
{
    struct error error = {0};
    struct connect connect;
    struct database *db = connect_open(&connect, options, &error);
    bool ok = db && schema_require(db, &error) && schema_run(db, file, &error);
    database_close(db);
    if (!ok) return message_error(&error);
    if (!options->quiet) say(stdout, "%s", done);
    return 0;
}

int command_index(const struct options *options)
{
    return run(options, "sql/index_full_text.sql", "The full-text index is built: select * from search('...')");
}
