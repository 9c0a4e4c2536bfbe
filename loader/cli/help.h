// What --help, the manual, the reference and the shells' completion say, made from the tables of commands and options.
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include "cli/options.h"

// --help; COMMAND_NONE: the overview.
void help_print(enum command command);

// A manual page in mdoc: of COMMAND_NONE the head of doc2pgsql(1), which loader/manual.mdoc goes on from.
void help_print_manual(enum command command);

// All commands and options as Markdown.
void help_print_reference(void);

// For bash, zsh or fish.
void help_print_completion(const char *shell);

// The commands' names, one a line.
void help_print_commands(void);

// How to begin, on standard error, for who names no command.
void help_begin(void);

#endif
