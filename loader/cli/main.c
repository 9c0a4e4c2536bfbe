#include "cli/commands.h"
#include "cli/help.h"
#include "cli/message.h"

#include <locale.h>
#include <stdio.h>

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

static bool needs_operands(enum command command)
{
    return command == COMMAND_LOAD || command == COMMAND_PREVIEW || command == COMMAND_EXPORT ||
           command == COMMAND_VERIFY;
}

static bool check_operands(const struct options *o, struct error *error)
{
    if (o->command == COMMAND_ENTITIES && (o->operand_count != 2 || strcmp(o->operands[0], "load") != 0))
        return error_set(error, ERROR_USAGE, "say: entities load FILE");
    if (needs_operands(o->command) && !o->operand_count && !o->input.files_from)
        return error_set(error, ERROR_USAGE, "%s needs a PATH: a file, a directory, or - for standard input",
                         command_name(o->command));
    bool none = o->command == COMMAND_INIT || o->command == COMMAND_STATUS || o->command == COMMAND_STOP;
    if (none && o->operand_count)
        return error_set(error, ERROR_USAGE, "%s takes no argument \"%s\"", command_name(o->command), o->operands[0]);
    return true;
}

static int help(const struct options *o)
{
    enum command about = o->command == COMMAND_HELP ? COMMAND_NONE : o->command;
    if (o->command == COMMAND_HELP && o->operand_count) {
        for (about = COMMAND_INIT; about <= COMMAND_HELP; about++)
            if (strcmp(o->operands[0], command_name(about)) == 0) break;
        if (about > COMMAND_HELP) {
            struct error error = {0};
            error_set(&error, ERROR_USAGE, "there is no command \"%s\"", o->operands[0]);
            return message_error(&error);
        }
    }
    help_print(about);
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
    case COMMAND_ENTITIES: return command_entities(o);
    case COMMAND_PSQL: return command_psql(o);
    default: return command_stop(o);
    }
}

int main(int argc, char **argv)
{
    struct error error = {0};
    struct options options;
    setlocale(LC_CTYPE, "C.UTF-8");
    if (!options_parse(argc, argv, &options, &error)) return message_error(&error);
    if (options.version) {
        puts("doc2pgsql " DOC2PGSQL_VERSION);
        return 0;
    }
    if (options.help || options.command == COMMAND_HELP) return help(&options);
    if (options.command == COMMAND_NONE) {
        error_set(&error, ERROR_USAGE, "what shall it do? Name a command, such as load");
        return message_error(&error);
    }
    if (!check_operands(&options, &error)) return message_error(&error);
    if (options.command != COMMAND_PSQL) catch_signals();
    return run(&options, argc, argv);
}
