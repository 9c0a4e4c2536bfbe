#include "cli/options.h"

#include <string.h>
#include <unistd.h>

#define JOBS_MAX 4  // that nobody asked for

int options_jobs(const struct options *options)
{
    if (options->jobs) return options->jobs;
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    return cores < 1 ? 1 : cores > JOBS_MAX ? JOBS_MAX : (int)cores;
}

bool options_agree(const struct options *o, struct error *error)
{
    if (o->local && (o->host || o->port || o->dbname || o->user))
        return error_set(error, ERROR_USAGE, "--local names the server: leave out -h, -p, -U and -d");
    bool server = o->local || o->host || o->port || o->dbname || o->user || o->ask_password || o->no_password;
    if (o->command == COMMAND_VERIFY && server && !o->stored)
        return error_set(error, ERROR_USAGE, "verify asks a server with --stored only");
    if (o->listen && !o->local)
        return error_set(error, ERROR_USAGE, "--listen needs --local: it is for the private server");
    const struct select *select = &o->input.select;
    if (o->prune && (select->include_count || select->exclude_count))
        return error_set(
            error, ERROR_USAGE,
            "--prune deletes what is no more there: leave out --include and --exclude, which don't look at all "
            "that is");
    if (o->command == COMMAND_PREVIEW && o->output && (!o->format || strcmp(o->format, "jsonl") != 0))
        return error_set(error, ERROR_USAGE, "preview writes files with --format=jsonl only: leave out --output");
    return true;
}
