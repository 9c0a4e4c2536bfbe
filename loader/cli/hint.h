// Commands that are told to be run. Messages say `doc2pgsql COMMAND …`, wherever they are made; what is printed of them
// gets what leads to the database that was asked here, so that it works as printed.
#ifndef CLI_HINT_H
#define CLI_HINT_H

#include "base/buf.h"
#include "cli/options.h"

#include <stdio.h>

// From now on by these options, which stay the caller's; NULL, and before: by none.
void hint_begin(const struct options *options);

// Whether they lead to a private server.
bool hint_is_local(void);

// The text, with the connection in each such command that takes one.
void hint_add(struct buf *out, struct str text);

// A word as the shell reads it.
void hint_add_word(struct buf *out, const char *word);

// A line of such a text, or a part of one, as say prints it.
__attribute__((format(printf, 2, 3))) void hint_say(FILE *out, const char *format, ...);
__attribute__((format(printf, 2, 3))) void hint_say_part(FILE *out, const char *format, ...);

#endif
