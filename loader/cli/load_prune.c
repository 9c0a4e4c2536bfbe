#include "cli/load_prune.h"

#include "base/say.h"
#include "cli/connect.h"
#include "cli/log.h"
#include "cli/message.h"

#include <inttypes.h>
#include <stdio.h>
#include <sys/stat.h>

// What the load was given is read: is all that the ledger has of it still there?
bool load_prune_find(const struct load_prune *p, struct gone_counts *counts, struct error *error)
{
    bool whole;
    if (!gone_add_named(p->gone, input_named(p->input), input_naming(p->input), &whole, error)) return false;
    if (whole && p->options->prune)  // there may be names of other folders
        return error_set(
            error, ERROR_USAGE,
            "--prune of the whole --source-root needs --source-prefix, which tells its names from those of "
            "others");
    return gone_find(p->gone, p->db, counts, error);
}

struct deletion {
    const struct load_prune *prune;
    int64_t deleted, kept;
    struct gone_counts counts;
};

bool load_prune_settle(const struct load_prune *p, struct error *error)
{
    static const char current[] = "SELECT count(*) FROM load_errors WHERE settled_by IS NULL";
    bool whole;
    int64_t errors;
    if (!database_number(p->db, current, 0, NULL, &errors, error)) return false;
    if (!errors) return true;
    if (!gone_add_named(p->gone, input_named(p->input), input_naming(p->input), &whole, error)) return false;
    return gone_settle_kept(p->gone, p->db, &input_naming(p->input)->renamed, p->load_id, error) &&
           gone_settle(p->gone, p->db, &p->options->input.select, whole, p->load_id, error);
}

void load_prune_tell_unsure(const struct options *options, const struct gone_counts *counts)
{
    char articles[48];
    if (counts->unsure)
        log_notice(options, "notice",
                   "%s, for %s could not be read to its end, or not all of it: nothing below it is taken for gone. "
                   "status says what is wrong; once that is mended, the next load deletes what is gone",
                   message_count(counts->unsure, "article that was not found stays",
                                 "articles that were not found stay", articles),
                   counts->unsure_at);
}

// Records without an id are what their file holds now. With --prune they are among all that is gone.
static bool delete_replaced(void *context, struct database *db, struct error *error)
{
    struct deletion *deletion = context;
    const struct load_prune *p = deletion->prune;
    return gone_find_replaced(p->gone, db, &deletion->counts, &deletion->kept, error) &&
           gone_delete(p->gone, db, p->load_id, &deletion->deleted, error);
}

static void log_count(const struct load_prune *p, const char *event, const char *what, int64_t count)
{
    struct log_line line;
    log_begin(&line, event, p->options->command);
    log_number(&line, "load", p->load_id);
    log_number(&line, what, count);
    log_end(&line, stdout);
}

static void tell_deleted(const struct load_prune *p, const char *what, const char *text, int64_t count)
{
    if (p->options->quiet) return;
    if (p->options->log_format == LOG_JSON) log_count(p, "deleted", what, count);
    else say(stdout, "%s, deleted: %" PRId64, text, count);
}

static bool replace_records(const struct load_prune *p, struct error *error)
{
    struct deletion deletion = {.prune = p};
    if (!connect_try(p->options, p->db, 0, p->options->retry_seconds, delete_replaced, &deletion, error)) return false;
    int64_t kept = deletion.kept, deleted = deletion.deleted;
    if (deleted) tell_deleted(p, "records", "records that are no more in their files", deleted);
    if (kept)
        log_notice(p->options, "notice",
                   "%" PRId64
                   " records are no more in their files, more than half of those, and not deleted: "
                   "--prune --force deletes them",
                   kept);
    load_prune_tell_unsure(p->options, &deletion.counts);
    return true;
}

bool load_prune_refuses(const struct options *options, const struct gone_counts *counts)
{
    return 2 * counts->gone > counts->known && !options->force;
}

static bool delete_gone(void *context, struct database *db, struct error *error)
{
    struct deletion *deletion = context;
    const struct load_prune *p = deletion->prune;
    struct gone_counts *counts = &deletion->counts, replaced;
    if (!gone_find_replaced(p->gone, db, &replaced, &deletion->kept, error) || !load_prune_find(p, counts, error))
        return false;
    counts->gone -= replaced.gone;
    if (load_prune_refuses(p->options, counts))
        return error_set(error, ERROR_INPUT,
                         "%" PRId64 " of %" PRId64
                         " articles are gone from there, more than half, and not deleted: "
                         "--force deletes them",
                         counts->gone, counts->known);
    return gone_delete(p->gone, db, p->load_id, &deletion->deleted, error);
}

// Whether all that the ledger has below the paths was to be met: they are folders, read whole.
static bool reads_folders(const struct load_prune *p)
{
    const struct options *o = p->options;
    struct stat info;
    for (int i = 0; i < o->operand_count; i++)
        if (stat(o->operands[i], &info) != 0 || !S_ISDIR(info.st_mode)) return false;
    return !input_naming(p->input)->renamed.count && !o->input.files_from && !o->input.part.count &&
           !o->input.select.include_count && !o->input.select.exclude_count;
}

struct counting {
    const struct load_prune *prune;
    int64_t known;
};

#define UNKNOWN_MOST 100  // places that were not read are looked at; where there are more, something else is wrong

// What the ledger has below the paths, but where not all could be read.
static bool count_known(void *context, struct database *db, struct error *error)
{
    struct counting *counting = context;
    struct gone *gone = counting->prune->gone;
    const struct input *input = counting->prune->input;
    struct str place;
    int64_t count;
    counting->known = 0;
    if (!gone_add_named(gone, input_named(input), input_naming(input), NULL, error)) return false;
    int places = 0;
    for (size_t at = 0; (place = gone_next_root(gone, &at)).p; counting->known += count, places++)
        if (!ledger_count_at(db, place, &count, error)) return false;
    if (places < counting->prune->options->operand_count) counting->known = 0;  // one is below another, and read twice
    places = 0;
    for (size_t at = 0; (place = gone_next_unknown(gone, &at)).p; counting->known -= count)
        if (++places > UNKNOWN_MOST || place.n >= GONE_CUT) count = counting->known;
        else if (!ledger_count_at(db, place, &count, error)) return false;
    return true;
}

// What was not met is counted by difference: to look for it takes three hundredths of a load that changes nothing, and
// this three thousandths.
static bool tell_gone(const struct load_prune *p, struct error *error)
{
    struct counting counting = {.prune = p};
    const struct ledger_counts *l = p->loaded;
    if (p->options->quiet || !reads_folders(p)) return true;
    if (!connect_try(p->options, p->db, 0, p->options->retry_seconds, count_known, &counting, error)) return false;
    int64_t met = l->documents_new + l->documents_changed + l->documents_unchanged - l->duplicates;
    int64_t gone = counting.known - met;
    if (gone <= 0) return true;
    if (p->options->log_format == LOG_JSON) log_count(p, "gone", "articles", gone);
    else
        say(stdout,
            "articles gone from there, and kept: %" PRId64
            "; the same command with --prune deletes them, with --dry-run it stores nothing and counts them",
            gone);
    return true;
}

bool load_prune(const struct load_prune *p, struct error *error)
{
    struct deletion deletion = {.prune = p};
    if (!p->options->prune) return replace_records(p, error) && tell_gone(p, error);
    if (!connect_try(p->options, p->db, 0, p->options->retry_seconds, delete_gone, &deletion, error)) return false;
    tell_deleted(p, "articles", "articles gone from there", deletion.deleted);
    load_prune_tell_unsure(p->options, &deletion.counts);
    return true;
}
