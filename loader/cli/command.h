// The commands: their names and texts in one table, and the sets of them that take an option or need a database. Help,
// manual, completion and reference are made from it (help.h), and from the options' table (option_table.h).
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include "base/error.h"

enum command {
    COMMAND_NONE,
    COMMAND_LOAD,
    COMMAND_ASK,
    COMMAND_SEARCH,
    COMMAND_SHOW,
    COMMAND_PSQL,
    COMMAND_PREVIEW,
    COMMAND_EXPORT,
    COMMAND_VERIFY,
    COMMAND_STATUS,
    COMMAND_REPORT,
    COMMAND_CORRECT,
    COMMAND_ENTITIES,
    COMMAND_INDEX,
    COMMAND_DELETE,
    COMMAND_GRANT,
    COMMAND_RESOLVE,
    COMMAND_DOCTOR,
    COMMAND_INIT,
    COMMAND_STOP,
    COMMAND_HELP,
    COMMAND_COUNT
};

// Sets of commands.
#define COMMAND_SET(command) (1u << (command))
#define COMMANDS_READING                                                                                               \
    (COMMAND_SET(COMMAND_LOAD) | COMMAND_SET(COMMAND_PREVIEW) | COMMAND_SET(COMMAND_EXPORT) |                          \
     COMMAND_SET(COMMAND_VERIFY))
#define COMMANDS_KEEPING                                                                                               \
    (COMMAND_SET(COMMAND_INIT) | COMMAND_SET(COMMAND_REPORT) | COMMAND_SET(COMMAND_CORRECT) |                          \
     COMMAND_SET(COMMAND_ENTITIES) | COMMAND_SET(COMMAND_INDEX) | COMMAND_SET(COMMAND_DELETE) |                        \
     COMMAND_SET(COMMAND_GRANT) | COMMAND_SET(COMMAND_RESOLVE) | COMMAND_SET(COMMAND_DOCTOR))
#define COMMANDS_CONNECTING                                                                                            \
    (COMMAND_SET(COMMAND_LOAD) | COMMAND_SET(COMMAND_STATUS) | COMMAND_SET(COMMAND_PSQL) | COMMANDS_ASKING |           \
     COMMANDS_KEEPING)
#define COMMANDS_ASKING (COMMAND_SET(COMMAND_ASK) | COMMAND_SET(COMMAND_SEARCH) | COMMAND_SET(COMMAND_SHOW))
#define COMMANDS_ALL    (~0u)

// `code` in the texts stands between backquotes, paragraphs are parted by an empty line.
struct command_row {
    const char *name;
    const char *operands;  // as the overview shows them; NULL: none
    const char *usage;     // all behind the program's name
    const char *summary;   // one line of the overview
    const char *text;      // what --help says; NULL: nothing
    const char *more;      // what manual and reference say behind it; NULL: nothing
};

extern const struct command_row command_rows[COMMAND_COUNT];  // in the order of help; the first is no command

const char *command_name(enum command command);

// The command of that name. False with ERROR_USAGE, and the name that was meant.
bool command_find(const char *word, enum command *command, struct error *error);

// Whether it reads articles: takes paths, and the options of reading. Whether it connects to a database.
bool command_reads(enum command command);
bool command_connects(enum command command);

#endif
