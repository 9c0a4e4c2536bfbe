#include "cli/progress.h"

#include "base/say.h"
#include "cli/log.h"
#include "cli/message.h"

#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

#define TERMINAL_SECONDS 1
#define LINE_SECONDS     10

struct progress progress_begin(const struct options *options)
{
    double now = message_clock();
    bool terminal = isatty(STDERR_FILENO) && options->log_format == LOG_TEXT;
    return (struct progress){options, terminal, now, terminal ? now - TERMINAL_SECONDS : now};
}

void progress_restart(struct progress *progress)
{
    *progress = progress_begin(progress->options);
}

bool progress_due(struct progress *progress, double now)
{
    if (now - progress->said < (progress->terminal ? TERMINAL_SECONDS : LINE_SECONDS)) return false;
    progress->said = now;
    return true;
}

static int add_time(char *to, size_t size, double seconds)
{
    int64_t s = (int64_t)(seconds + 0.5);
    if (s < 60) return snprintf(to, size, ", %" PRId64 " s left", s);
    if (s < 3600) return snprintf(to, size, ", %" PRId64 ":%02" PRId64 " min left", s / 60, s % 60);
    return snprintf(to, size, ", %" PRId64 ":%02" PRId64 " h left", s / 3600, s % 3600 / 60);
}

// What is done and what there is to do, in articles or bytes; a total that is passed was none.
static double share(const struct progress_state *s)
{
    if (s->all_bytes) return s->bytes <= s->all_bytes ? (double)s->bytes / (double)s->all_bytes : 0;
    return s->all_articles && s->articles <= s->all_articles ? (double)s->articles / (double)s->all_articles : 0;
}

const char *progress_text(const struct progress_state *s, char buffer[200])
{
    enum { SIZE = 200 };
    char size[32];
    int n = snprintf(buffer, SIZE, "%" PRId64, s->articles);
    if (s->all_articles) n += snprintf(buffer + n, SIZE - (size_t)n, " of %" PRId64, s->all_articles);
    n += snprintf(buffer + n, SIZE - (size_t)n, s->articles == 1 && !s->all_articles ? " article" : " articles");
    if (s->bytes) n += snprintf(buffer + n, SIZE - (size_t)n, ", %s", message_size(s->bytes, size));
    if (s->all_bytes) n += snprintf(buffer + n, SIZE - (size_t)n, " of %s", message_size(s->all_bytes, size));
    if (s->seconds > 0 && s->bytes)
        n += snprintf(buffer + n, SIZE - (size_t)n, ", %s/s",
                      message_size((int64_t)((double)s->bytes / s->seconds), size));
    else if (s->seconds > 0) n += snprintf(buffer + n, SIZE - (size_t)n, ", %.0f/s", (double)s->articles / s->seconds);
    if (s->rejected) n += snprintf(buffer + n, SIZE - (size_t)n, ", %" PRId64 " rejected", s->rejected);
    if (share(s) > 0) add_time(buffer + n, SIZE - (size_t)n, s->seconds / share(s) - s->seconds);
    return buffer;
}

static void show_json(const struct progress *progress, const struct progress_state *s)
{
    struct log_line line;
    log_begin(&line, "progress", progress->options->command);
    log_number(&line, "articles", s->articles);
    if (s->all_articles) log_number(&line, "all_articles", s->all_articles);
    if (s->bytes) log_number(&line, "bytes", s->bytes);
    if (s->all_bytes) log_number(&line, "all_bytes", s->all_bytes);
    log_number(&line, "rejected", s->rejected);
    log_seconds(&line, "seconds", s->seconds);
    if (share(s) > 0) log_seconds(&line, "seconds_left", s->seconds / share(s) - s->seconds);
    log_end(&line, stderr);
}

static void show_text(const struct progress *progress, const char *text)
{
    if (progress->terminal) message_progress_end();
    if (progress->terminal) say_part(stderr, "%s", text);
    else say(stderr, "doc2pgsql: %s", text);
    fflush(stderr);
}

void progress_show(const struct progress *progress, const struct progress_state *state)
{
    char text[200];
    if (progress->options->log_format == LOG_JSON) show_json(progress, state);
    else show_text(progress, progress_text(state, text));
}

void progress_keys(struct progress *progress, int done, int all)
{
    double now = message_clock();
    bool due = progress_due(progress, now);
    if (!due && !progress->terminal) return;
    if (progress->options->log_format == LOG_JSON) {
        struct log_line line;
        log_begin(&line, "progress", progress->options->command);
        log_number(&line, "keys", done);
        log_number(&line, "all_keys", all);
        log_seconds(&line, "seconds", now - progress->begun);
        log_end(&line, stderr);
        return;
    }
    char text[80];
    snprintf(text, sizeof text, "building keys and indexes, %d of %d", done, all);
    show_text(progress, text);
}
