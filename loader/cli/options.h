// The command line: one command, its options and operands. Options may stand before or after the command; those of
// `psql` end at the command, the rest is psql's.
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "base/error.h"
#include "cli/command.h"
#include "input/input.h"

#include <stdbool.h>
#include <stddef.h>

#define OPTION_PATTERNS_MAX 64

enum log_format { LOG_TEXT, LOG_JSON };
enum colour { COLOUR_AUTO, COLOUR_ALWAYS, COLOUR_NEVER };

struct options {
    enum command command;
    bool help, version;
    // connection; NULL where the user says nothing
    const char *host, *port, *user, *dbname, *schema;
    bool no_password, ask_password;
    bool local;
    const char *local_dir;
    // reading
    struct input_options input;
    char *include[OPTION_PATTERNS_MAX], *exclude[OPTION_PATTERNS_MAX];  // input.select borrows them
    bool again;
    bool force, dry_run, prune;
    const char *reject_dir;  // of load
    int64_t max_errors;      // of load; negative: any number
    bool skip_duplicates;    // of load
    bool stored;             // of verify
    bool csv_safe;           // of export
    int64_t load_id;         // of delete; 0: none
    bool reader, loader;
    double retry_seconds;  // of load
    bool listen;
    int listen_port;  // 0: not said
    int shards;       // of init --distributed; 0: not distributed
    int jobs;         // 0: as many as suits
    // output
    const char *format, *output;
    const char *article;  // of report; NULL: all
    enum colour colour;
    enum log_format log_format;
    bool explain, quiet, sql;
    // whether doc2pgsql.conf says something of it, see config.h
    bool configured_server, configured_reading;
    // what is left: paths, a command's name for help, psql's own arguments
    char **operands;
    int operand_count;
};

// The schema unless one is named: this very pointer.
extern const char options_default_schema[];

struct config;

// Fills *options, which point into argv and *config; moves the operands to argv's start. What isn't given is taken from
// the configuration files, unless config is NULL. False with ERROR_USAGE.
bool options_parse(int argc, char **argv, struct config *config, struct options *options, struct error *error);

// Whether the options that were given go together, for their command. False with ERROR_USAGE. options_parse asks.
bool options_agree(const struct options *options, struct error *error);

// How many connections work at once: as the user says, else one a core, at most 4.
int options_jobs(const struct options *options);

#endif
