// German clauses: the finite verb stands second or last, the verb of giving often last, subject and objects on either
// side of it. Roles are told by articles and prepositions instead of places.
#include "facts/statement_frames.h"

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
    // Norwegens
    if (first->kind == TOKEN_ENTITY && chunk_at(c, k)->to == chunk->from + 2 && first[1].kind == TOKEN_POSSESSIVE)
        return true;
    struct str word = clause_text(c, chunk->from, chunk->from + 1);
    if (!str_equal(word, STR("der"))) return false;  // Der at a beginning is a subject's
    // der türkischen Behörden
    struct str second = clause_text(c, chunk->from + 1, chunk->from + 2);
    if (chunk->to > chunk->from + 2 && is_noun(c, k - 1) && str_ends(second, STR("en"))) return true;
    return is_entity(c, chunk->head) || head_classes(c, k) & W_AID;
}

// The same, but for den, einen, seinen, which are accusatives too, and so may stand with what is given.
static bool is_dative(const struct clause *c, int k)
{
    int first = chunk_at(c, k)->from;
    bool accusative = c->tokens[first].classes & W_OBLIQUE && str_ends(clause_text(c, first, first + 1), STR("en"));
    return is_oblique(c, k) && !accusative;
}

// dem, einem, ihrer, and `der`, which is one where the subject is known.
static bool is_dative_article(const struct clause *c, int k)
{
    int first = chunk_at(c, k)->from;
    return str_equal(clause_text(c, first, first + 1), STR("der")) || is_dative(c, k);
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
    bool promised;   // in Aussicht
    bool conditional;
    bool little;  // invests too little
};

// A clause goes from one comma or conjunction to the next.
static struct part clause_at(const struct clause *c, int from)
{
    struct part p = {.from = from, .to = from, .conditional = from && chunk_at(c, from - 1)->kind == CHUNK_IF};
    for (; p.to < c->chunk_count; p.to++) {
        const struct chunk *k = chunk_at(c, p.to);
        if (k->kind == CHUNK_COMMA || k->kind == CHUNK_STOP || k->kind == CHUNK_THAT || k->kind == CHUNK_IF) break;
        if (k->kind == CHUNK_VERB) {
            for (int i = k->from; i < k->to; i++) p.auxiliaries |= c->tokens[i].classes & W_AUXILIARY;
            p.negated |= k->negated;
        } else if (k->kind == CHUNK_NOUN) {
            enum share share = phrase_share(c, p.to);
            p.negated |= share == SHARE_NONE;
            p.little |= share == SHARE_LITTLE && k->to == k->from + 1;
            if (k->classes & W_AVAILABLE) p.promised = k->classes & W_PLEDGE && (!p.available || p.promised);
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
            (chunk_at(c, k + 1)->classes & EVIDENCE || head_of(c, k + 1)->kind == TOKEN_MONEY))
            return k + 1;
    return -1;
}

// counted: also what is counted, whatever it is.
static int object_in(const struct clause *c, struct part p, int subject, bool counted)
{
    for (int k = p.from; k < p.to; k++) {
        // what is put at somebody's disposal may be anything but those whom it is for
        bool thing = chunk_at(c, k)->classes & W_NUMBER || head_of(c, k)->capital;
        bool sum = head_of(c, k)->kind == TOKEN_MONEY || (p.available && thing && !is_entity(c, chunk_at(c, k)->head) &&
                                                          !(chunk_at(c, k)->classes & (W_AVAILABLE | W_PRONOUN)));
        // 80 Prozent der Hilfe
        bool share = chunk_at(c, k)->classes & W_NUMBER && is_noun(c, k + 1) && is_oblique(c, k + 1) &&
                     chunk_at(c, k + 1)->classes & EVIDENCE;
        if (k == subject || !is_bare(c, k) || is_dative(c, k)) continue;
        if (share) return k + 1;
        const struct token *head = head_of(c, k);
        bool number = counted && chunk_at(c, k)->classes & W_NUMBER && head->kind == TOKEN_WORD && head->capital &&
                      !(head->classes & (W_PEOPLE | W_REFUGEES | W_STANCE | W_TIME | W_TRADE | W_SPORT));
        if (chunk_at(c, k)->classes & EVIDENCE || sum || number) return k;
    }
    return -1;
}

static struct span receiver_in(const struct clause *c, struct part p, int subject, int object)
{
    int last = subject;  // Italien und Portugal
    while (subject >= 0 && chunk_at(c, last + 1)->kind == CHUNK_AND && is_noun(c, last + 2)) last += 2;
    for (int k = p.from; k < p.to; k++) {
        bool other = is_noun(c, k) && (k < subject || k > last) && k != object;
        bool named = other && (is_entity(c, chunk_at(c, k)->head) || chunk_at(c, k)->classes & W_PEOPLE);
        bool name = other && is_entity(c, chunk_at(c, k)->head);
        bool into = name && is_preposition(c, k - 1, W_IN) && !is_oblique(c, k);  // in die Türkei
        // will der Universität Geld geben: no genitive of the noun before
        uint64_t head = other ? head_classes(c, k) : 0;
        bool dative = other && is_bare(c, k) && !is_noun(c, k - 1) && k > p.from && head_of(c, k)->capital &&
                      is_dative_article(c, k);
        named |= dative && !(head & (EVIDENCE | W_TIME | W_STANCE | W_QUANTITY)) && head_of(c, k)->kind == TOKEN_WORD;
        if (named &&
            ((is_bare(c, k) && (name || dative || is_oblique(c, k))) || is_preposition(c, k - 1, W_TO) || into))
            return (struct span){chunk_at(c, k)->from, chunk_at(c, k)->to};
    }
    return (struct span){0, 0};
}

static enum statement_act act_of(uint64_t verb, struct part p, bool passive)
{
    bool infinitive = verb & W_BASE && p.auxiliaries;
    if (verb & W_REFUSE) return p.negated ? STATEMENT_GIVES : STATEMENT_REFUSES;
    if (p.negated) return STATEMENT_REFUSES;
    if (p.auxiliaries & W_MAY || p.conditional) return STATEMENT_ASKS;
    if (p.promised || verb & (W_TO_PROMISE | W_ANNOUNCE) || (infinitive && p.auxiliaries & W_WILL && !passive))
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
        uint64_t head = head_classes(c, k);
        bool named = is_entity(c, chunk_at(c, k)->head);
        if (!named && (!(head & (W_PEOPLE | W_ACTIVITY | W_FORCES)) || head & W_STANCE)) continue;
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

// What is paid for: the first phrase that may be an object, and no view.
static int thing_in(const struct clause *c, struct part p, int subject)
{
    for (int k = p.from; k < p.to; k++) {
        const struct token *head = head_of(c, k);
        if (k == subject || !is_bare(c, k) || is_dative(c, k)) continue;
        if (head->kind == TOKEN_WORD && head->capital) return head->classes & (W_STANCE | W_TRADE | W_SPORT) ? -1 : k;
    }
    return -1;
}

// What the giver gives by the verb.
static void object_of(struct frames *f, struct part p, int v, int subject, struct finding found)
{
    const struct clause *c = f->clause;
    uint64_t verb = head_classes(c, v);
    bool counted = verb & W_DONATE || (verb & W_GIVE && receiver_in(c, p, subject, -1).to);
    bool benefits = verb & W_BENEFIT;
    int object = object_in(c, p, subject, counted), means = means_in(c, p);
    int paid = benefits && verb & W_DONATE ? thing_in(c, p, subject) : -1;
    if (object < 0 && verb & W_GIVE) object = means;
    if (verb & W_HOST) {
        hosts(f, p, v, subject, found);
        return;
    }
    if (p.little || (object >= 0 && phrase_share(c, object) == SHARE_LITTLE)) return;
    if (object >= 0 && verb_fits(c, verb, object)) {
        found.receiver = receiver_in(c, p, subject, object);
    } else if (paid >= 0) {
        object = paid;
    } else if (benefits && means >= 0 && head_of(c, means)->kind == TOKEN_MONEY) {
        found.receiver = receiver_in(c, p, subject, -1);
        object = means;
    } else {
        if (benefits) supports(f, p, v, subject, found);
        return;
    }
    add_object(c, object, &found);
    frames_add(f, &found);
}

// Whether the verb is an infinitive with `zu`, which has no subject of its own.
static bool is_with_zu(const struct clause *c, int v)
{
    bool perfect = is_verb(c, v + 1) && chunk_at(c, v + 1)->infinitive && chunk_at(c, v + 1)->classes & W_HAVE;
    return perfect || chunk_at(c, v)->infinitive || (head_classes(c, v) & W_INFINITIVE && head_classes(c, v) & W_VERB);
}

// der, die, das behind a comma: a relative clause, whose beginning no other word tells.
static bool is_relative(const struct clause *c, struct part p)
{
    const struct token *first = &c->tokens[chunk_at(c, p.from)->from];
    int k = chunk_at(c, p.from)->kind == CHUNK_PREPOSITION ? p.from + 1 : p.from;
    bool pronoun = is_noun(c, k) && chunk_at(c, k)->to == chunk_at(c, k)->from + 1 &&
                   c->tokens[chunk_at(c, k)->from].classes & W_DET;
    return !first->capital && chunk_at(c, p.from - 1)->kind == CHUNK_COMMA && !is_with_zu(c, p.to - 1) &&
           (pronoun || (k == p.from && is_noun(c, k) && first->classes & W_DET && is_verb(c, p.to - 1)));
}

// Norwegen beschloss, Geld zu geben: the subject of the clause before, and what its verb makes of the giving.
static int governing_subject(const struct clause *c, struct part before, struct finding *found)
{
    for (int v = before.from; v < before.to; v++) {
        uint64_t verb = is_verb(c, v) ? head_classes(c, v) : 0;
        if (!(verb & (W_LINKING | W_ANNOUNCE))) continue;
        if (verb & W_TO_ASK) return -1;  // whom somebody asks is meant
        int subject = subject_in(c, before);
        if (subject < 0 || !phrase_givers_before(c, subject, &found->givers)) return -1;
        found->act = verb & W_TO_REFUSE ? STATEMENT_REFUSES : STATEMENT_PROMISES;
        return subject;
    }
    return -1;
}

static void read_verb(struct frames *f, struct part p, struct part before, int v)
{
    const struct clause *c = f->clause;
    uint64_t verb = head_classes(c, v);
    struct finding found = {.money = -1, .confidence = 0.85f, .reason = "subject and verb"};
    bool passive = verb & W_PARTICIPLE && p.auxiliaries & W_BE && !is_noun(c, v + 1);
    int subject = -1;
    if (passive) {
        for (int k = p.from; k + 1 < p.to && subject < 0; k++)
            if (is_preposition(c, k, W_BY) && phrase_givers_after(c, k + 1, &found.givers)) subject = k + 1;
        found.reason = "passive with agent";
    } else if (is_with_zu(c, v)) {
        subject = governing_subject(c, before, &found);
        if (subject >= 0) object_of(f, p, v, subject, found);
        return;
    } else {
        subject = subject_in(c, p);
        if (subject < 0) {
            subject = subject_in(c, before);  // Norwegen hat dem Land, das arm ist, Geld gegeben
            found.confidence -= 0.1f;
        }
        if (subject >= 0 && !phrase_givers_before(c, subject, &found.givers)) subject = -1;
        if (subject >= 0 && chunk_at(c, subject + 1)->kind == CHUNK_AND &&
            phrase_givers_after(c, subject, &found.givers))
            found.confidence -= 0.05f;
    }
    if (subject < 0) return;
    found.act = act_of(verb, p, passive);
    object_of(f, p, v, subject, found);
}

// Hilfe der USA, mit Unterstützung der Bundesregierung, Hilfe aus Norwegen.
static void genitive(struct frames *f, int k)
{
    const struct clause *c = f->clause;
    struct finding found = {.money = -1, .confidence = 0.75f, .reason = "support of"};
    if (!is_noun(c, k + 1) || !is_oblique(c, k + 1)) return;
    // hofft auf die Unterstützung der USA: no doubt theirs
    struct str before = clause_text(c, chunk_at(c, k - 1)->from, chunk_at(c, k - 1)->to);
    bool hoped = chunk_at(c, k - 1)->kind == CHUNK_PREPOSITION &&
                 (str_equal(before, STR("auf")) || str_equal(before, STR("um")));
    if (head_classes(c, k) & W_AMBIGUOUS && !is_preposition(c, k - 1, W_WITH) && !hoped) return;
    if (!phrase_givers_after(c, k + 1, &found.givers)) return;
    found.support = phrase_trim(c, (struct span){chunk_at(c, k)->from, chunk_at(c, k)->to});
    found.receiver = phrase_receiver(c, k + 2, false);
    if (chunk_at(c, k - 1)->kind == CHUNK_IF) found.act = STATEMENT_ASKS;  // ohne Hilfe der USA
    for (int v = k + 2; v < k + 6 && v < c->chunk_count; v++)
        if (is_verb(c, v) && head_classes(c, v) & W_REFUSE) found.act = STATEMENT_REFUSES;
    // kann nicht mit der Unterstützung Norwegens rechnen
    for (int v = k - 1; v > k - 6 && (is_noun(c, v) || is_verb(c, v) || chunk_at(c, v)->kind == CHUNK_PREPOSITION); v--)
        if (is_verb(c, v) && chunk_at(c, v)->negated) found.act = STATEMENT_REFUSES;
    frames_add(f, &found);
}

// Von Norwegen unterstützte Rebellen.
static void attributive(struct frames *f, int v)
{
    const struct clause *c = f->clause;
    struct finding found = {.money = -1, .confidence = 0.85f, .reason = "backed by"};
    if (!(head_classes(c, v) & W_BENEFIT && head_classes(c, v) & W_PARTICIPLE) || !is_noun(c, v + 1) ||
        !is_noun(c, v - 1))
        return;
    if (!is_preposition(c, v - 2, W_BY) || !phrase_givers_before(c, v - 1, &found.givers)) return;
    uint64_t head = head_classes(c, v + 1);
    if (head & (W_STANCE | W_TRADE | W_SPORT) && !(head & (W_PEOPLE | W_ACTIVITY))) return;
    found.support = (struct span){chunk_at(c, v)->head, chunk_at(c, v)->head + 1};
    found.receiver = (struct span){chunk_at(c, v + 1)->from, chunk_at(c, v + 1)->to};
    frames_add(f, &found);
}

// Kenia erhält Waffen aus Norwegen, fordert von Norwegen Hilfe.
static void received(struct frames *f, struct part p, int v)
{
    const struct clause *c = f->clause;
    uint64_t verb = head_classes(c, v);
    struct finding found = {.money = -1, .confidence = 0.8f, .reason = "received from"};
    int giver = -1;
    if (is_with_zu(c, v)) return;  // denied having received
    for (int k = p.from; k + 1 < p.to && giver < 0; k++)
        if (is_preposition(c, k, W_FROM) && phrase_givers_after(c, k + 1, &found.givers)) giver = k + 1;
    int object = object_in(c, p, giver, false);
    // die Lieferung von Panzern
    for (int k = p.from; k < p.to && object < 0; k++)
        if (is_bare(c, k) && head_classes(c, k) & W_QUANTITY && is_preposition(c, k + 1, W_OF) && k + 2 != giver &&
            chunk_at(c, k + 2)->classes & EVIDENCE)
            object = k;
    if (giver < 0 || object < 0) return;
    found.act = verb & W_TO_ASK ? STATEMENT_ASKS : act_of(verb, p, false);
    for (int k = p.from; k < p.to && !found.receiver.to; k++)
        if (k != object && is_bare(c, k) && !is_oblique(c, k))
            found.receiver = (struct span){chunk_at(c, k)->from, chunk_at(c, k)->to};
    add_object(c, object, &found);
    if (head_classes(c, object) & W_QUANTITY && object + 2 < p.to && is_preposition(c, object + 1, W_OF))
        found.support = (struct span){chunk_at(c, object)->from, chunk_at(c, object + 2)->to};
    frames_add(f, &found);
}

void frames_of_german(struct frames *f)
{
    const struct clause *c = f->clause;
    struct part none = {0}, before = none;
    bool after_relative = false;
    for (int from = 0; from < c->chunk_count;) {
        struct part p = clause_at(c, from);
        bool relative = is_relative(c, p), verbless = after_relative && !relative;
        for (int v = p.from; v < p.to; v++)
            if (is_verb(c, v) && head_classes(c, v) & W_TRANSFER) read_verb(f, p, relative ? none : before, v);
        for (int v = p.from; v < p.to; v++)
            if (is_verb(c, v) && head_classes(c, v) & (W_RECEIVE | W_TO_ASK)) received(f, p, v);
        for (int v = p.from; v < p.to && verbless; v++) verbless = !is_verb(c, v);
        // stellt dem Land, das arm ist, Geld zur Verfügung: what is given stands behind the relative clause
        struct part rest = p;
        rest.auxiliaries = before.auxiliaries;
        for (int v = before.from; v < before.to && verbless; v++)
            if (is_verb(c, v) && head_classes(c, v) & W_TRANSFER) read_verb(f, rest, before, v);
        after_relative = relative;
        if (!relative) before = p;  // which goes on behind a relative clause
        from = p.to + 1;
    }
    for (int k = 0; k < c->chunk_count; k++) {
        if (is_noun(c, k) && head_classes(c, k) & W_AID) genitive(f, k);
        if (is_verb(c, k)) attributive(f, k);
    }
}
