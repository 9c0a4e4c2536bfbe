#include "base/say.h"
#include "cli/commands.h"
#include "cli/connect.h"
#include "cli/log.h"
#include "cli/message.h"
#include "cli/progress.h"
#include "pipeline/resolve.h"
#include "sink/corrections_table.h"
#include "sink/entity_names.h"
#include "sink/keys.h"
#include "sink/ledger.h"
#include "sink/schema.h"

#include <inttypes.h>
#include <stdio.h>

#define ARTICLE_MEMORY ((size_t)1 << 30)

struct resolving {
    struct connect connect;
    struct database *db;
    int64_t run_id;  // its row in loads, by which doctor knows that it was done
    const struct options *options;
    struct progress progress;
    int64_t articles;  // there are
    time_t last_retry;
    struct arena memory;  // of the corrections
    struct corrections corrections;
    struct ledger_counts done;
    const char *status;
};

static void progress(void *context, const struct pipeline_counts *counts)
{
    struct resolving *r = context;
    double now = message_clock();
    if (!progress_due(&r->progress, now)) return;
    progress_show(&r->progress, &(struct progress_state){.articles = counts->articles,
                                                         .all_articles = r->articles,
                                                         .bytes = counts->bytes,
                                                         .rejected = counts->rejected,
                                                         .seconds = now - r->progress.begun});
}

static void retrying(void *context, const struct error *why)
{
    struct resolving *r = context;
    log_retrying(r->options, why, &r->last_retry);
}

static void report(void *context, const struct error *why)
{
    const struct resolving *r = context;
    log_report(r->options, why->code == ERROR_NONE ? "repaired" : "rejected", why);
}

static void log_summary(const struct resolving *r, const struct pipeline_counts *counts, double seconds)
{
    struct log_line line;
    log_begin(&line, "summary", r->options->command);
    log_number(&line, "read", counts->articles);
    log_number(&line, "resolved", counts->articles - counts->rejected);
    log_number(&line, "rejected", counts->rejected);
    log_number(&line, "bytes", counts->bytes);
    log_seconds(&line, "seconds", seconds);
    log_end(&line, stdout);
}

static void print_summary(const struct resolving *r, const struct pipeline_counts *counts, double seconds)
{
    if (r->options->log_format == LOG_JSON) {
        log_summary(r, counts, seconds);
        return;
    }
    char size[32], rate[32], articles[48];
    say(stdout, "%s worked out anew, %s in %.2f s (%s/s), %" PRId64 " rejected, which keep their old rows",
        message_count(counts->articles - counts->rejected, "article", "articles", articles),
        message_size(counts->bytes, size), seconds,
        message_size(seconds > 0 ? (int64_t)((double)counts->bytes / seconds) : 0, rate), counts->rejected);
    say_part(stdout, "their rows: ");
    message_rows(stdout, counts->rows, ROW_MENTION);
}

// Articles are found by the keys, and questions are planned by statistics.
static void tell_keys(void *context, int done, int all)
{
    struct resolving *r = context;
    progress_keys(&r->progress, done, all);
}

static bool build_missing_keys(struct resolving *r, int jobs, struct error *error)
{
    int missing;
    const struct keys_progress told = {tell_keys, r};
    return keys_missing(r->db, &missing, error) &&
           (!missing || keys_build(r->db, &r->connect.database, jobs, r->options->quiet ? NULL : &told, error));
}

static bool count_articles(void *context, struct database *db, struct error *error)
{
    struct resolving *r = context;
    return database_number(db, "SELECT count(*) FROM documents", 0, NULL, &r->articles, error);
}

static bool analyze(void *context, struct database *db, struct error *error)
{
    (void)context;
    return database_exec(db, "ANALYZE mentions, facts, statements", error);
}

static bool close_run(void *context, struct database *db, struct error *error)
{
    struct resolving *r = context;
    return ledger_close_load(db, r->run_id, &r->done, r->status, error);
}

static bool run_step(struct resolving *r, connect_step_fn *step, double seconds, struct error *error)
{
    return connect_try(r->options, r->db, r->run_id, seconds, step, r, error);
}

static int run(struct resolving *r, const struct mention_source *source, const struct options *options)
{
    struct error error = {0};
    struct pipeline_counts counts = {0};
    const struct resolve_options resolve = {.database = &r->connect.database,
                                            .source = source,
                                            .corrections = r->corrections.count ? &r->corrections : NULL,
                                            .jobs = options_jobs(options),
                                            .memory_limit = ARTICLE_MEMORY,
                                            .progress = options->quiet ? NULL : progress,
                                            .report = report,
                                            .retry_seconds = options->retry_seconds,
                                            .retrying = retrying,
                                            .stop = &interrupted};
    bool ok = run_step(r, count_articles, options->retry_seconds, &error) &&
              resolve_run(&resolve, r, &counts, &error) && run_step(r, analyze, options->retry_seconds, &error);
    r->done = (struct ledger_counts){.documents_unchanged = counts.articles - counts.rejected,
                                     .documents_rejected = counts.rejected,
                                     .bytes = counts.bytes};
    r->status = !ok ? "failed" : interrupted ? "interrupted" : "done";
    struct error closing = {0};
    bool closed = run_step(r, close_run, ok ? options->retry_seconds : 0, &closing);
    if (ok && !closed) error = closing;
    ok = ok && closed;
    if (!options->quiet) message_progress_end();
    if (!options->quiet) print_summary(r, &counts, message_clock() - r->progress.begun);
    if (!ok) return log_error(options, &error);
    if (interrupted) {
        log_interrupted(options, "what is counted above is stored; the same command works all out");
        return 128 + (int)interrupted;
    }
    return counts.rejected ? ERROR_ARTICLE : 0;
}

int command_resolve(const struct options *options, int argc, char **argv)
{
    struct error error = {0};
    struct resolving r = {.options = options, .progress = progress_begin(options)};
    struct entity_names *names = NULL;
    r.db = connect_open(&r.connect, options, &error);
    bool ok = r.db && schema_require(r.db, &error) && build_missing_keys(&r, options_jobs(options), &error) &&
              corrections_read(r.db, &r.memory, &r.corrections, &error) &&
              connect_open_run(r.db, argc, argv, &r.run_id, &error) && (names = entity_names_read(r.db, &error));
    int code = ok ? run(&r, entity_names_source(names), options) : log_error(options, &error);
    entity_names_free(names);
    database_close(r.db);
    arena_release(&r.memory);
    return code;
}
