#define _GNU_SOURCE  // nftw, mkdtemp
#include "base/say.h"
#include "cli/commands.h"
#include "cli/connect.h"
#include "cli/files.h"
#include "cli/message.h"
#include "report/report.h"
#include "sink/schema.h"

#include <errno.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static bool write_page(const struct options *options, struct str page, struct error *error)
{
    const char *path = options->output ? options->output : "-";
    if (!options->output && isatty(STDOUT_FILENO))
        return error_set(error, ERROR_USAGE, "a page is no text for a terminal: say --output=FILE.html");
    return files_write(path, page, options->force ? NULL : "say --force", error);
}

// It takes longer than such a question.
static const struct database_setting NO_JIT[] = {{"jit", "off"}, {NULL, NULL}};

static int report(const struct options *options)
{
    struct error error = {0};
    struct connect connect;
    struct buf page = {0};
    struct database *db = connect_open(&connect, options, &error);
    int64_t any = 1;
    bool ok =
        db && schema_check(db, &error) && database_set(db, NO_JIT, &error) &&
        database_number(db, "SELECT count(*) FROM (SELECT 1 FROM documents LIMIT 1) d", 0, NULL, &any, &error) &&
        (any || !options->operand_count || error_set(&error, ERROR_INPUT, "none of these articles can be read")) &&
        report_write(db, options->article, &page, &error);
    database_close(db);
    ok = ok && write_page(options, buf_str(&page), &error);
    if (ok && options->output && !options->quiet)
        say(stdout, "%s is a page for any browser, %zu kB", options->output, page.n / 1024);
    buf_release(&page);
    return ok ? 0 : message_error(&error);
}

static int remove_one(const char *path, const struct stat *stat, int type, struct FTW *place)
{
    (void)stat;
    (void)type;
    (void)place;
    return remove(path);
}

// Articles of no database: loaded into a private server of their own, which is gone behind the report.
static int report_paths(const struct options *options, int argc, char **argv)
{
    char dir[80];  // short: a socket's path may have 107 bytes
    const char *temporary = getenv("TMPDIR");
    struct error error = {0};
    struct options own = *options;
    int n = snprintf(dir, sizeof dir, "%s/doc2pgsql-report.XXXXXX", temporary && *temporary ? temporary : "/tmp");
    if (n >= (int)sizeof dir) errno = ENAMETOOLONG;
    if (n >= (int)sizeof dir || !mkdtemp(dir)) {
        error_set(&error, ERROR_OUTPUT, "can't make a temporary directory: %s", strerror(errno));
        return message_error(&error);
    }
    own.local = own.quiet = true;
    own.local_dir = dir;
    int loaded = command_load(&own, argc, argv);
    own.quiet = options->quiet;
    int code = loaded && loaded != ERROR_ARTICLE && loaded != ERROR_INPUT ? loaded : report(&own);
    if (!local_stop(dir, NULL, &error)) message_error(&error);
    nftw(dir, remove_one, 16, FTW_DEPTH | FTW_PHYS | FTW_MOUNT);
    return code ? code : loaded;
}

int command_report(const struct options *options, int argc, char **argv)
{
    return options->operand_count ? report_paths(options, argc, argv) : report(options);
}
