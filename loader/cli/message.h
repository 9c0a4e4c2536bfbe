// What the commands say on standard error.
#ifndef CLI_MESSAGE_H
#define CLI_MESSAGE_H

#include "base/error.h"
#include "cli/options.h"
#include "pipeline/pipeline.h"

#include <stdio.h>

// "doc2pgsql: SOURCE:LINE: MESSAGE", and how to go on where that is known. Returns the exit code.
int message_error(const struct error *error);

// Whether a server's programs were replaced while it runs, by an upgrade: the old ones can't load the new libraries.
bool message_is_replaced(const struct error *error);

// "doc2pgsql: SOURCE:LINE: ", what, and the message.
void message_place(const struct error *error, const char *what);

// A rejected or repaired article; a pipeline_report_fn that ignores its context.
void message_report(void *context, const struct error *why);

// Wipes the line of progress (see cli/progress.h) from a terminal.
void message_progress_end(void);

// "passed over, for they hold no articles: images 12, fonts 3", and links that were not followed, to `out`; nothing
// where nothing was.
void message_passed_over(FILE *out, const struct input *input);

// What to say instead of success when nothing was found, or nothing but such files. False: there was something else, or
// it is none of the user's faults: --files-from may list nothing, and --prune and --dry-run tell what is gone.
bool message_nothing_read(const struct options *options, const struct input *input,
                          const struct pipeline_counts *counts, struct error *error);

// "1 article", "2 articles". Returns buffer.
const char *message_count(int64_t n, const char *one, const char *many, char buffer[48]);

// "12 sections, 1 paragraph, …, 3 statements": a line of what was made of articles, from this table on, behind what
// stands there.
void message_rows(FILE *out, const int64_t rows[ROW_TABLES], enum row_table from);

// The text's lines on standard output; … stands for those behind the first `most`.
void message_lines(struct str text, int most);

// Seconds of a clock that is never set.
double message_clock(void);

// "1.2 MB": bytes in the largest unit (powers of 1,000) that leaves a number of at least 1. Returns buffer.
const char *message_size(int64_t bytes, char buffer[32]);

#endif
