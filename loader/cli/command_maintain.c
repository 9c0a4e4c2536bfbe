#include "base/say.h"
#include "cli/commands.h"
#include "cli/connect.h"
#include "cli/log.h"
#include "cli/message.h"
#include "cli/progress.h"
#include "sink/schema.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

// A transaction that is lost costs a second or two, and one that stores this much costs little beside it.
#define INDEXED_AT_ONCE 1000

struct indexing {
    const struct options *options;
    struct progress *progress;
};

static bool read_owner(void *context, int columns, const char *const *values, struct error *error)
{
    (void)context;
    (void)columns;
    if (strcmp(values[1], "t") == 0) return true;
    error_set(error, ERROR_SERVER, "the index is built by who owns its table: %s, or a member of that role", values[0]);
    return false;
}

// Before hours of work whose last step the server would refuse.
static bool require_owner(struct database *db, struct error *error)
{
    return database_query(db,
                          "SELECT pg_get_userbyid(relowner), pg_has_role(relowner, 'USAGE') FROM pg_class "
                          "WHERE oid = 'search_blocks'::regclass",
                          0, NULL, read_owner, NULL, error);
}

// index_full_text() is in sql/views/80_search.sql; the last call builds the index.
static bool index_articles(void *context, struct database *db, struct error *error)
{
    const struct indexing *indexing = context;
    const struct options *options = indexing->options;
    struct progress *progress = indexing->progress;
    int64_t left = 1, all = 0;
    char sql[64];
    snprintf(sql, sizeof sql, "SELECT index_full_text(%d)", INDEXED_AT_ONCE);
    while (left > 0) {
        if (!database_number(db, sql, 0, NULL, &left, error)) return false;
        if (!all) all = left + INDEXED_AT_ONCE;  // of the first call some may have been fewer
        double now = message_clock();
        if (options->quiet || left <= 0 || !progress_due(progress, now)) continue;
        progress_show(progress, &(struct progress_state){
                                    .articles = all - left, .all_articles = all, .seconds = now - progress->begun});
    }
    if (progress->terminal && !options->quiet) message_progress_end();
    return true;
}

static void print_summary(const struct options *options, const struct progress *progress)
{
    struct log_line line;
    if (options->log_format == LOG_TEXT) {
        say(stdout, "The full-text index is built: select * from search('...')");
        return;
    }
    log_begin(&line, "summary", options->command);
    log_seconds(&line, "seconds", message_clock() - progress->begun);
    log_end(&line, stdout);
}

int command_index(const struct options *options)
{
    struct error error = {0};
    struct connect connect;
    struct progress progress = progress_begin(options);
    struct database *db = connect_open(&connect, options, &error);
    struct indexing indexing = {options, &progress};
    bool ok = db && schema_require(db, &error) && require_owner(db, &error) &&
              connect_try(options, db, 0, options->retry_seconds, index_articles, &indexing, &error);
    database_close(db);
    if (!ok) return log_error(options, &error);
    if (!options->quiet) print_summary(options, &progress);
    return 0;
}
