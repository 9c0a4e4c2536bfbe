// What the commands do. Each returns the exit code (enum error_code) and has printed its messages.
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "cli/options.h"

#include <signal.h>

int command_init(const struct options *options);
int command_load(const struct options *options, int argc, char **argv);
int command_preview(const struct options *options);
int command_export(const struct options *options);
int command_verify(const struct options *options);
int command_stored(const struct options *options);  // verify --stored
int command_status(const struct options *options);
int command_report(const struct options *options, int argc, char **argv);
int command_correct(const struct options *options);
bool command_correct_takes(const struct options *options);  // whether the operands are any that it knows
int command_entities(const struct options *options);
bool command_entities_takes(const struct options *options);
int command_index(const struct options *options);
int command_delete(const struct options *options, int argc, char **argv);
int command_grant(const struct options *options);
int command_resolve(const struct options *options, int argc, char **argv);
int command_ask(const struct options *options);  // and search, show
int command_doctor(const struct options *options);
int command_psql(const struct options *options);
int command_stop(const struct options *options);

// Not zero once SIGINT or SIGTERM came.
extern volatile sig_atomic_t interrupted;

#endif
