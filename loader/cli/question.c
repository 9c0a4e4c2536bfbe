#include "cli/question.h"

#include "cli/meant.h"

#include <strings.h>

static const char NAMES[] =
    "SELECT e.name, lower(n.name), lower($1) FROM entity_names n JOIN entities e USING (entity_id) "
    "WHERE abs(length(n.name) - length($1)) <= 2 ORDER BY n.kind <> 'name', n.name";
static const char TYPES[] =
    "SELECT type, type, lower($1) FROM (SELECT type FROM support_types UNION VALUES ('other')) t ORDER BY 1";

// Words as the shell reads them.
#define SHELL(words)                                                                                                   \
    "CASE WHEN " words " ~ '^[-[:alnum:]_./=:,@%+ ]+$' THEN " words " ELSE '''' || replace(" words                     \
    ", '''', '''\\''''') || '''' END"

static const char QUESTIONS_OF[] =
    "SELECT string_agg('doc2pgsql ask ' || q.ask, ', or ') FROM "
    "(SELECT $1::text AS words, regexp_replace($1, '(,| in)? +[12][0-9]{3}$', '') AS named) a, LATERAL ("
    "SELECT 'support ' || " SHELL("words") " AS ask "
    "WHERE item_key(words) IN (SELECT coalesce(s.support_type, 'other') FROM country_support s) UNION ALL "
    "SELECT 'item ' || " SHELL("words") " WHERE EXISTS (SELECT 1 FROM facts f WHERE f.item_key = item_key(words)) UNION ALL "
    "SELECT " SHELL("named") " || ' by year' WHERE words ~ '\\w,? +[12][0-9]{3}$') q";
static const char KINDS[] =
    "SELECT string_agg(DISTINCT 'doc2pgsql ask support ' || t.type, ', or ') FROM support_types t "
    "WHERE item_key($1) LIKE replace(t.phrase, '*', '%') AND t.type IN (SELECT s.support_type FROM country_support s)";
static const char ITEMS[] =
    "SELECT string_agg('\"' || a.item || '\"', ', ') FROM (SELECT min(f.item) AS item FROM facts f "
    "WHERE position(regexp_replace(item_key($1), 'e?s$', '') IN f.item_key) > 0 "
    "GROUP BY f.item_key ORDER BY count(*) DESC, 1 LIMIT 3) a";
static const char NOWHERE[] =
    "SELECT string_agg('\"' || w || '\"', ', ') FROM regexp_split_to_table(btrim($1, ' \"'), '[\\s\"]+') w "
    "WHERE w !~* '^(-.*|or)$' AND NOT EXISTS (SELECT 1 FROM search(w, 1))";

#define NO_SUPPORT                                                                                                     \
    "no article tells of such a support: ask for a kind of it, such as money or training, a word of it, or who gives " \
    "or receives it"

const struct question questions[QUESTIONS] = {
    [ASK_COUNTRY] = {.words = {"country", "countries", "organisation", "organization", "entity"},
                     .file = "sql/ask/country.sql",
                     .by_year = &questions[ASK_COUNTRY_YEARS],
                     .nothing = "no country or organisation is known by that name",
                     .searched = true,
                     .names = NAMES,
                     .instead = QUESTIONS_OF,
                     .say_instead = "no country or organisation is known by that name: ",
                     .entities = true},
    [ASK_SUPPORT] = {.words = {"support", "supports", "aid", "gives", "gave"},
                     .file = "sql/ask/support.sql",
                     .by_year = &questions[ASK_SUPPORT_YEARS],
                     .nothing = NO_SUPPORT,
                     .searched = true,
                     .names = TYPES,
                     .instead = KINDS,
                     .say_instead = "no article tells of a support in this word, but of its kind: "},
    [ASK_ITEM] = {.words = {"item", "items", "about"},
                  .file = "sql/ask/item.sql",
                  .nothing = "no table, list or heading has an item of that name",
                  .searched = true,
                  .instead = ITEMS,
                  .say_instead = "no table, list or heading has an item of that name, but these: "},
    [ASK_TABLE] = {.words = {"table", "tables"},
                   .file = "sql/ask/table.sql",
                   .nothing = "no table has all these headers: doc2pgsql ask table lists the headers there are"},
    [ASK_COUNTRY_YEARS] = {.file = "sql/ask/years.sql",
                           .nothing = "no article that is loaded names a country or organisation by that name",
                           .searched = true,
                           .names = NAMES,
                           .entities = true},
    [ASK_SUPPORT_YEARS] = {.file = "sql/ask/support_years.sql",
                           .nothing = NO_SUPPORT,
                           .searched = true,
                           .names = TYPES},
    [ASK_FURTHER] = {.file = "sql/ask/further.sql",
                     .nothing = "no sentence says that such a support is refused or asked for, or says of it less "
                                "surely"},
    [ASK_ANYTHING] = {.file = "sql/ask/anything.sql",
                      .nothing =
                          "no article that is loaded names a country, tells of support or has a table: doc2pgsql "
                          "search WORDS finds what is written"},
    [ASK_WORDS] = {.file = "sql/ask/words.sql",
                   .nothing = "no paragraph, item, heading or table row has all these words: put or between words of "
                              "which one is enough",
                   .instead = NOWHERE,
                   .say_instead = "leave out, or write otherwise, what no article has: "},
    [ASK_ARTICLE] = {.meant = "sql/ask/article_meant.sql",
                     .file = "sql/ask/article.sql",
                     .nothing = "no article is loaded from there: its source, or the end of it, is wanted, as ask and "
                                "search print it"},
};

static const struct question *find(const char *word)
{
    for (size_t i = 0; i < QUESTIONS; i++)
        for (size_t j = 0; questions[i].words[j]; j++)
            if (strcasecmp(word, questions[i].words[j]) == 0) return &questions[i];
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
    const struct question *kind = *count ? find(**words) : NULL;
    if (kind) ++*words, --*count;
    else if (*count > 1 && (kind = find((*words)[*count - 1]))) --*count;
    if (!kind || kind->by_year) skip_first(words, count, " for of to from ");
    return kind ? kind : &questions[ASK_COUNTRY];
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
static const struct question *read_ask(const struct options *o, struct buf *subject)
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
    bool all = count == 1 && strcasecmp(*words, "all") == 0 && (further || question == &questions[ASK_SUPPORT]);
    if (further) question = &questions[ASK_FURTHER];
    if (all) return question;
    if (count) add_words(subject, words, count);
    else if (o->operand_count && !further) buf_str_add(subject, str_from(question->words[0]));
    return count || further ? question : &questions[ASK_ANYTHING];
}

const struct question *question_read(const struct options *o, struct buf *subject)
{
    if (o->command == COMMAND_ASK) return read_ask(o, subject);
    add_words(subject, o->operands, o->operand_count);
    return &questions[o->command == COMMAND_SEARCH ? ASK_WORDS : ASK_ARTICLE];
}

bool question_is_by_year(const struct options *o)
{
    char *const *words = o->operands;
    int count = o->operand_count;
    return o->command == COMMAND_ASK && take_by_year(&words, &count);
}

const char *question_meant(const struct options *o)
{
    struct meant meant = {.word = o->operands[0]};
    for (size_t i = 0; i < QUESTIONS; i++)
        for (size_t j = 0; questions[i].words[j]; j++) meant_try(&meant, questions[i].words[j]);
    return o->operand_count > 1 && !find(o->operands[0]) ? meant.nearest : NULL;
}
