#include "cli/load_summary.h"

#include "base/say.h"
#include "cli/hint.h"
#include "cli/log.h"
#include "cli/message.h"

#include <inttypes.h>
#include <stdio.h>

static int64_t read_count(const struct load_summary *s)
{
    return s->pipeline->articles + s->pipeline->unread;
}

// Read, and not stored: the load failed, or was interrupted.
static int64_t not_stored(const struct load_summary *s)
{
    const struct ledger_counts *l = s->ledger;
    return read_count(s) - l->documents_new - l->documents_changed - l->documents_unchanged - l->documents_rejected;
}

static double all_seconds(const struct load_summary *s)
{
    return s->connecting + s->storing + s->keys + s->closing;
}

static void begin_json(struct log_line *line, const struct load_summary *s)
{
    int64_t passed = 0;
    const size_t *kinds = input_passed_over(s->input);
    for (size_t i = 0; i < FOREIGN_KINDS; i++) passed += (int64_t)kinds[i];
    log_begin(line, "summary", s->options->command);
    if (s->load_id) log_number(line, "load", s->load_id);
    else log_true(line, "dry_run");
    log_number(line, "read", read_count(s));
    log_number(line, "new", s->ledger->documents_new);
    log_number(line, "changed", s->ledger->documents_changed);
    log_number(line, "unchanged", s->ledger->documents_unchanged);
    log_number(line, "empty", s->ledger->empty);
    log_number(line, "moved", s->ledger->moved);
    log_number(line, "read_anew", s->ledger->outdated);
    log_number(line, "duplicates", s->ledger->duplicates);
    log_number(line, "rejected", s->ledger->documents_rejected);
    log_number(line, "not_stored", not_stored(s));
    log_number(line, "missing", s->pipeline->missing);
    log_number(line, "passed_over", passed);
    log_number(line, "bytes", s->pipeline->bytes);
}

static void print_json(const struct load_summary *s)
{
    struct log_line line;
    begin_json(&line, s);
    log_seconds(&line, "seconds", all_seconds(s));
    log_seconds(&line, "seconds_connecting", s->connecting);
    log_seconds(&line, "seconds_storing", s->storing);
    log_seconds(&line, "seconds_keys", s->keys);
    log_seconds(&line, "seconds_closing", s->closing);
    log_end(&line, stdout);
}

// "1.20 s reading and storing, 0.60 s keys and indexes, ": the parts that took a tenth or more, of two parts or more.
static void print_parts(const struct load_summary *s)
{
    const struct {
        double seconds;
        const char *name;
    } parts[] = {{s->connecting, "connecting"},
                 {s->storing, "reading and storing"},
                 {s->keys, "keys and indexes"},
                 {s->closing, "waiting for the disk"}};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i].seconds >= all_seconds(s) / 10) say_part(stdout, "%.2f s %s, ", parts[i].seconds, parts[i].name);
}

// Of the new and changed ones.
static void print_empty(const struct load_summary *s)
{
    char articles[48];
    if (!s->ledger->empty) return;
    hint_say(stdout,
             "%s no text, and no rows: doc2pgsql psql -c 'select source from empty_articles' names all that are so",
             message_count(s->ledger->empty, "article has", "articles have", articles));
}

// Of the unchanged ones, and the changed.
static void print_kept(const struct ledger_counts *ledger)
{
    if (ledger->moved) say(stdout, "moved, and renamed: %" PRId64, ledger->moved);
    if (ledger->outdated)
        say(stdout, "read anew, for an older version of doc2pgsql had read them: %" PRId64, ledger->outdated);
    if (ledger->duplicates)
        say(stdout, "left out, for their content is in under another name: %" PRId64, ledger->duplicates);
}

// Those hold no article that is known of: they are beside the count.
static void print_missing(const struct load_summary *s)
{
    char paths[48];
    if (s->pipeline->missing)
        say_part(
            stdout, "; %s not be read",
            message_count(s->pipeline->missing, "path that was given could", "paths that were given could", paths));
}

static void print_text(const struct load_summary *s)
{
    char size[32], rate[32], articles[48];
    const struct pipeline_counts *counts = s->pipeline;
    double seconds = all_seconds(s);
    say_part(stdout, "%s read, %s in %.2f s (", message_count(read_count(s), "article", "articles", articles),
             message_size(counts->bytes, size), seconds);
    print_parts(s);
    say_part(stdout, "%s/s): %" PRId64 " new, %" PRId64 " changed, %" PRId64 " unchanged, %" PRId64 " rejected",
             message_size(seconds > 0 ? (int64_t)((double)counts->bytes / seconds) : 0, rate), s->ledger->documents_new,
             s->ledger->documents_changed, s->ledger->documents_unchanged, s->ledger->documents_rejected);
    if (not_stored(s) > 0) say_part(stdout, ", %" PRId64 " read and not stored", not_stored(s));
    print_missing(s);
    putc('\n', stdout);
    print_kept(s->ledger);
    if (s->ledger->documents_new || s->ledger->documents_changed) {
        say_part(stdout, "rows of what is new or changed: ");
        message_rows(stdout, counts->rows, ROW_SECTION);
    }
    print_empty(s);
    if (counts->repaired_articles)
        say(stdout, "articles with damaged bytes repaired: %" PRId64, counts->repaired_articles);
    if (counts->guessed)
        say(stdout, "articles, or files of records, converted to UTF-8 by what their bytes suggest: %" PRId64,
            counts->guessed);
    if (s->ledger->documents_rejected)
        hint_say(stdout, "Why articles were rejected: doc2pgsql status, or select * from current_errors");
    message_passed_over(stdout, s->input);
    if (s->options->configured_reading) say(stdout, "map, include or exclude were taken from doc2pgsql.conf");
}

void load_summary_print(const struct load_summary *summary)
{
    if (summary->options->log_format == LOG_JSON) print_json(summary);
    else print_text(summary);
}

// What is gone is known only where all that is below the paths was looked at.
void load_summary_print_dry(const struct load_summary *s, int64_t gone, int64_t replaced, bool refused)
{
    const struct select *select = &s->options->input.select;
    bool all = !select->include_count && !select->exclude_count;
    if (s->options->log_format == LOG_JSON) {
        struct log_line line;
        begin_json(&line, s);
        log_number(&line, "records_gone", replaced);
        if (all) log_number(&line, "gone", gone);
        if (all) log_number(&line, "prune_refused", refused);
        log_end(&line, stdout);
        return;
    }
    if (!s->options->quiet) message_passed_over(stdout, s->input);
    say_part(stdout,
             "a load would find %" PRId64 " new, %" PRId64 " changed, %" PRId64 " unchanged, %" PRId64 " rejected",
             s->ledger->documents_new, s->ledger->documents_changed, s->ledger->documents_unchanged,
             s->ledger->documents_rejected);
    if (replaced) say_part(stdout, "; %" PRId64 " records no more in their files", replaced);
    const char *how = refused ? "more than half: only --prune --force deletes them" : "--prune deletes them";
    if (all) say_part(stdout, "; gone from there: %" PRId64 " (%s)", gone, how);
    print_missing(s);
    putc('\n', stdout);
    print_kept(s->ledger);
}
