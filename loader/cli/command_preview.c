#include "base/say.h"
#include "cli/commands.h"
#include "cli/hint.h"
#include "cli/message.h"
#include "pipeline/pipeline.h"
#include "sink/csv_sink.h"
#include "sink/entity_names.h"
#include "sink/jsonl_sink.h"
#include "sink/null_sink.h"
#include "sink/preview_sink.h"
#include "sink/verify_sink.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define BATCH_ARTICLES 256
#define BATCH_BYTES    ((size_t)4 << 20)
#define PARSE_MEMORY   ((size_t)1 << 30)

struct preview {
    const struct options *options;
    bool done;                   // though something may be missing or rejected
    size_t left_out;             // of pages, by verify
    struct new_files *files;     // of export
    struct entity_names *names;  // that the program carries along; NULL until an article needs them
};

static int terminal_width(void)
{
    struct winsize size;
    if (!isatty(STDOUT_FILENO)) return 160;
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40 ? size.ws_col : 80;
}

static struct sink *open_preview(void *context, int worker, struct error *error)
{
    const struct options *o = ((struct preview *)context)->options;
    (void)worker;
    const char *no_colour = getenv("NO_COLOR");  // a convention of terminal programs
    bool automatic = isatty(STDOUT_FILENO) && !(no_colour && *no_colour);
    struct preview_options preview = {.colour = o->colour == COLOUR_ALWAYS || (o->colour == COLOUR_AUTO && automatic),
                                      .explain = o->explain,
                                      .width = terminal_width()};
    if (!o->format || strcmp(o->format, "outline") == 0) return preview_sink_open(stdout, &preview, error);
    return jsonl_sink_open(stdout, o->output, error);
}

static bool is_null(const struct options *o)
{
    return o->format && strcmp(o->format, "null") == 0;
}

static struct sink *open_export(void *context, int worker, struct error *error)
{
    struct preview *preview = context;
    const struct options *o = preview->options;
    (void)worker;
    if (is_null(o)) return null_sink_open(error);
    if (!o->output) error_set(error, ERROR_USAGE, "export needs --output DIR");
    else preview->files = new_files_open(o->output, o->force, error);
    if (preview->files && o->csv_safe) new_files_drop(preview->files, "load.sql");
    return preview->files ? csv_sink_open(preview->files, o->csv_safe, error) : NULL;
}

static struct sink *open_verify(void *context, int worker, struct error *error)
{
    (void)worker;
    return verify_sink_open(&((struct preview *)context)->left_out, error);
}

static const struct mention_source *find_names(void *context, struct error *error)
{
    struct preview *preview = context;
    if (!preview->names) preview->names = entity_names_bundled(error);
    return preview->names ? entity_names_source(preview->names) : NULL;
}

static void report(void *context, const struct error *why)
{
    (void)context;
    message_report(NULL, why);
}

// Reads the operands into one sink. Returns the exit code.
static int run(struct preview *preview, bool with_mentions, pipeline_sink_fn *open_sink, struct pipeline_counts *counts)
{
    struct error error = {0};
    const struct options *options = preview->options;
    struct pipeline_options pipeline = {.jobs = 1,
                                        .batch_articles = BATCH_ARTICLES,
                                        .batch_bytes = BATCH_BYTES,
                                        .memory_limit = PARSE_MEMORY,
                                        .mentions = with_mentions ? find_names : NULL,
                                        .max_rejected = -1,
                                        .stop = &interrupted};
    struct input *input = input_open(options->operands, (size_t)options->operand_count, &options->input, &error);
    bool ok = input && pipeline_run(input, &pipeline, open_sink, report, preview, counts, &error);
    if (ok && !options->quiet) message_passed_over(stderr, input);
    ok = ok && !message_nothing_read(options, input, counts, &error);
    ok = new_files_end(preview->files, ok && !interrupted, &error) && ok;
    input_close(input);
    entity_names_free(preview->names);
    if (interrupted) return 128 + (int)interrupted;
    if (!ok) return message_error(&error);
    preview->done = true;
    return pipeline_code(counts);
}

int command_preview(const struct options *options)
{
    struct pipeline_counts counts;
    struct preview preview = {.options = options};
    bool jsonl = options->format && strcmp(options->format, "jsonl") == 0;
    return run(&preview, !jsonl, open_preview, &counts);
}

int command_export(const struct options *options)
{
    struct pipeline_counts counts = {0};
    struct preview preview = {.options = options};
    int code = run(&preview, true, open_export, &counts);
    if (!preview.done || options->quiet) return code;
    char articles[48];
    say_part(stdout, "%s: ", message_count(counts.rows[ROW_DOCUMENT], "article", "articles", articles));
    message_rows(stdout, counts.rows, ROW_SECTION);
    if (options->output && !is_null(options) && !options->csv_safe)
        hint_say(stdout,
                 "Load them, in %s, with -h, -d or --local as for load: doc2pgsql init && doc2pgsql psql "
                 "--single-transaction -f load.sql",
                 options->output);
    return code;
}

int command_verify(const struct options *options)
{
    if (options->stored) return command_stored(options);
    struct pipeline_counts counts = {0};
    struct preview preview = {.options = options};
    int code = run(&preview, false, open_verify, &counts);
    if (!options->quiet && preview.done && counts.articles)
        say(stdout, "%" PRId64 " of %" PRId64 " articles verified: each character is in exactly one row",
            counts.rows[ROW_DOCUMENT], counts.articles);
    if (!options->quiet && preview.left_out)
        say(stdout,
            "%zu characters of pages are left out, for they are no part of the articles: doc2pgsql preview --explain "
            "PATH shows which",
            preview.left_out);
    return code;
}
