#include "cli/help.h"
#include "cli/option_table.h"

#include <stdio.h>
#include <string.h>

enum { LABEL_MAX = 64 };

// Columns that the text takes: its characters, all of which are one wide.
static int width(const char *text)
{
    int n = 0;
    for (; *text; text++) n += ((unsigned char)*text & 0xc0) != 0x80;
    return n;
}

// "  -h, --host=HOST", "      --local[=DIR]"
static const char *label(const struct option_row *row, char buffer[LABEL_MAX])
{
    char letter[4] = "   ", value[32] = "";
    if (row->letter) snprintf(letter, sizeof letter, "-%c,", row->letter);
    if (row->value && *row->value == '[') snprintf(value, sizeof value, "[=%s", row->value + 1);
    else if (row->value) snprintf(value, sizeof value, "=%s", row->value);
    snprintf(buffer, LABEL_MAX, "  %s --%s%s", letter, row->name, value);
    return buffer;
}

static void print_option(const struct option_row *row, int column)
{
    char buffer[LABEL_MAX], choices[128];
    const char *name = label(row, buffer), *first = option_choices(row, choices);
    printf("%s%*s%s", name, column - width(name), "", first);
    if (*first && *row->help) putchar(' ');
    for (const char *c = row->help; *c; c++)
        if (*c == '\n') printf("\n%*s", column, "");
        else if (*c != '`') putchar(*c);
    putchar('\n');
}

// The group's options of that command (COMMAND_NONE: of any), below a title where there is one.
static void print_group(enum command command, enum option_group group, const char *title)
{
    int column = 0;
    char buffer[LABEL_MAX];
    for (int pass = 0; pass < 2; pass++)
        for (const struct option_row *row = option_rows; row->name; row++) {
            if (row->group != group || (command != COMMAND_NONE && !(row->commands & COMMAND_SET(command)))) continue;
            int columns = width(label(row, buffer)) + 2;
            if (pass == 0 && columns > column) column = columns;
            if (pass == 1 && *title) puts(title);
            if (pass == 1) print_option(row, column), title = "";
        }
}

static const char CONNECTION_TITLE[] = "\nConnection (as for psql; PG* variables and .pgpass work too):";

static void print_overview(void)
{
    puts(
        "doc2pgsql loads articles into PostgreSQL, so that you can question them in SQL.\n\n"
        "Usage: doc2pgsql [CONNECTION] COMMAND [OPTION…] [PATH…]\n");
    for (int i = COMMAND_NONE + 1; i < COMMAND_COUNT; i++) {
        const struct command_row *row = &command_rows[i];
        const char *operands = row->operands ? row->operands : "";
        printf("  %s %s%*s%s\n", row->name, operands, 15 - width(row->name) - width(operands), "", row->summary);
    }
    print_group(COMMAND_NONE, GROUP_CONNECTION, CONNECTION_TITLE);
    print_group(COMMAND_NONE, GROUP_OTHERS, "\nOthers:");
    puts(
        "\nWhat needs not be said each time: ~/.config/doc2pgsql.conf, ./doc2pgsql.conf (man doc2pgsql, FILES).\n"
        "Exit codes: 0 done, 1 fault of the program, 2 usage, 3 input, 4 some articles were rejected,\n"
        "5 no connection, 6 server, 7 output, 8 memory, 9 schema, 10 private server, 11 too many rejected,\n"
        "12 verify --stored found differences. More: man doc2pgsql");
}

void help_print(enum command command)
{
    const struct command_row *row = &command_rows[command];
    if (command == COMMAND_NONE) {
        print_overview();
        return;
    }
    printf("Usage: doc2pgsql %s\n", row->usage);
    if (row->text) printf("\n%s\n", row->text);
    print_group(command, GROUP_COMMAND, "\nOptions:");
    print_group(command, GROUP_READING, "\nReading:");
    print_group(command, GROUP_CONNECTION, CONNECTION_TITLE);
}

void help_print_commands(void)
{
    for (int i = COMMAND_NONE + 1; i < COMMAND_COUNT; i++) puts(command_rows[i].name);
}

void help_begin(void)
{
    fputs(
        "doc2pgsql loads articles into PostgreSQL, so that you can question them. To begin:\n"
        "  doc2pgsql --local load FOLDER          into a private server, which it makes and starts by itself\n"
        "  doc2pgsql --local ask country Japan    what the articles say of it\n"
        "  doc2pgsql --help                       everything else\n",
        stderr);
}
