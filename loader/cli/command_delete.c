#define _GNU_SOURCE  // realpath
#include "base/say.h"
#include "cli/commands.h"
#include "cli/connect.h"
#include "cli/message.h"
#include "input/hygiene.h"
#include "sink/removal.h"
#include "sink/schema.h"

#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void add(struct buf *regex, const char *pattern)
{
    struct arena arena;
    arena_init(&arena, 0);
    removal_pattern(regex, hygiene_name(str_from(pattern), &arena));
    arena_release(&arena);
}

// A file that is there, whatever its name's characters mean in a pattern.
static void add_path(struct buf *regex, const char *path)
{
    struct buf pattern = {0};
    removal_escape(&pattern, str_from(path));
    buf_byte(&pattern, '\0');
    if (pattern.failed) regex->failed = true;
    else add(regex, pattern.p);
    buf_release(&pattern);
}

// A pattern as it stands; one that doesn't say where it begins, in the current directory, too; and what it names there,
// as load names it.
static void add_pattern(struct buf *regex, const char *pattern)
{
    char here[PATH_MAX], below[2 * PATH_MAX];
    add(regex, pattern);
    if (*pattern != '/' && *pattern != '*' && getcwd(here, sizeof here) && strlen(pattern) < PATH_MAX) {
        snprintf(below, sizeof below, "%s/%s", here, pattern);
        add(regex, below);
    }
    char *real = realpath(pattern, NULL);
    if (real) add_path(regex, real);
    free(real);
}

struct deletion {
    const struct options *options;
    struct buf arguments;  // as the ledger has them
    int64_t count;
};

static bool run(void *context, struct database *db, struct error *error)
{
    struct deletion *deletion = context;
    const struct options *options = deletion->options;
    struct buf regex = {0};
    for (int i = 0; i < options->operand_count; i++) add_pattern(&regex, options->operands[i]);
    buf_byte(&regex, '\0');
    struct removal removal = {.regex = options->operand_count ? regex.p : NULL,
                              .load_id = options->load_id,
                              .arguments = deletion->arguments.p};
    bool ok = !regex.failed ? removal_run(db, &removal, options->dry_run, &deletion->count, error)
                            : error_set(error, ERROR_MEMORY, "out of memory");
    buf_release(&regex);
    return ok;
}

// What a load is called, where nothing of it can be deleted.
static bool read_load(void *context, int columns, const char *const *values, struct error *error)
{
    (void)context;
    (void)columns;
    return error_set(
        error, ERROR_INPUT,
        "of load %s (%s, %s) no article is left as it stored it: what it brought has been deleted since, or "
        "is of a later load that found it changed; doc2pgsql status shows the loads, and select source "
        "from documents where load_id = N what is of one",
        values[0], values[1], values[2]);
}

static bool nothing_found(struct database *db, const struct options *options, struct error *error)
{
    static const char load[] =
        "SELECT load_id, to_char(started_at, 'YYYY-MM-DD HH24:MI'), status FROM loads WHERE load_id = $1";
    char number[32];
    const char *values[] = {number};
    snprintf(number, sizeof number, "%" PRId64, options->load_id);
    if (options->operand_count)
        return error_set(error, ERROR_INPUT,
                         "no article was loaded from there: doc2pgsql search WORDS tells where articles are from, and "
                         "a PATTERN such as '*/NAME' means all of that name");
    return database_query(db, load, 1, values, read_load, NULL, error) &&
           error_set(error, ERROR_INPUT,
                     "there is no load %s: doc2pgsql status shows the last ones, and select * from loads all", number);
}

int command_delete(const struct options *options, int argc, char **argv)
{
    struct error error = {0};
    struct connect connect;
    struct deletion deletion = {.options = options};
    struct database *db = connect_open(&connect, options, &error);
    bool ok = db && schema_require(db, &error) && connect_arguments(argc, argv, &deletion.arguments, &error) &&
              connect_try(options, db, 0, options->retry_seconds, run, &deletion, &error);
    int64_t count = deletion.count;
    ok = ok && (count || nothing_found(db, options, &error));
    buf_release(&deletion.arguments);
    database_close(db);
    if (!ok) return message_error(&error);
    if (options->quiet) return 0;
    char articles[48];
    say(stdout, "%s %s", message_count(count, "article", "articles", articles),
        options->dry_run ? "would be deleted" : "deleted");
    return 0;
}
