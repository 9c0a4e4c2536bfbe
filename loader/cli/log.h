// Lines of --log-format=json: one object each, with "event" first, and "command" and "time" (ISO 8601, UTC) behind it.
// What a line tells is in the manual of load.
#ifndef CLI_LOG_H
#define CLI_LOG_H

#include "base/buf.h"
#include "base/error.h"
#include "cli/options.h"

#include <stdio.h>
#include <time.h>

struct log_line {
    struct buf text;
};

// A line is begun, filled, and ended, which prints it and releases it.
void log_begin(struct log_line *line, const char *event, enum command command);
void log_number(struct log_line *line, const char *name, int64_t number);
void log_seconds(struct log_line *line, const char *name, double seconds);
void log_true(struct log_line *line, const char *name);
void log_text(struct log_line *line, const char *name, struct str text);
void log_end(struct log_line *line, FILE *out);

// What a rejected or repaired article or a lost connection is told by, on standard error: as a line of the event, or as
// message_report tells it.
void log_report(const struct options *options, const char *event, const struct error *why);

// That something is tried again, and why: once in 30 seconds, since *last.
void log_retrying(const struct options *options, const struct error *why, time_t *last);

// What ends the command: as a line of the event "error", or as message_error tells it. Returns the exit code.
int log_error(const struct options *options, const struct error *error);

// Anything else that is to be known, on standard error: as a line of the event, or behind the program's name.
void log_notice(const struct options *options, const char *event, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

// That a signal ended the command, and how to go on.
void log_interrupted(const struct options *options, const char *how);

#endif
