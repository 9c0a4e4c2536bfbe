#include "cli/message.h"

#include "base/say.h"
#include "cli/hint.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

// SQLSTATE: insufficient_privilege, and read_only_sql_transaction, which a reader's are.
static bool lacks_rights(const struct error *error)
{
    return strcmp(error->sqlstate, "42501") == 0 || strcmp(error->sqlstate, "25006") == 0;
}

// Classes of SQLSTATE: insufficient resources, system error, internal error.
static bool is_servers_own(const struct error *error)
{
    const char *state = error->sqlstate;
    return error->code == ERROR_SERVER &&
           (strncmp(state, "53", 2) == 0 || strncmp(state, "58", 2) == 0 || strncmp(state, "XX", 2) == 0);
}

bool message_is_replaced(const struct error *error)
{
    return is_servers_own(error) && strstr(error->message, "could not load library");
}

static const char *way_out(const struct error *error)
{
    // insufficient_privilege has one SQLSTATE; a server of another language says the last of these
    if (lacks_rights(error) && strstr(error->message, "must be owner of"))
        return "Who owns the schema has to run this.";
    if (lacks_rights(error) && strstr(error->message, "denied for database"))
        return "Who owns the schema runs init. To make one, the database's owner has to say:\n"
               "GRANT CREATE, TEMPORARY ON DATABASE … TO …; doc2pgsql doctor prints it with the names.";
    if (lacks_rights(error))
        return "Who owns the schema gives rights: doc2pgsql grant ROLE to ask, doc2pgsql grant --loader ROLE to "
               "load.";
    if (message_is_replaced(error) && hint_is_local())
        return "PostgreSQL was upgraded while the private server ran: doc2pgsql stop ends the old one, and the same "
               "command starts the new one.";
    if (message_is_replaced(error)) return "Was PostgreSQL upgraded while the server ran? Then it has to be restarted.";
    if (is_servers_own(error)) return "doc2pgsql doctor looks at the server, its settings and its disk.";
    switch (error->code) {
    case ERROR_USAGE: return "Try \"doc2pgsql --help\", or \"doc2pgsql help COMMAND\".";
    case ERROR_CONNECTION:
        if (strstr(error->message, "no password supplied") || strstr(error->message, "password authentication failed"))
            return "A password is read from ~/.pgpass (a line HOST:PORT:DATABASE:USER:PASSWORD, mode 0600) or "
                   "PGPASSWORD;\n"
                   "-W asks for it, -U names another user.";
        return "Name a server with -h, -p, -U and -d or PG* variables, as for psql,\n"
               "or add --local: doc2pgsql then makes and starts a private server by itself.";
    default: return NULL;
    }
}

static void print_place(const struct error *error)
{
    message_progress_end();
    say_part(stderr, "doc2pgsql: ");
    if (error->source[0] && error->line) say_part(stderr, "%s:%u: ", error->source, error->line);
    else if (error->source[0]) say_part(stderr, "%s: ", error->source);
}

int message_error(const struct error *error)
{
    print_place(error);
    if (error->sqlstate[0]) hint_say(stderr, "%s (SQLSTATE %s)", error->message, error->sqlstate);
    else hint_say(stderr, "%s", error->message);
    for (const char *way = way_out(error); way && *way;) {
        size_t n = strcspn(way, "\n");
        hint_say(stderr, "%.*s", (int)n, way);
        way += n + (way[n] == '\n');
    }
    return (int)error->code;
}

void message_place(const struct error *error, const char *what)
{
    print_place(error);
    hint_say(stderr, "%s%s", what, error->message);
}

void message_report(void *context, const struct error *why)
{
    (void)context;
    message_place(why, why->code == ERROR_NONE ? "" : "rejected: ");
}

void message_progress_end(void)
{
    if (isatty(STDERR_FILENO)) fputs("\r\033[K", stderr);
}

void message_passed_over(FILE *out, const struct input *input)
{
    const size_t *counts = input_passed_over(input);
    const char *between = "passed over, for they hold no articles: ";
    for (size_t i = 0; i < FOREIGN_KINDS; i++) {
        if (!counts[i]) continue;
        say_part(out, "%s%s %zu", between, foreign_kinds[i].many, counts[i]);
        between = ", ";
    }
    if (*between == ',') putc('\n', out);
    size_t links = input_links_out(input);
    if (links) say(out, "symbolic links that lead out of the folder, not followed without --follow-links: %zu", links);
}

static bool no_file(const struct options *o, const struct input *input, struct error *error)
{
    if (input_found(input) || o->input.files_from || o->prune || o->dry_run) return false;
    bool picks = o->input.select.include_count || o->input.select.exclude_count;
    error_set(error, ERROR_INPUT, "no article was found: %s",
              picks ? "--include and --exclude leave no file"
                    : "below the paths there is no file, but perhaps hidden ones, which are passed over");
    return true;
}

bool message_nothing_read(const struct options *options, const struct input *input,
                          const struct pipeline_counts *counts, struct error *error)
{
    const size_t *passed = input_passed_over(input);
    size_t most = 0;
    for (size_t i = 0; i < FOREIGN_KINDS; i++)
        if (passed[i] > passed[most]) most = i;
    if (counts->articles || counts->rejected || counts->missing) return false;
    if (!passed[most]) return no_file(options, input, error);
    const char *advice = foreign_kinds[most].advice;
    error_set(error, ERROR_INPUT, "no article was found, only %s%s%s", foreign_kinds[most].many, advice ? "; " : "",
              advice ? advice : "");
    return true;
}

const char *message_count(int64_t n, const char *one, const char *many, char buffer[48])
{
    snprintf(buffer, 48, "%" PRId64 " %s", n, n == 1 ? one : many);
    return buffer;
}

void message_lines(struct str text, int most)
{
    for (size_t i = 0, end; i < text.n; i = end + 1, most--) {
        const char *newline = memchr(text.p + i, '\n', text.n - i);
        end = newline ? (size_t)(newline - text.p) : text.n;
        if (most <= 0) return say(stdout, "…");
        say(stdout, "%.*s", (int)(end - i), text.p + i);
    }
}

void message_rows(FILE *out, const int64_t rows[ROW_TABLES], enum row_table from)
{
    static const char *const names[ROW_TABLES][2] = {
        [ROW_SECTION] = {"section", "sections"}, [ROW_PARAGRAPH] = {"paragraph", "paragraphs"},
        [ROW_BULLET] = {"bullet", "bullets"},    [ROW_TABLE] = {"table", "tables"},
        [ROW_TABLE_CELL] = {"cell", "cells"},    [ROW_MENTION] = {"mention", "mentions"},
        [ROW_FACT] = {"fact", "facts"},          [ROW_STATEMENT] = {"statement", "statements"}};
    char count[48];
    const char *between = "";
    for (int i = (int)from; i < ROW_TABLES; i++) {
        if (!names[i][0]) continue;
        say_part(out, "%s%s", between, message_count(rows[i], names[i][0], names[i][1], count));
        between = ", ";
    }
    putc('\n', out);
}

double message_clock(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

const char *message_size(int64_t bytes, char buffer[32])
{
    static const char *const units[] = {"bytes", "kB", "MB", "GB", "TB"};
    double value = (double)bytes;
    int unit = 0;
    for (; value >= 1000 && unit < 4; unit++) value /= 1000;
    snprintf(buffer, 32, unit ? "%.1f %s" : "%.0f %s", value, units[unit]);
    return buffer;
}
