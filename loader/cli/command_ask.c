// Answers without SQL: the questions of sql/ask/, put to the database by psql, which knows how to print and to page.
#include "base/buf.h"
#include "base/say.h"
#include "cli/commands.h"
#include "cli/connect.h"
#include "cli/meant.h"
#include "cli/message.h"
#include "cli/psql.h"
#include "sink/schema.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

#define SCREEN "8"  // rows of each kind that are printed as a table
#define ALL    "1000000"

// What can be asked: the words for it, the file that asks, and what there is to say when nothing is found.
struct question {
    const char *words[6];  // NULL behind the last
    const char *file, *nothing;
};

static const struct question QUESTIONS[] = {
    {{"country", "countries", "organisation", "organization", "entity"},
     "sql/ask/country.sql",
     "nothing is known of it by that name: ask item asks for names of any kind, search for words"},
    {{"support", "supports", "aid"},
     "sql/ask/support.sql",
     "no article tells of such a support: ask for a kind of it, such as money or training, or a word; search finds "
     "words"},
    {{"item", "items", "about"},
     "sql/ask/item.sql",
     "no table, list or heading has an item of that name: search finds words"},
    {{"table", "tables"}, "sql/ask/table.sql", "no table has such headers: ask table lists the headers there are"},
};
#define COUNTRY (&QUESTIONS[0])
static const struct question YEARS = {
    {NULL}, "sql/ask/years.sql", "no article that is loaded names a country or organisation by that name"};
static const struct question ANYTHING = {
    {NULL},
    "sql/ask/anything.sql",
    "no article that is loaded names a country, tells of support or has a table: doc2pgsql search finds words"};
static const struct question WORDS = {
    {NULL},
    "sql/ask/words.sql",
    "no paragraph, item, heading or table row has all these words: put or between words of which one is "
    "enough"};
static const struct question ARTICLE = {
    {NULL}, "sql/ask/article.sql", "no article is loaded from there: its source, or the end of it, is wanted"};

static const struct question *find_question(const char *word)
{
    for (size_t i = 0; i < sizeof QUESTIONS / sizeof *QUESTIONS; i++)
        for (size_t j = 0; QUESTIONS[i].words[j]; j++)
            if (strcasecmp(word, QUESTIONS[i].words[j]) == 0) return &QUESTIONS[i];
    return NULL;
}

static void add_words(struct buf *subject, char *const *words, int count)
{
    for (int i = 0; i < count; i++) {
        if (i) buf_byte(subject, ' ');
        buf_str_add(subject, str_from(words[i]));
    }
}

// Takes the word for a kind off, which stands first or last; without one a country is meant.
static const struct question *take_kind(char *const **words, int *count)
{
    const struct question *kind = *count ? find_question(**words) : NULL;
    if (kind) ++*words, --*count;
    else if (*count > 1 && (kind = find_question((*words)[*count - 1]))) --*count;
    return kind ? kind : COUNTRY;
}

static bool ends_by_year(char *const *words, int count)
{
    return count > 1 && strcasecmp(words[count - 2], "by") == 0 && strcasecmp(words[count - 1], "year") == 0;
}

// `ask country Japan`, `ask Japan country`, `ask Japan`: the same; each may be asked by year, other kinds have these
// words for their own. `ask`, `ask country`: what there is.
static const struct question *read_words(const struct options *o, struct buf *subject)
{
    char *const *words = o->operands, *const *named = words;
    int count = o->operand_count, named_count = count - 2;
    if (ends_by_year(words, count) && take_kind(&named, &named_count) == COUNTRY) {
        add_words(subject, named, named_count);
        return &YEARS;
    }
    const struct question *question = take_kind(&words, &count);
    if (count) add_words(subject, words, count);
    else if (o->operand_count) buf_str_add(subject, str_from(question->words[0]));
    return count ? question : &ANYTHING;
}

// A text as SQL writes it, whatever standard_conforming_strings says.
static void add_literal(struct buf *out, struct str s)
{
    buf_str_add(out, memchr(s.p, '\\', s.n) ? STR("E'") : STR("'"));
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '\'' || s.p[i] == '\\') buf_byte(out, s.p[i]);
        buf_byte(out, s.p[i]);
    }
    buf_byte(out, '\'');
}

struct answer {
    struct str subject;
    bool table;
};

// The question with its variables replaced: what psql would do, so that the SQL can be shown and wrapped.
static void add_question(struct buf *out, struct str sql, const struct answer *a)
{
    for (size_t i = 0; i < sql.n; i++) {
        struct str rest = str_slice(sql, i, sql.n);
        if (str_starts(rest, STR(":'subject'"))) add_literal(out, a->subject), i += sizeof ":'subject'" - 2;
        else if (str_starts(rest, STR(":width"))) buf_str_add(out, a->table ? STR("60") : STR("1000000")), i += 5;
        else if (str_starts(rest, STR(":most"))) buf_str_add(out, a->table ? STR(SCREEN) : STR(ALL)), i += 4;
        else buf_byte(out, sql.p[i]);
    }
}

static bool is_format(const char *format, const char *name)
{
    return format && strcmp(format, name) == 0;
}

// The schema's name as SQL has it.
static void add_identifier(struct buf *out, const char *name)
{
    buf_byte(out, '"');
    for (; *name; name++) buf_str_add(out, *name == '"' ? STR("\"\"") : (struct str){name, 1});
    buf_byte(out, '"');
}

// What psql reads: the question, and a word on standard error where it may have more answers. All settings are those of
// a transaction, since a pooler may give the session to others behind it. Compiling a question to the views takes
// longer than answering it.
static void write_script(struct buf *out, const struct options *o, struct str sql, const struct question *question)
{
    bool json = is_format(o->format, "json");
    // search() asks in several languages: in some, each word may be one that says nothing
    if (!o->sql) {
        buf_str_add(out, STR("BEGIN;\nSET LOCAL client_min_messages = warning;\nSET LOCAL jit = off;\n"
                             "SET LOCAL search_path = "));
        add_identifier(out, o->schema);
        buf_str_add(out, STR(", public;\n"));
    }
    if (json) buf_str_add(out, STR("SELECT coalesce(json_agg(answer), '[]') FROM (\n"));
    buf_str_add(out, sql);
    if (json) buf_str_add(out, STR("\n) answer"));
    buf_str_add(out, STR(";\n"));
    if (json && !o->sql) buf_str_add(out, STR("COMMIT;\n"));
    if (json || o->sql) return;
    bool all = is_format(o->format, "csv") || question == &ARTICLE || question == &ANYTHING || question == &YEARS;
    buf_printf(out,
               "SELECT :ROW_COUNT >= %s AS more \\gset\nCOMMIT;\n"
               "\\if :more\n\\warn 'There may be more: --format=csv prints all.'\n\\endif\n",
               all ? ALL : SCREEN);
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

static const char NAMES[] =
    "SELECT e.name, lower(n.name), lower($1) FROM entity_names n JOIN entities e USING (entity_id) "
    "WHERE abs(length(n.name) - length($1)) <= 2 ORDER BY n.kind <> 'name', n.name";

// "ask contry Japan": the word that was meant for one of a question; NULL.
static const char *meant_question(const struct options *o)
{
    struct meant meant = {.word = o->operands[0]};
    for (size_t i = 0; i < sizeof QUESTIONS / sizeof *QUESTIONS; i++)
        for (size_t j = 0; QUESTIONS[i].words[j]; j++) meant_try(&meant, QUESTIONS[i].words[j]);
    return o->operand_count > 1 && !find_question(o->operands[0]) ? meant.nearest : NULL;
}

// That nothing is found, and how to go on. A name is taken for another one where one letter in four is wrong at most.
static bool say_nothing(const struct options *o, struct database *db, const struct question *question,
                        struct str subject, struct error *error)
{
    struct near near = {{0}, ""};
    char word[64] = "";
    const char *values[] = {word}, *meant = question == COUNTRY ? meant_question(o) : NULL;
    if (meant)
        return error_set(error, ERROR_INPUT, "nothing is known of \"%s %s\"; did you mean ask %s %s?", o->operands[0],
                         o->operands[1], meant, o->operands[1]);
    if (subject.n < sizeof word) memcpy(word, subject.p, subject.n);
    bool names = question == COUNTRY || question == &YEARS;
    if (names && *word && !database_query(db, NAMES, 1, values, try_name, &near, error)) return false;
    if (*near.name && !near.meant.distance)
        return error_set(
            error, ERROR_INPUT,
            "%s is known by name, and no article that is loaded names it; in those that were loaded before its name, "
            "doc2pgsql resolve finds it",
            near.name);
    if (*near.name && 4 * near.meant.distance <= (int)subject.n)
        return error_set(error, ERROR_INPUT, "nothing is known of \"%s\"; did you mean %s?", word, near.name);
    return error_set(error, ERROR_INPUT, "%s", question->nothing);
}

// False with ERROR_INPUT where nothing is found: psql would print an empty table. The answer is asked for with all its
// columns: Citus refuses outer joins of which none is left but a condition (with PostgreSQL 15 and 16).
static bool finds(const struct options *o, struct database *db, const struct question *question, struct str subject,
                  struct str sql, struct error *error)
{
    static const struct database_setting no_jit[] = {{"jit", "off"}, {NULL, NULL}};
    struct buf any = {0};
    int64_t found = 0;
    buf_str_add(&any, STR("WITH answer AS MATERIALIZED (\n"));
    buf_str_add(&any, sql);
    buf_str_add(&any, STR("\n) SELECT count(*) FROM (SELECT 1 FROM answer LIMIT 1) any_answer"));
    buf_byte(&any, '\0');
    bool ok = any.failed ? error_set(error, ERROR_MEMORY, "out of memory")
                         : database_set(db, no_jit, error) && database_number(db, any.p, 0, NULL, &found, error);
    buf_release(&any);
    return ok && (found || say_nothing(o, db, question, subject, error));
}

static bool is_answered(const struct options *o, const struct question *question, struct str subject, struct str sql,
                        struct error *error)
{
    struct connect connect;
    struct database *db = connect_open(&connect, o, error);
    bool ok = db && schema_check(db, error) && finds(o, db, question, subject, sql, error);
    database_close(db);
    return ok;
}

static int ask(const struct options *o, const struct question *question, struct str subject)
{
    static char *const table[] = {"-Xq", "-v", "ON_ERROR_STOP=1", "-P", "footer=off"};
    static char *const csv[] = {"-Xq", "-v", "ON_ERROR_STOP=1", "--csv"};
    static char *const json[] = {"-XqAt", "-v", "ON_ERROR_STOP=1"};
    struct error error = {0};
    struct buf sql = {0}, script = {0};
    struct answer answer = {subject, !o->format || is_format(o->format, "table")};
    struct str file = schema_file(question->file);
    while (file.n && (file.p[file.n - 1] == '\n' || file.p[file.n - 1] == ';')) file.n--;
    add_question(&sql, file, &answer);
    write_script(&script, o, buf_str(&sql), question);
    if (sql.failed || script.failed) error_set(&error, ERROR_MEMORY, "out of memory");
    else if (o->sql) message_lines(buf_str(&script), INT_MAX);
    else if (is_answered(o, question, subject, buf_str(&sql), &error)) {
        if (answer.table) psql_run(o, table, 5, buf_str(&script), &error);
        else if (is_format(o->format, "csv")) psql_run(o, csv, 4, buf_str(&script), &error);
        else psql_run(o, json, 3, buf_str(&script), &error);
    } else if (error.code == ERROR_INPUT && is_format(o->format, "json")) say(stdout, "[]");
    buf_release(&sql);
    buf_release(&script);
    return error.code == ERROR_NONE ? 0 : message_error(&error);
}

int command_ask(const struct options *o)
{
    struct buf subject = {0};
    const struct question *question = o->command == COMMAND_SEARCH ? &WORDS
                                      : o->command == COMMAND_SHOW ? &ARTICLE
                                                                   : NULL;
    if (question) add_words(&subject, o->operands, o->operand_count);
    else question = read_words(o, &subject);
    int code = ask(o, question, buf_str(&subject));
    buf_release(&subject);
    return code;
}
