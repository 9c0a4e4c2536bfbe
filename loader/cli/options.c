#define _GNU_SOURCE  // getopt_long
#include "cli/options.h"
#include "cli/config.h"
#include "cli/meant.h"
#include "cli/option_table.h"

#include <getopt.h>
#include <stdlib.h>

#define OPTIONS_MAX   256
#define ROWS_MAX      128  // of the table
#define ROW_VALUE     256  // getopt's value of the first row; those of letters lie below
#define ARTICLE_LIMIT ((size_t)64 << 20)
#define RETRY_SECONDS 600

const char options_default_schema[] = "articles";

// What getopt wants to know: each name and letter once.
struct grammar {
    struct option names[ROWS_MAX];
    char letters[2 * ROWS_MAX];
};

static void fill_grammar(struct grammar *g)
{
    size_t names = 0;
    char *letter = g->letters;
    *letter++ = '+';
    *letter++ = ':';
    for (size_t i = 0; option_rows[i].name && names + 1 < ROWS_MAX; i++) {
        const struct option_row *row = &option_rows[i];
        if (option_find(row->name, COMMAND_NONE) != row) continue;
        int takes = !row->value ? no_argument : *row->value == '[' ? optional_argument : required_argument;
        g->names[names++] = (struct option){row->name, takes, NULL, ROW_VALUE + (int)i};
        if (!row->letter || row->letter == '?') continue;
        *letter++ = row->letter;
        if (takes == required_argument) *letter++ = ':';
    }
    g->names[names] = (struct option){NULL, 0, NULL, 0};
    *letter = '\0';
}

static const struct option_row *find_row(int found)
{
    if (found >= ROW_VALUE) return &option_rows[found - ROW_VALUE];
    const struct option_row *row = option_rows;
    while (row->name && row->letter != found) row++;
    return row;
}

// Of the command's options, where it was said already.
static bool no_option(enum command command, const char *argument, struct error *error)
{
    char word[17] = "";
    int n = (int)strcspn(argument, "=");
    if (n < 18) memcpy(word, argument + 2, (size_t)n - 2);
    struct meant meant = {.word = word};
    for (const struct option_row *row = option_rows; row->name && *word; row++)
        if (option_find(row->name, command)) meant_try(&meant, row->name);
    if (meant.nearest)
        return error_set(error, ERROR_USAGE, "there is no option %.*s; did you mean --%s?", n, argument, meant.nearest);
    return error_set(error, ERROR_USAGE, "there is no option %s", argument);
}

static bool bad_option(int found, enum command command, const char *argument, struct error *error)
{
    bool is_long = strncmp(argument, "--", 2) == 0;
    if (found == ':' && is_long) return error_set(error, ERROR_USAGE, "%s needs a value", argument);
    if (found == ':') return error_set(error, ERROR_USAGE, "-%c needs a value", optopt);
    if (is_long && strchr(argument, '=') && optopt) return error_set(error, ERROR_USAGE, "%s takes no value", argument);
    if (is_long) return no_option(command, argument, error);
    if (argument[1] && option_find(argument + 1, COMMAND_NONE))
        return error_set(error, ERROR_USAGE, "there is no option -%c; did you mean -%s?", optopt, argument);
    return error_set(error, ERROR_USAGE, "there is no option -%c", optopt);
}

// An option that was given, until the command is known.
struct given {
    const struct option_row *row;  // the first of its name
    char *value;
};

static bool set_given(struct options *o, const struct given *given, int count, struct error *error)
{
    for (int i = 0; i < count; i++) {
        const struct option_row *row = option_find(given[i].row->name, o->command);
        if (!row)
            return error_set(error, ERROR_USAGE, "--%s is no option of %s", given[i].row->name,
                             command_name(o->command));
        if (!row->set(o, row, given[i].value, error)) return false;
    }
    return true;
}

bool options_parse(int argc, char **argv, struct config *config, struct options *o, struct error *error)
{
    *o = (struct options){.schema = options_default_schema,
                          .retry_seconds = RETRY_SECONDS,
                          .max_errors = -1,
                          .input = {.article_limit = ARTICLE_LIMIT}};
    o->operands = argv;
    o->input.select.include = o->include;
    o->input.select.exclude = o->exclude;
    struct grammar grammar = {0};
    struct given given[OPTIONS_MAX];
    int given_count = 0, kept = 1;
    bool options_end = false;
    fill_grammar(&grammar);
    opterr = 0;
    optind = 0;  // start afresh
    while (argc > 1 && optind < argc) {
        const char *argument = argv[optind ? optind : 1];
        int found = options_end ? -1 : getopt_long(argc, argv, grammar.letters, grammar.names, NULL);
        if (found == ':' || (found == '?' && optopt != '?')) return bad_option(found, o->command, argument, error);
        if (found != -1) {
            if (given_count == OPTIONS_MAX) return error_set(error, ERROR_USAGE, "too many options");
            given[given_count++] = (struct given){find_row(found), optarg};
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
    if (!set_given(o, given, given_count, error)) return false;
    bool uses = command_connects(o->command) || command_reads(o->command) || o->command == COMMAND_STOP;
    if (config && uses && !o->help && !o->version && !config_apply(config, o, error)) return false;
    return options_agree(o, error);
}
