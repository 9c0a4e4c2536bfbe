// Which part of speech a word is that could be several, by its neighbours. A word keeps the classes of one.
#include "facts/clause.h"

#define ASIDE_MAX 8  // tokens of a name's short form in brackets
#define NOUN_BITS (W_NOUN | W_FORCES | W_ADJECTIVE | W_AMBIGUOUS | W_CURRENCY | W_SCALE)

static bool is_word(const struct token *t)
{
    return t->kind == TOKEN_WORD;
}

// The token before brackets that end at i; i where they are no aside (WFP).
static int before_brackets(const struct clause *c, int i)
{
    for (int k = i; c->tokens[i].kind == TOKEN_CLOSE && k > 0 && i - k < ASIDE_MAX; k--)
        if (c->tokens[k].kind == TOKEN_OPEN) return k - 1;
    return i;
}

static const struct token *before(const struct clause *c, int i)
{
    static const struct token none = {.kind = TOKEN_STOP};
    for (i--; i >= 0 &&
              ((c->tokens[i].kind == TOKEN_QUOTE) || (is_word(&c->tokens[i]) && c->tokens[i].classes == W_ADVERB));)
        i--;
    return i >= 0 ? &c->tokens[before_brackets(c, i)] : &none;
}

static const struct token *after(const struct clause *c, int i)
{
    static const struct token none = {.kind = TOKEN_STOP};
    for (i++; i < c->token_count &&
              ((c->tokens[i].kind == TOKEN_QUOTE) || (is_word(&c->tokens[i]) && c->tokens[i].classes == W_ADVERB));)
        i++;
    return i < c->token_count ? &c->tokens[i] : &none;
}

// What a noun phrase begins with, or goes on with behind a verb.
static bool begins_object(const struct token *t)
{
    if (t->kind == TOKEN_ENTITY || t->kind == TOKEN_MONEY || t->kind == TOKEN_NUMBER) return true;
    return is_word(t) && (t->classes & (W_DET | W_NUMBER | W_ADJECTIVE | W_PRONOUN | W_NOUN) || !t->classes);
}

static bool ends_noun(const struct token *t)
{
    return t->kind == TOKEN_ENTITY || t->kind == TOKEN_MONEY || t->kind == TOKEN_NUMBER ||
           (is_word(t) && (!t->classes || t->classes & (NOUN_BITS | W_SCALE)) &&
            !(t->classes & (W_VERB | W_ADJECTIVE)));
}

static bool is_plural(const struct clause *c, const struct token *t)
{
    size_t n = t->end - t->start;
    return n > 2 && c->text.p[t->end - 1] == 's' && c->text.p[t->end - 2] != 's';
}

static bool has_ending(const struct clause *c, const struct token *t, struct str ending)
{
    return str_ends(str_slice(c->text, t->start, t->end), ending);
}

static bool opens_noun(const struct token *p)
{
    if (p->kind == TOKEN_POSSESSIVE || p->kind == TOKEN_NUMBER || p->kind == TOKEN_MONEY) return true;
    return is_word(p) && p->classes & (W_DET | W_ADJECTIVE | W_NUMBER | W_PREP | W_OBLIQUE) &&
           !(p->classes & (W_INFINITIVE | W_WHICH));
}

// English: a word that may be noun and verb (support, funds, help).
static bool is_verb_here(const struct clause *c, int i)
{
    const struct token *t = &c->tokens[i], *p = before(c, i), *n = after(c, i);
    if (p->classes & W_INFINITIVE) return t->classes & W_BASE && (begins_object(n) || n->classes & W_INFINITIVE);
    if (opens_noun(p)) return false;
    if (is_word(p) && p->classes & (W_WILL | W_MAY | W_NOT | W_HAVE | W_PRONOUN | W_WHICH)) return true;
    if (is_word(p) && p->classes & W_BE) return t->classes & (W_PARTICIPLE | W_ING);
    if (t->classes & W_PARTICIPLE && !(t->classes & W_BASE)) return true;
    // to identify and support people
    const struct token *other = is_word(p) && p->classes & W_AND ? before(c, (int)(p - c->tokens)) : p;
    if (is_word(p) && other != p && is_word(other) && other->classes & W_VERB && begins_object(n) &&
        other->classes & t->classes & W_FORM)
        return true;
    if (p->kind == TOKEN_ENTITY && p->name->demonym && !has_ending(c, p, STR("s"))) return false;
    // Norway plans to; aid to Norway amounts to
    bool to = t->classes & W_LINKING || (t->classes & W_OTHER_VERB && t->classes & W_QUANTITY);
    if (n->classes & W_INFINITIVE && to && t->classes & W_FINITE && p->kind == TOKEN_ENTITY) return true;
    if (!begins_object(n)) return false;
    if (t->classes & W_ING && p->kind == TOKEN_COMMA) return true;  // Norway, backing the rebels,
    if (n->classes & (W_AID | W_STANCE | W_PEOPLE) && !(n->classes & W_DET) && t->classes & W_BASE &&
        !is_plural(c, p) && p->kind != TOKEN_ENTITY)
        return false;
    if (p->kind == TOKEN_ENTITY)
        return (t->classes & W_FINITE && (n->kind == TOKEN_ENTITY || n->capital ||
                                          n->classes & (W_PRONOUN | W_ADJECTIVE | W_PEOPLE | W_ACTIVITY))) ||
               n->classes & W_DET || n->kind == TOKEN_MONEY || n->kind == TOKEN_NUMBER ||
               (n->kind == TOKEN_ENTITY && before(c, (int)(p - c->tokens))->classes & W_AND);
    if (t->classes & W_BASE) return ends_noun(p) && is_plural(c, p);
    return ends_noun(p) && !is_plural(c, p);
}

// English: a form of a verb that is no noun. The pledged aid, a funded project, training.
static bool is_adjective_here(const struct clause *c, int i)
{
    const struct token *t = &c->tokens[i], *p = before(c, i), *n = after(c, i);
    bool noun_follows = is_word(n) && (!n->classes || n->classes & NOUN_BITS) && !(n->classes & W_PREP);
    if (t->classes & W_BASE && p->classes & W_INFINITIVE) return false;
    if (!opens_noun(p) || (is_word(p) && p->classes & W_PREP && !(p->classes & W_DET) && t->classes & W_ING))
        return false;
    if (!(is_word(p) && p->classes & W_PREP)) return true;
    return t->classes & W_BASE || noun_follows || n->kind == TOKEN_STOP || n->kind == TOKEN_COMMA;
}

// English: a word that no table has, which looks like a verb of the past.
static bool looks_like_verb(const struct clause *c, int i)
{
    const struct token *t = &c->tokens[i], *p = before(c, i), *n = after(c, i);
    struct str word = str_slice(c->text, t->start, t->end);
    if (t->capital || t->joined || memchr(word.p, '-', word.n)) return false;
    if (p->classes & W_INFINITIVE)
        return n->classes & W_AND || (begins_object(n) && (n->kind != TOKEN_WORD || n->classes & (W_DET | W_PRONOUN)));
    if (t->end - t->start < 5) return false;
    if (has_ending(c, t, STR("ed"))) return !opens_noun(p) || p->classes & W_PREP;
    if (has_ending(c, t, STR("ing")))
        return p->kind == TOKEN_COMMA || (is_word(p) && p->classes & (W_BE | W_PREP) && begins_object(n));
    if (!has_ending(c, t, STR("s")) || p->kind != TOKEN_ENTITY || p->name->demonym || p->name->acronym) return false;
    return n->kind != TOKEN_WORD || n->classes & (W_DET | W_PREP | W_THAT);
}

// English `up to 600`, `more than $5`: no part of the verb before.
static bool is_up_to(const struct clause *c, int i)
{
    if (i + 2 >= c->token_count || !(c->tokens[i + 1].classes & W_PREP)) return false;
    uint64_t first = c->tokens[i].classes;
    return (first & W_PARTICLE || (first & W_ADVERB && first & W_ADJECTIVE)) &&
           (c->tokens[i + 2].kind == TOKEN_NUMBER || c->tokens[i + 2].kind == TOKEN_MONEY);
}

static bool word_is(const struct clause *c, int i, const char *word)
{
    return i < c->token_count && str_equal(clause_text(c, i, i + 1), str_from(word));
}

// Whether a word and the one behind it are these two.
static bool after_is(const struct clause *c, int i, const char *word, const char *next)
{
    return word_is(c, i, word) && word_is(c, i + 1, next);
}

static void tag_english(struct clause *c, int i)
{
    struct token *t = &c->tokens[i];
    // are all sending
    if (t->classes == W_DET && before(c, i)->classes & W_AUXILIARY && is_word(after(c, i)) &&
        after(c, i)->classes & W_VERB && after(c, i)->classes & (W_PARTICIPLE | W_ING))
        t->classes = W_ADVERB;
    // Norway and Sweden each gave
    bool each = t->classes == W_DET && (word_is(c, i, "each") || word_is(c, i, "both") || word_is(c, i, "all"));
    if (each && ends_noun(before(c, i)) && is_word(after(c, i)) && after(c, i)->classes & W_FINITE &&
        !(after(c, i)->classes & NOUN_BITS))
        t->classes = W_ADVERB;
    // not less than, no fewer than
    if (t->classes & W_NOT && (after_is(c, i + 1, "less", "than") || after_is(c, i + 1, "fewer", "than")))
        t[0].classes = t[1].classes = t[2].classes = W_ADVERB;
    // so far
    if (t->classes == W_THAT && after_is(c, i, "so", "far")) t->classes = W_ADVERB;
    // over 10,000 tons
    if (t->classes & W_PREP && t->classes & W_ADVERB)
        t->classes = after(c, i)->kind == TOKEN_NUMBER || after(c, i)->kind == TOKEN_MONEY ? W_ADVERB : W_PREP;
    if (is_up_to(c, i)) c->tokens[i].classes = c->tokens[i + 1].classes = W_ADVERB;
    if (!t->classes) {
        if (looks_like_verb(c, i))
            t->classes = W_OTHER_VERB | (before(c, i)->classes & W_INFINITIVE ? W_BASE
                                         : has_ending(c, t, STR("ing"))       ? W_ING
                                                                              : W_FINITE | W_PARTICIPLE);
        return;
    }
    if (!(t->classes & W_VERB)) return;
    const struct token *next = after(c, i);
    bool in_name = t->capital && t->classes & W_ING && i && before(c, i)->capital && is_word(next) && next->capital;
    if (t->joined) {
        t->classes &= ~NOUN_BITS;
    } else if (in_name) {
        t->classes &= ~(W_VERB | W_FORM);  // the Infrastructure Financing Facility
    } else if (t->classes & (NOUN_BITS | W_PREP | W_PARTICLE)) {
        if (is_verb_here(c, i)) t->classes &= ~(NOUN_BITS | W_PREP | W_IN | W_WITH | W_PARTICLE);
        else t->classes &= ~(W_VERB | W_FORM);
    } else if (t->capital && i && before(c, i)->capital && !(t->classes & W_PREP)) {
        t->classes = 0;  // a name
    } else if (is_adjective_here(c, i)) {
        t->classes = t->classes & ~(W_VERB | W_FORM);
        if (!t->classes) t->classes = W_ADJECTIVE;
    }
}

// bis jetzt 90 Millionen, bis zu 600: both words belong to the number.
static void tag_bis(struct clause *c, int i)
{
    if (i + 1 >= c->token_count || !(c->tokens[i].classes & W_PREP) || !has_ending(c, &c->tokens[i], STR("bis")))
        return;
    struct token *next = &c->tokens[i + 1];
    const struct token *number = &c->tokens[i + 1 + (i + 2 < c->token_count)];
    bool to = next->classes & W_PREP && (number->kind == TOKEN_NUMBER || number->kind == TOKEN_MONEY);
    if (to) next->classes = W_ADVERB;
    if (next->classes == W_ADVERB) c->tokens[i].classes = W_ADVERB;
}

// German: nouns have capitals, and verbs have none but at the beginning.
static void tag_german(struct clause *c, int i)
{
    struct token *t = &c->tokens[i];
    const struct token *n = after(c, i);
    tag_bis(c, i);
    // mehr als 80 Prozent
    if (t->classes & W_PREP && n->kind == TOKEN_NUMBER && has_ending(c, t, STR("als"))) t->classes = W_ADVERB;
    if (t->capital && (i || !(t->classes & W_VERB))) t->classes &= ~(W_VERB | W_FORM);
    else if (!t->capital) t->classes &= ~(NOUN_BITS & ~W_ADJECTIVE);
    // what stands small behind a noun is no part of it
    const struct token *p = before(c, i);
    if (!t->classes && !t->capital && !t->joined && p->capital && p->kind != TOKEN_STOP)
        t->classes = W_OTHER_VERB | W_FINITE;
    // der zugesagten Hilfe, eine finanzierte Schule
    if (t->classes & W_VERB && opens_noun(before(c, i)) && is_word(n) && n->capital) t->classes = W_ADJECTIVE;
}

// French and Spanish: a word that no table has, and that has a verb's ending or stands behind an auxiliary.
static uint64_t form_by_ending(const struct clause *c, int i)
{
    static const char *const endings[LANGUAGES][10] = {
        [LANGUAGE_FR] = {"èrent", "aient", "eront", "iront", "dront", "era", "ira", "dra", "ttra", "vra"},
        [LANGUAGE_ES] = {"ó", "aron", "ieron", "aban", "arán", "erán", "irán", "ará", "erá", "irá"}};
    static const char *const participles[LANGUAGES][3] = {
        [LANGUAGE_FR] = {"é", "i", "u"}, [LANGUAGE_ES] = {"ado", "ido"}};
    static const char *const infinitives[LANGUAGES][9] = {
        [LANGUAGE_FR] = {"er", "ir", "dre", "ire", "vre", "pre", "cre", "ttre", "ître"},
        [LANGUAGE_ES] = {"ar", "er", "ir"}};
    const struct token *t = &c->tokens[i], *p = before(c, i);
    if (t->capital || t->joined || t->end - t->start < 4) return 0;
    // pour répondre, para combatir
    for (int k = 0; k < 9 && infinitives[c->language][k]; k++)
        if (p->classes & W_INFINITIVE && p->classes & W_TO && has_ending(c, t, str_from(infinitives[c->language][k])))
            return W_OTHER_VERB | W_BASE;
    for (int k = 0; k < 10 && endings[c->language][k]; k++)
        if (has_ending(c, t, str_from(endings[c->language][k])) && !opens_noun(p)) return W_OTHER_VERB | W_FINITE;
    if (is_word(p) && p->classes & W_HAVE)
        for (int k = 0; k < 3 && participles[c->language][k]; k++)
            if (has_ending(c, t, str_from(participles[c->language][k]))) return W_OTHER_VERB | W_PARTICIPLE;
    return 0;
}

static void tag_romance(struct clause *c, int i)
{
    struct token *t = &c->tokens[i];
    const struct token *p = before(c, i), *n = after(c, i);
    // behind a verb, `de` begins a partitive: fournir des armes, de l'aide
    bool perfect = is_word(p) && before(c, (int)(p - c->tokens))->classes & W_HAVE;
    // but décidé d'envoyer, reçu de la Chine
    bool infinitive = t->classes & W_INFINITIVE && n->classes & W_BASE;
    bool from = is_word(p) && p->classes & W_RECEIVE && i + 2 < c->token_count &&
                (n->kind == TOKEN_ENTITY || (n->classes & W_DET && n[1].kind == TOKEN_ENTITY));
    if (t->classes & W_OF && is_word(p) && p->classes & W_VERB && (perfect || !(p->classes & W_PARTICIPLE)) &&
        c->language == LANGUAGE_FR && !infinitive && !from)
        t->classes = W_DET;
    if (!t->classes) t->classes = form_by_ending(c, i);
    // más de 500, près de 3 millions
    if (t->classes & W_OF && i && c->tokens[i - 1].classes == W_ADVERB &&
        (n->kind == TOKEN_NUMBER || n->kind == TOKEN_MONEY)) {
        t->classes = W_ADVERB;
        return;
    }
    // dijo que enviará: no relative clause
    if (c->language == LANGUAGE_ES && t->classes & W_WHICH &&
        ((p->classes & W_VERB && !(p->classes & W_PARTICIPLE)) || p->classes & (W_TIME | W_PREP)))
        t->classes = W_THAT;
    // a pronoun: la soutient, l'aide
    if (t->classes & W_DET && is_word(n) && n->classes & W_VERB && n->classes & W_FINITE && !(n->classes & NOUN_BITS))
        t->classes = W_ADVERB;
    if (!(t->classes & W_VERB) || !(t->classes & NOUN_BITS)) return;
    bool noun = opens_noun(p) || !begins_object(n);
    // de ayuda, but de ayudar
    if (is_word(p) && p->classes & W_PREP) noun = !(t->classes & W_BASE);
    // enviará ayuda: a verb stands before it
    if (is_word(p) && p->classes & W_VERB && !(t->classes & W_BASE)) noun = true;
    if (p->kind == TOKEN_ENTITY && !p->name->demonym && t->classes & W_FINITE &&
        (n->classes & W_TO || begins_object(n)))
        noun = false;
    if (is_word(p) && !(p->classes & (W_VERB | W_DET)) && p->classes & (W_PRONOUN | W_WHICH | W_WILL | W_MAY | W_NOT))
        noun = false;
    t->classes &= noun ? ~(W_VERB | W_FORM) : ~NOUN_BITS;
}

// Of English `that`: it stands for a noun before a verb, else it begins a clause or is an article.
static void tag_that(struct clause *c, int i)
{
    struct token *t = &c->tokens[i];
    const struct token *p = before(c, i), *n = after(c, i);
    if (is_word(n) && n->classes & (W_VERB | W_AUXILIARY | W_NOT) && !(n->classes & W_DET) && ends_noun(p))
        t->classes = W_WHICH;
    else t->classes = W_THAT;
}

#define PARTICLE_MAX 6  // bytes of the longest: bereit
#define VERB_MAX     32

// German verbs whose first part stands at the end of their clause: sagte Hilfe zu, nahm Flüchtlinge auf. The table has
// them as subordinate clauses write them (zusagte).
static void join_separated(struct clause *c, int from, int to)
{
    struct token *last = &c->tokens[to - 1];
    size_t n = last->end - last->start;
    char joined[PARTICLE_MAX + VERB_MAX];
    if (to - from < 3 || !is_word(last) || last->capital || n > PARTICLE_MAX) return;
    memcpy(joined, c->text.p + last->start, n);
    for (int i = from; i < to - 1; i++) {
        struct token *t = &c->tokens[i];
        size_t m = t->end - t->start;
        if (!is_word(t) || t->capital || m > VERB_MAX) continue;
        memcpy(joined + n, c->text.p + t->start, m);
        uint64_t classes = statement_word_classes(c->words, LANGUAGE_DE, (struct str){joined, n + m});
        if (!(classes & W_VERB) || !(classes & W_FINITE)) continue;
        t->classes = classes & (W_VERB | W_FORM);
        last->classes = W_ADVERB;
        return;
    }
}

void clause_join_verbs(struct clause *c)
{
    for (int from = 0, i = 0; i <= c->token_count; i++) {
        bool ends = i == c->token_count || c->tokens[i].kind == TOKEN_COMMA || c->tokens[i].kind == TOKEN_STOP ||
                    c->tokens[i].kind == TOKEN_QUOTE;
        if (!ends) continue;
        if (i > from) join_separated(c, from, i);
        from = i + 1;
    }
}

// Not only, no solo, nicht nur: what is more is told behind it.
static bool is_only(const struct clause *c, int i)
{
    static const char *const words[] = {"only", "just",        "merely",    "nur",
                                        "solo", "s\xC3\xB3lo", "solamente", "seulement"};
    for (size_t k = 0; i < c->token_count && k < sizeof words / sizeof *words; k++)
        if (str_equal(clause_text(c, i, i + 1), str_from(words[k]))) return true;
    return false;
}

void clause_tag(struct clause *c)
{
    for (int i = 0; i < c->token_count; i++) {
        struct token *t = &c->tokens[i];
        if (!is_word(t)) continue;
        if (t->classes & W_NOT && is_only(c, i + 1)) t[0].classes = t[1].classes = W_ADVERB;
        // but: goes on with a verb (will not sell but give), else begins a clause
        if (t->classes & W_THAT && t->classes & W_AND)
            t->classes = after(c, i)->classes & (W_VERB | W_AUXILIARY | W_NOT) && !(after(c, i)->classes & W_DET)
                             ? W_AND
                             : W_THAT;
        if (t->classes & W_THAT && t->classes & W_WHICH) tag_that(c, i);
        else if (c->language == LANGUAGE_EN) tag_english(c, i);
        else if (c->language == LANGUAGE_DE) tag_german(c, i);
        else tag_romance(c, i);
    }
}
