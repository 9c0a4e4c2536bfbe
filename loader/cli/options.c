#define _GNU_SOURCE  // getopt_long
#include "cli/options.h"
#include "cli/meant.h"

#include <errno.h>
#include <getopt.h>
#include <limits.h>
#include <stdlib.h>

#define OPTIONS_MAX   256
#define ARTICLE_LIMIT ((size_t)64 << 20)
#define RETRY_SECONDS 600

enum {
    OPTION_SCHEMA = 256,
    OPTION_LOCAL,
    OPTION_DIALECT,
    OPTION_LAYOUT,
    OPTION_WHOLE_PAGE,
    OPTION_FORMAT,
    OPTION_INPUT_FORMAT,
    OPTION_MAP,
    OPTION_ENCODING,
    OPTION_DELIMITER,
    OPTION_INCLUDE,
    OPTION_EXCLUDE,
    OPTION_FILES_FROM,
    OPTION_STDIN_NAME,
    OPTION_LIMIT,
    OPTION_OUTPUT,
    OPTION_ARTICLE,
    OPTION_COLOUR,
    OPTION_EXPLAIN,
    OPTION_SQL,
    OPTION_AGAIN,
    OPTION_FORCE,
    OPTION_DRY_RUN,
    OPTION_PRUNE,
    OPTION_LOAD,
    OPTION_READER,
    OPTION_LOADER,
    OPTION_LISTEN,
    OPTION_RETRY_FOR,
    OPTION_FOLLOW_LINKS,
    OPTION_SOURCE_ROOT,
    OPTION_SOURCE_PREFIX,
    OPTION_SKIP_DUPLICATES,
    OPTION_REJECT_DIR,
    OPTION_MAX_ERRORS,
    OPTION_STORED,
    OPTION_CSV_SAFE,
    OPTION_VERSION,
    OPTION_HELP,
};

static const struct option LONG[] = {
    {"host", required_argument, NULL, 'h'},
    {"port", required_argument, NULL, 'p'},
    {"username", required_argument, NULL, 'U'},
    {"dbname", required_argument, NULL, 'd'},
    {"no-password", no_argument, NULL, 'w'},
    {"password", no_argument, NULL, 'W'},
    {"schema", required_argument, NULL, OPTION_SCHEMA},
    {"local", optional_argument, NULL, OPTION_LOCAL},
    {"dialect", required_argument, NULL, OPTION_DIALECT},
    {"layout", required_argument, NULL, OPTION_LAYOUT},
    {"whole-page", no_argument, NULL, OPTION_WHOLE_PAGE},
    {"input-format", required_argument, NULL, OPTION_INPUT_FORMAT},
    {"map", required_argument, NULL, OPTION_MAP},
    {"encoding", required_argument, NULL, OPTION_ENCODING},
    {"delimiter", required_argument, NULL, OPTION_DELIMITER},
    {"include", required_argument, NULL, OPTION_INCLUDE},
    {"exclude", required_argument, NULL, OPTION_EXCLUDE},
    {"files-from", required_argument, NULL, OPTION_FILES_FROM},
    {"stdin-name", required_argument, NULL, OPTION_STDIN_NAME},
    {"article-limit", required_argument, NULL, OPTION_LIMIT},
    {"again", no_argument, NULL, OPTION_AGAIN},
    {"force", no_argument, NULL, OPTION_FORCE},
    {"prune", no_argument, NULL, OPTION_PRUNE},
    {"dry-run", no_argument, NULL, OPTION_DRY_RUN},
    {"load", required_argument, NULL, OPTION_LOAD},
    {"retry-for", required_argument, NULL, OPTION_RETRY_FOR},
    {"listen", optional_argument, NULL, OPTION_LISTEN},
    {"reader", no_argument, NULL, OPTION_READER},
    {"loader", no_argument, NULL, OPTION_LOADER},
    {"follow-links", no_argument, NULL, OPTION_FOLLOW_LINKS},
    {"source-root", required_argument, NULL, OPTION_SOURCE_ROOT},
    {"source-prefix", required_argument, NULL, OPTION_SOURCE_PREFIX},
    {"skip-duplicates", no_argument, NULL, OPTION_SKIP_DUPLICATES},
    {"reject-dir", required_argument, NULL, OPTION_REJECT_DIR},
    {"max-errors", required_argument, NULL, OPTION_MAX_ERRORS},
    {"stored", no_argument, NULL, OPTION_STORED},
    {"csv-safe", no_argument, NULL, OPTION_CSV_SAFE},
    {"jobs", required_argument, NULL, 'j'},
    {"format", required_argument, NULL, OPTION_FORMAT},
    {"output", required_argument, NULL, OPTION_OUTPUT},
    {"article", required_argument, NULL, OPTION_ARTICLE},
    {"color", required_argument, NULL, OPTION_COLOUR},
    {"explain", no_argument, NULL, OPTION_EXPLAIN},
    {"sql", no_argument, NULL, OPTION_SQL},
    {"quiet", no_argument, NULL, 'q'},
    {"version", no_argument, NULL, OPTION_VERSION},
    {"help", no_argument, NULL, OPTION_HELP},
    {NULL, 0, NULL, 0},
};
static const char SHORT[] = "+:h:p:U:d:wWj:qV";

static unsigned commands_of(int option)
{
    switch (option) {
    case 'h':
    case 'p':
    case 'U':
    case 'd':
    case 'w':
    case 'W':
    case OPTION_SCHEMA: return COMMANDS_CONNECTING | COMMAND_SET(COMMAND_VERIFY);
    case OPTION_LOCAL: return COMMANDS_CONNECTING | COMMAND_SET(COMMAND_STOP) | COMMAND_SET(COMMAND_VERIFY);
    case 'j': return COMMAND_SET(COMMAND_LOAD) | COMMAND_SET(COMMAND_RESOLVE);
    case OPTION_AGAIN:
    case OPTION_RETRY_FOR:
    case OPTION_SKIP_DUPLICATES:
    case OPTION_REJECT_DIR:
    case OPTION_MAX_ERRORS:
    case OPTION_PRUNE: return COMMAND_SET(COMMAND_LOAD);
    case OPTION_FORCE:
        return COMMAND_SET(COMMAND_LOAD) | COMMAND_SET(COMMAND_EXPORT) | COMMAND_SET(COMMAND_INIT) |
               COMMAND_SET(COMMAND_REPORT);
    case OPTION_STORED: return COMMAND_SET(COMMAND_VERIFY);
    case OPTION_CSV_SAFE: return COMMAND_SET(COMMAND_EXPORT);
    case OPTION_LISTEN: return COMMAND_SET(COMMAND_INIT);
    case OPTION_DRY_RUN: return COMMAND_SET(COMMAND_LOAD) | COMMAND_SET(COMMAND_DELETE);
    case OPTION_LOAD: return COMMAND_SET(COMMAND_DELETE);
    case OPTION_READER:
    case OPTION_LOADER: return COMMAND_SET(COMMAND_GRANT);
    case OPTION_DIALECT:
    case OPTION_LAYOUT:
    case OPTION_WHOLE_PAGE:
    case OPTION_INPUT_FORMAT:
    case OPTION_MAP:
    case OPTION_ENCODING:
    case OPTION_DELIMITER:
    case OPTION_INCLUDE:
    case OPTION_EXCLUDE:
    case OPTION_FILES_FROM:
    case OPTION_STDIN_NAME:
    case OPTION_FOLLOW_LINKS:
    case OPTION_SOURCE_ROOT:
    case OPTION_SOURCE_PREFIX:
    case OPTION_LIMIT: return COMMANDS_READING;
    case OPTION_FORMAT: return COMMANDS_PRINTING | COMMANDS_ASKING;
    case OPTION_OUTPUT: return COMMANDS_PRINTING | COMMAND_SET(COMMAND_REPORT);
    case OPTION_ARTICLE: return COMMAND_SET(COMMAND_REPORT);
    case OPTION_SQL: return COMMANDS_ASKING;
    case OPTION_COLOUR:
    case OPTION_EXPLAIN: return COMMAND_SET(COMMAND_PREVIEW);
    case 'q': return COMMANDS_READING | COMMANDS_KEEPING;
    default: return COMMANDS_ALL;
    }
}

// "--dialect" of an option's value in LONG, for messages.
static const char *option_name(int value)
{
    for (const struct option *o = LONG; o->name; o++)
        if (o->val == value) return o->name;
    return "?";
}

static bool wrong_value(int option, const char *value, const char *allowed, struct error *error)
{
    return error_set(error, ERROR_USAGE, "--%s can't be \"%s\": it takes %s", option_name(option), value, allowed);
}

static bool set_dialect(struct options *o, const char *value, struct error *error)
{
    for (enum dialect d = DIALECT_AUTO; d <= DIALECT_HTML; d++) {
        if (strcmp(value, dialect_name(d)) != 0) continue;
        o->input.dialect = d;
        return true;
    }
    return wrong_value(OPTION_DIALECT, value, "auto, extracted, markdown or html", error);
}

static bool set_layout(struct options *o, const char *value, struct error *error)
{
    for (enum layout l = LAYOUT_AUTO; l < LAYOUT_NONE; l++) {
        if (strcmp(value, layout_name(l)) != 0) continue;
        o->input.layout = l;
        return true;
    }
    return wrong_value(OPTION_LAYOUT, value, "auto, lines, blocks or wrapped", error);
}

// A whole number from `least` to `most`, in *number.
static bool set_number(int option, const char *value, long least, long most, const char *allowed, long *number,
                       struct error *error)
{
    char *end;
    errno = 0;
    *number = strtol(value, &end, 10);
    if (!*end && end != value && !errno && *number >= least && *number <= most) return true;
    return wrong_value(option, value, allowed, error);
}

static bool set_jobs(struct options *o, const char *value, struct error *error)
{
    long jobs;
    if (!set_number('j', value, 1, 64, "a number from 1 to 64", &jobs, error)) return false;
    o->jobs = (int)jobs;
    return true;
}

static bool set_load(struct options *o, const char *value, struct error *error)
{
    long load;
    if (!set_number(OPTION_LOAD, value, 1, LONG_MAX, "the number of a load", &load, error)) return false;
    o->load_id = load;
    return true;
}

static bool set_max_errors(struct options *o, const char *value, struct error *error)
{
    long most;
    if (!set_number(OPTION_MAX_ERRORS, value, 0, LONG_MAX, "a number of articles, from 0", &most, error)) return false;
    o->max_errors = most;
    return true;
}

static bool set_prefix(struct options *o, const char *value, struct error *error)
{
    size_t n = strlen(value);
    if (!n || *value == '/' || value[n - 1] == '/' || strpbrk(value, "!#"))
        return wrong_value(OPTION_SOURCE_PREFIX, value, "a name as of a folder, without ! and #, and no / at its ends",
                           error);
    o->input.source_prefix = value;
    return true;
}

static bool set_retry(struct options *o, const char *value, struct error *error)
{
    long seconds;
    if (!set_number(OPTION_RETRY_FOR, value, 0, 86400, "seconds up to 86400", &seconds, error)) return false;
    o->retry_seconds = (double)seconds;
    return true;
}

static bool set_listen(struct options *o, const char *value, struct error *error)
{
    long port = 0;
    if (value && !set_number(OPTION_LISTEN, value, 1, 65535, "a port from 1 to 65535", &port, error)) return false;
    o->listen = true;
    o->listen_port = (int)port;
    return true;
}

static bool set_colour(struct options *o, const char *value, struct error *error)
{
    static const char *const names[] = {"auto", "always", "never"};
    for (enum colour c = COLOUR_AUTO; c <= COLOUR_NEVER; c++) {
        if (strcmp(value, names[c]) != 0) continue;
        o->colour = c;
        return true;
    }
    return wrong_value(OPTION_COLOUR, value, "auto, always or never", error);
}

static bool set_input_format(struct options *o, const char *value, struct error *error)
{
    if (format_from_name(value, &o->input.format)) return true;
    return wrong_value(OPTION_INPUT_FORMAT, value, "auto, article, ndjson, csv, tsv, warc, wiki or trafilatura", error);
}

static bool set_delimiter(struct options *o, const char *value, struct error *error)
{
    if (strcmp(value, "\\t") == 0) value = "\t";
    if (strlen(value) != 1 || *value == '"' || *value == '\n')
        return wrong_value(OPTION_DELIMITER, value, "one character, or \\t for a tab", error);
    o->input.delimiter = *value;
    return true;
}

static bool add_pattern(int option, char **patterns, size_t *count, char *value, struct error *error)
{
    if (*count == OPTION_PATTERNS_MAX)
        return error_set(error, ERROR_USAGE, "more than %d times --%s", OPTION_PATTERNS_MAX, option_name(option));
    patterns[(*count)++] = value;
    return true;
}

static bool set_schema(struct options *o, const char *value, struct error *error)
{
    if (!*value || strlen(value) > 63) return wrong_value(OPTION_SCHEMA, value, "a name of 1 to 63 bytes", error);
    o->schema = value;
    return true;
}

// 10, 10k, 64M, 1G: bytes, in powers of 1,024.
static bool set_limit(struct options *o, const char *value, struct error *error)
{
    static const char units[] = "kMG";
    char *end;
    unsigned long long n = strtoull(value, &end, 10);
    const char *unit = *end ? strchr(units, *end) : NULL;
    int shift = unit ? 10 * (int)(unit - units + 1) : 0;
    bool good = *value >= '0' && *value <= '9' && (!*end || (unit && !end[1])) && n && n <= 1ull << (30 - shift);
    if (!good) return wrong_value(OPTION_LIMIT, value, "bytes up to 1G, such as 500k or 64M", error);
    o->input.article_limit = (size_t)n << shift;
    return true;
}

static bool set_option(struct options *o, int option, char *value, struct error *error)
{
    switch (option) {
    case 'h': o->host = value; break;
    case 'p': o->port = value; break;
    case 'U': o->user = value; break;
    case 'd': o->dbname = value; break;
    case 'w': o->no_password = true; break;
    case 'W': o->ask_password = true; break;
    case 'q': o->quiet = true; break;
    case OPTION_LOCAL:
        o->local = true;
        o->local_dir = value;
        break;
    case OPTION_FORMAT: o->format = value; break;
    case OPTION_OUTPUT: o->output = value; break;
    case OPTION_ARTICLE: o->article = value; break;
    case OPTION_EXPLAIN: o->explain = true; break;
    case OPTION_SQL: o->sql = true; break;
    case OPTION_AGAIN: o->again = true; break;
    case OPTION_WHOLE_PAGE: o->input.whole_page = true; break;
    case OPTION_FORCE: o->force = true; break;
    case OPTION_READER: o->reader = true; break;
    case OPTION_LOADER: o->loader = true; break;
    case OPTION_PRUNE: o->prune = true; break;
    case OPTION_DRY_RUN: o->dry_run = true; break;
    case OPTION_FOLLOW_LINKS: o->input.select.follow_links = true; break;
    case OPTION_VERSION:
    case 'V': o->version = true; break;
    case OPTION_HELP:
    case '?': o->help = true; break;
    case OPTION_SOURCE_ROOT: o->input.source_root = value; break;
    case OPTION_SKIP_DUPLICATES: o->skip_duplicates = true; break;
    case OPTION_REJECT_DIR: o->reject_dir = value; break;
    case OPTION_STORED: o->stored = true; break;
    case OPTION_CSV_SAFE: o->csv_safe = true; break;
    case OPTION_MAP: o->input.map = value; break;
    case OPTION_ENCODING: o->input.encoding = value; break;
    case OPTION_FILES_FROM: o->input.files_from = value; break;
    case OPTION_STDIN_NAME: o->input.stdin_name = value; break;
    case OPTION_INCLUDE: return add_pattern(option, o->include, &o->input.select.include_count, value, error);
    case OPTION_EXCLUDE: return add_pattern(option, o->exclude, &o->input.select.exclude_count, value, error);
    case OPTION_SCHEMA: return set_schema(o, value, error);
    case OPTION_INPUT_FORMAT: return set_input_format(o, value, error);
    case OPTION_DELIMITER: return set_delimiter(o, value, error);
    case OPTION_SOURCE_PREFIX: return set_prefix(o, value, error);
    case OPTION_MAX_ERRORS: return set_max_errors(o, value, error);
    case OPTION_LOAD: return set_load(o, value, error);
    case OPTION_RETRY_FOR: return set_retry(o, value, error);
    case OPTION_LISTEN: return set_listen(o, value, error);
    case OPTION_LIMIT: return set_limit(o, value, error);
    case OPTION_DIALECT: return set_dialect(o, value, error);
    case OPTION_LAYOUT: return set_layout(o, value, error);
    case OPTION_COLOUR: return set_colour(o, value, error);
    default: return set_jobs(o, value, error);
    }
    return true;
}

static bool no_option(const char *argument, struct error *error)
{
    char word[17] = "";
    int n = (int)strcspn(argument, "=");
    if (n < 18) memcpy(word, argument + 2, (size_t)n - 2);
    struct meant meant = {.word = word};
    for (const struct option *o = LONG; o->name && *word; o++) meant_try(&meant, o->name);
    if (meant.nearest)
        return error_set(error, ERROR_USAGE, "there is no option %.*s; did you mean --%s?", n, argument, meant.nearest);
    return error_set(error, ERROR_USAGE, "there is no option %s", argument);
}

static bool bad_option(int found, const char *argument, struct error *error)
{
    bool is_long = strncmp(argument, "--", 2) == 0;
    if (found == ':' && is_long) return error_set(error, ERROR_USAGE, "%s needs a value", argument);
    if (found == ':') return error_set(error, ERROR_USAGE, "-%c needs a value", optopt);
    if (is_long && strchr(argument, '=') && optopt) return error_set(error, ERROR_USAGE, "%s takes no value", argument);
    if (is_long) return no_option(argument, error);
    return error_set(error, ERROR_USAGE, "there is no option -%c", optopt);
}

// Each option that was given, until the command is known.
struct given {
    unsigned commands;
    int option;
};

static bool check_command(const struct options *o, const struct given *given, int count, struct error *error)
{
    for (int i = 0; i < count; i++) {
        if (o->command == COMMAND_NONE || o->command == COMMAND_HELP || given[i].commands & COMMAND_SET(o->command))
            continue;
        return error_set(error, ERROR_USAGE, "--%s is no option of %s", option_name(given[i].option),
                         command_name(o->command));
    }
    bool asks = o->command != COMMAND_NONE && COMMAND_SET(o->command) & COMMANDS_ASKING && o->format;
    if (asks && strcmp(o->format, "table") != 0 && strcmp(o->format, "csv") != 0 && strcmp(o->format, "json") != 0)
        return wrong_value(OPTION_FORMAT, o->format, "table, csv or json", error);
    return options_agree(o, error);
}

bool options_parse(int argc, char **argv, struct options *o, struct error *error)
{
    *o = (struct options){.schema = "articles",
                          .retry_seconds = RETRY_SECONDS,
                          .max_errors = -1,
                          .input = {.article_limit = ARTICLE_LIMIT}};
    o->operands = argv;
    o->input.select.include = o->include;
    o->input.select.exclude = o->exclude;
    struct given given[OPTIONS_MAX];
    int given_count = 0, kept = 1;
    bool options_end = false;
    opterr = 0;
    optind = 0;  // start afresh
    while (argc > 1 && optind < argc) {
        const char *argument = argv[optind ? optind : 1];
        int found = options_end ? -1 : getopt_long(argc, argv, SHORT, LONG, NULL);
        if (found == ':' || (found == '?' && optopt != '?')) return bad_option(found, argument, error);
        if (found != -1) {
            if (given_count == OPTIONS_MAX) return error_set(error, ERROR_USAGE, "too many options");
            given[given_count++] = (struct given){commands_of(found), found};
            if (!set_option(o, found, optarg, error)) return false;
            continue;
        }
        if (optind >= argc) break;
        if (strcmp(argument, "--") == 0) options_end = true;
        const char *operand = argv[optind++];
        if (o->command == COMMAND_NONE) {
            if (!command_find(operand, &o->command, error)) return false;
            options_end = options_end || o->command == COMMAND_PSQL;
        } else {
            argv[kept++] = argv[optind - 1];
        }
    }
    o->operands = argv + 1;
    o->operand_count = kept - 1;
    return check_command(o, given, given_count, error);
}
