#include "base/buf.h"
#include "cli/commands.h"
#include "cli/connect.h"
#include "cli/message.h"

#include <errno.h>
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

int command_psql(const struct options *options)
{
    struct error error = {0};
    struct connect connect;
    if (!connect_prepare(&connect, options, &error)) return message_error(&error);
    const struct database_options *db = &connect.database;
    const char *pairs[][2] = {{"-h", db->host}, {"-p", db->port}, {"-U", db->user}, {"-d", db->dbname}};
    char **argv = calloc((size_t)options->operand_count + 16, sizeof *argv);
    if (!argv || !set_options(options->schema)) {
        free(argv);
        error_set(&error, ERROR_MEMORY, "out of memory");
        return message_error(&error);
    }
    int n = 0;
    argv[n++] = "psql";
    for (int i = 0; i < 4; i++) {
        if (!pairs[i][1]) continue;
        argv[n++] = (char *)pairs[i][0];
        argv[n++] = (char *)pairs[i][1];
    }
    if (options->no_password) argv[n++] = "-w";
    if (options->ask_password) argv[n++] = "-W";
    for (int i = 0; i < options->operand_count; i++) argv[n++] = options->operands[i];
    execvp("psql", argv);
    error_set(&error, ERROR_USAGE, "can't run psql: %s: install the package postgresql-client", strerror(errno));
    free(argv);
    return message_error(&error);
}

int command_stop(const struct options *options)
{
    struct error error = {0};
    if (!options->local) error_set(&error, ERROR_USAGE, "stop needs --local: it stops the private server");
    else if (local_stop(options->local_dir, &error)) return 0;
    return message_error(&error);
}
