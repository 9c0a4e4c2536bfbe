#include "cli/log.h"

#include "base/say.h"
#include "cli/hint.h"
#include "cli/message.h"
#include "sink/json.h"

#include <inttypes.h>
#include <stdarg.h>

void log_begin(struct log_line *line, const char *event, enum command command)
{
    char text[32];
    time_t now = time(NULL);
    struct tm utc;
    *line = (struct log_line){{0}};
    buf_str_add(&line->text, STR("{"));
    log_text(line, "event", str_from(event));
    log_text(line, "command", str_from(command_name(command)));
    strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", gmtime_r(&now, &utc));
    log_text(line, "time", str_from(text));
}

void log_number(struct log_line *line, const char *name, int64_t number)
{
    json_key(&line->text, name);
    buf_printf(&line->text, "%" PRId64, number);
}

void log_seconds(struct log_line *line, const char *name, double seconds)
{
    json_key(&line->text, name);
    buf_printf(&line->text, "%.2f", seconds);
}

void log_true(struct log_line *line, const char *name)
{
    json_key(&line->text, name);
    buf_str_add(&line->text, STR("true"));
}

void log_text(struct log_line *line, const char *name, struct str text)
{
    json_key(&line->text, name);
    json_string(&line->text, text);
}

void log_end(struct log_line *line, FILE *out)
{
    if (!line->text.failed) say(out, "%.*s}", STR_ARG(line->text));
    fflush(out);
    buf_release(&line->text);
}

static void log_hint(struct log_line *line, const char *message)
{
    struct buf text = {0};
    hint_add(&text, str_from(message));
    log_text(line, "message", text.failed ? str_from(message) : buf_str(&text));
    buf_release(&text);
}

static void print_error(const struct options *options, const char *event, const struct error *error)
{
    struct log_line line;
    log_begin(&line, event, options->command);
    log_number(&line, "code", error->code);
    if (error->source[0]) log_text(&line, "source", str_from(error->source));
    if (error->source[0] && error->line) log_number(&line, "line", error->line);
    if (error->sqlstate[0]) log_text(&line, "sqlstate", str_from(error->sqlstate));
    log_hint(&line, error->message);
    log_end(&line, stderr);
}

void log_report(const struct options *options, const char *event, const struct error *why)
{
    if (options->log_format == LOG_JSON) print_error(options, event, why);
    else message_report(NULL, why);
}

void log_retrying(const struct options *options, const struct error *why, time_t *last)
{
    time_t now = time(NULL);
    if (*last && now - *last < 30) return;
    *last = now;
    if (options->log_format == LOG_JSON) {
        print_error(options, "retry", why);
        return;
    }
    message_progress_end();
    hint_say(stderr, "doc2pgsql: %s; trying again", why->message);
}

int log_error(const struct options *options, const struct error *error)
{
    if (options->log_format == LOG_TEXT) return message_error(error);
    print_error(options, "error", error);
    return (int)error->code;
}

void log_notice(const struct options *options, const char *event, const char *format, ...)
{
    struct log_line line;
    char message[1024];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    if (options->log_format == LOG_TEXT) {
        message_progress_end();
        hint_say(stderr, "doc2pgsql: %s", message);
        return;
    }
    log_begin(&line, event, options->command);
    log_hint(&line, message);
    log_end(&line, stderr);
}

void log_interrupted(const struct options *options, const char *how)
{
    struct log_line line;
    if (options->log_format == LOG_TEXT) {
        hint_say(stderr, "doc2pgsql: interrupted: %s", how);
        return;
    }
    log_begin(&line, "interrupted", options->command);
    log_hint(&line, how);
    log_end(&line, stderr);
}
