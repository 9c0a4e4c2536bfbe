#include "base/say.h"
#include "cli/commands.h"
#include "cli/connect.h"
#include "cli/first_load.h"
#include "cli/load_kept.h"
#include "cli/load_prune.h"
#include "cli/load_summary.h"
#include "cli/log.h"
#include "cli/message.h"
#include "cli/progress.h"
#include "input/size.h"
#include "pipeline/pipeline.h"
#include "sink/copy_sink.h"
#include "sink/corrections_table.h"
#include "sink/distributed.h"
#include "sink/entity_names.h"
#include "sink/keys.h"
#include "sink/reject_dir.h"
#include "sink/retry.h"
#include "sink/schema.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

// Measured, 5,000 articles with their facts: batches of 1.5 MB cost neither side more than those of 4 MB, and two
// workers need 22 MB of memory less. On a cluster each batch costs every node statements, and those of 4 MB a tenth
// less.
#define BATCH_ARTICLES   1000
#define BATCH_BYTES      ((size_t)3 << 19)
#define CLUSTER_ARTICLES 4000
#define CLUSTER_BYTES    ((size_t)4 << 20)
#define PARSE_MEMORY     ((size_t)1 << 30)

enum { MOST_TOLD = 20 };  // articles of which it is said one by one that they are rejected, or repaired or converted

struct load {
    struct connect connect;
    struct database *db;
    struct ledger_lookup lookup;  // on that connection, as long as the pipeline runs
    struct content *content;
    struct entity_names *names;  // NULL until an article needs them
    struct arena memory;         // of the corrections, and of what --reject-dir has kept
    struct corrections corrections;
    int64_t load_id;  // 0 with --dry-run
    bool again;
    struct reject_dir *reject_dir;  // NULL: none
    struct gone *gone;
    pthread_mutex_t gone_lock;  // of it, while the pipeline runs
    struct ledger_counts workers[64];
    int64_t rejected, repaired;  // reported
    time_t last_retry;
    bool outage;                  // connections were lost, and the load went on
    int jobs, shards;             // shards: of a cluster; 0: one server
    struct ledger_counts loaded;  // at the end
    const char *status;
    const struct options *options;
    struct input *input;
    struct progress progress;
    double part_begun;  // of what the summary tells the seconds of
    double sized;       // when that was tried last, in seconds from the begin
    int64_t size;       // of all files; 0 where it isn't known
};

static struct sink *open_sink(void *context, int worker, struct error *error)
{
    struct load *load = context;
    struct copy_sink_options options = {.database = load->connect.database,
                                        .lookup = &load->lookup,
                                        .content = load->content,
                                        .load_id = load->load_id,
                                        .dry = !load->load_id,
                                        .again = load->again};
    if (load->shards) options.database.turn = worker + 1;  // rows are stored best where they stay
    return copy_sink_open(&options, &load->workers[worker], error);
}

// On the load's own connection, between two look-ups.
static const struct mention_source *find_names(void *context, struct error *error)
{
    struct load *load = context;
    pthread_mutex_lock(&load->lookup.lock);
    if (!load->names) load->names = entity_names_read(load->db, error);
    pthread_mutex_unlock(&load->lookup.lock);
    return load->names ? entity_names_source(load->names) : NULL;
}

static void report(void *context, const struct error *why)
{
    struct load *load = context;
    bool rejected = why->code != ERROR_NONE;
    int64_t told = rejected ? load->rejected++ : load->repaired++;
    bool all = load->options->log_format == LOG_JSON;
    if (all || told < MOST_TOLD) log_report(load->options, rejected ? "rejected" : "repaired", why);
    if (all || told != MOST_TOLD) return;
    message_progress_end();
    say(stderr, "doc2pgsql: further articles are %s",
        rejected ? "rejected: select * from current_errors shows them all"
                 : "repaired, or converted to UTF-8: the end says how many");
}

// A load of a second needs no total. Files are sized when that takes three tenths of a second (measured: 40 ms for
// 15,000 files in the cache, of a load of 20 s) or a hundredth of the time gone by; else again when ten times as much
// has gone by.
static void size_input(struct load *load, double seconds)
{
    if (load->size || seconds < load->sized + 1 || seconds < 10 * load->sized) return;
    double most = seconds / 100 < 0.3 ? 0.3 : seconds / 100;
    load->size = input_size(load->options->operands, (size_t)load->options->operand_count, &load->options->input, most);
    load->sized = seconds;
}

static void progress(void *context, const struct pipeline_counts *counts)
{
    struct load *load = context;
    double now = message_clock(), seconds = now - load->progress.begun;
    if (!progress_due(&load->progress, now)) return;
    size_input(load, seconds);
    // compressed bytes can be held against the files' sizes alone
    progress_show(&load->progress,
                  &(struct progress_state){.articles = counts->articles + counts->unread,
                                           .bytes = load->size ? input_done(load->input) : counts->bytes,
                                           .all_bytes = load->size,
                                           .rejected = counts->rejected,
                                           .seconds = seconds});
}

// Every batch that waits tells it.
static void retrying(void *context, const struct error *why)
{
    struct load *load = context;
    load->outage = true;
    log_retrying(load->options, why, &load->last_retry);
}

// Whether it is of the directory itself.
static bool is_kept(const struct load *load, const struct error *why, const struct article *article)
{
    const struct renamed *kept = &input_naming(load->input)->renamed;
    if (!article) return renamed_find(kept, why->source) != NULL;
    for (size_t i = 0; i < kept->count; i++)
        if (str_equal(kept->all[i].source, article->source)) return true;
    return false;
}

static bool keep_rejected(void *context, const struct error *why, const struct article *article,
                          const struct input_rejected *bytes, struct error *error)
{
    struct load *load = context;
    if (is_kept(load, why, article)) return true;
    return reject_dir_add(load->reject_dir, why, article, bytes, load->options->input.article_limit, error);
}

// Which articles are there: all of them where gone ones are to be found below what is read, else only the records that
// take the place of others of their file. What moved has left its name only where that is stored.
static void see(void *context, const struct article *article, struct str source, enum pipeline_seen how)
{
    struct load *load = context;
    bool record = article && article->former.p;
    pthread_mutex_lock(&load->gone_lock);
    if (record) gone_add_file(load->gone, article->file);
    if (how == SEEN_UNREAD) gone_add_unread(load->gone, source);
    bool there = how == SEEN_THERE || how == SEEN_MOVED;
    if (!there) gone_add_unknown(load->gone, record ? article->file : source);
    else if (load->options->dry_run || (how == SEEN_THERE && (record || load->options->prune)))
        gone_add_there(load->gone, source);
    pthread_mutex_unlock(&load->gone_lock);
}

static struct ledger_counts sum_counts(const struct load *load, int jobs)
{
    struct ledger_counts sum = {0};
    for (int i = 0; i < jobs; i++) {
        sum.documents_new += load->workers[i].documents_new;
        sum.documents_changed += load->workers[i].documents_changed;
        sum.documents_unchanged += load->workers[i].documents_unchanged;
        sum.documents_rejected += load->workers[i].documents_rejected;
        sum.empty += load->workers[i].empty;
        sum.moved += load->workers[i].moved;
        sum.outdated += load->workers[i].outdated;
        sum.duplicates += load->workers[i].duplicates;
        sum.bytes += load->workers[i].bytes;
    }
    return sum;
}

static struct pipeline_options pipeline_options(const struct load *load, const struct options *options)
{
    return (struct pipeline_options){.jobs = load->jobs,
                                     .batch_articles = load->shards ? CLUSTER_ARTICLES : BATCH_ARTICLES,
                                     .batch_bytes = load->shards ? CLUSTER_BYTES : BATCH_BYTES,
                                     .memory_limit = PARSE_MEMORY,
                                     .corrections = load->corrections.count ? &load->corrections : NULL,
                                     .mentions = find_names,
                                     .progress = options->quiet ? NULL : progress,
                                     .seen = see,
                                     .rejected = load->reject_dir ? keep_rejected : NULL,
                                     .max_rejected = options->max_errors,
                                     .retry_seconds = options->retry_seconds,
                                     .retrying = retrying,
                                     .stop = &interrupted};
}

// What a load would do. The articles are taken apart, too, since some may be rejected.
static int run_dry(struct load *load, struct input *input, const struct options *options)
{
    load->input = input;
    struct error error = {0};
    struct pipeline_options pipeline = pipeline_options(load, options);
    struct pipeline_counts counts = {0};
    struct gone_counts gone = {0}, replaced = {0};
    const struct load_prune prune = {options, input, load->gone, load->db, 0, NULL};
    int64_t kept = 0;
    ledger_lookup_init(&load->lookup, load->db, 0);
    bool ok = pipeline_run(input, &pipeline, open_sink, report, load, &counts, &error);
    ok = ledger_lookup_release(&load->lookup, &error) && ok;
    ok = ok && !message_nothing_read(options, input, &counts, &error) &&
         gone_find_replaced(load->gone, load->db, &replaced, &kept, &error) && load_prune_find(&prune, &gone, &error);
    if (load->progress.terminal && !options->quiet) message_progress_end();
    if (!ok) return log_error(options, &error);
    if (interrupted) {
        log_interrupted(options, "--dry-run stores nothing");
        return 128 + (int)interrupted;
    }
    load->loaded = sum_counts(load, load->jobs);
    const struct load_summary summary = {
        .options = options, .input = input, .pipeline = &counts, .ledger = &load->loaded};
    gone.gone -= replaced.gone;
    load_prune_tell_unsure(options, &gone);
    load_summary_print_dry(&summary, gone.gone, replaced.gone, load_prune_refuses(options, &gone));
    return pipeline_code(&counts);
}

static bool drop_keys(struct load *load, struct error *error)
{
    return keys_drop_if_empty(load->db, error);
}

static void tell_keys(void *context, int done, int all)
{
    struct load *load = context;
    progress_keys(&load->progress, done, all);
}

static bool build_keys(struct load *load, struct error *error)
{
    int missing;
    const struct keys_progress told = {tell_keys, load};
    if (!keys_missing(load->db, &missing, error)) return false;
    return !missing ||
           keys_build(load->db, &load->connect.database, load->jobs, load->options->quiet ? NULL : &told, error);
}

static bool close_load(struct load *load, struct error *error)
{
    return ledger_close_load(load->db, load->load_id, &load->loaded, load->status, error);
}

// No batch waits for the disk: a server that crashed has forgotten the last ones before, and the load went on behind
// them.
static bool check_outage(struct load *load, struct error *error)
{
    int64_t there, stored = 0;
    struct ledger_counts sum = sum_counts(load, load->jobs);
    stored = sum.documents_new + sum.documents_changed;
    if (!load->outage) return true;
    if (!ledger_count(load->db, load->load_id, &there, error)) return false;
    if (there >= stored) return true;
    return error_set(error, ERROR_SERVER,
                     "the server crashed, and %" PRId64
                     " articles that it had taken are lost: the same command loads what is "
                     "missing",
                     stored - there);
}

// A step on the load's own connection, each of which is safe to repeat. error keeps a cause that it has already.
static bool run_step(struct load *load, bool (*step)(struct load *, struct error *), double seconds,
                     struct error *error)
{
    struct retry retry = {.limit = seconds, .stop = &interrupted};
    struct error failed;
    do {
        failed = (struct error){0};
        if (ledger_reconnect(load->db, load->load_id, &failed) && step(load, &failed)) return true;
        if (retry_is_transient(&failed) && !retry_is_conflict(&failed) && seconds > 0) retrying(load, &failed);
    } while (retry_again(&retry, &failed));
    if (error->code == ERROR_NONE) *error = failed;
    return false;
}

// Who has loaded into a private server for the first time is told how to go on.
static bool tell_how_to_ask(struct load *load, struct error *error)
{
    bool silent = load->options->quiet || load->options->log_format == LOG_JSON;
    if (silent || !load->options->local || !load->loaded.documents_new) return true;
    return first_load_tell(load->db, load->connect.local.host, error);
}

// The seconds since the part before ended.
static void end_part(struct load *load, double *seconds)
{
    double now = message_clock();
    *seconds = now - load->part_begun;
    load->part_begun = now;
}

// Errors of earlier loads, once this one has read all that it was given.
static bool settle(struct load *load, struct error *error)
{
    const struct load_prune prune = {load->options, load->input, load->gone, load->db, load->load_id, NULL};
    bool kept = load->reject_dir && !input_naming(load->input)->renamed.count;  // which is not itself loaded
    return load_prune_settle(&prune, error) &&
           (!kept || load_kept_settle(load->reject_dir, load->db, load->load_id, error));
}

static int run_load(struct load *load, struct input *input, const struct options *options)
{
    struct error error = {0};
    struct pipeline_options pipeline = pipeline_options(load, options);
    struct pipeline_counts counts = {0};
    struct load_summary summary = {
        .options = options, .input = input, .pipeline = &counts, .ledger = &load->loaded, .load_id = load->load_id};
    const struct load_prune prune = {options, input, load->gone, load->db, load->load_id, &load->loaded};
    load->input = input;
    end_part(load, &summary.connecting);
    progress_restart(&load->progress);
    ledger_lookup_init(&load->lookup, load->db, load->load_id);
    bool ok = run_step(load, drop_keys, options->retry_seconds, &error) &&
              pipeline_run(input, &pipeline, open_sink, report, load, &counts, &error);
    struct error ignored = {0};  // a connection that is lost has no settings
    ledger_lookup_release(&load->lookup, &ignored);
    end_part(load, &summary.storing);
    ok = ok && run_step(load, build_keys, options->retry_seconds, &error);
    end_part(load, &summary.keys);
    ok = ok && run_step(load, check_outage, options->retry_seconds, &error) &&
         (interrupted || run_step(load, settle, options->retry_seconds, &error));
    load->loaded = sum_counts(load, load->jobs);
    load->status = !ok ? "failed" : interrupted ? "interrupted" : "done";
    bool closed = run_step(load, close_load, ok ? options->retry_seconds : 0, &error);
    ok = ok && closed;
    end_part(load, &summary.closing);
    if (load->progress.terminal && !options->quiet) message_progress_end();
    if (!options->quiet) load_summary_print(&summary);
    if (!options->quiet && !closed && options->log_format == LOG_TEXT)
        say(stdout, "If the server crashed, the last of these are lost; the same command loads what is missing.");
    ok = ok && (interrupted || (!message_nothing_read(options, input, &counts, &error) && load_prune(&prune, &error) &&
                                tell_how_to_ask(load, &error)));
    if (error.code == ERROR_LIMIT && options->log_format == LOG_TEXT)
        say(stderr,
            "doc2pgsql: stopped by --max-errors: what is counted above is stored; the same command goes on from there");
    if (!ok) return log_error(options, &error);
    if (interrupted) {
        log_interrupted(options, "what is counted above is stored; the same command goes on from there");
        return 128 + (int)interrupted;
    }
    return pipeline_code(&counts);
}

static bool begin(struct load *load, const struct options *options, int argc, char **argv, struct error *error)
{
    int version = 0;
    load->options = options;
    load->progress = progress_begin(options);
    load->part_begun = load->progress.begun;
    load->again = options->again;
    load->jobs = options_jobs(options);
    if (!load_kept_outside(options, error)) return false;
    if (options->reject_dir && !options->dry_run && !(load->reject_dir = reject_dir_open(options->reject_dir, error)))
        return false;
    if (!(load->db = connect_open(&load->connect, options, error))) return false;
    pthread_mutex_init(&load->gone_lock, NULL);
    if (!(load->gone = gone_new(load->options->input.part))) return error_set(error, ERROR_MEMORY, "out of memory");
    if (options->dry_run && !schema_version(load->db, &version, error)) return false;
    if (options->dry_run && !version)
        return error_set(error, ERROR_SCHEMA, "there is no schema \"%s\" in this database: all would be new",
                         options->schema);
    if (!(load->content = content_new(input_naming(load->input), options->skip_duplicates)))
        return error_set(error, ERROR_MEMORY, "out of memory");
    return schema_require(load->db, error) && database_set(load->db, LEDGER_LOADING, error) &&
           distributed_shards(load->db, &load->shards, error) &&
           corrections_read(load->db, &load->memory, &load->corrections, error) &&
           content_begin(load->content, load->db, error) &&
           (!options->prune || gone_begin(load->gone, load->db, error)) &&
           (options->dry_run || connect_open_run(load->db, argc, argv, &load->load_id, error));
}

int command_load(const struct options *options, int argc, char **argv)
{
    struct error error = {0};
    struct input_options reading = options->input;
    struct load *load = calloc(1, sizeof *load);
    reading.select.keep_named = true;
    struct input *input = NULL;
    int code;
    if (!load) error_set(&error, ERROR_MEMORY, "out of memory");
    else arena_init(&load->memory, 0);
    // before the server: a wrong option must not make one
    if (load && load_kept_name(options, &load->memory, &reading, &error))
        input = load->input = input_open(options->operands, (size_t)options->operand_count, &reading, &error);
    if (input && load && begin(load, options, argc, argv, &error))
        code = options->dry_run ? run_dry(load, input, options) : run_load(load, input, options);
    else code = log_error(options, &error);
    input_close(input);
    error = (struct error){0};
    bool ended = code == 0 || code == ERROR_INPUT || code == ERROR_ARTICLE;  // and no other failure is the cause
    if (load && !reject_dir_close(load->reject_dir, &error) && ended) code = log_error(options, &error);
    if (load) {
        database_close(load->db);
        entity_names_free(load->names);
        gone_free(load->gone);
        content_free(load->content);
        arena_release(&load->memory);
    }
    free(load);
    return code;
}
