// Tokens gathered into noun phrases, verb groups and single words between them.
#include "facts/clause.h"

struct chunker {
    struct clause *c;
    int depth;  // of brackets, whose content is no part of the clauses
};

static struct chunk *last_chunk(struct clause *c)
{
    return c->chunk_count ? &c->chunks[c->chunk_count - 1] : NULL;
}

static struct chunk *add(struct clause *c, enum chunk_kind kind, int token)
{
    struct chunk *k = &c->chunks[c->chunk_count++];
    *k = (struct chunk){
        .kind = kind, .from = token, .to = token + 1, .head = token, .classes = c->tokens[token].classes};
    return k;
}

// Verbs ---------------------------------------------------------------------------------------------------------------

static bool is_verbal(const struct token *t)
{
    return t->kind == TOKEN_WORD && t->classes & (W_VERB | W_AUXILIARY | W_NOT) && !(t->classes & W_DET) && !t->joined;
}

// The first verbal token behind `to` and adverbs; -1 for none.
static int infinitive_at(const struct clause *c, int i)
{
    for (i++; i < c->token_count; i++) {
        const struct token *t = &c->tokens[i];
        if (is_verbal(t)) return t->classes & (W_BASE | W_BE | W_HAVE) ? i : -1;
        if (t->kind != TOKEN_WORD || t->classes != W_ADVERB) return -1;
    }
    return -1;
}

// A group of verbs ends at the first main verb; in it, forms of to be and a participle make a passive.
static void add_verb(struct clause *c, int i, bool infinitive)
{
    struct chunk *last = last_chunk(c);
    const struct token *t = &c->tokens[i];
    bool goes_on = last && last->kind == CHUNK_VERB && !(last->classes & W_VERB) && !infinitive;
    if (!goes_on) {
        last = add(c, CHUNK_VERB, i);
        last->classes = 0;
        last->infinitive = infinitive;
    }
    last->passive = last->classes & W_BE && t->classes & W_PARTICIPLE;
    last->negated |= (t->classes & W_NOT) != 0;
    last->classes = (last->classes & ~(W_FORM)) | t->classes;
    last->head = i;
    last->to = i + 1;
}

// Noun phrases
// ----------------------------------------------------------------------------------------------------------

// What begins a noun phrase anew behind a noun.
static bool begins_noun(const struct token *t)
{
    return t->kind == TOKEN_MONEY || t->kind == TOKEN_NUMBER || t->classes & (W_DET | W_NUMBER);
}

static bool is_open(const struct clause *c, const struct chunk *k)
{
    const struct token *t = &c->tokens[k->to - 1];
    return t->kind == TOKEN_POSSESSIVE || t->kind == TOKEN_NUMBER || t->classes & (W_DET | W_ADJECTIVE | W_NUMBER);
}

static void add_noun(struct clause *c, int i)
{
    struct chunk *last = last_chunk(c);
    const struct token *t = &c->tokens[i];
    bool goes_on = last && last->kind == CHUNK_NOUN && last->to == i && !(last->classes & W_PRONOUN);
    if (goes_on && begins_noun(t) && !is_open(c, last)) goes_on = false;
    // German puts subject and object side by side: will die EU Schulen fördern
    const struct token *before = &c->tokens[i - 1 + !i];
    if (goes_on && c->language == LANGUAGE_DE && before->kind == TOKEN_ENTITY && !before->name->demonym &&
        (t->capital || t->classes & W_ADJECTIVE) && !t->joined)
        goes_on = false;
    // der Krise Hilfe leisten: what is given is no name of the noun before, and German writes compounds as one word
    if (goes_on && c->language == LANGUAGE_DE && t->classes & (W_AID | W_THING) && t->capital && !t->joined &&
        before->capital && before->kind == TOKEN_WORD &&
        !(before->classes & (W_QUANTITY | W_ADJECTIVE | W_AID | W_DET)))
        goes_on = false;
    // vor dem Treffen humanitäre Hilfe: an adjective behind a noun begins what is next
    if (goes_on && c->language == LANGUAGE_DE && !t->capital && !t->joined && t->classes & W_ADJECTIVE &&
        before->kind == TOKEN_WORD && before->capital && !(before->classes & (W_DET | W_ADJECTIVE | W_QUANTITY)))
        goes_on = false;
    // Hilfe Norwegens
    if (goes_on && c->language == LANGUAGE_DE && t->kind == TOKEN_ENTITY && i + 1 < c->token_count &&
        t[1].kind == TOKEN_POSSESSIVE)
        goes_on = false;
    if (!goes_on) {
        add(c, CHUNK_NOUN, i);
        return;
    }
    last->to = i + 1;
    // the last noun is what others belong to; in French and Spanish the first
    bool first = c->language == LANGUAGE_FR || c->language == LANGUAGE_ES;
    const struct token *head = &c->tokens[last->head];
    if (first ? head->classes & (W_DET | W_NUMBER | W_ADJECTIVE) : t->kind != TOKEN_POSSESSIVE) last->head = i;
    last->classes |= t->classes;
}

// Times stand anywhere and are nothing to us: the phrase so far goes on behind them, or was one of time itself.
static void drop_time(struct clause *c)
{
    struct chunk *last = last_chunk(c);
    if (!last || last->kind != CHUNK_NOUN || c->tokens[last->to - 1].kind == TOKEN_POSSESSIVE) return;
    int to = last->to;
    while (to > last->from &&
           (c->tokens[to - 1].classes & (W_DET | W_ADJECTIVE | W_NUMBER) || c->tokens[to - 1].kind == TOKEN_NUMBER))
        to--;
    if (to > last->from) {
        last->to = to;
        last->head = to - 1;
        return;
    }
    c->chunk_count--;
    // in April, for two years
    last = last_chunk(c);
    if (last && last->kind == CHUNK_PREPOSITION) c->chunk_count--;
}

static bool is_time(const struct clause *c, int i)
{
    const struct token *t = &c->tokens[i];
    if (t->kind == TOKEN_WORD && t->classes & W_TIME && !t->joined) return true;
    // years, and what belongs to a day before it
    if (t->kind != TOKEN_NUMBER || t->end - t->start != 4) return false;
    const char *p = c->text.p + t->start;
    return (p[0] == '1' && p[1] == '9') || (p[0] == '2' && p[1] == '0');
}

static bool drops_time(struct clause *c, int i)
{
    if (!is_time(c, i)) return false;
    int next = i + 1;
    if (next < c->token_count && c->tokens[next].kind == TOKEN_POSSESSIVE) return false;
    // a two-year programme, April talks: an adjective
    struct chunk *last = last_chunk(c);
    if (last && last->kind == CHUNK_PREPOSITION && last->to == i) {
        c->chunk_count--;
        return true;
    }
    drop_time(c);
    return true;
}

// All
// -------------------------------------------------------------------------------------------------------------------

static enum chunk_kind kind_of(const struct token *t)
{
    if (t->classes & W_AND) return CHUNK_AND;
    if (t->classes & W_WHICH) return CHUNK_WHICH;
    if (t->classes & W_IF) return CHUNK_IF;
    if (t->classes & W_THAT) return CHUNK_THAT;
    if (t->classes & W_PREP && !(t->classes & W_DET)) return CHUNK_PREPOSITION;
    return CHUNK_NOUN;
}

// Its financial and military support: `and` between what stands before one noun.
static bool joins_adjectives(const struct clause *c, int i)
{
    const struct chunk *last = c->chunk_count ? &c->chunks[c->chunk_count - 1] : NULL;
    bool before = last && last->kind == CHUNK_NOUN && last->to == i && c->tokens[i - 1].classes & W_ADJECTIVE;
    const struct token *next = &c->tokens[i + (i + 1 < c->token_count)];
    return before && (c->language == LANGUAGE_EN || c->language == LANGUAGE_DE) && next->kind == TOKEN_WORD &&
           next->classes & (W_ADJECTIVE | W_AID) && !(next->classes & (W_VERB | W_PREP | W_DET));
}

static void chunk_word(struct clause *c, int i)
{
    const struct token *t = &c->tokens[i];
    struct chunk *last = last_chunk(c);
    if (t->classes == W_ADVERB && !t->joined) return;
    // Norway further plans
    bool behind_noun = last && last->kind == CHUNK_NOUN && last->to == i && !is_open(c, last);
    if (t->classes & W_ADVERB && t->classes & W_ADJECTIVE && behind_noun) return;
    if (t->classes & W_PARTICLE) {
        if (last && last->kind == CHUNK_VERB && last->to == i) last->classes |= W_PARTICLE;
        return;
    }
    if (t->classes & W_INFINITIVE && infinitive_at(c, i) >= 0) return;
    if (is_verbal(t)) {
        int p = i - 1;
        while (p >= 0 && c->tokens[p].classes == W_ADVERB) p--;
        add_verb(c, i, p >= 0 && c->tokens[p].classes & W_INFINITIVE && t->classes & (W_BASE | W_BE | W_HAVE));
        return;
    }
    enum chunk_kind kind = kind_of(t);
    if (kind == CHUNK_NOUN) {
        if (!drops_time(c, i)) add_noun(c, i);
    } else if (kind == CHUNK_AND && joins_adjectives(c, i)) {
        last->to = i + 1;
    } else {
        add(c, kind, i);
    }
}

void clause_chunk(struct clause *c)
{
    int depth = 0;
    for (int i = 0; i < c->token_count; i++) {
        const struct token *t = &c->tokens[i];
        if (t->kind == TOKEN_OPEN) depth++;
        else if (t->kind == TOKEN_CLOSE) depth -= depth > 0;
        if (depth || t->kind == TOKEN_CLOSE || t->kind == TOKEN_QUOTE) continue;
        if (t->kind == TOKEN_COMMA) add(c, CHUNK_COMMA, i);
        else if (t->kind == TOKEN_STOP) add(c, CHUNK_STOP, i);
        else if (t->kind == TOKEN_WORD) chunk_word(c, i);
        else if (t->kind == TOKEN_POSSESSIVE && !(last_chunk(c) && last_chunk(c)->kind == CHUNK_NOUN)) continue;
        else if (t->kind != TOKEN_NUMBER || !drops_time(c, i)) add_noun(c, i);
    }
}
