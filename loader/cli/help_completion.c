// Completion for shells. Values that are chosen from a few are offered; all other words are files.
#include "cli/help.h"
#include "cli/option_table.h"

#include <stdio.h>
#include <string.h>

static bool takes(enum command command, const struct option_row *row)
{
    return row->commands & COMMAND_SET(command);
}

// "a|b|c" with another letter between.
static void print_choices(const struct option_row *row, char between)
{
    for (const char *c = row->choices; *c; c++) putchar(*c == '|' ? between : *c);
}

static void print_commands(void)
{
    for (int i = COMMAND_NONE + 1; i < COMMAND_COUNT; i++) printf("%s%s", i > 1 ? " " : "", command_rows[i].name);
}

// What is known of an option for bash: "--jobs=" takes a value.
static void print_bash_options(enum command command)
{
    const char *between = "";
    for (const struct option_row *row = option_rows; row->name; row++) {
        if (command == COMMAND_NONE ? row->group < GROUP_CONNECTION : !takes(command, row)) continue;
        printf("%s--%s%s", between, row->name, row->value && *row->value != '[' ? "=" : "");
        between = " ";
    }
}

static void print_bash(void)
{
    puts(
        "# bash completion for doc2pgsql: doc2pgsql help --format=bash\n"
        "_doc2pgsql() {\n"
        "    local cur=${COMP_WORDS[COMP_CWORD]} option='' command='' options='' words='' i\n"
        "    for ((i = 1; i < COMP_CWORD; i++)); do");
    fputs("        case ${COMP_WORDS[i]} in ", stdout);
    for (int i = COMMAND_NONE + 1; i < COMMAND_COUNT; i++) printf("%s%s", i > 1 ? "|" : "", command_rows[i].name);
    puts(
        ") command=${COMP_WORDS[i]} && break ;; esac\n"
        "    done\n"
        "    case $command in");
    for (int i = COMMAND_NONE + 1; i < COMMAND_COUNT; i++) {
        printf("    %s) options='", command_rows[i].name);
        print_bash_options((enum command)i);
        puts("' ;;");
    }
    fputs("    *) options='", stdout);
    print_bash_options(COMMAND_NONE);
    fputs("' words='", stdout);
    print_commands();
    puts(
        "' ;;\n    esac\n"
        "    [ \"$command\" != help ] || words=$(_doc2pgsql_commands)\n"
        "    # = parts words\n"
        "    if [ \"$cur\" = = ]; then option=${COMP_WORDS[COMP_CWORD - 1]} cur=''\n"
        "    elif [ \"${COMP_WORDS[COMP_CWORD - 1]}\" = = ]; then option=${COMP_WORDS[COMP_CWORD - 2]}; fi\n"
        "    case $command,$option in");
    for (const struct option_row *row = option_rows; row->name; row++) {
        if (!row->choices) continue;
        const char *between = "    ";
        for (int i = COMMAND_NONE + 1; i < COMMAND_COUNT; i++) {
            if (!takes((enum command)i, row)) continue;
            printf("%s%s,--%s", between, command_rows[i].name, row->name);
            between = " | ";
        }
        fputs(") words='", stdout);
        print_choices(row, ' ');
        puts("' ;;");
    }
    fputs(
        "    esac\n"
        "    if [[ -z $option && $cur == -* ]]; then\n"
        "        mapfile -t COMPREPLY < <(compgen -W \"$options\" -- \"$cur\")\n"
        "        [[ ${COMPREPLY[0]-} != *= ]] || compopt -o nospace\n"
        "    elif [ -n \"$words\" ]; then mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$cur\")\n"
        "    else\n"
        "        compopt -o filenames\n"
        "        mapfile -t COMPREPLY < <(compgen -f -- \"$cur\")\n"
        "    fi\n"
        "}\n"
        "_doc2pgsql_commands() { echo '",
        stdout);
    print_commands();
    puts("'; }\ncomplete -F _doc2pgsql doc2pgsql");
}

// A text within single quotes, without the backquotes that mark code; of the letters in `special`, each behind a
// backslash.
static void print_quoted(const char *text, const char *apostrophe, const char *special)
{
    for (; *text; text++) {
        if (*text == '`') continue;
        if (strchr(special, *text)) putchar('\\');
        if (*text == '\'') fputs(apostrophe, stdout);
        else putchar(*text == '\n' ? ' ' : *text);
    }
}

static void print_zsh_option(const struct option_row *row)
{
    bool may = row->value && *row->value == '[';
    printf(" \\\n            '%s--%s%s[", strstr(row->help, "repeated") ? "*" : "", row->name,
           !row->value ? ""
           : may       ? "=-"
                       : "=");
    print_quoted(*row->help ? row->help : row->name, "'\\''", "[]");
    putchar(']');
    if (row->value) printf("%s%s:", may ? "::" : ":", row->name);
    if (row->choices) putchar('('), print_choices(row, ' '), putchar(')');
    else if (row->value) fputs("_files", stdout);
    putchar('\'');
}

static void print_zsh(void)
{
    puts(
        "#compdef doc2pgsql\n"
        "# zsh completion for doc2pgsql: doc2pgsql help --format=zsh\n"
        "_doc2pgsql() {\n"
        "    local -a commands\n"
        "    local command word\n"
        "    commands=(");
    for (int i = COMMAND_NONE + 1; i < COMMAND_COUNT; i++) {
        printf("        '%s:", command_rows[i].name);
        print_quoted(command_rows[i].summary, "'\\''", ":");
        puts("'");
    }
    puts(
        "    )\n"
        "    for word in ${words[2,CURRENT-1]}; do\n"
        "        if (( ${commands[(I)$word:*]} )); then command=$word; break; fi\n"
        "    done\n"
        "    case $command in");
    for (int i = COMMAND_NONE + 1; i < COMMAND_COUNT; i++) {
        printf("        %s) _arguments", command_rows[i].name);
        for (const struct option_row *row = option_rows; row->name; row++)
            if (takes((enum command)i, row)) print_zsh_option(row);
        puts(i == COMMAND_HELP ? " '*:command:(${commands%%:*})' ;;" : " '*:file:_files' ;;");
    }
    fputs("        *) if [[ $PREFIX == -* ]]; then _arguments", stdout);
    for (const struct option_row *row = option_rows; row->name; row++)
        if (row->group >= GROUP_CONNECTION) print_zsh_option(row);
    puts(
        "; else _describe command commands; fi ;;\n"
        "    esac\n"
        "}\n"
        "_doc2pgsql \"$@\"");
}

static void print_fish(void)
{
    fputs("# fish completion for doc2pgsql: doc2pgsql help --format=fish\nset -l commands ", stdout);
    print_commands();
    putchar('\n');
    for (int i = COMMAND_NONE + 1; i < COMMAND_COUNT; i++) {
        printf("complete -c doc2pgsql -n \"not __fish_seen_subcommand_from $commands\" -f -a %s -d '",
               command_rows[i].name);
        print_quoted(command_rows[i].summary, "\\'", "");
        puts("'");
    }
    for (const struct option_row *row = option_rows; row->name; row++) {
        fputs("complete -c doc2pgsql", stdout);
        if (row->group < GROUP_CONNECTION || row->commands == COMMAND_SET(COMMAND_STOP)) {
            fputs(" -n '__fish_seen_subcommand_from", stdout);
            for (int i = COMMAND_NONE + 1; i < COMMAND_COUNT; i++)
                if (takes((enum command)i, row)) printf(" %s", command_rows[i].name);
            putchar('\'');
        }
        if (row->letter && row->letter != '?') printf(" -s %c", row->letter);
        printf(" -l %s", row->name);
        if (row->choices) fputs(" -x -a '", stdout), print_choices(row, ' '), putchar('\'');
        else if (row->value && *row->value != '[') fputs(" -r", stdout);
        fputs(" -d '", stdout);
        print_quoted(*row->help ? row->help : row->name, "\\'", "");
        puts("'");
    }
    fputs("complete -c doc2pgsql -n '__fish_seen_subcommand_from help' -f -a '", stdout);
    print_commands();
    puts("'");
}

void help_print_completion(const char *shell)
{
    if (strcmp(shell, "bash") == 0) print_bash();
    else if (strcmp(shell, "zsh") == 0) print_zsh();
    else print_fish();
}
