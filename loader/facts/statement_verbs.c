// Verbs of giving in English, French and Spanish: subject, verb, object; and the passive with its agent.
#include "facts/statement_frames.h"

#define STEPS 24  // chunks that a subject is looked for to the left
#define DEPTH 5   // verbs that govern each other: has agreed to continue to send

static int subject(const struct clause *c, int v, struct mode *m, int depth);

static uint64_t head_of(const struct clause *c, int k)
{
    return c->tokens[chunk_at(c, k)->head].classes;
}

static bool is_verb(const struct clause *c, int k)
{
    return chunk_at(c, k)->kind == CHUNK_VERB;
}

static bool is_finite(const struct clause *c, int k)
{
    return is_verb(c, k) && !chunk_at(c, k)->infinitive && chunk_at(c, k)->classes & (W_FINITE | W_BASE | W_AUXILIARY);
}

static void rise(struct mode *m, enum statement_act act)
{
    if (act > m->act) m->act = act;
}

void verb_apply(const struct clause *c, int v, struct mode *m)
{
    const struct chunk *k = chunk_at(c, v);
    if (k->classes & W_WILL) rise(m, STATEMENT_PROMISES);
    if (k->classes & W_MAY) rise(m, STATEMENT_ASKS);
    if (k->negated) rise(m, STATEMENT_REFUSES);
}

// The verb before chunk k in the same clause; -1 for none.
static int verb_before(const struct clause *c, int k)
{
    for (int n = 0; k >= 0 && n < STEPS; k--, n++) {
        enum chunk_kind kind = chunk_at(c, k)->kind;
        if (kind == CHUNK_VERB) return k;
        if (kind == CHUNK_STOP || kind == CHUNK_THAT || kind == CHUNK_WHICH || kind == CHUNK_IF) return -1;
    }
    return -1;
}

// The chunk before an apposition or a relative clause that ends at the comma k; -1 for none.
static int before_insertion(const struct clause *c, int k)
{
    for (int j = k - 1, n = 0; j > 0 && n < STEPS; j--, n++) {
        enum chunk_kind kind = chunk_at(c, j)->kind;
        if (kind == CHUNK_STOP || kind == CHUNK_THAT) return -1;
        if (kind != CHUNK_COMMA) continue;
        bool relative = chunk_at(c, j + 1)->kind == CHUNK_WHICH;
        bool participle = is_verb(c, j + 1) && !is_finite(c, j + 1);
        for (int i = j + 1; i < k && !relative && !participle; i++)
            if (is_verb(c, i)) return -1;
        return is_noun(c, j - 1) ? j - 1 : -1;
    }
    return -1;
}

// Norway sent troops and gave money: the verb before `and` has the subject, if it is of the same form. Of what stands
// in a clause within a clause (says that it has none, and gives), either verb may be meant.
static int coordinated(const struct clause *c, int k, int v, struct mode *m, int depth)
{
    int before = verb_before(c, k);
    if (before < 0 || chunk_at(c, before)->passive) return -1;
    bool modal = chunk_at(c, before)->classes & (W_WILL | W_MAY);
    if (c->language == LANGUAGE_EN && modal && !(head_of(c, v) & W_BASE) && !chunk_at(c, v)->infinitive) return -1;
    struct mode of_before = {STATEMENT_GIVES, m->doubt + 0.05f};
    int s = subject(c, before, &of_before, depth + 1);
    if (!chunk_at(c, before)->negated) rise(m, of_before.act);
    m->doubt = of_before.doubt;
    if (s > 0 && (chunk_at(c, s - 1)->kind == CHUNK_THAT || chunk_at(c, s - 1)->kind == CHUNK_VERB)) m->doubt += 0.15f;
    return s;
}

// Whether the clause that begins with chunk k is what somebody says.
static bool is_reported(const struct clause *c, int k)
{
    int v = chunk_at(c, k - 1)->kind == CHUNK_THAT || chunk_at(c, k - 1)->kind == CHUNK_WHICH ? k - 2 : k - 1;
    return k >= 0 && is_verb(c, v) && head_of(c, v) & (W_OTHER_VERB | W_ANNOUNCE | W_TO_PROMISE);
}

// Norway said (that) it would send: the pronoun is who speaks.
static int antecedent(const struct clause *c, int k, struct mode *m, int depth)
{
    if (!is_reported(c, k)) return -1;
    int v = is_verb(c, k - 1) ? k - 1 : k - 2;
    struct mode speaker = {STATEMENT_GIVES, 0};
    m->doubt += 0.1f;
    return subject(c, v, &speaker, depth + 1);
}

// From the chunk k before a finite verb: its subject.
static int left_subject(const struct clause *c, int k, int v, struct mode *m, int depth)
{
    bool skipped = false;
    for (int n = 0; k >= 0 && n < STEPS; n++) {
        switch (chunk_at(c, k)->kind) {
        case CHUNK_NOUN:
            if (chunk_at(c, k)->classes & W_PRONOUN) return antecedent(c, k, m, depth);
            if (chunk_at(c, k - 1)->kind != CHUNK_PREPOSITION) return k;
            if (!skipped && !is_preposition(c, k - 1, W_OF)) m->doubt += 0.05f;
            skipped = true;
            k -= 2;
            break;
        case CHUNK_COMMA: {
            int before = before_insertion(c, k);
            k = before < 0 ? k - 1 : before;
            if (before < 0 && (!is_noun(c, k) || n)) return -1;
            break;
        }
        case CHUNK_WHICH:
            k -= chunk_at(c, k - 1)->kind == CHUNK_COMMA ? 2 : 1;
            return is_noun(c, k) && depth >= 0 ? k : -1;
        case CHUNK_AND: return skipped ? -1 : coordinated(c, k, v, m, depth);
        default: return -1;
        }
    }
    return -1;
}

// Norway's commitment to provide, a decision by Norway to provide; or what somebody is asked to.
static int noun_governor(const struct clause *c, int k, struct mode *m, int depth)
{
    struct giver giver;
    if ((is_verb(c, k - 1) && head_of(c, k - 1) & W_TO_ASK) ||
        (chunk_at(c, k - 1)->kind == CHUNK_PREPOSITION && is_verb(c, k - 2) && head_of(c, k - 2) & W_TO_ASK)) {
        rise(m, STATEMENT_ASKS);
        return k;
    }
    if (head_of(c, k) & W_PLEDGE) {
        rise(m, STATEMENT_PROMISES);
        if (phrase_possessor(c, k, chunk_at(c, k)->head, &giver)) return k;
        int verb = chunk_at(c, k)->classes & W_ITS ? verb_before(c, k - 1) : -1;
        return verb >= 0 ? subject(c, verb, m, depth + 1) : -1;
    }
    if (is_preposition(c, k - 1, W_OF | W_BY) && is_noun(c, k - 2) && head_of(c, k - 2) & W_PLEDGE) {
        rise(m, STATEMENT_PROMISES);
        return k;
    }
    // what it is done for: sent doctors to help
    int verb = verb_before(c, k);
    if (verb < 0 || chunk_at(c, verb)->passive || !(head_of(c, verb) & W_TO_GO_ON)) return -1;
    m->doubt += 0.15f;
    return subject(c, verb, m, depth + 1);
}

// The subject of `to VERB`, by the verb or noun that it depends on.
static int governed_subject(const struct clause *c, int v, struct mode *m, int depth)
{
    int g = v - 1;
    if (is_noun(c, g)) return noun_governor(c, g, m, depth);
    if (!is_verb(c, g)) return -1;
    uint64_t head = head_of(c, g);
    if (head & (W_TO_PROMISE | W_BE)) rise(m, STATEMENT_PROMISES);
    else if (head & W_TO_REFUSE) rise(m, STATEMENT_REFUSES);
    else if (head & W_TO_ASK) rise(m, STATEMENT_ASKS);
    else if (head & W_REFUSE) rise(m, STATEMENT_REFUSES);
    else if (!(head & W_TO_GO_ON)) return -1;
    verb_apply(c, g, m);
    return subject(c, g, m, depth + 1);
}

// Of `providing`, where no form of to be stands with it.
static int gerund_subject(const struct clause *c, int v, struct mode *m, int depth)
{
    int k = v - 1;
    if (is_verb(c, k)) return governed_subject(c, v, m, depth);
    if (is_noun(c, k)) return k;
    if (chunk_at(c, k)->kind == CHUNK_PREPOSITION) {
        // thanks X for, lashed out at X in Syria for
        int x = k - 1;
        while (is_noun(c, x) && chunk_at(c, x - 1)->kind == CHUNK_PREPOSITION && is_noun(c, x - 2)) x -= 2;
        int praise = chunk_at(c, x - 1)->kind == CHUNK_PREPOSITION ? x - 2 : x - 1;
        if (is_noun(c, x) && is_verb(c, praise) && head_of(c, praise) & W_PRAISE) return x;
        if (!is_preposition(c, k, W_BY | W_IN | W_WITH | W_OF)) return -1;
    } else if (chunk_at(c, k)->kind != CHUNK_COMMA && chunk_at(c, k)->kind != CHUNK_AND) {
        return -1;
    }
    int verb = verb_before(c, k - 1);
    if (verb < 0 || (chunk_at(c, verb)->passive && head_of(c, verb) & W_TRANSFER)) return -1;
    m->doubt += 0.1f;
    return subject(c, verb, m, depth + 1);
}

static int subject(const struct clause *c, int v, struct mode *m, int depth)
{
    const struct chunk *k = chunk_at(c, v);
    if (depth > DEPTH) return -1;
    if (k->infinitive) return governed_subject(c, v, m, depth);
    verb_apply(c, v, m);
    if (head_of(c, v) & W_TO_PROMISE && depth) rise(m, STATEMENT_PROMISES);
    if (k->classes & W_ING && !(k->classes & W_AUXILIARY) && !(k->classes & W_FINITE))
        return gerund_subject(c, v, m, depth);
    if (!(k->classes & (W_FINITE | W_BASE | W_AUXILIARY))) return -1;
    // helped train
    if (k->classes & W_BASE && is_verb(c, v - 1) && head_of(c, v - 1) & W_TO_GO_ON)
        return governed_subject(c, v, m, depth);
    int s = left_subject(c, v - 1, v, m, depth);
    if (s > 0 && chunk_at(c, s - 1)->kind == CHUNK_IF) rise(m, STATEMENT_ASKS);
    // said that it would: told of what will be
    bool would = k->classes & W_WILL && k->classes & W_MAY;
    bool pronoun = is_noun(c, v - 1) && chunk_at(c, v - 1)->classes & W_PRONOUN;
    if (would && m->act == STATEMENT_ASKS && is_reported(c, pronoun ? v - 1 : s)) m->act = STATEMENT_PROMISES;
    return s;
}

int verb_subject(const struct clause *c, int v, struct mode *m)
{
    return subject(c, v, m, 0);
}

// What is given
// ---------------------------------------------------------------------------------------------------------

#define EVIDENCE (W_AID | W_THING)

// Sent a ship to help: what it is for tells that it is support.
static bool is_for_benefit(const struct clause *c, const struct object *o)
{
    int k = o->after;
    while (chunk_at(c, k)->kind == CHUNK_PREPOSITION && is_noun(c, k + 1)) k += 2;
    bool words =
        head_of(c, o->first) & (W_STANCE | W_PEOPLE) || c->tokens[chunk_at(c, o->first)->head].kind == TOKEN_ENTITY;
    return !words && chunk_at(c, k)->infinitive && head_of(c, k) & W_BENEFIT;
}

// Whether an object is of the kind that the verb asks for.
static bool object_fits(const struct clause *c, uint64_t verb, const struct object *o)
{
    bool sum = o->money >= 0, against = is_preposition(c, o->after, W_AGAINST);
    if (o->classes & W_FORCES && !(o->classes & W_AID) && against) return false;
    uint64_t head = c->tokens[chunk_at(c, o->first)->head].classes;
    if (o->classes & (W_TRADE | W_SPORT) || (head & W_STANCE && !(head & (EVIDENCE | W_ACTIVITY)))) return false;
    // what somebody does for themselves
    if (verb & W_BENEFIT && chunk_at(c, o->first)->classes & W_ITS) return false;
    if (o->classes & W_AMBIGUOUS && phrase_is_view(c, o->after)) return false;
    if (verb & (W_GIVE | W_DONATE) && (o->classes & EVIDENCE || sum)) return true;
    if (verb & W_GIVE && is_for_benefit(c, o)) return true;
    if (verb & W_DONATE && !(verb & W_BENEFIT)) return true;
    if (verb & W_DONATE) return !(head & W_STANCE) && c->tokens[chunk_at(c, o->first)->head].kind == TOKEN_WORD;
    if (verb & W_MAKE) return o->classes & W_AID && o->classes & W_PLEDGE;
    bool delivery = o->classes & W_QUANTITY && o->classes & EVIDENCE && !sum;
    if (verb & (W_CHANGE | W_REFUSE | W_ANNOUNCE) && delivery) return true;
    if (verb & (W_CHANGE | W_REFUSE)) return o->classes & W_AID;
    if (verb & W_ANNOUNCE)
        return o->classes & W_AID ||
               (sum && (is_preposition(c, o->after, W_TO | W_IN) || chunk_at(c, o->after)->infinitive));
    return false;
}

static struct span one_token(int i)
{
    return (struct span){i, i + 1};
}

// Behind the verb, or, in a relative clause, before its subject: the aid (that) Norway gave.
static bool find_object(const struct clause *c, int v, int subject, struct object *o)
{
    // takes in refugees
    int behind = head_of(c, v) & W_HOST && is_preposition(c, v + 1, W_IN) ? v + 2 : v + 1;
    // Spanish says to whom: apoya al gobierno
    if (c->language == LANGUAGE_ES && head_of(c, v) & (W_BENEFIT | W_HOST) && is_preposition(c, v + 1, W_TO))
        behind = v + 2;
    if (phrase_object(c, behind, true, o)) return true;
    int k = subject - 1;
    if (chunk_at(c, k)->kind == CHUNK_WHICH || chunk_at(c, k)->kind == CHUNK_THAT) k--;
    if (subject != v - 1 || !is_noun(c, k) || !phrase_object(c, k, false, o)) return false;
    o->after = v + 1;
    return true;
}

// Thousands of refugees.
static bool is_refugees(const struct clause *c, int k)
{
    struct span s = phrase_chain(c, k);
    for (int i = s.from; i < s.to; i++)
        if (c->tokens[i].classes & W_REFUGEES) return true;
    return false;
}

// 2.6 million Syrians.
static bool is_people_counted(const struct clause *c, int k)
{
    const struct token *head = &c->tokens[chunk_at(c, k)->head];
    return head->kind == TOKEN_ENTITY && head->name->demonym && chunk_at(c, k)->classes & W_NUMBER;
}

// Fills in what is given by a verb in the active; false where its object isn't one.
static bool fill_object(const struct clause *c, int v, int subject, struct finding *f)
{
    const struct chunk *k = chunk_at(c, v);
    uint64_t verb = head_of(c, v);
    struct object o;
    // gave up, backed off; but cut off aid
    if ((k->classes & W_PARTICLE && !(verb & W_REFUSE)) || !find_object(c, v, subject, &o)) return false;
    f->money = o.money;
    struct object means;
    // supplies the rebels with arms
    if (verb & (W_GIVE | W_BENEFIT) && !(o.classes & EVIDENCE) && is_preposition(c, o.after, W_WITH) &&
        phrase_object(c, o.after + 1, false, &means) && object_fits(c, W_GIVE, &means)) {
        f->support = means.span;
        f->money = means.money;
        f->receiver = o.span;
    } else if (object_fits(c, verb, &o)) {
        f->support = o.span;
        f->receiver = o.receiver.to ? o.receiver : phrase_receiver(c, o.after, true);
    } else if (verb & W_HOST && (is_refugees(c, o.first) || is_people_counted(c, o.first))) {
        f->support = one_token(k->head);
        f->receiver = o.span;
    } else if (verb & W_BENEFIT && phrase_benefits(c, o.first)) {
        const struct token *head = &c->tokens[chunk_at(c, o.first)->head];
        bool named = head->kind == TOKEN_ENTITY || head->classes & W_PEOPLE || (head->capital && !head->classes);
        f->receiver = (struct span){o.span.from, phrase_chain(c, o.first).to};
        f->support = named ? one_token(k->head) : o.span;
        f->confidence -= 0.1f;
    } else {
        return false;
    }
    if (verb & W_REFUSE) f->act = f->act == STATEMENT_REFUSES ? STATEMENT_GIVES : STATEMENT_REFUSES;
    else if (verb & (W_ANNOUNCE | W_TO_PROMISE) && f->act == STATEMENT_GIVES) f->act = STATEMENT_PROMISES;
    return true;
}

static bool gives_to_itself(const struct clause *c, const struct finding *f)
{
    for (int i = f->receiver.from; i < f->receiver.to; i++)
        for (int g = 0; g < f->givers.count; g++)
            if (c->tokens[i].kind == TOKEN_ENTITY &&
                str_equal(c->tokens[i].name->entity_id, c->tokens[f->givers.of[g].name].name->entity_id))
                return true;
    return false;
}

static void active(struct frames *f, int v)
{
    const struct clause *c = f->clause;
    struct finding found = {.money = -1, .confidence = 0.9f, .reason = "subject and verb"};
    struct mode mode = {STATEMENT_GIVES, 0};
    int s = verb_subject(c, v, &mode);
    if (s < 0) return;
    if (!phrase_givers_before(c, s, &found.givers)) {
        if (!(head_of(c, s) & (W_PLEDGE | W_ACTIVITY)) ||
            !phrase_possessor(c, s, chunk_at(c, s)->head, &found.givers.of[0]))
            return;
        found.givers.count = 1;
    }
    found.act = mode.act;
    if (!fill_object(c, v, s, &found) || gives_to_itself(c, &found)) return;
    found.confidence -= mode.doubt;
    frames_add(f, &found);
}

// The passive
// -------------------------------------------------------------------------------------------------------------

// The chunk behind `by`, to the right of a verb; -1 for none.
static int agent_of(const struct clause *c, int v)
{
    for (int k = v + 1, n = 0; n < 8; k++, n++) {
        enum chunk_kind kind = chunk_at(c, k)->kind;
        if (kind == CHUNK_PREPOSITION && chunk_at(c, k)->classes & W_BY && is_noun(c, k + 1)) return k + 1;
        if (kind != CHUNK_NOUN && kind != CHUNK_PREPOSITION) return -1;
    }
    return -1;
}

// What a participle belongs to: the phrase before it, or its subject. Phrases of place stand between.
static int patient_of(const struct clause *c, int v, struct mode *m)
{
    if (chunk_at(c, v)->passive) return left_subject(c, v - 1, v, m, 0);
    int k = v - 1;
    if (chunk_at(c, k)->kind == CHUNK_COMMA) k--;
    return is_noun(c, k) ? k : -1;
}

// False where no giver is the agent: was cut by half.
static bool passive(struct frames *f, int v, int agent)
{
    const struct clause *c = f->clause;
    uint64_t verb = head_of(c, v);
    struct finding found = {.money = -1, .confidence = 0.85f, .reason = "passive with agent"};
    struct mode mode = {STATEMENT_GIVES, 0};
    struct object o;
    if (!phrase_givers_after(c, agent, &found.givers)) return false;
    int k = patient_of(c, v, &mode);
    verb_apply(c, v, &mode);
    if (k < 0) return true;
    // $5 million in aid, tons of wheat: the phrase begins before
    while (is_preposition(c, k - 1, W_OF | W_IN) && is_noun(c, k - 2) &&
           (chunk_at(c, k - 2)->classes & (W_QUANTITY | EVIDENCE) || !(chunk_at(c, k)->classes & EVIDENCE)))
        k -= 2;
    if (!phrase_object(c, k, false, &o)) return true;
    found.act = mode.act;
    found.money = o.money;
    found.confidence -= mode.doubt;
    if (verb & W_REFUSE) found.act = STATEMENT_REFUSES;
    else if (verb & (W_ANNOUNCE | W_TO_PROMISE) && found.act == STATEMENT_GIVES) found.act = STATEMENT_PROMISES;
    if (object_fits(c, verb, &o)) {
        found.support = o.span;
        found.receiver = phrase_receiver(c, v + 1, false);
        if (!found.receiver.to) found.receiver = phrase_receiver(c, o.after, true);
    } else if (verb & W_BENEFIT && (phrase_benefits(c, o.first) || verb & W_DONATE)) {
        found.support = one_token(chunk_at(c, v)->head);
        found.receiver = o.span;
    } else {
        return true;
    }
    if (!gives_to_itself(c, &found)) frames_add(f, &found);
    return true;
}

void frames_of_verbs(struct frames *f)
{
    const struct clause *c = f->clause;
    for (int v = 0; v < c->chunk_count; v++) {
        const struct chunk *k = chunk_at(c, v);
        if (k->kind != CHUNK_VERB || !(head_of(c, v) & W_TRANSFER)) continue;
        int agent = head_of(c, v) & W_PARTICIPLE ? agent_of(c, v) : -1;
        bool have = k->classes & W_HAVE && !(k->classes & W_BE);
        if (agent >= 0 && !have && passive(f, v, agent)) continue;
        if (!k->passive) active(f, v);
    }
}
