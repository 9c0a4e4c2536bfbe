#include "cli/hint.h"

#include "base/say.h"
#include "cli/option_table.h"
#include "sink/database.h"

#include <ctype.h>

static const struct options *given;

void hint_begin(const struct options *options)
{
    given = options;
}

bool hint_is_local(void)
{
    return given && given->local;
}

void hint_add_word(struct buf *out, const char *word)
{
    const char *plain = word;
    while (isalnum((unsigned char)*plain) || (*plain && strchr("-_./=:,@%+", *plain))) plain++;
    if (*word && !*plain) {
        buf_str_add(out, str_from(word));
        return;
    }
    bool twice = strchr(word, '\'') && !strpbrk(word, "\"$`\\!");  // in double quotes it is easier to read
    char quote = twice ? '"' : '\'';
    buf_byte(out, quote);
    for (; *word; word++) buf_str_add(out, *word == quote ? STR("'\\''") : (struct str){word, 1});
    buf_byte(out, quote);
}

static void add_option(struct buf *out, enum command command, const char *name, const char *letters, const char *value)
{
    if (!value || !option_find(name, command)) return;
    buf_str_add(out, str_from(letters));
    hint_add_word(out, value);
}

// As the user gave it, where the command takes it: stop takes --local alone. A password is left out, for who runs the
// command is asked for it; and who gives rights is another one than who lacks them.
static void add_connection(struct buf *out, enum command command)
{
    struct buf open = {0};
    const char *dbname = given->dbname;
    if (dbname && database_tells_password(dbname))
        dbname = database_without_password(dbname, &open) ? open.p : "(hidden)";
    add_option(out, command, "host", " -h ", given->host);
    add_option(out, command, "port", " -p ", given->port);
    add_option(out, command, "username", " -U ", command == COMMAND_GRANT ? NULL : given->user);
    add_option(out, command, "dbname", " -d ", dbname);
    add_option(out, command, "local", " --local=", given->local_dir);
    if (given->local && !given->local_dir && option_find("local", command)) buf_str_add(out, STR(" --local"));
    if (strcmp(given->schema, options_default_schema) != 0)
        add_option(out, command, "schema", " --schema=", given->schema);
    buf_release(&open);
}

// The command that the text begins with.
static enum command starts_with(struct str text)
{
    size_t n = 0;
    while (n < text.n && text.p[n] >= 'a' && text.p[n] <= 'z') n++;
    for (int i = COMMAND_NONE + 1; i < COMMAND_COUNT; i++)
        if (str_equal(str_slice(text, 0, n), str_from(command_rows[i].name))) return (enum command)i;
    return COMMAND_NONE;
}

void hint_add(struct buf *out, struct str text)
{
    const struct str program = STR("doc2pgsql ");
    for (size_t i = 0; i < text.n; i++) {
        struct str rest = str_slice(text, i, text.n);
        bool begins = given && str_starts(rest, program) && (!i || strchr(" |(\"", text.p[i - 1]));
        enum command command = begins ? starts_with(str_slice(rest, program.n, rest.n)) : COMMAND_NONE;
        buf_byte(out, text.p[i]);
        if (!command_connects(command) && command != COMMAND_STOP) continue;
        buf_str_add(out, str_slice(program, 1, program.n - 1));
        add_connection(out, command);
        i += program.n - 2;
    }
}

// Without memory as it is.
static void print(FILE *out, const char *format, va_list args)
{
    struct buf text = {0}, line = {0};
    va_list again;
    va_copy(again, args);
    buf_vprintf(&text, format, args);
    hint_add(&line, buf_str(&text));
    if (text.failed || line.failed) say_args(out, format, again);
    else say_part(out, "%.*s", STR_ARG(line));
    va_end(again);
    buf_release(&text);
    buf_release(&line);
}

void hint_say_part(FILE *out, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    print(out, format, args);
    va_end(args);
}

void hint_say(FILE *out, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    print(out, format, args);
    va_end(args);
    putc('\n', out);
}
