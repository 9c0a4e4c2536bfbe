#include "base/say.h"
#include "cli/commands.h"
#include "cli/config.h"
#include "cli/connect.h"
#include "cli/help.h"
#include "cli/hint.h"
#include "cli/log.h"
#include "cli/message.h"

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

volatile sig_atomic_t interrupted;

static void interrupt(int signal_number)
{
    interrupted = signal_number;
}

// The first signal asks to end after the batches begun; the second ends at once.
static void catch_signals(void)
{
    struct sigaction action = {.sa_handler = interrupt, .sa_flags = (int)SA_RESETHAND};
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
}

// A script's empty variable. Taken for a pattern, it would stand for all that lies below.
static bool has_empty(const struct options *o)
{
    for (int i = 0; i < o->operand_count; i++)
        if (!*o->operands[i]) return true;
    return false;
}

// Operands without a letter or digit.
static bool is_blank(const struct options *o)
{
    for (int i = 0; i < o->operand_count; i++)
        for (const char *c = o->operands[i]; *c; c++)
            if (str_is_word_byte(*c)) return false;
    return o->operand_count > 0;
}

static bool check_operands(const struct options *o, struct error *error)
{
    if (o->command == COMMAND_ENTITIES && !command_entities_takes(o))
        return error_set(error, ERROR_USAGE, "say: entities load FILE, entities list, or entities delete NAME…");
    if (o->command == COMMAND_CORRECT && !command_correct_takes(o))
        return error_set(
            error, ERROR_USAGE,
            "say: correct SOURCE WORDS, correct list, correct delete N…, correct save FILE, or correct load "
            "FILE");
    if (o->command == COMMAND_INDEX && (o->operand_count != 1 || strcmp(o->operands[0], "full-text") != 0))
        return error_set(error, ERROR_USAGE, "say: doc2pgsql index full-text");
    if (o->command == COMMAND_DELETE && !o->operand_count && !o->load_id)
        return error_set(error, ERROR_USAGE, "delete needs a PATTERN of sources, or --load=N");
    if (o->command == COMMAND_GRANT && (o->operand_count != 1 || (o->reader && o->loader)))
        return error_set(error, ERROR_USAGE, "say: grant ROLE, or grant --loader ROLE");
    if (command_reads(o->command) && !o->operand_count && !o->input.files_from)
        return error_set(error, ERROR_USAGE, "%s needs a PATH: a file, a directory, or - for standard input",
                         command_name(o->command));
    if ((o->command == COMMAND_SEARCH || o->command == COMMAND_SHOW) && !o->operand_count)
        return error_set(error, ERROR_USAGE, o->command == COMMAND_SEARCH ? "say: search WORDS" : "say: show SOURCE");
    if ((o->command == COMMAND_SEARCH || o->command == COMMAND_SHOW || o->command == COMMAND_ASK) && is_blank(o))
        return error_set(error, ERROR_USAGE,
                         "%s needs words or a name: there is no letter or digit in what it was given",
                         command_name(o->command));
    if (has_empty(o) && o->command != COMMAND_PSQL)
        return error_set(error, ERROR_USAGE, "an argument of %s is empty: a variable that is not set?",
                         command_name(o->command));
    bool none = o->command == COMMAND_INIT || o->command == COMMAND_STATUS || o->command == COMMAND_STOP ||
                o->command == COMMAND_RESOLVE || o->command == COMMAND_DOCTOR;
    if (none && o->operand_count)
        return error_set(error, ERROR_USAGE, "%s takes no argument \"%s\"", command_name(o->command), o->operands[0]);
    return true;
}

static int help(const struct options *o)
{
    struct error error = {0};
    enum command about = o->command == COMMAND_HELP ? COMMAND_NONE : o->command;
    if (o->command == COMMAND_HELP && o->operand_count && !command_find(o->operands[0], &about, &error))
        return message_error(&error);
    const char *format = o->format && o->command == COMMAND_HELP ? o->format : "text";
    if (strcmp(format, "text") == 0) help_print(about);
    else if (strcmp(format, "man") == 0) help_print_manual(about);
    else if (strcmp(format, "markdown") == 0) help_print_reference();
    else if (strcmp(format, "commands") == 0) help_print_commands();
    else help_print_completion(format);
    return 0;
}

static int run(const struct options *o, int argc, char **argv)
{
    switch (o->command) {
    case COMMAND_INIT: return command_init(o);
    case COMMAND_LOAD: return command_load(o, argc, argv);
    case COMMAND_PREVIEW: return command_preview(o);
    case COMMAND_EXPORT: return command_export(o);
    case COMMAND_VERIFY: return command_verify(o);
    case COMMAND_STATUS: return command_status(o);
    case COMMAND_REPORT: return command_report(o, argc, argv);
    case COMMAND_CORRECT: return command_correct(o);
    case COMMAND_ENTITIES: return command_entities(o);
    case COMMAND_INDEX: return command_index(o);
    case COMMAND_DELETE: return command_delete(o, argc, argv);
    case COMMAND_GRANT: return command_grant(o);
    case COMMAND_RESOLVE: return command_resolve(o, argc, argv);
    case COMMAND_DOCTOR: return command_doctor(o);
    case COMMAND_PSQL: return command_psql(o);
    case COMMAND_ASK:
    case COMMAND_SEARCH:
    case COMMAND_SHOW: return command_ask(o);
    default: return command_stop(o);
    }
}

// What a caller has closed, no connection or file may take the place of: it would get our messages.
static void open_standard_files(void)
{
    for (int fd = 0; fd <= STDERR_FILENO; fd++)
        while (fcntl(fd, F_GETFD) == -1 && open("/dev/null", O_RDONLY) < fd) {
        }
}

// Output that did not arrive is a failure, whatever the command has done.
static int end_output(int code)
{
    struct error error = {0};
    if (fflush(stdout) == 0 && !ferror(stdout)) return code;
    if (code != 0) return code;
    error_set(&error, ERROR_OUTPUT, "can't write to standard output: %s", strerror(errno));
    return message_error(&error);
}

static int start(int argc, char **argv, char **arguments, struct config *config, struct options *options)
{
    struct error error = {0};
    if (!options_parse(argc, arguments, config, options, &error)) return message_error(&error);
    hint_begin(options);
    if (options->version) {
        say(stdout, "doc2pgsql " DOC2PGSQL_VERSION);
        return 0;
    }
    if (options->help || options->command == COMMAND_HELP) return help(options);
    if (options->command == COMMAND_NONE) {
        help_begin();
        return ERROR_USAGE;
    }
    if (!check_operands(options, &error)) return message_error(&error);
    if (options->dbname && !options->configured_server && database_tells_password(options->dbname))
        log_notice(options, "notice",
                   "every user of this machine can read the password on the command line: leave it out, and put "
                   "it into ~/.pgpass, or be asked for it");
    if (options->command != COMMAND_PSQL) catch_signals();
    return run(options, argc, argv);
}

int main(int argc, char **argv)
{
    open_standard_files();
    setlocale(LC_CTYPE, "C.UTF-8");
#ifdef M_MMAP_THRESHOLD
    // Batches' buffers stay mappings of their own, which grow without a copy and leave no holes: glibc would raise this
    // threshold with each one that is freed (mallopt(3)). Two workers need 4 MB less.
    mallopt(M_MMAP_THRESHOLD, 256 * 1024);
#endif
    // options_parse moves operands, and the load's row shall tell the command as it was given
    char **arguments = calloc((size_t)argc + 1, sizeof *arguments);
    if (!arguments) {
        fputs("doc2pgsql: out of memory\n", stderr);
        return ERROR_MEMORY;
    }
    memcpy(arguments, argv, (size_t)argc * sizeof *arguments);
    struct config config = {0};
    struct options options = {0};
    int code = end_output(start(argc, argv, arguments, &config, &options));
    config_release(&config);
    free(arguments);
    return code;
}
