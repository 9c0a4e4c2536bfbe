// Manual pages and the reference. Texts hold `code` between backquotes, and paragraphs parted by an empty line.
#include "cli/help.h"
#include "cli/option_table.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#define MANUAL_DATE "November 30, 2026"  // of the last change of the tables

// Running text: what would be read as a macro or an escape is written so that it isn't, and code is bold. A sentence's
// end is a line's end, as mandoc wants it.
static void print_text(const char *text)
{
    bool begins = true, code = false;
    for (const char *c = text; *c; c++) {
        if (begins && (*c == '.' || *c == '\'')) fputs("\\&", stdout);
        begins = false;
        if (*c == '`') fputs((code = !code) ? "\\fB" : "\\fP", stdout);
        else if (*c == '\\') fputs("\\e", stdout);
        else if (*c == '-') fputs("\\-", stdout);
        else if (*c == '\n' && c[1] == '\n') fputs("\n.Pp", stdout);
        else if (*c == '\n') putchar('\n'), begins = true;
        else if (strchr(".;:?!", *c) && c[1] == ' ' && !code) putchar(*c), putchar('\n'), c++, begins = true;
        else putchar(*c);
    }
    putchar('\n');
}

// The name of a value, without brackets.
static void print_value(const struct option_row *row, const char *before, const char *after)
{
    if (*row->value == '[') printf("%.*s", (int)strlen(row->value) - 2, row->value + 1);
    else printf("%s%s%s", before, row->value, after);
}

static void print_item(const struct option_row *row)
{
    char choices[128];
    fputs(".It ", stdout);
    if (row->letter) printf("Fl %s%c , ", row->letter == '?' ? "\\&" : "", row->letter);
    printf("Fl -%s", row->name);
    if (row->value) printf(*row->value == '[' ? " Ns Op = Ns Ar " : " Ns = Ns Ar "), print_value(row, "", "");
    putchar('\n');
    if (row->choices) print_text(option_choices(row, choices));
    if (*row->help) print_text(row->help);
    if (row->more) fputs(".Pp\n", stdout), print_text(row->more);
}

static bool has(const struct option_row *row, enum command command, enum option_group group)
{
    return row->group == group && (command == COMMAND_NONE || row->commands & COMMAND_SET(command));
}

static void print_group(enum command command, enum option_group group, const char *title)
{
    bool any = false;
    for (const struct option_row *row = option_rows; row->name; row++) {
        if (!has(row, command, group)) continue;
        if (!any) printf(".Ss %s\n.Bl -tag -width Ds\n", title);
        any = true;
        print_item(row);
    }
    if (any) puts(".El");
}

static void print_page(enum command command)
{
    const struct command_row *row = &command_rows[command];
    char name[16] = "";
    for (size_t i = 0; i < sizeof name - 1 && row->name[i]; i++) name[i] = (char)toupper((unsigned char)row->name[i]);
    printf(".Dd " MANUAL_DATE "\n.Dt DOC2PGSQL-%s 1\n.Os\n.Sh NAME\n.Nm doc2pgsql-%s\n.Nd %s\n", name, row->name,
           row->summary);
    printf(".Sh SYNOPSIS\n.Nm doc2pgsql\n");
    print_text(row->usage);
    puts(".Sh DESCRIPTION");
    print_text(row->text ? row->text : row->summary);
    if (row->more) puts(".Pp"), print_text(row->more);
    print_group(command, GROUP_COMMAND, "Options");
    print_group(command, GROUP_READING, "Reading");
    print_group(command, GROUP_CONNECTION, "Connection");
    puts(".Sh SEE ALSO\n.Xr doc2pgsql 1");
}

void help_print_manual(enum command command)
{
    if (command != COMMAND_NONE) {
        print_page(command);
        return;
    }
    puts(".Dd " MANUAL_DATE
         "\n.Dt DOC2PGSQL 1\n.Os\n.Sh NAME\n.Nm doc2pgsql\n"
         ".Nd load articles into PostgreSQL, so that they can be questioned in SQL\n"
         ".Sh SYNOPSIS\n.Nm\n.Op Ar connection\n.Ar command\n.Op Ar option ...\n.Op Ar path ...\n"
         ".Sh DESCRIPTION\n.Nm\n"
         "takes articles apart into rows for documents, sections, paragraphs, bullets and table cells, stores them "
         "with\n"
         ".Sy COPY ,\nand brings views that answer questions over any number of articles.\n"
         "Countries, territories, organisations and regions are found in all text but code on the way\n"
         ".Pq table Sy mentions , No view Sy entity_mentions .\n"
         "What sentences say that one of them gives, promises, is asked for or refuses is found in running text\n"
         ".Pq table Sy statements .\n.Pp\nThe commands, each with a page of its own:\n.Bl -tag -width \"preview\"");
    for (int i = COMMAND_NONE + 1; i < COMMAND_COUNT; i++) {
        printf(".It Xr doc2pgsql-%s 1\n", command_rows[i].name);
        print_text(command_rows[i].summary);
    }
    puts(
        ".El\n.Pp\nThe connection is named as for\n.Xr psql 1 ;\n"
        "what is not given is taken from the environment variables of libpq\n"
        ".Pq Ev PGHOST , PGPORT , PGUSER , PGDATABASE , PGSERVICE No and so on\nand from\n.Pa ~/.pgpass .");
    print_group(COMMAND_NONE, GROUP_CONNECTION, "Connection");
    print_group(COMMAND_NONE, GROUP_READING, "Reading");
    print_group(COMMAND_NONE, GROUP_OTHERS, "Others");
}

static void print_row(const struct option_row *row)
{
    char choices[128];
    fputs("| `", stdout);
    if (row->letter) printf("-%c`, `", row->letter);
    printf("--%s", row->name);
    if (row->value) printf(*row->value == '[' ? "[=" : "="), print_value(row, "", "");
    if (row->value && *row->value == '[') putchar(']');
    printf("` | %s%s", option_choices(row, choices), row->choices && *row->help ? " " : "");
    for (const char *c = row->help; *c; c++) putchar(*c == '\n' ? ' ' : *c);
    if (row->more) printf(". %s", row->more);
    puts(" |");
}

static void print_table(enum command command, enum option_group group)
{
    bool any = false;
    for (const struct option_row *row = option_rows; row->name; row++) {
        if (!has(row, command, group)) continue;
        if (!any) puts("\n| option | |\n|---|---|");
        any = true;
        print_row(row);
    }
}

void help_print_reference(void)
{
    puts("# The command line\n\nMade from the program's tables: `doc2pgsql help --format=markdown`.");
    for (int i = COMMAND_NONE + 1; i < COMMAND_COUNT; i++) {
        const struct command_row *row = &command_rows[i];
        printf("\n## %s\n\n    doc2pgsql %s\n\n%s\n", row->name, row->usage, row->text ? row->text : row->summary);
        if (row->more) printf("\n%s\n", row->more);
        print_table((enum command)i, GROUP_COMMAND);
        if (command_reads((enum command)i)) puts("\nAnd the options of [reading](#reading).");
        if (command_connects((enum command)i)) puts("\nAnd the options of the [connection](#connection).");
    }
    puts("\n## Reading\n\nOf `load`, `preview`, `export` and `verify`.");
    print_table(COMMAND_NONE, GROUP_READING);
    puts("\n## Connection\n\nAs for psql; what is not given is taken from PG* variables and `~/.pgpass`.");
    print_table(COMMAND_NONE, GROUP_CONNECTION);
    puts("\n## Others");
    print_table(COMMAND_NONE, GROUP_OTHERS);
}
