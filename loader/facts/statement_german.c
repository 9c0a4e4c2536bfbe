// German clauses: the finite verb stands second or last, the verb of giving often last, subject and objects on either
// side of it. Roles are told by articles and prepositions instead of places.
#include "facts/statement_frames.h"

#define EVIDENCE (W_AID | W_THING)

static uint64_t head_of(const struct clause *c, int k)
{
    return c->tokens[chunk_at(c, k)->head].classes;
}

static bool is_entity(const struct clause *c, int i)
{
    return c->tokens[i].kind == TOKEN_ENTITY;
}

// Dative or genitive: an article says so; `der` before a name does too (der Ukraine), as no country is masculine with
// it but those whose names are rarely a subject.
static bool is_oblique(const struct clause *c, int k)
{
    const struct chunk *chunk = chunk_at(c, k);
    const struct token *first = &c->tokens[chunk->from];
    if (first->classes & W_OBLIQUE) return true;
    struct str word = clause_text(c, chunk->from, chunk->from + 1);
    if (!str_equal(word, STR("der"))) return false;  // Der at a beginning is a subject's
    return is_entity(c, chunk->head) || head_of(c, k) & W_AID;
}

static bool is_bare(const struct clause *c, int k)
{
    return is_noun(c, k) && chunk_at(c, k - 1)->kind != CHUNK_PREPOSITION;
}

struct part {
    int from, to;  // chunks of one clause, `to` excluded
    bool negated;
    uint64_t auxiliaries;
    bool available;  // zur Verfügung, in Aussicht
};

// A clause goes from one comma or conjunction to the next.
static struct part clause_at(const struct clause *c, int from)
{
    struct part p = {.from = from, .to = from};
    for (; p.to < c->chunk_count; p.to++) {
        const struct chunk *k = chunk_at(c, p.to);
        if (k->kind == CHUNK_COMMA || k->kind == CHUNK_STOP || k->kind == CHUNK_THAT || k->kind == CHUNK_IF) break;
        if (k->kind == CHUNK_VERB) {
            for (int i = k->from; i < k->to; i++) p.auxiliaries |= c->tokens[i].classes & W_AUXILIARY;
            p.negated |= k->negated;
        } else if (k->kind == CHUNK_NOUN) {
            p.negated |= (k->classes & W_NOT) != 0;
            p.available |= (k->classes & W_AVAILABLE) != 0;
        }
    }
    return p;
}

// The chunk of the subject; -1 where the first phrase that could be it gives nothing.
static int subject_in(const struct clause *c, struct part p)
{
    struct giver giver;
    for (int k = p.from; k < p.to; k++) {
        if (!is_bare(c, k) || is_oblique(c, k)) continue;
        if (phrase_giver(c, k, &giver)) return k;
        if (!(chunk_at(c, k)->classes & EVIDENCE)) return -1;
    }
    return -1;
}

// What somebody is supported with.
static int means_in(const struct clause *c, struct part p)
{
    for (int k = p.from; k + 1 < p.to; k++)
        if (is_preposition(c, k, W_WITH) && is_noun(c, k + 1) &&
            (chunk_at(c, k + 1)->classes & EVIDENCE || c->tokens[chunk_at(c, k + 1)->head].kind == TOKEN_MONEY))
            return k + 1;
    return -1;
}

static int object_in(const struct clause *c, struct part p, int subject)
{
    for (int k = p.from; k < p.to; k++) {
        bool sum = c->tokens[chunk_at(c, k)->head].kind == TOKEN_MONEY || p.available;
        if (k != subject && is_bare(c, k) && !is_oblique(c, k) && (chunk_at(c, k)->classes & EVIDENCE || sum)) return k;
    }
    return -1;
}

static struct span receiver_in(const struct clause *c, struct part p, int subject, int object)
{
    for (int k = p.from; k < p.to; k++) {
        bool other = is_noun(c, k) && k != subject && k != object;
        bool named = other && (is_entity(c, chunk_at(c, k)->head) || chunk_at(c, k)->classes & W_PEOPLE);
        bool name = other && is_entity(c, chunk_at(c, k)->head);
        if (named && ((is_bare(c, k) && (name || is_oblique(c, k))) || is_preposition(c, k - 1, W_TO)))
            return (struct span){chunk_at(c, k)->from, chunk_at(c, k)->to};
    }
    return (struct span){0, 0};
}

static enum statement_act act_of(uint64_t verb, struct part p, bool passive)
{
    bool infinitive = verb & W_BASE && p.auxiliaries;
    if (verb & W_REFUSE) return p.negated ? STATEMENT_GIVES : STATEMENT_REFUSES;
    if (p.negated) return STATEMENT_REFUSES;
    if (p.auxiliaries & W_MAY) return STATEMENT_ASKS;
    if (verb & (W_TO_PROMISE | W_ANNOUNCE) || (infinitive && p.auxiliaries & W_WILL && !passive))
        return STATEMENT_PROMISES;
    return STATEMENT_GIVES;
}

static bool verb_fits(const struct clause *c, uint64_t verb, int object)
{
    uint64_t classes = chunk_at(c, object)->classes;
    if (classes & (W_TRADE | W_SPORT)) return false;
    if (verb & (W_GIVE | W_DONATE)) return true;
    return verb & (W_CHANGE | W_ANNOUNCE | W_REFUSE) && classes & W_AID;
}

static void add_object(const struct clause *c, int k, struct finding *f)
{
    struct object o;
    if (!phrase_object(c, k, false, &o)) return;
    f->support = o.span;
    f->money = o.money;
    if (!f->receiver.to) f->receiver = phrase_receiver(c, o.after, true);
}

static void supports(struct frames *f, struct part p, int v, int subject, struct finding found)
{
    const struct clause *c = f->clause;
    int means = means_in(c, p);
    for (int k = p.from; k < p.to; k++) {
        if (k == subject || !is_bare(c, k)) continue;
        uint64_t head = head_of(c, k);
        bool named = is_entity(c, chunk_at(c, k)->head);
        if (!named && (!(head & (W_PEOPLE | W_ACTIVITY)) || head & W_STANCE)) continue;
        found.receiver = (struct span){chunk_at(c, k)->from, chunk_at(c, k)->to};
        found.support = (struct span){chunk_at(c, v)->head, chunk_at(c, v)->head + 1};
        if (!named && head & W_ACTIVITY) found.support = phrase_trim(c, found.receiver);
        if (means >= 0) add_object(c, means, &found);
        frames_add(f, &found);
        return;
    }
}

static void hosts(struct frames *f, struct part p, int v, int subject, struct finding found)
{
    const struct clause *c = f->clause;
    for (int k = p.from; k < p.to; k++) {
        if (k == subject || !is_noun(c, k) || !(chunk_at(c, k)->classes & W_REFUGEES)) continue;
        found.receiver = (struct span){chunk_at(c, k)->from, chunk_at(c, k)->to};
        found.support = (struct span){chunk_at(c, v)->head, chunk_at(c, v)->head + 1};
        frames_add(f, &found);
        return;
    }
}

static void read_verb(struct frames *f, struct part p, int v)
{
    const struct clause *c = f->clause;
    uint64_t verb = head_of(c, v);
    struct finding found = {.money = -1, .confidence = 0.85f, .reason = "subject and verb"};
    bool passive = verb & W_PARTICIPLE && p.auxiliaries & W_BE;
    int subject = -1;
    if (passive) {
        for (int k = p.from; k + 1 < p.to && subject < 0; k++)
            if (is_preposition(c, k, W_BY) && phrase_givers_after(c, k + 1, &found.givers)) subject = k + 1;
        found.reason = "passive with agent";
    } else {
        subject = subject_in(c, p);
        if (subject >= 0 && !phrase_givers_before(c, subject, &found.givers)) subject = -1;
        if (subject >= 0 && chunk_at(c, subject + 1)->kind == CHUNK_AND &&
            phrase_givers_after(c, subject, &found.givers))
            found.confidence -= 0.05f;
    }
    if (subject < 0) return;
    found.act = act_of(verb, p, passive);
    int object = object_in(c, p, subject), means = verb & W_GIVE ? means_in(c, p) : -1;
    if (object < 0) object = means;
    if (verb & W_HOST) hosts(f, p, v, subject, found);
    else if (object >= 0 && verb_fits(c, verb, object)) {
        found.receiver = receiver_in(c, p, subject, object);
        add_object(c, object, &found);
        frames_add(f, &found);
    } else if (verb & W_BENEFIT) {
        supports(f, p, v, subject, found);
    }
}

// Hilfe der USA, mit Unterstützung der Bundesregierung, Hilfe aus Norwegen.
static void genitive(struct frames *f, int k)
{
    const struct clause *c = f->clause;
    struct finding found = {.money = -1, .confidence = 0.75f, .reason = "support of"};
    if (!is_noun(c, k + 1) || !is_oblique(c, k + 1)) return;
    if (head_of(c, k) & W_AMBIGUOUS && !is_preposition(c, k - 1, W_WITH)) return;
    if (!phrase_givers_after(c, k + 1, &found.givers)) return;
    found.support = phrase_trim(c, (struct span){chunk_at(c, k)->from, chunk_at(c, k)->to});
    found.receiver = phrase_receiver(c, k + 2, false);
    for (int v = k + 2; v < k + 6 && v < c->chunk_count; v++)
        if (chunk_at(c, v)->kind == CHUNK_VERB && head_of(c, v) & W_REFUSE) found.act = STATEMENT_REFUSES;
    frames_add(f, &found);
}

// Von Norwegen unterstützte Rebellen.
static void attributive(struct frames *f, int v)
{
    const struct clause *c = f->clause;
    struct finding found = {.money = -1, .confidence = 0.85f, .reason = "backed by"};
    if (!(head_of(c, v) & W_BENEFIT && head_of(c, v) & W_PARTICIPLE) || !is_noun(c, v + 1) || !is_noun(c, v - 1))
        return;
    if (!is_preposition(c, v - 2, W_BY) || !phrase_givers_before(c, v - 1, &found.givers)) return;
    uint64_t head = head_of(c, v + 1);
    if (head & (W_STANCE | W_TRADE | W_SPORT) && !(head & (W_PEOPLE | W_ACTIVITY))) return;
    found.support = (struct span){chunk_at(c, v)->head, chunk_at(c, v)->head + 1};
    found.receiver = (struct span){chunk_at(c, v + 1)->from, chunk_at(c, v + 1)->to};
    frames_add(f, &found);
}

void frames_of_german(struct frames *f)
{
    const struct clause *c = f->clause;
    for (int from = 0; from < c->chunk_count;) {
        struct part p = clause_at(c, from);
        for (int v = p.from; v < p.to; v++)
            if (chunk_at(c, v)->kind == CHUNK_VERB && head_of(c, v) & W_TRANSFER) read_verb(f, p, v);
        from = p.to + 1;
    }
    for (int k = 0; k < c->chunk_count; k++) {
        if (is_noun(c, k) && head_of(c, k) & W_AID) genitive(f, k);
        if (chunk_at(c, k)->kind == CHUNK_VERB) attributive(f, k);
    }
}
