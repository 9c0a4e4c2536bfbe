// The subject of a verb in English, French and Spanish, through the verbs that govern it, relative clauses and reports.
#include "facts/statement_frames.h"

#define STEPS 24  // chunks that a subject is looked for to the left
#define DEPTH 5   // verbs that govern each other: has agreed to continue to send

static int subject(const struct clause *c, int v, struct mode *m, int depth);

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
    if (c->language == LANGUAGE_EN && modal && !(head_classes(c, v) & W_BASE) && !chunk_at(c, v)->infinitive) return -1;
    struct mode of_before = {STATEMENT_GIVES, m->doubt + 0.05f};
    int s = subject(c, before, &of_before, depth + 1);
    if (!chunk_at(c, before)->negated) rise(m, of_before.act);
    else if (chunk_at(c, before)->classes & W_WILL) rise(m, STATEMENT_PROMISES);
    m->doubt = of_before.doubt;
    if (s > 0 && (chunk_at(c, s - 1)->kind == CHUNK_THAT || is_verb(c, s - 1))) m->doubt += 0.15f;
    return s;
}

// The verb by which the clause that begins with chunk k is told to be what somebody says; -1 for none.
static int verb_of_report(const struct clause *c, int k)
{
    bool that = chunk_at(c, k - 1)->kind == CHUNK_THAT || chunk_at(c, k - 1)->kind == CHUNK_WHICH;
    int v = that ? k - 2 : k - 1;
    // said in a statement that, told reporters that
    for (int n = 0; that && n < 4 && (is_noun(c, v) || chunk_at(c, v)->kind == CHUNK_PREPOSITION); n++) v--;
    if (k < 0 || !is_verb(c, v) || head_classes(c, v) & W_REFUSE) return -1;
    return head_classes(c, v) & (W_OTHER_VERB | W_ANNOUNCE | W_TO_PROMISE) ? v : -1;
}

static bool is_reported(const struct clause *c, int k)
{
    return verb_of_report(c, k) >= 0;
}

// Norway said (that) it would send: the pronoun is who speaks.
static int antecedent(const struct clause *c, int k, struct mode *m, int depth)
{
    int v = verb_of_report(c, k);
    if (v < 0) return -1;
    struct mode speaker = {STATEMENT_GIVES, 0};
    m->doubt += 0.1f;
    return subject(c, v, &speaker, depth + 1);
}

// From the chunk k before a finite verb: its subject.
int verb_subject_before(const struct clause *c, int k, int v, struct mode *m, int depth)
{
    bool skipped = false;
    for (int n = 0; k >= 0 && n < STEPS; n++) {
        switch (chunk_at(c, k)->kind) {
        case CHUNK_NOUN:
            if (chunk_at(c, k)->classes & W_PRONOUN) return antecedent(c, k, m, depth);
            // said his country would
            if (chunk_at(c, k)->classes & W_ITS && head_classes(c, k) & (W_ORGAN | W_PEOPLE) && is_reported(c, k))
                return antecedent(c, k, m, depth);
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
            // the crisis in Norway, which: either may be meant
            if (chunk_at(c, k - 1)->kind == CHUNK_PREPOSITION && !is_preposition(c, k - 1, W_OF)) {
                m->doubt += 0.2f;
                // soldiers in Norway who: people do what places don't
                if (is_noun(c, k - 2) && head_classes(c, k - 2) & (W_PEOPLE | W_FORCES | W_ORGAN)) return k - 2;
            }
            return is_noun(c, k) ? k : -1;
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
    if ((is_verb(c, k - 1) && head_classes(c, k - 1) & W_TO_ASK) ||
        (chunk_at(c, k - 1)->kind == CHUNK_PREPOSITION && is_verb(c, k - 2) && head_classes(c, k - 2) & W_TO_ASK)) {
        rise(m, STATEMENT_ASKS);
        return k;
    }
    if (head_classes(c, k) & W_PLEDGE) {
        rise(m, STATEMENT_PROMISES);
        if (phrase_possessor(c, k, chunk_at(c, k)->head, &giver)) return k;
        bool announced = is_verb(c, k - 1) && head_classes(c, k - 1) & W_ANNOUNCE;
        int verb = chunk_at(c, k)->classes & W_ITS || announced ? verb_before(c, k - 1) : -1;
        return verb >= 0 ? subject(c, verb, m, depth + 1) : -1;
    }
    if (is_preposition(c, k - 1, W_OF | W_BY) && is_noun(c, k - 2) && head_classes(c, k - 2) & W_PLEDGE) {
        rise(m, STATEMENT_PROMISES);
        return k;
    }
    // what it is done for: sent doctors to help
    int verb = verb_before(c, k);
    if (verb < 0 || chunk_at(c, verb)->passive || !(head_classes(c, verb) & W_TO_GO_ON)) return -1;
    m->doubt += 0.15f;
    return subject(c, verb, m, depth + 1);
}

// The subject of `to VERB`, by the verb or noun that it depends on.
static int governed_subject(const struct clause *c, int v, struct mode *m, int depth)
{
    int g = v - 1;
    if (is_noun(c, g)) {
        int s = noun_governor(c, g, m, depth);
        if (s >= 0) return s;
        // agreed at a meeting in Rome to send
        while (is_noun(c, g) && chunk_at(c, g - 1)->kind == CHUNK_PREPOSITION && !is_preposition(c, g - 1, W_TO))
            g -= 2;
        if (!is_verb(c, g) || !(head_classes(c, g) & W_TO_PROMISE)) return -1;
    }
    if (!is_verb(c, g)) return -1;
    uint64_t head = head_classes(c, g);
    if (head & (W_TO_PROMISE | W_BE | W_WILL)) rise(m, STATEMENT_PROMISES);
    else if (head & W_TO_REFUSE) rise(m, STATEMENT_REFUSES);
    else if (head & W_TO_ASK) rise(m, STATEMENT_ASKS);
    else if (head & W_REFUSE && head & W_OTHER_VERB) return -1;  // denied sending
    else if (head & W_REFUSE) rise(m, STATEMENT_REFUSES);
    else if (c->language == LANGUAGE_FR && head & W_OTHER_VERB) m->doubt += 0.1f;  // dit fournir
    else if (!(head & W_TO_GO_ON)) return -1;
    verb_apply(c, g, m);
    return subject(c, g, m, depth + 1);
}

// Of `providing`, where no form of to be stands with it.
static int gerund_subject(const struct clause *c, int v, struct mode *m, int depth)
{
    int k = v - 1;
    if (is_verb(c, k)) return governed_subject(c, v, m, depth);
    // a firm in Norway offering: the firm
    if (is_noun(c, k) && is_preposition(c, k - 1, W_IN | W_FROM) && is_noun(c, k - 2)) return k - 2;
    if (is_noun(c, k)) return k;
    if (chunk_at(c, k)->kind == CHUNK_PREPOSITION) {
        // thanks X for, lashed out at X in Syria for
        int x = k - 1;
        while (is_noun(c, x) && chunk_at(c, x - 1)->kind == CHUNK_PREPOSITION && is_noun(c, x - 2)) x -= 2;
        int praise = chunk_at(c, x - 1)->kind == CHUNK_PREPOSITION ? x - 2 : x - 1;
        if (is_noun(c, x) && is_verb(c, praise) && head_classes(c, praise) & W_PRAISE) return x;
        if (!is_preposition(c, k, W_BY | W_IN | W_WITH | W_OF)) return -1;
    } else if (chunk_at(c, k)->kind != CHUNK_COMMA && chunk_at(c, k)->kind != CHUNK_AND) {
        return -1;
    }
    int verb = verb_before(c, k - 1);
    if (verb < 0 || (chunk_at(c, verb)->passive && head_classes(c, verb) & W_TRANSFER)) return -1;
    m->doubt += 0.1f;
    return subject(c, verb, m, depth + 1);
}

static int subject(const struct clause *c, int v, struct mode *m, int depth)
{
    const struct chunk *k = chunk_at(c, v);
    if (depth > DEPTH) return -1;
    if (k->infinitive) return governed_subject(c, v, m, depth);
    verb_apply(c, v, m);
    if (head_classes(c, v) & W_TO_PROMISE && depth) rise(m, STATEMENT_PROMISES);
    if (k->classes & W_ING && !(k->classes & W_AUXILIARY) && !(k->classes & W_FINITE))
        return gerund_subject(c, v, m, depth);
    // se mostraron dispuestos a
    if (head_classes(c, v) & W_TO_PROMISE && head_classes(c, v) & W_PARTICIPLE && is_verb(c, v - 1))
        return subject(c, v - 1, m, depth + 1);
    if (!(k->classes & (W_FINITE | W_BASE | W_AUXILIARY))) return -1;
    // helped train; decidió enviar
    bool romance = c->language == LANGUAGE_FR || c->language == LANGUAGE_ES;
    if (k->classes & W_BASE && is_verb(c, v - 1) && (romance || head_classes(c, v - 1) & W_TO_GO_ON))
        return governed_subject(c, v, m, depth);
    // dijo que enviará: who speaks
    if (c->language == LANGUAGE_ES && chunk_at(c, v - 1)->kind == CHUNK_THAT && is_reported(c, v)) {
        m->doubt += 0.1f;
        return subject(c, verb_of_report(c, v), &(struct mode){STATEMENT_GIVES, 0}, depth + 1);
    }
    int s = verb_subject_before(c, v - 1, v, m, depth);
    if (s > 0 && chunk_at(c, s - 1)->kind == CHUNK_IF) rise(m, STATEMENT_ASKS);
    int report = s > 0 ? verb_of_report(c, s) : -1;
    if (report >= 0 && chunk_at(c, report)->negated) return -1;  // didn't say that Norway sent
    // said that it would: told of what will be
    bool would = k->classes & W_WILL && k->classes & W_MAY;
    bool pronoun = is_noun(c, v - 1) && chunk_at(c, v - 1)->classes & (W_PRONOUN | W_ITS);
    if (would && m->act == STATEMENT_ASKS && is_reported(c, pronoun ? v - 1 : s)) m->act = STATEMENT_PROMISES;
    return s;
}

int verb_subject(const struct clause *c, int v, struct mode *m)
{
    return subject(c, v, m, 0);
}
