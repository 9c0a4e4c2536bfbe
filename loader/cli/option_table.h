// The options in one table: help, manual, completion, reference and the parser are made from it. An option whose value
// or text differs from command to command has several rows, of commands that exclude each other.
#ifndef CLI_OPTION_TABLE_H
#define CLI_OPTION_TABLE_H

#include "base/error.h"
#include "cli/options.h"

#include <stddef.h>

enum option_group { GROUP_COMMAND, GROUP_READING, GROUP_CONNECTION, GROUP_OTHERS };

struct option_row;
// Takes the value (NULL where there is none) into *options. False with ERROR_USAGE.
typedef bool option_set_fn(struct options *options, const struct option_row *row, char *value, struct error *error);

struct option_row {
    char letter;        // '\0': none
    const char *name;   // the long one; NULL ends the table
    const char *value;  // what help calls the value, "[DIR]" where it may be left out; NULL: takes none
    unsigned commands;  // the set that takes it
    enum option_group group;
    option_set_fn *set;
    size_t field;         // offset in struct options, where `set` needs one
    const char *choices;  // "auto|always|never": what alone it takes, in the order of the enum; NULL: anything
    const char *help;     // lines of --help, behind the choices; `code` stands between backquotes
    const char *more;     // what manual and reference say behind it; NULL: nothing
};

extern const struct option_row option_rows[];

// The row of that name that the command has; of COMMAND_NONE and help the first of that name. NULL: there is none.
const struct option_row *option_find(const char *name, enum command command);

// "auto, always or never". Returns buffer.
const char *option_choices(const struct option_row *row, char buffer[128]);

#endif
