// The command line: one command, its options and operands. Options may stand before or after the command; those of
// `psql` end at the command, the rest is psql's.
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "base/error.h"
#include "input/input.h"

#include <stdbool.h>
#include <stddef.h>

#define OPTION_PATTERNS_MAX 64

enum command {
    COMMAND_NONE,
    COMMAND_INIT,
    COMMAND_LOAD,
    COMMAND_PREVIEW,
    COMMAND_EXPORT,
    COMMAND_VERIFY,
    COMMAND_STATUS,
    COMMAND_PSQL,
    COMMAND_ASK,
    COMMAND_SEARCH,
    COMMAND_SHOW,
    COMMAND_ENTITIES,
    COMMAND_INDEX,
    COMMAND_DELETE,
    COMMAND_GRANT,
    COMMAND_RESOLVE,
    COMMAND_DOCTOR,
    COMMAND_STOP,
    COMMAND_HELP,
};

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
    int64_t load_id;  // of delete; 0: none
    bool reader, loader;
    double retry_seconds;  // of load
    bool listen;
    int listen_port;  // 0: not said
    int jobs;         // 0: as many as suits
    // output
    const char *format, *output;
    enum colour colour;
    bool explain, quiet, sql;
    // what is left: paths, a command's name for help, psql's own arguments
    char **operands;
    int operand_count;
};

// Fills *options, which point into argv; moves the operands to its start. False with ERROR_USAGE.
bool options_parse(int argc, char **argv, struct options *options, struct error *error);

// How many connections work at once: as the user says, else one a core, at most 4.
int options_jobs(const struct options *options);

const char *command_name(enum command command);

// The command of that name. False with ERROR_USAGE, and the name that was meant.
bool command_find(const char *word, enum command *command, struct error *error);

// Whether it reads articles: takes paths, and the options of reading. Whether it connects to a database.
bool command_reads(enum command command);
bool command_connects(enum command command);

#endif
