#include "cli/progress.h"

#include "base/say.h"
#include "cli/message.h"

#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

#define TERMINAL_SECONDS 1
#define LINE_SECONDS     10

struct progress progress_begin(void)
{
    double now = message_clock();
    bool terminal = isatty(STDERR_FILENO);
    return (struct progress){terminal, now, terminal ? now - TERMINAL_SECONDS : now};
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

void progress_show(const struct progress *progress, const struct progress_state *state)
{
    char text[200];
    progress_text(state, text);
    if (progress->terminal) message_progress_end();
    if (progress->terminal) say_part(stderr, "%s", text);
    else say(stderr, "doc2pgsql: %s", text);
    fflush(stderr);
}

void progress_step(const struct progress *progress, const char *step)
{
    if (!progress->terminal) return;
    message_progress_end();
    say_part(stderr, "%s", step);
    fflush(stderr);
}
