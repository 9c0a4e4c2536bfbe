// Any text must be read without a fault, and each statement must hold together: its parts are pieces of the text, the
// sentence stands where start says, digits are digits. The first byte chooses the language; bytes below 64 stand for
// names and words that statements are made of, so that they come often.
#include "base/utf8.h"
#include "facts/statements.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const PIECES[] = {"Norway ",
                                     "Sweden ",
                                     "the US ",
                                     "Kenya",
                                     "'s ",
                                     "Norwegian ",
                                     "government ",
                                     "of ",
                                     "to ",
                                     "for ",
                                     "from ",
                                     "by ",
                                     "has ",
                                     "will ",
                                     "not ",
                                     "pledged ",
                                     "provided ",
                                     "send ",
                                     "supports ",
                                     "backed ",
                                     "-backed ",
                                     "aid ",
                                     "troops ",
                                     "weapons ",
                                     "$5 million ",
                                     "EUR 1,5 ",
                                     "and ",
                                     ", ",
                                     "; ",
                                     ". ",
                                     "(",
                                     ") ",
                                     "which ",
                                     "that ",
                                     "said ",
                                     "it ",
                                     "its ",
                                     "support ",
                                     "contribution ",
                                     "refugees ",
                                     "including ",
                                     "in ",
                                     "with ",
                                     "Die Bundesregierung ",
                                     "liefert ",
                                     "Hilfe ",
                                     "der Ukraine ",
                                     "unterst\xC3\xBCtzte ",
                                     "La France ",
                                     "a fourni ",
                                     "l'aide de ",
                                     "El gobierno ",
                                     "ayuda ",
                                     "envi\xC3\xB3 ",
                                     "to provide ",
                                     "donor ",
                                     "the largest ",
                                     "3 000 000 ",
                                     "DKK 80 million ",
                                     "\n",
                                     "up to ",
                                     "US $ ",
                                     "agreed ",
                                     "asked "};

static const struct mention_name NAMES[] = {
    {{"Norway", 6}, 0, MENTION_NAME, false, STR_NULL},       {{"Sweden", 6}, 1, MENTION_NAME, false, STR_NULL},
    {{"US", 2}, 2, MENTION_ACRONYM, true, STR_NULL},         {{"Kenya", 5}, 3, MENTION_NAME, false, STR_NULL},
    {{"Norwegian", 9}, 4, MENTION_DEMONYM, false, STR_NULL}, {{"Ukraine", 7}, 5, MENTION_NAME, false, STR_NULL},
    {{"France", 6}, 6, MENTION_NAME, false, STR_NULL}};
#define COUNT (sizeof NAMES / sizeof *NAMES)
static const struct mention_name ORGANS[] = {{{"Bundesregierung", 15}, 0, MENTION_NAME, true, STR_NULL}};
static const struct statement_entity ORGAN_ENTITIES[] = {{{"country:DE", 10}, true, false, false}};

static struct str text_of(const uint8_t *data, size_t size, struct arena *arena)
{
    size_t n = 0;
    char *out = arena_alloc(arena, size * 32 + 1);
    for (size_t i = 0; out && i < size; i++) {
        struct str piece = {(const char *)data + i, 1};
        if (data[i] < sizeof PIECES / sizeof *PIECES) piece = str_from(PIECES[data[i]]);
        memcpy(out + n, piece.p, piece.n);
        n += piece.n;
    }
    struct utf8_repairs repairs;
    return out ? utf8_repair((struct str){out, n}, arena, &repairs) : STR_NULL;
}

static void check(bool ok)
{
    if (!ok) abort();
}

static bool is_within(struct str part, struct str text)
{
    return !part.p || (part.p >= text.p && part.p + part.n <= text.p + text.n);
}

static void check_statement(const struct statement *s, struct str text)
{
    check(s->giver.n && s->giver_id.n && s->support.n && s->sentence.n);
    check(is_within(s->giver, s->sentence) && is_within(s->support, s->sentence) && is_within(s->sentence, text));
    check(is_within(s->receiver, s->sentence) && is_within(s->amount_text, s->sentence));
    check(utf8_length(str_slice(text, 0, (size_t)(s->sentence.p - text.p))) == s->start);
    check(s->confidence > 0 && s->confidence <= 1 && s->reason);
    int points = 0;
    for (size_t i = 0; i < s->amount.n; i++) {
        points += s->amount.p[i] == '.';
        check(s->amount.p[i] == '.' || (s->amount.p[i] >= '0' && s->amount.p[i] <= '9'));
    }
    check(points <= 1 &&
          (!s->amount.p || (s->amount.n && s->amount.p[0] != '.' && s->amount.p[s->amount.n - 1] != '.')));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const languages[] = {"en", "de", "fr", "es"};
    static struct statement_entity entities[COUNT];
    static struct support_type types[] = {{{"weapon*", 7}, {"arms", 4}}, {{"*hilfe", 6}, {"money", 5}}};
    static struct mention_names *names, *organs;
    static struct statement_words *words;
    struct error error = {0};
    if (!words) {
        for (size_t i = 0; i < COUNT; i++)
            entities[i] = (struct statement_entity){NAMES[i].name, true, NAMES[i].kind == MENTION_DEMONYM,
                                                    NAMES[i].kind == MENTION_ACRONYM};
        names = mention_names_new(NAMES, COUNT, NULL, 0, &error);
        organs = mention_names_new(ORGANS, 1, NULL, 0, &error);
        words = statement_words_new(types, 2, &error);
    }
    if (!size) return 0;
    struct str language = str_from(languages[data[0] % 4]);
    struct statement_source source = {words, entities, organs, ORGAN_ENTITIES};
    struct arena arena;
    struct mention *mentions;
    struct statement *found;
    size_t count, n;
    arena_init(&arena, 0);
    struct str text = text_of(data + 1, size - 1, &arena);
    check(mentions_find(names, text, language, &arena, &mentions, &count));
    check(statements_find(&source, text, mentions, count, language, &arena, &found, &n));
    for (size_t i = 0; i < n; i++) check_statement(&found[i], text);
    arena_release(&arena);
    return 0;
}
