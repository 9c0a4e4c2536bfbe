// verify --stored: does the database hold what the sources say?
#include "base/say.h"
#include "cli/commands.h"
#include "cli/connect.h"
#include "cli/message.h"
#include "input/hygiene.h"
#include "sink/compare_sink.h"
#include "sink/corrections_table.h"
#include "sink/entity_names.h"
#include "sink/gone.h"
#include "sink/schema.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#define BATCH_ARTICLES 1000
#define BATCH_BYTES    ((size_t)4 << 20)
#define PARSE_MEMORY   ((size_t)1 << 30)

enum { MOST_TOLD = 20 };

struct found {
    struct compare_counts counts;
    int64_t articles, gone, doubled, orphans, gaps;
};

struct stored_check {
    const struct options *options;
    struct connect connect;
    struct database *db;
    struct ledger_lookup lookup;
    struct entity_names *names;
    struct arena memory;  // of the corrections
    struct corrections corrections;
    struct gone *gone;
    pthread_mutex_t lock;  // of gone
    struct found found;
    int64_t told;
};

static void tell(void *context, const struct error *how)
{
    struct stored_check *check = context;
    if (check->told++ < MOST_TOLD) message_place(how, "");
    else if (check->told == MOST_TOLD + 1) say(stderr, "doc2pgsql: further articles differ");
}

static void report(void *context, const struct error *why)
{
    (void)context;
    message_report(NULL, why);
}

static void see(void *context, const struct article *article, struct str source, enum pipeline_seen how)
{
    struct stored_check *check = context;
    (void)article;
    pthread_mutex_lock(&check->lock);
    (how == SEEN_THERE ? gone_add_there : gone_add_unknown)(check->gone, source);
    pthread_mutex_unlock(&check->lock);
}

static struct sink *open_sink(void *context, int worker, struct error *error)
{
    struct stored_check *check = context;
    struct compare_options options = {
        .lookup = &check->lookup, .counts = &check->found.counts, .report = tell, .context = check};
    (void)worker;
    return compare_sink_open(&options, error);
}

static const struct mention_source *find_names(void *context, struct error *error)
{
    struct stored_check *check = context;
    pthread_mutex_lock(&check->lookup.lock);
    if (!check->names) check->names = entity_names_read(check->db, error);
    pthread_mutex_unlock(&check->lookup.lock);
    return check->names ? entity_names_source(check->names) : NULL;
}

static bool read_numbers(void *context, int columns, const char *const *values, struct error *error)
{
    struct found *found = context;
    (void)columns;
    (void)error;
    found->doubled = atoll(values[0]);
    found->orphans = atoll(values[1]);
    found->gaps = atoll(values[2]);
    return true;
}

// What the schema says by itself, and what the ledger has below the paths that is no more there.
static bool look_at_schema(struct stored_check *check, const struct input *input, struct error *error)
{
    struct gone_counts gone;
    struct buf sql = {0};
    buf_str_add(&sql, schema_file("sql/verify/stored.sql"));
    buf_byte(&sql, '\0');
    bool ok = !sql.failed || error_set(error, ERROR_MEMORY, "out of memory");
    ok = ok && database_query(check->db, sql.p, 0, NULL, read_numbers, &check->found, error) &&
         gone_add_named(check->gone, input_named(input), input_naming(input), NULL, error) &&
         gone_find(check->gone, check->db, &gone, error);
    buf_release(&sql);
    if (ok) check->found.gone = gone.gone;
    return ok;
}

// For status to tell; a role that only reads can't.
static bool remember(struct stored_check *check, struct error *error)
{
    const struct found *f = &check->found;
    const int64_t numbers[] = {f->articles, f->counts.lost, f->counts.changed, f->counts.waiting,
                               f->gone,     f->doubled,     f->orphans,        f->gaps};
    enum { NUMBERS = sizeof numbers / sizeof *numbers };
    char text[NUMBERS][32];
    const char *values[NUMBERS + 1];
    struct buf paths = {0};
    for (int i = 0; i < check->options->operand_count; i++)
        database_array_text(&paths, str_from(check->options->operands[i]));
    if (!paths.n) buf_byte(&paths, '{');
    buf_add(&paths, "}", 2);
    for (int i = 0; i < NUMBERS; i++) {
        snprintf(text[i], sizeof text[i], "%" PRId64, numbers[i]);
        values[i] = text[i];
    }
    values[NUMBERS] = paths.p;
    struct error failed = {0};
    bool ok = !paths.failed || error_set(error, ERROR_MEMORY, "out of memory");
    if (ok &&
        !database_run(check->db,
                      "INSERT INTO verifications (articles, lost, changed, waiting, gone, doubled, orphans, gaps, "
                      "arguments) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::text[])",
                      NUMBERS + 1, values, NULL, &failed) &&
        !check->options->quiet)
        say(stderr, "doc2pgsql: not kept for status: %s", failed.message);
    buf_release(&paths);
    return ok;
}

static int tell_found(const struct stored_check *check, const struct pipeline_counts *counts)
{
    const struct found *f = &check->found;
    char articles[48];
    bool stores = f->counts.lost || f->counts.changed || f->counts.waiting;
    bool differs = stores || f->gone || f->doubled || f->orphans || f->gaps;
    if (!check->options->quiet || differs)
        say(stdout,
            "%s compared with the database: %" PRId64 " lost, %" PRId64 " changed, %" PRId64
            " waiting for a load, %" PRId64 " gone, %" PRId64 " doubled, %" PRId64 " orphans, %" PRId64 " with gaps",
            message_count(f->articles, "article", "articles", articles), f->counts.lost, f->counts.changed,
            f->counts.waiting, f->gone, f->doubled, f->orphans, f->gaps);
    if (differs) return ERROR_DIFFERS;
    return pipeline_code(counts);
}

static int run(struct stored_check *check, struct input *input)
{
    const struct options *options = check->options;
    struct error error = {0};
    struct pipeline_counts counts = {0};
    struct pipeline_options pipeline = {.jobs = 1,
                                        .batch_articles = BATCH_ARTICLES,
                                        .batch_bytes = BATCH_BYTES,
                                        .memory_limit = PARSE_MEMORY,
                                        .corrections = check->corrections.count ? &check->corrections : NULL,
                                        .mentions = find_names,
                                        .seen = see,
                                        .max_rejected = -1,
                                        .stop = &interrupted};
    ledger_lookup_init(&check->lookup, check->db, 0);
    bool ok = pipeline_run(input, &pipeline, open_sink, report, check, &counts, &error);
    ok = ledger_lookup_release(&check->lookup, &error) && ok;
    check->found.articles = counts.articles;
    ok = ok && (interrupted || (look_at_schema(check, input, &error) && remember(check, &error)));
    if (!ok) return message_error(&error);
    if (interrupted) return 128 + (int)interrupted;
    if (!options->quiet) message_passed_over(stdout, input);
    return tell_found(check, &counts);
}

int command_stored(const struct options *options)
{
    struct error error = {0};
    struct stored_check check = {
        .options = options, .lock = PTHREAD_MUTEX_INITIALIZER, .gone = gone_new(options->input.part)};
    struct input_options reading = options->input;
    reading.select.keep_named = true;
    struct input *input = input_open(options->operands, (size_t)options->operand_count, &reading, &error);
    int code;
    if (!check.gone) error_set(&error, ERROR_MEMORY, "out of memory");
    if (input && check.gone && (check.db = connect_open(&check.connect, options, &error)) &&
        schema_check(check.db, &error) && corrections_read(check.db, &check.memory, &check.corrections, &error))
        code = run(&check, input);
    else code = message_error(&error);
    input_close(input);
    database_close(check.db);
    entity_names_free(check.names);
    gone_free(check.gone);
    arena_release(&check.memory);
    return code;
}
