// Answers without SQL: the questions of sql/ask/, put to the database by psql, which knows how to print and to page.
#include "base/buf.h"
#include "base/say.h"
#include "cli/commands.h"
#include "cli/connect.h"
#include "cli/files.h"
#include "cli/hint.h"
#include "cli/meant.h"
#include "cli/message.h"
#include "cli/psql.h"
#include "cli/question.h"
#include "sink/schema.h"

#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define SCREEN "8"  // rows of each kind that are printed as a table
#define ALL    "1000000"
#define MEANS  "sql/ask/support_words.sql"

enum printed { TABLE, CSV, JSON };

static enum printed printed_as(const struct options *o)
{
    return !o->format || strcmp(o->format, "table") == 0 ? TABLE : strcmp(o->format, "csv") == 0 ? CSV : JSON;
}

// What stands for the variables of a question. Of the article that is meant: STR_NULL where it isn't known, and the
// variables stay.
struct variables {
    struct str subject, document, line, others;
};

// A question's text with its variables replaced: what psql would do, so that the SQL can be shown and wrapped; :means
// stands for what several have in common. A line that ends in `-- all` is left out of tables, one in `-- table`
// elsewhere.
static void add_text(struct buf *out, struct str sql, bool table, const struct variables *v)
{
    while (sql.n && (sql.p[sql.n - 1] == '\n' || sql.p[sql.n - 1] == ';')) sql.n--;
    for (size_t line = 0, end; line < sql.n; line = end) {
        const char *newline = memchr(sql.p + line, '\n', sql.n - line);
        end = newline ? (size_t)(newline - sql.p) + 1 : sql.n;
        if (str_ends(str_slice(sql, line, end), table ? STR("-- all\n") : STR("-- table\n"))) continue;
        for (size_t i = line; i < end; i++) {
            struct str rest = str_slice(sql, i, end);
            if (str_starts(rest, STR(":'subject'"))) database_literal(out, v->subject), i += sizeof ":'subject'" - 2;
            else if (v->document.p && str_starts(rest, STR(":document_id"))) buf_str_add(out, v->document), i += 11;
            else if (v->document.p && str_starts(rest, STR(":line"))) buf_str_add(out, v->line), i += 4;
            else if (v->document.p && str_starts(rest, STR(":'others'"))) database_literal(out, v->others), i += 8;
            else if (str_starts(rest, STR(":width"))) buf_str_add(out, table ? STR("60") : STR(ALL)), i += 5;
            else if (str_starts(rest, STR(":most"))) buf_str_add(out, table ? STR(SCREEN) : STR(ALL)), i += 4;
            else if (str_starts(rest, STR(":means"))) add_text(out, schema_file(MEANS), table, v), i += 5;
            else buf_byte(out, sql.p[i]);
        }
    }
}

static void add_question(struct buf *out, const struct question *question, enum printed format,
                         const struct variables *v)
{
    if (format == JSON) buf_str_add(out, STR("SELECT coalesce(json_agg(answer), '[]') FROM (\n"));
    add_text(out, schema_file(question->file), format == TABLE, v);
    if (format == JSON) buf_str_add(out, STR("\n) answer"));
}

// The name that was meant, of those that the database knows.
struct near {
    struct meant meant;
    char name[64];
};

static bool try_name(void *context, int columns, const char *const *values, struct error *error)
{
    struct near *near = context;
    const char *before = near->meant.nearest;
    (void)columns;
    (void)error;
    near->meant.word = values[2];
    meant_try(&near->meant, values[1]);
    if (near->meant.nearest == before) return true;
    snprintf(near->name, sizeof near->name, "%s", values[0]);
    near->meant.nearest = near->name;  // the row's own is gone behind it
    return true;
}

static bool add_value(void *context, int columns, const char *const *values, struct error *error)
{
    (void)columns;
    if (values[0]) buf_str_add(context, str_from(values[0]));
    return !((struct buf *)context)->failed || error_set(error, ERROR_MEMORY, "out of memory");
}

// What there is instead of what was asked for; nothing where there is nothing.
static bool get_instead(struct database *db, const struct question *question, const char *subject, struct buf *instead,
                        struct error *error)
{
    return !question->instead || database_query(db, question->instead, 1, &subject, add_value, instead, error);
}

// Words that were asked for, as the shell reads them.
static void add_words(struct buf *out, struct str words)
{
    char *copy = strndup(words.p, words.n);
    if (copy) hint_add_word(out, copy);
    else out->failed = true;
    free(copy);
}

// How many statements an answer about support leaves out, and how to ask for them; nothing where there is none.
static bool tell_further(struct database *db, const struct question *question, struct str subject, struct buf *told,
                         struct error *error)
{
    bool kinds = question == &questions[ASK_ANYTHING] && (!subject.n || str_equal(subject, STR("support")));
    struct buf sql = {0};
    int64_t count = 0;
    if (question != &questions[ASK_SUPPORT] && !kinds) return true;
    if (kinds) subject = STR("");
    buf_str_add(&sql, STR("SELECT count(*) FROM (\n"));
    add_question(&sql, &questions[ASK_FURTHER], CSV, &(struct variables){.subject = subject});
    buf_str_add(&sql, STR("\n) further"));
    buf_byte(&sql, '\0');
    bool ok = (!sql.failed || error_set(error, ERROR_MEMORY, "out of memory")) &&
              database_number(db, sql.p, 0, NULL, &count, error);
    buf_release(&sql);
    if (!ok || !count) return ok;
    buf_printf(told, "%" PRId64 " further %s refused, asked for or less sure: doc2pgsql ask further support%s", count,
               count == 1 ? "statement is" : "statements are", subject.n ? " " : "");
    if (subject.n) add_words(told, subject);
    return !told->failed || error_set(error, ERROR_MEMORY, "out of memory");
}

static void say_searched(const struct question *question, struct str words, struct error *error)
{
    struct buf told = {0};
    buf_printf(&told, "%s; doc2pgsql search ", question->nothing);
    add_words(&told, words);
    error_set(error, ERROR_INPUT, "%.*s finds it as it is written", STR_ARG(buf_str(&told)));
    buf_release(&told);
}

// The words behind the one that was mistyped.
static void say_meant(const struct options *o, const char *meant, struct error *error)
{
    struct buf words = {0};
    for (int i = 1; i < o->operand_count; i++) {
        buf_byte(&words, ' ');
        hint_add_word(&words, o->operands[i]);
    }
    error_set(error, ERROR_INPUT, "nothing is known of \"%s%.*s\"; did you mean doc2pgsql ask %s%.*s?", o->operands[0],
              STR_ARG(buf_str(&words)), meant, STR_ARG(buf_str(&words)));
    buf_release(&words);
}

// That nothing is found, and how to go on. A name is taken for another one where one letter in four is wrong at most.
static bool say_nothing(const struct options *o, struct database *db, const struct question *question,
                        struct str subject, struct error *error)
{
    struct near near = {{0}, ""};
    struct buf word = {0}, instead = {0}, further = {0};
    buf_printf(&word, "%.*s", STR_ARG(subject));
    const char *values[] = {word.p}, *meant = question == &questions[ASK_COUNTRY] ? question_meant(o) : NULL;
    if (word.failed) error_set(error, ERROR_MEMORY, "out of memory");
    else if (meant) say_meant(o, meant, error);
    else if ((question->names && subject.n &&
              !database_query(db, question->names, 1, values, try_name, &near, error)) ||
             !get_instead(db, question, word.p, &instead, error) ||
             !tell_further(db, question, subject, &further, error))
        ;
    else if (*near.name && !near.meant.distance && question->entities)
        error_set(
            error, ERROR_INPUT,
            "%s is known by name, and no article that is loaded names it; where its name came later than an article, "
            "doc2pgsql resolve looks for it",
            near.name);
    else if (!question->names && question_is_by_year(o))
        error_set(
            error, ERROR_INPUT,
            "by year counts countries, organisations and who gives a support: ask Japan by year, ask support money "
            "by year");
    else if (further.n)
        error_set(error, ERROR_INPUT, "no article tells for sure of such a support; %.*s", STR_ARG(buf_str(&further)));
    else if (instead.n) error_set(error, ERROR_INPUT, "%s%.*s", question->say_instead, STR_ARG(buf_str(&instead)));
    else if (near.meant.distance && 4 * near.meant.distance <= (int)subject.n)
        error_set(error, ERROR_INPUT, "nothing is known of \"%s\"; did you mean %s?", word.p, near.name);
    else if (question->searched && subject.n) say_searched(question, subject, error);
    else error_set(error, ERROR_INPUT, "%s", question->nothing);
    buf_release(&word);
    buf_release(&instead);
    buf_release(&further);
    return false;
}

// Asks once. What is printed: the answer, or of a table, which psql prints, the SQL that holds its rows. *rows: 0 where
// nothing is found.
static bool get_answer(struct database *db, enum printed format, struct str sql, struct buf *answer, int64_t *rows,
                       struct error *error)
{
    struct buf query = {0};
    if (!sql.n && format == JSON) buf_str_add(answer, STR("[]\n"));
    if (!sql.n) return *rows = 0, true;
    buf_printf(&query, format == CSV ? "COPY (\n%.*s\n) TO STDOUT (FORMAT csv, HEADER)" : "%.*s", STR_ARG(sql));
    bool ok = !query.failed || error_set(error, ERROR_MEMORY, "out of memory");
    if (ok && format == TABLE) ok = database_values(db, query.p, answer, rows, error);
    else if (ok && format == CSV) ok = database_copy_out(db, query.p, answer, error);
    else if (ok) ok = database_query(db, query.p, 0, NULL, add_value, answer, error);
    buf_release(&query);
    if (!ok || format == TABLE) return ok;
    const char *header = memchr(answer->p, '\n', answer->n);
    *rows = format == CSV ? header && header + 1 < answer->p + answer->n : !str_equal(buf_str(answer), STR("[]"));
    if (format == JSON) buf_byte(answer, '\n');
    return true;
}

// The rows of each kind that are asked for as a table end with these.
static bool may_be_more(const struct question *question, int64_t rows)
{
    return rows >= atoi(SCREEN) && question != &questions[ASK_ARTICLE] && question != &questions[ASK_COUNTRY_YEARS] &&
           question != &questions[ASK_SUPPORT_YEARS];
}

// A line that psql prints behind the answer, beside it.
static void add_warning(struct buf *script, struct str text)
{
    struct buf line = {0};
    hint_add(&line, text);
    buf_str_add(script, STR("\\warn '"));
    for (size_t i = 0; i < line.n; i++) {
        if (line.p[i] == '\'' || line.p[i] == '\\') buf_byte(script, line.p[i] == '\'' ? '\'' : '\\');
        buf_byte(script, line.p[i] == '\n' ? ' ' : line.p[i]);
    }
    buf_str_add(script, STR("'\n"));
    script->failed = script->failed || line.failed;
    buf_release(&line);
}

// How all of what is asked for is printed.
static void add_more(struct buf *script, const struct options *o)
{
    struct buf line = {0};
    bool ended = false;
    buf_printf(&line, "There may be more: doc2pgsql %s --format=csv", command_name(o->command));
    for (int i = 0; i < o->operand_count; i++) {
        if (o->operands[i][0] == '-' && !ended) buf_str_add(&line, STR(" --")), ended = true;
        buf_byte(&line, ' ');
        hint_add_word(&line, o->operands[i]);
    }
    add_warning(script, buf_str(&line));
    script->failed = script->failed || line.failed;
    buf_release(&line);
}

// On a terminal of fewer columns a row is read more easily as a list of its values than in cells of a few letters.
#define NARROW 110

static bool is_narrow(void)
{
    struct winsize size;
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col && size.ws_col < NARROW;
}

// The columns of a row, each with a NUL behind it.
static bool add_columns(void *context, int columns, const char *const *values, struct error *error)
{
    struct buf *row = context;
    for (int i = 0; i < columns; i++) {
        buf_str_add(row, str_from(values[i]));
        buf_byte(row, '\0');
    }
    return !row->failed || error_set(error, ERROR_MEMORY, "out of memory");
}

// The question, once it is known which article is meant; nothing where none is.
static bool get_question(struct database *db, const struct question *question, enum printed format, struct str subject,
                         struct buf *sql, struct error *error)
{
    struct variables v = {.subject = subject};
    struct buf meant = {0}, row = {0};
    bool ok = true;
    if (question->meant) {
        add_text(&meant, schema_file(question->meant), false, &v);
        buf_byte(&meant, '\0');
        ok = (!meant.failed || error_set(error, ERROR_MEMORY, "out of memory")) &&
             database_query(db, meant.p, 0, NULL, add_columns, &row, error);
        if (row.n) v.document = str_from(row.p);
        if (row.n) v.line = str_from(v.document.p + v.document.n + 1);
        if (row.n) v.others = str_from(v.line.p + v.line.n + 1);
    }
    if (ok && (!question->meant || row.n)) add_question(sql, question, format, &v);
    buf_release(&meant);
    buf_release(&row);
    return ok && (!sql->failed || error_set(error, ERROR_MEMORY, "out of memory"));
}

static bool answer(const struct options *o, const struct question *question, struct str subject, struct error *error)
{
    // compiling a question to the views takes longer than answering it
    static const struct database_setting no_jit[] = {{"jit", "off"}, {NULL, NULL}};
    char *const psql[] = {
        "-Xq", "-v", "ON_ERROR_STOP=1", "-P", "footer=off", "-P", is_narrow() ? "expanded=auto" : "format=wrapped"};
    struct connect connect;
    struct buf sql = {0}, text = {0}, further = {0};
    struct error unsaid = {0};  // beside that nothing is found
    int64_t rows = 0;
    enum printed format = printed_as(o);
    struct database *db = connect_open(&connect, o, error);
    bool ok = db && schema_check(db, error) && database_set(db, no_jit, error) &&
              get_question(db, question, format, subject, &sql, error) &&
              get_answer(db, format, buf_str(&sql), &text, &rows, error) &&
              (rows ? format != TABLE || tell_further(db, question, subject, &further, error)
                    : say_nothing(o, db, question, subject, error));
    database_close(db);
    if (ok && format == TABLE) {
        buf_str_add(&text, STR(";\n"));
        if (may_be_more(question, rows)) add_more(&text, o);
        if (further.n) add_warning(&text, buf_str(&further));
        if (question == &questions[ASK_ANYTHING] && str_equal(subject, STR("support")))
            add_warning(&text, STR("Who gives them, for a spreadsheet, too: doc2pgsql ask support all --format=csv"));
        psql_run(o, psql, sizeof psql / sizeof *psql, buf_str(&text), error);
    } else if (ok || (error->code == ERROR_INPUT && format == JSON)) {
        files_write("-", buf_str(&text), NULL, ok ? error : &unsaid);
    }
    buf_release(&sql);
    buf_release(&text);
    buf_release(&further);
    return ok;
}

static int ask(const struct options *o, const struct question *question, struct str subject)
{
    struct error error = {0};
    struct buf sql = {0};
    struct variables v = {.subject = subject};
    if (!o->sql) answer(o, question, subject, &error);
    else {
        if (question->meant) add_text(&sql, schema_file(question->meant), false, &v);
        if (question->meant) buf_str_add(&sql, STR(" \\gset\n"));
        add_question(&sql, question, printed_as(o), &v);
        buf_str_add(&sql, STR(";\n"));
        if (sql.failed) error_set(&error, ERROR_MEMORY, "out of memory");
        else message_lines(buf_str(&sql), INT_MAX);
    }
    buf_release(&sql);
    return error.code == ERROR_NONE ? 0 : message_error(&error);
}

int command_ask(const struct options *o)
{
    struct buf subject = {0};
    const struct question *question = question_read(o, &subject);
    int code = ask(o, question, buf_str(&subject));
    buf_release(&subject);
    return code;
}
