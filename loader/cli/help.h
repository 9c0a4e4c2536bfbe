// The texts of --help.
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include "cli/options.h"

// COMMAND_NONE: the overview.
void help_print(enum command command);

// How to begin, on standard error, for who names no command.
void help_begin(void);

#endif
