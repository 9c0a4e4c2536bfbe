// The commands: their names, and the sets of them that take an option or need a database.
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include "base/error.h"

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
    COMMAND_REPORT,
    COMMAND_CORRECT,
    COMMAND_ENTITIES,
    COMMAND_INDEX,
    COMMAND_DELETE,
    COMMAND_GRANT,
    COMMAND_RESOLVE,
    COMMAND_DOCTOR,
    COMMAND_STOP,
    COMMAND_HELP,
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
#define COMMANDS_ASKING   (COMMAND_SET(COMMAND_ASK) | COMMAND_SET(COMMAND_SEARCH) | COMMAND_SET(COMMAND_SHOW))
#define COMMANDS_PRINTING (COMMAND_SET(COMMAND_PREVIEW) | COMMAND_SET(COMMAND_EXPORT))
#define COMMANDS_ALL      (~0u)

const char *command_name(enum command command);

// The command of that name. False with ERROR_USAGE, and the name that was meant.
bool command_find(const char *word, enum command *command, struct error *error);

// Whether it reads articles: takes paths, and the options of reading. Whether it connects to a database.
bool command_reads(enum command command);
bool command_connects(enum command command);

#endif
