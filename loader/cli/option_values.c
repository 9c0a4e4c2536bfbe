#include "cli/option_values.h"

#include "sink/database.h"
#include "sink/distributed.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

static bool wrong_value(const struct option_row *row, const char *value, const char *allowed, struct error *error)
{
    return error_set(error, ERROR_USAGE, "--%s can't be \"%s\": it takes %s", row->name, value, allowed);
}

static void *member(struct options *o, const struct option_row *row)
{
    return (char *)o + row->field;
}

bool set_flag(struct options *o, const struct option_row *row, char *value, struct error *error)
{
    (void)value;
    (void)error;
    *(bool *)member(o, row) = true;
    return true;
}

bool set_text(struct options *o, const struct option_row *row, char *value, struct error *error)
{
    (void)error;
    *(const char **)member(o, row) = value;
    return true;
}

// Which of the choices it is; false with ERROR_USAGE: none.
static bool find_choice(const struct option_row *row, const char *value, unsigned *choice, struct error *error)
{
    char allowed[128];
    size_t n = strlen(value);
    *choice = 0;
    for (const char *at = row->choices; *at; ++*choice) {
        size_t word = strcspn(at, "|");
        if (word == n && memcmp(at, value, n) == 0) return true;
        at += word + (at[word] == '|');
    }
    return wrong_value(row, value, option_choices(row, allowed), error);
}

bool set_enum(struct options *o, const struct option_row *row, char *value, struct error *error)
{
    unsigned choice;
    if (!find_choice(row, value, &choice, error)) return false;
    memcpy(member(o, row), &choice, sizeof choice);  // an enum without negative members
    return true;
}

bool set_word(struct options *o, const struct option_row *row, char *value, struct error *error)
{
    unsigned choice;
    return find_choice(row, value, &choice, error) && set_text(o, row, value, error);
}

// A whole number from `least` to `most`, in *number.
static bool read_number(const struct option_row *row, const char *value, long least, long most, const char *allowed,
                        long *number, struct error *error)
{
    char *end;
    errno = 0;
    *number = strtol(value, &end, 10);
    if (!*end && end != value && !errno && *number >= least && *number <= most) return true;
    return wrong_value(row, value, allowed, error);
}

bool set_jobs(struct options *o, const struct option_row *row, char *value, struct error *error)
{
    long jobs;
    if (!read_number(row, value, 1, 64, "a number from 1 to 64", &jobs, error)) return false;
    o->jobs = (int)jobs;
    return true;
}

bool set_max_errors(struct options *o, const struct option_row *row, char *value, struct error *error)
{
    long most;
    if (!read_number(row, value, 0, LONG_MAX, "a number of articles, from 0", &most, error)) return false;
    o->max_errors = most;
    return true;
}

bool set_prefix(struct options *o, const struct option_row *row, char *value, struct error *error)
{
    size_t n = strlen(value);
    if (!n || *value == '/' || value[n - 1] == '/' || strpbrk(value, "!#"))
        return wrong_value(row, value, "a name as of a folder, without ! and #, and no / at its ends", error);
    o->input.source_prefix = value;
    return true;
}

bool set_part(struct options *o, const struct option_row *row, char *value, struct error *error)
{
    return part_parse(value, &o->input.part) ||
           wrong_value(row, value, "K/N, the K-th of N parts, such as 2/8: K from 1 to N, N up to 1000000", error);
}

bool set_load(struct options *o, const struct option_row *row, char *value, struct error *error)
{
    long load;
    if (!read_number(row, value, 1, LONG_MAX, "the number of a load", &load, error)) return false;
    o->load_id = load;
    return true;
}

bool set_retry(struct options *o, const struct option_row *row, char *value, struct error *error)
{
    long seconds;
    if (!read_number(row, value, 0, 86400, "seconds up to 86400", &seconds, error)) return false;
    o->retry_seconds = (double)seconds;
    return true;
}

bool set_listen(struct options *o, const struct option_row *row, char *value, struct error *error)
{
    long port = 0;
    if (value && !read_number(row, value, 1, 65535, "a port from 1 to 65535", &port, error)) return false;
    o->listen = true;
    o->listen_port = (int)port;
    return true;
}

bool set_distributed(struct options *o, const struct option_row *row, char *value, struct error *error)
{
    long shards = DISTRIBUTED_SHARDS;
    if (value && !read_number(row, value, 1, 10000, "a number of shards from 1 to 10000", &shards, error)) return false;
    o->shards = (int)shards;
    return true;
}

bool set_local(struct options *o, const struct option_row *row, char *value, struct error *error)
{
    (void)row;
    (void)error;
    o->local = true;
    o->local_dir = value;
    return true;
}

bool set_schema(struct options *o, const struct option_row *row, char *value, struct error *error)
{
    size_t n = strlen(value), suffix = strlen(DATABASE_INTERNAL);
    if (n < 1 || n > DATABASE_SCHEMA_MAX || (n >= suffix && strcmp(value + n - suffix, DATABASE_INTERNAL) == 0))
        return wrong_value(row, value, "a name of 1 to 54 bytes that doesn't end in " DATABASE_INTERNAL, error);
    o->schema = value;
    return true;
}

bool set_delimiter(struct options *o, const struct option_row *row, char *value, struct error *error)
{
    const char *c = strcmp(value, "\\t") == 0 ? "\t" : value;
    if (strlen(c) != 1 || *c == '"' || *c == '\n')
        return wrong_value(row, value, "one character, or \\t for a tab", error);
    o->input.delimiter = *c;
    return true;
}

// 10, 10k, 64M, 1G: bytes, in powers of 1,024.
bool set_limit(struct options *o, const struct option_row *row, char *value, struct error *error)
{
    static const char units[] = "kMG";
    char *end;
    unsigned long long n = strtoull(value, &end, 10);
    const char *unit = *end ? strchr(units, *end) : NULL;
    int shift = unit ? 10 * (int)(unit - units + 1) : 0;
    bool good = *value >= '0' && *value <= '9' && (!*end || (unit && !end[1])) && n && n <= 1ull << (30 - shift);
    if (!good) return wrong_value(row, value, "bytes up to 1G, such as 500k or 64M", error);
    o->input.article_limit = (size_t)n << shift;
    return true;
}

static bool add_pattern(const struct option_row *row, char **patterns, size_t *count, char *value, struct error *error)
{
    if (*count == OPTION_PATTERNS_MAX)
        return error_set(error, ERROR_USAGE, "more than %d times --%s", OPTION_PATTERNS_MAX, row->name);
    patterns[(*count)++] = value;
    return true;
}

bool add_include(struct options *o, const struct option_row *row, char *value, struct error *error)
{
    return add_pattern(row, o->include, &o->input.select.include_count, value, error);
}

bool add_exclude(struct options *o, const struct option_row *row, char *value, struct error *error)
{
    return add_pattern(row, o->exclude, &o->input.select.exclude_count, value, error);
}
