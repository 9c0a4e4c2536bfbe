#include "base/buf.h"
#include "base/say.h"
#include "cli/commands.h"
#include "cli/connect.h"
#include "cli/message.h"
#include "cli/psql.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

// The schema first on the search path, whatever else PGOPTIONS says, and jit off unless it says so: compiling a
// question to the views takes longer than answering it. The schema is quoted as an SQL identifier, and in PGOPTIONS a
// backslash stands before white space and backslashes.
static bool set_options(const char *schema)
{
    const char *before = getenv("PGOPTIONS");
    struct buf value = {0};
    buf_printf(&value, "-cjit=off %s%s-csearch_path=\"", before ? before : "", before ? " " : "");
    for (const char *c = schema; *c; c++) {
        if (*c == '"') buf_byte(&value, '"');
        if (*c == '\\' || str_space_first(str_from(c)) == 1) buf_byte(&value, '\\');
        buf_byte(&value, *c);
    }
    buf_add(&value, "\",public", sizeof "\",public");
    bool ok = !value.failed && setenv("PGOPTIONS", value.p, 1) == 0;
    buf_release(&value);
    return ok;
}

// What psql reads as a file; its standard input stays the terminal, without which it doesn't page.
static bool open_script(struct str script, char path[32], struct error *error)
{
    FILE *file = tmpfile();
    int fd = file ? fileno(file) : -1;
    bool ok = fd >= 0 && write(fd, script.p, script.n) == (ssize_t)script.n && lseek(fd, 0, SEEK_SET) == 0;
    if (ok) snprintf(path, 32, "/dev/fd/%d", fd);
    else error_set(error, ERROR_OUTPUT, "can't write a temporary file: %s", strerror(errno));
    return ok;
}

void psql_run(const struct options *options, char *const *arguments, int count, struct str script, struct error *error)
{
    struct connect connect;
    char path[32] = "";
    if (!connect_prepare(&connect, options, error) || (script.p && !open_script(script, path, error))) return;
    const struct database_options *db = &connect.database;
    const char *pairs[][2] = {
        {"-h", db->host}, {"-p", db->port}, {"-U", db->user}, {"-d", db->dbname}, {"-f", path[0] ? path : NULL}};
    char **argv = calloc((size_t)count + 16, sizeof *argv);
    if (!argv || (!script.p && !set_options(options->schema))) {
        free(argv);
        error_set(error, ERROR_MEMORY, "out of memory");
        return;
    }
    int n = 0;
    argv[n++] = "psql";
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        if (!pairs[i][1]) continue;
        argv[n++] = (char *)pairs[i][0];
        argv[n++] = (char *)pairs[i][1];
    }
    if (options->no_password) argv[n++] = "-w";
    if (options->ask_password) argv[n++] = "-W";
    for (int i = 0; i < count; i++) argv[n++] = arguments[i];
    execvp("psql", argv);
    error_set(error, ERROR_USAGE, "can't run psql: %s: install the package postgresql-client", strerror(errno));
    free(argv);
}

int command_psql(const struct options *options)
{
    struct error error = {0};
    struct connect connect;
    if (connect_prepare(&connect, options, &error) && connect_keeps_session(&connect.database, &error))
        psql_run(options, options->operands, options->operand_count, STR_NULL, &error);
    return message_error(&error);
}

int command_stop(const struct options *options)
{
    struct error error = {0};
    char standard[PATH_MAX] = "";
    const char *dir = options->local_dir ? options->local_dir : standard;
    bool ran;
    if (!options->local) error_set(&error, ERROR_USAGE, "stop needs --local: it stops the private server");
    if (!options->local || (!options->local_dir && !local_default_dir(standard, sizeof standard, &error)) ||
        !local_stop(dir, &ran, &error))
        return message_error(&error);
    if (ran) say(stdout, "stopped");
    else say(stdout, "no server runs in %s", dir);
    return 0;
}
