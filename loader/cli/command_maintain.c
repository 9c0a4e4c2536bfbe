#include "base/say.h"
#include "cli/commands.h"
#include "cli/connect.h"
#include "cli/message.h"
#include "sink/schema.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

// A transaction that is lost costs a second or two, and one that stores this much costs little beside it.
#define INDEXED_AT_ONCE "1000"

static bool read_count(void *context, int columns, const char *const *values, struct error *error)
{
    (void)columns;
    (void)error;
    *(int64_t *)context = values[0] ? atoll(values[0]) : 0;
    return true;
}

// index_full_text() is in sql/views/80_search.sql; the last call builds the index.
static bool index_articles(struct database *db, bool quiet, struct error *error)
{
    int64_t left = 1;
    while (left > 0) {
        if (!database_query(db, "SELECT index_full_text(" INDEXED_AT_ONCE ")", 0, NULL, read_count, &left, error))
            return false;
        if (quiet || !isatty(STDERR_FILENO)) continue;
        message_progress_end();
        say_part(stderr, "%" PRId64 " articles to go", left);
    }
    if (!quiet) message_progress_end();
    return true;
}

int command_index(const struct options *options)
{
    struct error error = {0};
    struct connect connect;
    struct database *db = connect_open(&connect, options, &error);
    bool ok = db && schema_require(db, &error) && index_articles(db, options->quiet, &error);
    database_close(db);
    if (!ok) return message_error(&error);
    if (!options->quiet) say(stdout, "The full-text index is built: select * from search('...')");
    return 0;
}
