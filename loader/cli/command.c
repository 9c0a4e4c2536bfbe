#include "cli/command.h"
#include "cli/meant.h"

#include <string.h>

static const char *const COMMANDS[] = {"",      "init",   "load",   "preview", "export", "verify",  "status",
                                       "psql",  "ask",    "search", "show",    "report", "correct", "entities",
                                       "index", "delete", "grant",  "resolve", "doctor", "stop",    "help"};
#define COMMAND_COUNT (sizeof COMMANDS / sizeof *COMMANDS)

const char *command_name(enum command command)
{
    return COMMANDS[command];
}

bool command_find(const char *word, enum command *command, struct error *error)
{
    struct meant meant = {.word = word, .nearest = strchr(word, '/') ? "load PATH, or --local=DIR" : NULL};
    for (size_t i = 1; i < COMMAND_COUNT; i++) {
        if (strcmp(word, COMMANDS[i]) == 0) {
            *command = (enum command)i;
            return true;
        }
        meant_try(&meant, COMMANDS[i]);
    }
    if (meant.nearest)
        return error_set(error, ERROR_USAGE, "there is no command \"%s\"; did you mean %s?", word, meant.nearest);
    return error_set(error, ERROR_USAGE, "there is no command \"%s\"", word);
}

bool command_reads(enum command command)
{
    return COMMAND_SET(command) & COMMANDS_READING;
}

bool command_connects(enum command command)
{
    return COMMAND_SET(command) & COMMANDS_CONNECTING;
}
