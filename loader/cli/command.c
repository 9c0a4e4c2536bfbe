#include "cli/command.h"
#include "cli/meant.h"

#include <string.h>

const char *command_name(enum command command)
{
    return command == COMMAND_NONE ? "" : command_rows[command].name;
}

bool command_find(const char *word, enum command *command, struct error *error)
{
    struct meant meant = {.word = word, .nearest = strchr(word, '/') ? "load PATH, or --local=DIR" : NULL};
    const char *akin = NULL;  // entity, loading
    for (int i = COMMAND_NONE + 1; i < COMMAND_COUNT; i++) {
        if (strcmp(word, command_rows[i].name) == 0) {
            *command = (enum command)i;
            return true;
        }
        meant_try(&meant, command_rows[i].name);
        if (!meant.nearest && strncmp(word, command_rows[i].name, 4) == 0) akin = command_rows[i].name;
    }
    if (!meant.nearest) meant.nearest = akin;
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
