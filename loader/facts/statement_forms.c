// The forms of regular verbs, from their infinitives. Endings of the third person, which statements are told in, and of
// what stands behind auxiliaries: Real Academia Española, Nueva gramática, 4.13; Le Bon Usage, 793-822; Duden, Die
// Grammatik, 601-660.
#include "facts/statement_forms.h"

#include <string.h>

#define PROMISED (W_FINITE | W_WILL)
#define THOUGHT  (W_FINITE | W_MAY | W_WILL)

struct paradigm {
    const char *infinitive;
    struct {
        uint64_t form;
        const char *endings;
    } rows[8];
};

static const struct paradigm SPANISH[] = {{"ar",
                                           {{W_BASE, "ar arlo arla arles arle"},
                                            {W_FINITE, "a an ó aron aba aban e en"},
                                            {W_PARTICIPLE, "ado ada ados adas"},
                                            {W_ING, "ando"},
                                            {PROMISED, "ará arán"},
                                            {THOUGHT, "aría arían"}}},
                                          {"er",
                                           {{W_BASE, "er erlo erla erles erle"},
                                            {W_FINITE, "e en ió ieron ía ían a an"},
                                            {W_PARTICIPLE, "ido ida idos idas"},
                                            {W_ING, "iendo"},
                                            {PROMISED, "erá erán"},
                                            {THOUGHT, "ería erían"}}},
                                          {"ir",
                                           {{W_BASE, "ir irlo irla irles irle"},
                                            {W_FINITE, "e en ió ieron ía ían a an"},
                                            {W_PARTICIPLE, "ido ida idos idas"},
                                            {W_ING, "iendo"},
                                            {PROMISED, "irá irán"},
                                            {THOUGHT, "iría irían"}}},
                                          {0}};

static const struct paradigm FRENCH[] = {{"er",
                                          {{W_BASE, "er"},
                                           {W_FINITE, "e ent ait aient a èrent"},
                                           {W_PARTICIPLE, "é ée és ées"},
                                           {W_ING, "ant"},
                                           {PROMISED, "era eront"},
                                           {THOUGHT, "erait eraient"}}},
                                         {"ir",
                                          {{W_BASE, "ir"},
                                           {W_FINITE, "it issent issait issaient irent"},
                                           {W_PARTICIPLE, "i ie is ies"},
                                           {W_ING, "issant"},
                                           {PROMISED, "ira iront"},
                                           {THOUGHT, "irait iraient"}}},
                                         {"re",
                                          {{W_BASE, "re"},
                                           {W_FINITE, " ent ait aient it irent"},
                                           {W_PARTICIPLE, "u ue us ues"},
                                           {W_ING, "ant"},
                                           {PROMISED, "ra ront"},
                                           {THOUGHT, "rait raient"}}},
                                         {0}};

static const struct paradigm GERMAN[] = {{"en", {{W_BASE, "en"}, {W_FINITE, "t te ten e"}, {W_PARTICIPLE, "t"}}},
                                         {"n", {{W_BASE, "n"}, {W_FINITE, "t te ten e"}, {W_PARTICIPLE, "t"}}},
                                         {0}};

// What writes itself otherwise before another vowel than the infinitive's: otorgue, destaque, organice; engageait,
// finançait; but acoge.
static const struct {
    char infinitive, end, vowel;
    const char *written;
    enum statement_language language;
} SPELLINGS[] = {{'a', 'g', 'e', "gu", LANGUAGE_ES},
                 {'a', 'c', 'e', "qu", LANGUAGE_ES},
                 {'a', 'z', 'e', "c", LANGUAGE_ES},
                 {'e', 'g', 'a', "ge", LANGUAGE_FR},
                 {'e', 'c', 'a', "ç", LANGUAGE_FR}};

static size_t put(char *out, size_t n, const char *p, size_t count)
{
    if (n + count > VERB_FORM_MAX) return n;
    memcpy(out + n, p, count);
    return n + count;
}

// own: the first letter of the infinitive's ending.
static size_t put_stem(char *out, size_t n, struct str stem, enum statement_language language, char own, char vowel)
{
    for (size_t i = 0; stem.n && i < sizeof SPELLINGS / sizeof *SPELLINGS; i++)
        if (SPELLINGS[i].language == language && SPELLINGS[i].infinitive == own && SPELLINGS[i].vowel == vowel &&
            SPELLINGS[i].end == stem.p[stem.n - 1]) {
            n = put(out, n, stem.p, stem.n - 1);
            return put(out, n, SPELLINGS[i].written, strlen(SPELLINGS[i].written));
        }
    return put(out, n, stem.p, stem.n);
}

// German participles begin with ge-, but for verbs whose first syllable has no stress.
static bool takes_ge(struct str stem)
{
    static const char *const unstressed[] = {"be", "ver", "er", "ent", "ge", "über", "unter", "zer"};
    if (str_ends(stem, STR("ier"))) return false;
    for (size_t i = 0; i < sizeof unstressed / sizeof *unstressed; i++)
        if (str_starts(stem, str_from(unstressed[i]))) return false;
    return true;
}

static void add_form(struct str first, struct str stem, char own, struct str ending, uint64_t form,
                     enum statement_language language, verb_form_add *add, void *to)
{
    char word[VERB_FORM_MAX];
    bool german = language == LANGUAGE_DE;
    size_t n = put(word, 0, first.p, first.n);
    if (german && form & W_PARTICIPLE && takes_ge(stem)) n = put(word, n, "ge", 2);
    n = put_stem(word, n, stem, language, own, ending.n ? ending.p[0] : 0);
    // spendet, bereitete
    char last = stem.n ? stem.p[stem.n - 1] : 0;
    if (german && (last == 'd' || last == 't') && ending.n && ending.p[0] == 't') n = put(word, n, "e", 1);
    n = put(word, n, ending.p, ending.n);
    add(to, (struct str){word, n}, form);
    if (!german || !first.n || !(form & W_BASE)) return;
    n = put(word, 0, first.p, first.n);
    n = put(word, n, "zu", 2);
    n = put(word, n, stem.p, stem.n);
    n = put(word, n, ending.p, ending.n);
    add(to, (struct str){word, n}, form | W_INFINITIVE);
}

void verb_forms(struct str verb, enum statement_language language, verb_form_add *add, void *to)
{
    static const struct paradigm *const paradigms[LANGUAGES] = {
        [LANGUAGE_ES] = SPANISH, [LANGUAGE_FR] = FRENCH, [LANGUAGE_DE] = GERMAN};
    const char *bar = memchr(verb.p, '|', verb.n);
    struct str first = bar ? str_slice(verb, 0, (size_t)(bar - verb.p)) : (struct str){verb.p, 0};
    struct str rest = bar ? str_slice(verb, first.n + 1, verb.n) : verb;
    for (const struct paradigm *p = paradigms[language]; p && p->infinitive; p++) {
        if (!str_ends(rest, str_from(p->infinitive))) continue;
        struct str stem = str_slice(rest, 0, rest.n - strlen(p->infinitive));
        for (int i = 0; i < 8 && p->rows[i].endings; i++)
            for (const char *at = p->rows[i].endings;; at++) {
                size_t n = strcspn(at, " ");
                add_form(first, stem, p->infinitive[0], (struct str){at, n}, p->rows[i].form, language, add, to);
                at += n;
                if (!*at) break;
            }
        return;
    }
}
