// Verbs of giving in English, French and Spanish: subject, verb, object; and the passive with its agent.
#include "facts/statement_frames.h"

#define STEPS 24  // chunks of what stands between a verb and its object

// What is given
// ---------------------------------------------------------------------------------------------------------

// Sent a ship to help: what it is for tells that it is support.
static bool is_for_benefit(const struct clause *c, const struct object *o)
{
    int k = o->after;
    while (chunk_at(c, k)->kind == CHUNK_PREPOSITION && is_noun(c, k + 1)) k += 2;
    bool words = head_classes(c, o->first) & (W_STANCE | W_PEOPLE) || head_of(c, o->first)->kind == TOKEN_ENTITY ||
                 phrase_share(c, o->first) != SHARE_SOME;  // spared no effort to
    return !words && chunk_at(c, k)->infinitive && head_classes(c, k) & W_BENEFIT;
}

// Whether an object is of the kind that the verb asks for.
static bool object_fits(const struct clause *c, uint64_t verb, const struct object *o)
{
    bool sum = o->money >= 0, against = is_preposition(c, o->after, W_AGAINST);
    if (o->classes & W_FORCES && !(o->classes & W_AID) && against) return false;
    uint64_t head = head_classes(c, o->first);
    // a sum of bribes; forces that are sent to a border, or are somebody's own
    bool of = is_preposition(c, o->after, W_OF | W_IN) && is_noun(c, o->after + 1);
    if (sum && of && head_classes(c, o->after + 1) & W_STANCE && !(head_classes(c, o->after + 1) & W_ACTIVITY))
        return false;
    bool own = chunk_at(c, o->first)->classes & W_ITS && !phrase_receiver(c, o->after, true).to;
    if (own && verb & W_GIVE && !sum && !(o->classes & W_AID)) return false;  // threw his arms about
    bool bound = is_preposition(c, o->after, W_TO | W_IN) && is_noun(c, o->after + 1) &&
                 head_classes(c, o->after + 1) & W_STANCE;
    if (o->classes & W_FORCES && !(o->classes & W_AID) && (own || bound)) return false;
    if (o->classes & (W_TRADE | W_SPORT) || (head & W_STANCE && !(head & (EVIDENCE | W_ACTIVITY)))) return false;
    // what somebody does for themselves
    if (verb & W_BENEFIT && chunk_at(c, o->first)->classes & W_ITS) return false;
    if (o->classes & W_AMBIGUOUS && phrase_is_view(c, o->after)) return false;
    // those who flee are given to nobody
    if (head & W_REFUGEES && !(head & EVIDENCE) && verb & W_GIVE) return false;
    if (verb & (W_GIVE | W_DONATE) && (o->classes & EVIDENCE || sum)) return true;
    if (verb & W_GIVE && is_for_benefit(c, o)) return true;
    // handed 1,000 tablets to schools: things that are counted, whatever they are
    if (verb & W_GIVE && chunk_at(c, o->first)->classes & W_NUMBER && head_of(c, o->first)->kind == TOKEN_WORD &&
        !(head & (W_STANCE | W_TIME | W_PEOPLE | W_FORCES | W_NUMBER | W_ADJECTIVE)) &&
        is_preposition(c, o->after, W_TO) && phrase_benefits(c, o->after + 1))
        return true;
    if (verb & W_DONATE && !(verb & W_BENEFIT)) return true;
    if (verb & W_DONATE) return !(head & W_STANCE) && head_of(c, o->first)->kind == TOKEN_WORD;
    if (verb & W_MAKE && !(verb & W_GIVE)) return o->classes & W_AID && o->classes & W_PLEDGE;
    bool delivery = o->classes & W_QUANTITY && o->classes & EVIDENCE && !sum;
    if (verb & (W_CHANGE | W_REFUSE | W_ANNOUNCE) && delivery) return true;
    if (verb & W_TO_PROMISE && delivery) return true;
    if (verb & (W_CHANGE | W_REFUSE)) return o->classes & W_AID;
    if (verb & (W_ANNOUNCE | W_TO_PROMISE))
        return (o->classes & W_AID && verb & W_ANNOUNCE) ||
               (sum && (is_preposition(c, o->after, W_TO | W_IN) || chunk_at(c, o->after)->infinitive));
    return false;
}

static struct span one_token(int i)
{
    return (struct span){i, i + 1};
}

static bool is_available(const struct clause *c, int k)
{
    return is_noun(c, k) && head_classes(c, k) & W_AVAILABLE && chunk_at(c, k)->to <= chunk_at(c, k)->from + 2;
}

// The verb's classes, with what stands behind it: made available, mis à disposition.
static uint64_t verb_classes(const struct clause *c, int v)
{
    uint64_t verb = head_classes(c, v);
    if (!(verb & W_MAKE)) return verb;
    for (int k = v + 1; k < v + 5; k++) {
        if (is_noun(c, k) && chunk_at(c, k)->classes & W_AVAILABLE) return verb | W_GIVE;
        if (!is_noun(c, k) && chunk_at(c, k)->kind != CHUNK_PREPOSITION) break;
    }
    return verb;
}

// The chunk behind what parts a verb from its object: a disposición, or what stands between two commas.
static int behind_insertion(const struct clause *c, int k)
{
    if (is_available(c, k) && is_noun(c, k + 1)) return k + 1;
    if (chunk_at(c, k)->kind == CHUNK_PREPOSITION && is_available(c, k + 1)) {
        k += 2;
        while (is_preposition(c, k, W_OF) && is_noun(c, k + 1) && chunk_at(c, k + 2)->kind == CHUNK_NOUN) k += 2;
        return k;
    }
    // sent by air 20 tons
    if (is_preposition(c, k, W_BY) && is_noun(c, k + 1) && is_noun(c, k + 2)) return k + 2;
    if (chunk_at(c, k)->kind != CHUNK_COMMA || chunk_at(c, k + 1)->kind != CHUNK_PREPOSITION) return k;
    for (int i = k + 1; i < k + STEPS; i++) {
        if (chunk_at(c, i)->kind == CHUNK_COMMA) return i + 1;
        if (!is_noun(c, i) && chunk_at(c, i)->kind != CHUNK_PREPOSITION) break;
    }
    return k;
}

// A French object may begin with `des` or `de`, which stands for no preposition where it can't be a noun's.
static int behind_object_start(const struct clause *c, int k)
{
    bool partitive = c->language == LANGUAGE_FR && is_preposition(c, k, W_OF) && is_noun(c, k + 1);
    return partitive ? k + 1 : k;
}

// Behind the verb, or, in a relative clause, before its subject: the aid (that) Norway gave.
static bool find_object(const struct clause *c, int v, int subject, struct object *o)
{
    // takes in refugees
    int behind = head_classes(c, v) & W_HOST && is_preposition(c, v + 1, W_IN) ? v + 2 : v + 1;
    // Spanish says to whom: apoya al gobierno
    if (c->language == LANGUAGE_ES && head_classes(c, v) & (W_BENEFIT | W_HOST) && is_preposition(c, v + 1, W_TO))
        behind = v + 2;
    behind = behind_object_start(c, behind_insertion(c, behind));
    // contribuyó con 10 millones
    bool with_sum = is_preposition(c, behind, W_WITH) && head_classes(c, v) & W_GIVE && is_noun(c, behind + 1) &&
                    head_of(c, behind + 1)->kind == TOKEN_MONEY;
    if (with_sum) behind++;
    // contribuera à hauteur de 10 millions
    bool to_sum = chunk_at(c, behind)->kind == CHUNK_PREPOSITION && head_classes(c, v) & W_GIVE &&
                  is_noun(c, behind + 1) && head_classes(c, behind + 1) & W_QUANTITY &&
                  is_preposition(c, behind + 2, W_OF) && is_noun(c, behind + 3) &&
                  head_of(c, behind + 3)->kind == TOKEN_MONEY;
    if (to_sum) behind += 3;
    if (phrase_object(c, behind, true, o)) return true;
    // entregó al gobierno de Kenia alimentos; extended to Kenya, its neighbour, a loan
    if (is_preposition(c, behind, W_TO) && is_noun(c, behind + 1) && head_classes(c, v) & (W_GIVE | W_DONATE)) {
        int k = behind + 2;
        while (is_preposition(c, k, W_OF) && is_noun(c, k + 1)) k += 2;
        struct span receiver = phrase_chain(c, behind + 1);
        if (chunk_at(c, k)->kind == CHUNK_COMMA) k++;
        if (phrase_object(c, behind_object_start(c, k), false, o) && (o->classes & EVIDENCE || o->money >= 0)) {
            o->receiver = receiver;
            return true;
        }
    }
    int k = subject - 1;
    if (chunk_at(c, k)->kind == CHUNK_WHICH || chunk_at(c, k)->kind == CHUNK_THAT) k--;
    if (subject != v - 1 || !is_noun(c, k) || is_preposition(c, v + 1, W_AGAINST)) return false;
    // aid of $5 million that Norway gave
    if (is_preposition(c, k - 1, W_OF) && is_noun(c, k - 2) && !(chunk_at(c, k)->classes & EVIDENCE)) {
        int head = k - 2;
        while (is_preposition(c, head - 1, W_OF) && is_noun(c, head - 2) && !(chunk_at(c, head)->classes & EVIDENCE))
            head -= 2;
        if (chunk_at(c, head)->classes & EVIDENCE) k = head;
    }
    if (!phrase_object(c, k, false, o)) return false;
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
    const struct token *head = head_of(c, k);
    return head->kind == TOKEN_ENTITY && head->name->demonym && chunk_at(c, k)->classes & W_NUMBER;
}

// Assists Kenya in building a road, helped Kenya (to) build it: what somebody is helped with; none where it isn't said.
static struct span what_is_done(const struct clause *c, int k)
{
    struct object o;
    if (is_preposition(c, k, W_IN | W_WITH) && is_verb(c, k + 1) && head_classes(c, k + 1) & W_ING) k++;
    else if (!is_verb(c, k) ||
             !(chunk_at(c, k)->infinitive || (head_classes(c, k) & W_BASE && !(head_classes(c, k) & W_FINITE))))
        return (struct span){0, 0};
    int from = chunk_at(c, k)->head;
    if (!phrase_object(c, k + 1, false, &o)) return (struct span){0, 0};
    return (struct span){from, o.span.to};
}

// Fills in what is given by a verb in the active; false where its object isn't one.
static bool fill_object(const struct clause *c, int v, int subject, struct finding *f)
{
    const struct chunk *k = chunk_at(c, v);
    uint64_t verb = verb_classes(c, v);
    struct object o;
    // gave up, backed off; but cut off aid, stepped it up
    if ((k->classes & W_PARTICLE && !(verb & (W_REFUSE | W_CHANGE))) || !find_object(c, v, subject, &o)) return false;
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
        f->receiver = (struct span){o.span.from, phrase_chain(c, o.first).to};
    } else if (verb & W_BENEFIT && phrase_benefits(c, o.first)) {
        struct span doing = what_is_done(c, o.after);
        const struct token *head = head_of(c, o.first);
        bool named = head->kind == TOKEN_ENTITY || head->classes & W_PEOPLE || (head->capital && !head->classes);
        f->receiver = (struct span){o.span.from, phrase_chain(c, o.first).to};
        f->support = !named ? o.span : doing.to ? doing : one_token(k->head);
        f->confidence -= 0.1f;
    } else {
        return false;
    }
    enum share share = phrase_share(c, o.first);
    bool none = share == SHARE_NONE;
    if (share == SHARE_LITTLE) return false;
    // denied support for the rebels: said that there is none
    if (verb & W_REFUSE && verb & W_OTHER_VERB && !f->receiver.to) return false;
    if (none && f->act == STATEMENT_GIVES) f->act = STATEMENT_REFUSES;
    else if (verb & W_REFUSE) f->act = f->act == STATEMENT_REFUSES ? STATEMENT_GIVES : STATEMENT_REFUSES;
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
        if (!(head_classes(c, s) & (W_PLEDGE | W_ACTIVITY)) ||
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
    if (chunk_at(c, v)->passive) return verb_subject_before(c, v - 1, v, m, 0);
    int k = v - 1;
    bool comma = chunk_at(c, k)->kind == CHUNK_COMMA;
    if (comma) k--;
    // vaccines against the disease, donated by: the nearest phrase that can be given
    for (int near = k, n = 0; n < 4 && is_noun(c, near); n++, near -= 2) {
        if (chunk_at(c, near)->classes & EVIDENCE) return near;
        if (chunk_at(c, near - 1)->kind != CHUNK_PREPOSITION) break;
    }
    // the project, financed by
    bool paid = head_classes(c, v) & W_DONATE && head_classes(c, k) & W_ACTIVITY;
    return is_noun(c, k) && (!comma || paid) ? k : -1;
}

// False where no giver is the agent: was cut by half.
static bool passive(struct frames *f, int v, int agent)
{
    const struct clause *c = f->clause;
    uint64_t verb = head_classes(c, v);
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
        found.receiver = phrase_receiver(c, v + 1, true);
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
        if (k->kind != CHUNK_VERB || !(head_classes(c, v) & (W_TRANSFER | W_TO_PROMISE))) continue;
        int agent = head_classes(c, v) & W_PARTICIPLE ? agent_of(c, v) : -1;
        bool have = k->classes & W_HAVE && !(k->classes & W_BE);
        if (agent >= 0 && !have && passive(f, v, agent)) continue;
        if (!k->passive) active(f, v);
    }
}
