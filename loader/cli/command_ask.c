// Answers without SQL: the questions of sql/ask/, put to the database by psql, which knows how to print and to page.
#include "base/buf.h"
#include "base/say.h"
#include "cli/commands.h"
#include "cli/connect.h"
#include "cli/files.h"
#include "cli/meant.h"
#include "cli/message.h"
#include "cli/psql.h"
#include "sink/schema.h"

#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define SCREEN "8"  // rows of each kind that are printed as a table
#define ALL    "1000000"

// Names that may have been meant: each, as it may be written, and what was asked for.
static const char NAMES[] =
    "SELECT e.name, lower(n.name), lower($1) FROM entity_names n JOIN entities e USING (entity_id) "
    "WHERE abs(length(n.name) - length($1)) <= 2 ORDER BY n.kind <> 'name', n.name";
static const char TYPES[] = "SELECT DISTINCT type, type, lower($1) FROM support_types ORDER BY 1";

// What there is instead: names in quotes; NULL.
static const char QUESTIONS_OF[] =
    "SELECT string_agg(q.ask, ', or ask ') FROM ("
    "SELECT 'support ' || $1::text AS ask WHERE item_key($1) IN (SELECT s.support_type FROM country_support s) "
    "UNION ALL SELECT 'item ' || $1 WHERE EXISTS (SELECT 1 FROM facts f WHERE f.item_key = item_key($1)) "
    "UNION ALL SELECT regexp_replace($1, '(,| in)? +[12][0-9]{3}$', '') || ' by year' WHERE $1 ~ '\\w,? "
    "+[12][0-9]{3}$') q";
static const char KINDS[] =
    "SELECT string_agg(DISTINCT t.type, ', or ask support ') FROM support_types t "
    "WHERE item_key($1) LIKE replace(t.phrase, '*', '%') AND t.type IN (SELECT s.support_type FROM country_support s)";
static const char ITEMS[] =
    "SELECT string_agg('\"' || a.item || '\"', ', ') FROM (SELECT min(f.item) AS item FROM facts f "
    "WHERE position(regexp_replace(item_key($1), 'e?s$', '') IN f.item_key) > 0 "
    "GROUP BY f.item_key ORDER BY count(*) DESC, 1 LIMIT 3) a";
static const char NOWHERE[] =
    "SELECT string_agg('\"' || w || '\"', ', ') FROM regexp_split_to_table(btrim($1, ' \"'), '[\\s\"]+') w "
    "WHERE w !~* '^(-.*|or)$' AND NOT EXISTS (SELECT 1 FROM search(w, 1))";

// What can be asked: the words for it, the file that asks, and the question that asks it by year; what there is to say
// when nothing is found, by which names something else may have been meant, and what is said with what there is
// instead.
struct question {
    const char *words[6];  // NULL behind the last
    const char *file;
    const struct question *by_year;
    const char *nothing, *names, *instead, *say_instead;
};

#define NO_SUPPORT                                                                                                     \
    "no article tells of such a support: ask for a kind of it, such as money or training, a word of it, or who gives " \
    "or receives it; search finds words"
static const struct question COUNTRY_YEARS = {
    .file = "sql/ask/years.sql",
    .nothing = "no article that is loaded names a country or organisation by that name: search finds words",
    .names = NAMES};
static const struct question SUPPORT_YEARS = {
    .file = "sql/ask/support_years.sql", .nothing = NO_SUPPORT, .names = TYPES};
static const struct question FURTHER = {
    .file = "sql/ask/further.sql",
    .nothing = "no sentence says that such a support is refused or asked for, or says of it less surely"};
static const struct question QUESTIONS[] = {
    {{"country", "countries", "organisation", "organization", "entity"},
     "sql/ask/country.sql",
     &COUNTRY_YEARS,
     "nothing is known of it by that name: ask item asks for names of any kind, search for words",
     NAMES,
     QUESTIONS_OF,
     "no country or organisation is known by that name: ask "},
    {{"support", "supports", "aid", "gives", "gave"},
     "sql/ask/support.sql",
     &SUPPORT_YEARS,
     NO_SUPPORT,
     TYPES,
     KINDS,
     "no article tells of a support in this word, but of its kind: ask support "},
    {{"item", "items", "about"},
     "sql/ask/item.sql",
     .nothing = "no table, list or heading has an item of that name: search finds words",
     .instead = ITEMS,
     .say_instead = "no table, list or heading has an item of that name, but these: "},
    {{"table", "tables"},
     "sql/ask/table.sql",
     .nothing = "no table has all these headers: ask table lists the headers there are"},
};
#define COUNTRY (&QUESTIONS[0])
#define SUPPORT (&QUESTIONS[1])
static const struct question ANYTHING = {
    .file = "sql/ask/anything.sql",
    .nothing =
        "no article that is loaded names a country, tells of support or has a table: doc2pgsql search finds words"};
static const struct question WORDS = {
    .file = "sql/ask/words.sql",
    .nothing =
        "no paragraph, item, heading or table row has all these words: put or between words of which one is enough",
    .instead = NOWHERE,
    .say_instead = "leave out, or write otherwise, what no article has: "};
static const struct question ARTICLE = {
    .file = "sql/ask/article.sql",
    .nothing = "no article is loaded from there: its source, or the end of it, is wanted, as ask and search print it"};

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

static void skip_first(char *const **words, int *count, const char *list)
{
    if (*count > 1 && str_is_listed_any_case(list, str_from(**words))) ++*words, --*count;
}

// Takes the word for a kind off, which stands first or last; without one a country is meant. "who gives training",
// "support for Kenya": what stands before the name is no part of it.
static const struct question *take_kind(char *const **words, int *count)
{
    skip_first(words, count, " who ");
    const struct question *kind = *count ? find_question(**words) : NULL;
    if (kind) ++*words, --*count;
    else if (*count > 1 && (kind = find_question((*words)[*count - 1]))) --*count;
    if (!kind || kind->by_year) skip_first(words, count, " for of to from ");
    return kind ? kind : COUNTRY;
}

// "by year" or "per year", at the end or the beginning: taken off.
static bool take_by_year(char *const **words, int *count)
{
    for (int end = 1; end >= 0; end--) {
        char *const *two = *words + (end ? *count - 2 : 0);
        if (*count < 2 || (strcasecmp(two[0], "by") != 0 && strcasecmp(two[0], "per") != 0) ||
            (strcasecmp(two[1], "year") != 0 && strcasecmp(two[1], "years") != 0))
            continue;
        *count -= 2;
        if (!end) *words += 2;
        return true;
    }
    return false;
}

// `ask country Japan`, `ask Japan country`, `ask Japan`: the same; each, and support, may be asked by year, other kinds
// have these words for their own. `ask`, `ask country`: what there is. `ask support all`: every support; `ask further
// support money`: those that `ask support money` leaves out.
static const struct question *read_words(const struct options *o, struct buf *subject)
{
    char *const *words = o->operands, *const *named = words;
    int count = o->operand_count, named_count = count;
    if (take_by_year(&named, &named_count)) {
        const struct question *by_year = take_kind(&named, &named_count)->by_year;
        if (by_year) add_words(subject, named, named_count);
        if (by_year) return by_year;
    }
    bool further = count && strcasecmp(*words, "further") == 0;
    if (further) words++, count--;
    const struct question *question = take_kind(&words, &count);
    bool all = count == 1 && strcasecmp(*words, "all") == 0 && (further || question == SUPPORT);
    if (further) question = &FURTHER;
    if (all) return question;
    if (count) add_words(subject, words, count);
    else if (o->operand_count && !further) buf_str_add(subject, str_from(question->words[0]));
    return count || further ? question : &ANYTHING;
}

enum printed { TABLE, CSV, JSON };

static enum printed printed_as(const struct options *o)
{
    return !o->format || strcmp(o->format, "table") == 0 ? TABLE : strcmp(o->format, "csv") == 0 ? CSV : JSON;
}

// The question with its variables replaced: what psql would do, so that the SQL can be shown and wrapped. A line that
// ends in `-- all` is left out of tables.
static void add_question(struct buf *out, struct str sql, enum printed format, struct str subject)
{
    bool table = format == TABLE;
    while (sql.n && (sql.p[sql.n - 1] == '\n' || sql.p[sql.n - 1] == ';')) sql.n--;
    if (format == JSON) buf_str_add(out, STR("SELECT coalesce(json_agg(answer), '[]') FROM (\n"));
    for (size_t line = 0, end; line < sql.n; line = end) {
        const char *newline = memchr(sql.p + line, '\n', sql.n - line);
        end = newline ? (size_t)(newline - sql.p) + 1 : sql.n;
        if (table && str_ends(str_slice(sql, line, end), STR("-- all\n"))) continue;
        for (size_t i = line; i < end; i++) {
            struct str rest = str_slice(sql, i, end);
            if (str_starts(rest, STR(":'subject'"))) database_literal(out, subject), i += sizeof ":'subject'" - 2;
            else if (str_starts(rest, STR(":width"))) buf_str_add(out, table ? STR("60") : STR(ALL)), i += 5;
            else if (str_starts(rest, STR(":most"))) buf_str_add(out, table ? STR(SCREEN) : STR(ALL)), i += 4;
            else buf_byte(out, sql.p[i]);
        }
    }
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

// "ask contry Japan": the word that was meant for one of a question; NULL.
static const char *meant_question(const struct options *o)
{
    struct meant meant = {.word = o->operands[0]};
    for (size_t i = 0; i < sizeof QUESTIONS / sizeof *QUESTIONS; i++)
        for (size_t j = 0; QUESTIONS[i].words[j]; j++) meant_try(&meant, QUESTIONS[i].words[j]);
    return o->operand_count > 1 && !find_question(o->operands[0]) ? meant.nearest : NULL;
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

// How many statements an answer about support leaves out, and how to ask for them; nothing where there is none.
static bool tell_further(struct database *db, const struct question *question, struct str subject, struct buf *told,
                         struct error *error)
{
    bool kinds = question == &ANYTHING && (!subject.n || str_equal(subject, STR("support")));
    struct buf sql = {0};
    int64_t count = 0;
    if (question != SUPPORT && !kinds) return true;
    if (kinds) subject = STR("");
    buf_str_add(&sql, STR("SELECT count(*) FROM (\n"));
    add_question(&sql, schema_file(FURTHER.file), CSV, subject);
    buf_str_add(&sql, STR("\n) further"));
    buf_byte(&sql, '\0');
    bool ok = (!sql.failed || error_set(error, ERROR_MEMORY, "out of memory")) &&
              database_number(db, sql.p, 0, NULL, &count, error);
    buf_release(&sql);
    if (ok && count)
        buf_printf(told, "%" PRId64 " further %s refused, asked for or less sure: ask further support%s%.*s", count,
                   count == 1 ? "statement is" : "statements are", subject.n ? " " : "", STR_ARG(subject));
    return ok && (!told->failed || error_set(error, ERROR_MEMORY, "out of memory"));
}

static bool ends_by_year(const struct options *o)
{
    char *const *words = o->operands;
    int count = o->operand_count;
    return o->command == COMMAND_ASK && take_by_year(&words, &count);
}

// That nothing is found, and how to go on. A name is taken for another one where one letter in four is wrong at most.
static bool say_nothing(const struct options *o, struct database *db, const struct question *question,
                        struct str subject, struct error *error)
{
    struct near near = {{0}, ""};
    struct buf word = {0}, instead = {0}, further = {0};
    buf_printf(&word, "%.*s", STR_ARG(subject));
    const char *values[] = {word.p}, *meant = question == COUNTRY ? meant_question(o) : NULL;
    bool names = question->names == NAMES;
    if (word.failed) error_set(error, ERROR_MEMORY, "out of memory");
    else if (meant)
        error_set(error, ERROR_INPUT, "nothing is known of \"%s %s\"; did you mean ask %s %s?", o->operands[0],
                  o->operands[1], meant, o->operands[1]);
    else if ((question->names && subject.n &&
              !database_query(db, question->names, 1, values, try_name, &near, error)) ||
             !get_instead(db, question, word.p, &instead, error) ||
             !tell_further(db, question, subject, &further, error))
        ;
    else if (*near.name && !near.meant.distance && names)
        error_set(
            error, ERROR_INPUT,
            "%s is known by name, and no article that is loaded names it; where its name came later than an article, "
            "doc2pgsql resolve looks for it",
            near.name);
    else if (!question->names && ends_by_year(o))
        error_set(
            error, ERROR_INPUT,
            "by year counts countries, organisations and who gives a support: ask Japan by year, ask support money "
            "by year");
    else if (further.n)
        error_set(error, ERROR_INPUT, "no article tells for sure of such a support; %.*s", STR_ARG(buf_str(&further)));
    else if (instead.n) error_set(error, ERROR_INPUT, "%s%.*s", question->say_instead, STR_ARG(buf_str(&instead)));
    else if (near.meant.distance && 4 * near.meant.distance <= (int)subject.n)
        error_set(error, ERROR_INPUT, "nothing is known of \"%s\"; did you mean %s?", word.p, near.name);
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
    return rows >= atoi(SCREEN) && question != &ARTICLE && question != &COUNTRY_YEARS && question != &SUPPORT_YEARS;
}

// A line that psql prints behind the answer, beside it.
static void add_warning(struct buf *script, struct str text)
{
    buf_str_add(script, STR("\\warn '"));
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] == '\'' || text.p[i] == '\\') buf_byte(script, text.p[i] == '\'' ? '\'' : '\\');
        buf_byte(script, text.p[i] == '\n' ? ' ' : text.p[i]);
    }
    buf_str_add(script, STR("'\n"));
}

// On a terminal of fewer columns a row is read more easily as a list of its values than in cells of a few letters.
#define NARROW 110

static bool is_narrow(void)
{
    struct winsize size;
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col && size.ws_col < NARROW;
}

static bool answer(const struct options *o, const struct question *question, struct str subject, struct str sql,
                   struct error *error)
{
    // compiling a question to the views takes longer than answering it
    static const struct database_setting no_jit[] = {{"jit", "off"}, {NULL, NULL}};
    char *const psql[] = {
        "-Xq", "-v", "ON_ERROR_STOP=1", "-P", "footer=off", "-P", is_narrow() ? "expanded=auto" : "format=wrapped"};
    struct connect connect;
    struct buf text = {0}, further = {0};
    struct error unsaid = {0};  // beside that nothing is found
    int64_t rows = 0;
    enum printed format = printed_as(o);
    struct database *db = connect_open(&connect, o, error);
    bool ok = db && schema_check(db, error) && database_set(db, no_jit, error) &&
              get_answer(db, format, sql, &text, &rows, error) &&
              (rows ? format != TABLE || tell_further(db, question, subject, &further, error)
                    : say_nothing(o, db, question, subject, error));
    database_close(db);
    if (ok && format == TABLE) {
        buf_str_add(&text, STR(";\n"));
        if (may_be_more(question, rows)) add_warning(&text, STR("There may be more: --format=csv prints all."));
        if (further.n) add_warning(&text, buf_str(&further));
        psql_run(o, psql, sizeof psql / sizeof *psql, buf_str(&text), error);
    } else if (ok || (error->code == ERROR_INPUT && format == JSON)) {
        files_write("-", buf_str(&text), NULL, ok ? error : &unsaid);
    }
    buf_release(&text);
    buf_release(&further);
    return ok;
}

static int ask(const struct options *o, const struct question *question, struct str subject)
{
    struct error error = {0};
    struct buf sql = {0};
    add_question(&sql, schema_file(question->file), printed_as(o), subject);
    if (sql.failed) error_set(&error, ERROR_MEMORY, "out of memory");
    else if (o->sql) {
        buf_str_add(&sql, STR(";\n"));
        message_lines(buf_str(&sql), INT_MAX);
    } else answer(o, question, subject, buf_str(&sql), &error);
    buf_release(&sql);
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
