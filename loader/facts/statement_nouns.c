// Nouns of giving: support from Norway, Norway's contribution to, US aid, with the help of Norway, Norway-backed.
#include "facts/statement_frames.h"

// Whether a phrase stands in a condition: if there is US aid, without aid from Norway.
static bool is_thought(const struct clause *c, int k)
{
    for (int n = 0; k >= 0 && n < 8; k--, n++) {
        enum chunk_kind kind = chunk_at(c, k)->kind;
        if (kind == CHUNK_IF) return true;
        if (kind == CHUNK_STOP || kind == CHUNK_COMMA || kind == CHUNK_WHICH || kind == CHUNK_THAT) return false;
    }
    return false;
}

// What is said of the noun by the verb that it depends on: cut aid, announced support.
static void apply_governor(const struct clause *c, int k, struct finding *f)
{
    int v = k - 1;
    if (phrase_share(c, k) == SHARE_NONE) f->act = STATEMENT_REFUSES;
    else if (is_thought(c, k)) f->act = STATEMENT_ASKS;
    if (f->act != STATEMENT_GIVES) return;
    // learned more with support from: what is done with it
    if (is_preposition(c, v, W_WITH)) return;
    // the subject of a passive: aid was cut
    for (int n = 0; n < 6 && !is_verb(c, v); n++, v--)
        if (chunk_at(c, v)->kind != CHUNK_NOUN && chunk_at(c, v)->kind != CHUNK_PREPOSITION) break;
    struct mode mode = {STATEMENT_GIVES, 0};
    if (!is_verb(c, v)) {
        for (v = k + 1; v < k + 6 && !is_verb(c, v); v++)
            if (chunk_at(c, v)->kind != CHUNK_NOUN && chunk_at(c, v)->kind != CHUNK_PREPOSITION) return;
        if (!is_verb(c, v) || chunk_at(c, v)->infinitive) return;
    }
    uint64_t verb = head_classes(c, v);
    // of other verbs it is told by the way: the aid programme will focus on
    if (!(verb & (W_TRANSFER | (W_LINKING & ~W_TO_GO_ON) | W_RECEIVE))) return;
    verb_apply(c, v, &mode);
    // hopes to receive, proposes to obtain: only wanted
    bool wanted = verb & W_RECEIVE && chunk_at(c, v)->infinitive && is_verb(c, v - 1) &&
                  head_classes(c, v - 1) & (W_TO_PROMISE | W_TO_ASK);
    if (wanted && mode.act == STATEMENT_GIVES) mode.act = STATEMENT_ASKS;
    if (verb & W_REFUSE) mode.act = STATEMENT_REFUSES;
    else if (verb & (W_ANNOUNCE | W_TO_PROMISE) && mode.act == STATEMENT_GIVES) mode.act = STATEMENT_PROMISES;
    else if (verb & W_TO_ASK && mode.act == STATEMENT_GIVES) mode.act = STATEMENT_ASKS;
    f->act = mode.act;
}

static bool has_money(const struct clause *c, int k)
{
    for (int i = chunk_at(c, k)->from; i < chunk_at(c, k)->to; i++)
        if (c->tokens[i].kind == TOKEN_MONEY) return true;
    return is_preposition(c, k + 1, W_OF) && is_noun(c, k + 2) && head_of(c, k + 2)->kind == TOKEN_MONEY;
}

static struct span support_of(const struct clause *c, int k, struct finding *f)
{
    struct object o;
    if (!phrase_object(c, k, false, &o)) return (struct span){0, 0};
    f->money = o.money;
    return o.span;
}

// Money, funds: of that type, by whatever word.
static bool is_money(const struct clause *c, int k)
{
    int head = chunk_at(c, k)->head;
    return head_classes(c, k) & W_THING &&
           str_equal(statement_type_of(c->words, clause_text(c, head, head + 1)), STR("money"));
}

// Support from Norway; $5 million from Norway; loans obtained from Norway.
static void from(struct frames *f, int k)
{
    const struct clause *c = f->clause;
    struct finding found = {.money = -1, .confidence = 0.8f, .reason = "support from"};
    int at = k + 1, n = 0;
    while (n < 3 && chunk_at(c, at)->kind == CHUNK_PREPOSITION && !is_preposition(c, at, W_FROM | W_BY) &&
           is_noun(c, at + 1)) {
        at += 2;
        n++;
    }
    // support for Kenya came from
    bool near = !n || (n == 1 && is_preposition(c, k + 1, W_TO));
    bool came = near && is_verb(c, at) && head_classes(c, at) & W_AVAILABLE && is_preposition(c, at + 1, W_FROM);
    at += came;
    // received, obtained from
    int verb = at;
    while (verb < at + 2 && is_verb(c, verb)) verb++;
    bool received = verb > at && head_classes(c, verb - 1) & W_RECEIVE;
    if (received) at = verb;
    // auprès de, por parte de
    if (is_preposition(c, at, W_FROM) && is_preposition(c, at + 1, W_OF)) at++;
    bool part_of = at > k + 1 && is_preposition(c, at - 1, W_FROM);
    // ayuda establecida por: not by whom it is given
    // l'aide à l'action menée par: what stands right before decides
    uint64_t last = c->tokens[chunk_at(c, n && c->language != LANGUAGE_EN ? at - 1 : k)->to - 1].classes;
    bool by = is_preposition(c, at, W_BY) && last & (W_AID | W_THING | W_ADJECTIVE) && head_classes(c, k) & W_AID &&
              !is_preposition(c, at, W_OF);
    bool source = is_preposition(c, at, W_FROM) && (came || c->language == LANGUAGE_EN || !is_preposition(c, at, W_OF));
    if (!by && !part_of && !source) return;
    // aid to refugees from Burma: where they come from
    if (n && !received && !by && !part_of && head_classes(c, at - 1) & (W_PEOPLE | W_REFUGEES)) return;
    if (!phrase_givers_after(c, at + 1, &found.givers)) return;
    // a sum by itself may be drawn from anywhere
    received |= verb > k + 1 || (is_verb(c, k - 1) && head_classes(c, k - 1) & (W_RECEIVE | W_TO_ASK));
    bool aid = head_classes(c, k) & W_AID || head_classes(c, k + 2) & W_AID;
    if (!received && !aid && !is_money(c, k)) return;
    found.support = support_of(c, k, &found);
    found.receiver = phrase_receiver(c, at + 2, false);
    if (!found.receiver.to) found.receiver = phrase_receiver(c, k + 1, false);
    if (!found.support.to) return;
    apply_governor(c, k, &found);
    // a case for loans from
    bool wanted = is_preposition(c, k - 1, W_TO) && is_noun(c, k - 2) && head_classes(c, k - 2) & W_TO;
    if (wanted && found.act == STATEMENT_GIVES) found.act = STATEMENT_ASKS;
    if (head_classes(c, k) & W_PROMISE && found.act == STATEMENT_GIVES) found.act = STATEMENT_PROMISES;
    if (n) found.confidence -= 0.1f * (float)n;
    frames_add(f, &found);
}

// The words of a phrase from the noun of aid back to what belongs to it.
static struct span aid_in(const struct clause *c, int k)
{
    const struct chunk *chunk = chunk_at(c, k);
    int head = chunk->head, from = head;
    while (from > chunk->from && c->tokens[from - 1].kind == TOKEN_WORD &&
           (!(c->tokens[from - 1].classes & (W_DET | W_ORGAN)) || c->tokens[from - 1].classes & W_ADJECTIVE) &&
           !c->tokens[from - 1].joined && !(c->tokens[from - 1].capital && !c->tokens[from - 1].classes))
        from--;
    bool romance = c->language == LANGUAGE_FR || c->language == LANGUAGE_ES;  // adjectives stand behind
    return (struct span){from, romance ? chunk->to : head + 1};
}

// Norway was thanked for its support for Ukraine: the possessor is the subject before.
static void its(struct frames *f, int k)
{
    const struct clause *c = f->clause;
    struct finding found = {.money = -1, .confidence = 0.65f, .reason = "its support"};
    if (!(chunk_at(c, k)->classes & W_ITS) || phrase_is_view(c, k + 1)) return;
    found.receiver = phrase_receiver(c, k + 1, false);
    // thanked Norway for its support, agradecimiento a Noruega por su apoyo
    if (is_preposition(c, k - 1, c->language == LANGUAGE_ES ? W_TO | W_BY : W_TO) && is_noun(c, k - 2) &&
        phrase_givers_after(c, k - 2, &found.givers)) {
        found.support = aid_in(c, k);
        found.confidence = 0.75f;
        frames_add(f, &found);
        return;
    }
    if (!found.receiver.to) return;
    for (int v = k - 1, n = 0; v >= 0 && n < 24; v--, n++) {
        if (chunk_at(c, v)->kind == CHUNK_STOP) return;
        if (!is_verb(c, v)) continue;
        struct mode mode = {STATEMENT_GIVES, 0};
        int subject = verb_subject(c, v, &mode);
        if (subject < 0) continue;
        if (!phrase_givers_before(c, subject, &found.givers) || found.givers.count > 1) return;
        found.support = aid_in(c, k);
        apply_governor(c, k, &found);
        frames_add(f, &found);
        return;
    }
}

// Norway's strong, if late, support: adjectives parted by commas.
static bool possessor_before(const struct clause *c, int k, struct giver *giver)
{
    if (chunk_at(c, k)->classes & W_DET) return false;
    for (int n = 0; n < 3 && chunk_at(c, k - 1)->kind == CHUNK_COMMA && is_noun(c, k - 2); n++) {
        k -= 2;
        const struct chunk *chunk = chunk_at(c, k);
        bool open = chunk->to - chunk->from > 1 && c->tokens[chunk->to - 2].kind == TOKEN_POSSESSIVE &&
                    !(head_classes(c, k) & ~W_ADJECTIVE) && head_of(c, k)->kind == TOKEN_WORD;
        if (open) return phrase_possessor(c, k, chunk->head, giver);
        if (chunk->to - chunk->from > 1) return false;
    }
    return false;
}

static bool names_somebody(const struct clause *c, struct span s)
{
    for (int i = s.from; i < s.to; i++)
        if (c->tokens[i].kind == TOKEN_ENTITY) return true;
    return false;
}

// Deliveries of what can be support, in a word before or behind.
static bool is_delivery(const struct clause *c, int k)
{
    if (is_preposition(c, k + 1, W_OF) && is_noun(c, k + 2)) k += 2;
    return chunk_at(c, k)->classes & EVIDENCE;
}

// Norway's support for, US aid to, German military assistance.
static void possessor(struct frames *f, int k)
{
    const struct clause *c = f->clause;
    struct finding found = {.money = -1, .confidence = 0.75f, .reason = "possessor", .givers.count = 1};
    const struct token *head = head_of(c, k);
    struct giver *giver = &found.givers.of[0];
    // an aid programme, a $5 million commitment
    bool programme = (head->classes & (W_ACTIVITY | W_QUANTITY) && chunk_at(c, k)->classes & W_AID) ||
                     (head->classes & W_PROMISE && has_money(c, k));
    // arms deliveries to, the delivery of arms to
    bool delivery = head->classes & W_QUANTITY && is_delivery(c, k);
    if (!(head->classes & (W_AID | W_PROMISE)) && !programme && !delivery) return;
    if (!phrase_possessor(c, k, chunk_at(c, k)->head, giver) && !possessor_before(c, k, giver)) {
        its(f, k);
        return;
    }
    bool possessive = c->tokens[giver->phrase.to].kind == TOKEN_POSSESSIVE;
    found.receiver = phrase_receiver(c, k + 1, false);
    // Norway's commitment to Kenya's security
    bool committed = head->classes & W_PROMISE && !programme && possessive && names_somebody(c, found.receiver);
    if (head->classes & W_PROMISE && !(head->classes & W_AID) && !programme && !committed) return;
    if (committed) found.confidence -= 0.1f;
    if (head->classes & W_AMBIGUOUS && phrase_is_view(c, k + 1)) return;
    found.support = aid_in(c, k);
    // $60 billion in US aid
    if (is_preposition(c, k - 1, W_IN | W_OF) && is_noun(c, k - 2) && head_of(c, k - 2)->kind == TOKEN_MONEY) {
        found.money = chunk_at(c, k - 2)->head;
        found.confidence += 0.05f;
    }
    if (delivery && is_preposition(c, k + 1, W_OF)) {
        found.receiver = phrase_receiver(c, k + 3, false);
        found.support.to = chunk_at(c, k + 2)->to;
    }
    if (!found.receiver.to && (delivery || (programme && !possessive))) return;
    // the UN Development Grants: a name
    if (!found.receiver.to && !possessive && c->language == LANGUAGE_EN && head->capital) return;
    if (!found.receiver.to) found.confidence -= possessive ? 0.2f : 0.25f;
    apply_governor(c, k, &found);
    // a pledge of $3 million
    if (head->classes & W_PROMISE && found.act == STATEMENT_GIVES) found.act = STATEMENT_PROMISES;
    if (is_preposition(c, k + 1, W_OF) && is_noun(c, k + 2) && head_of(c, k + 2)->kind == TOKEN_MONEY) {
        found.money = chunk_at(c, k + 2)->head;
        found.receiver = phrase_receiver(c, k + 3, false);
    }
    frames_add(f, &found);
}

// With the support of Norway; l'aide de la France.
static void of(struct frames *f, int k)
{
    const struct clause *c = f->clause;
    struct finding found = {.money = -1, .confidence = 0.7f, .reason = "support of"};
    bool with = is_preposition(c, k - 1, W_WITH);
    if (!(head_classes(c, k) & W_AID || (with && is_money(c, k))) || !is_preposition(c, k + 1, W_OF)) return;
    // welcomed the support of, praised the work and the support of
    int v = chunk_at(c, k - 1)->kind == CHUNK_AND && is_noun(c, k - 2) ? k - 3 : k - 1;
    bool governed = is_verb(c, v) && head_classes(c, v) & (W_RECEIVE | W_PRAISE);
    if (is_preposition(c, k - 1, W_IN)) return;  // in support of Norway
    if (!phrase_givers_after(c, k + 2, &found.givers)) return;
    // the support of Norway may be for Norway, unless it is for somebody else
    bool unclear = head_classes(c, k) & W_AMBIGUOUS || c->language == LANGUAGE_EN;
    if (!with && !governed && unclear && !phrase_receiver(c, k + 3, false).to) return;
    found.support = aid_in(c, k);
    found.receiver = phrase_receiver(c, k + 3, false);
    if (phrase_is_view(c, k + 3)) return;
    apply_governor(c, k, &found);
    frames_add(f, &found);
}

// Norway-backed rebels.
static void joined(struct frames *f, int k)
{
    const struct clause *c = f->clause;
    const struct chunk *chunk = chunk_at(c, k);
    for (int i = chunk->from + 1; i < chunk->to - 1; i++) {
        const struct token *t = &c->tokens[i];
        bool given = t->classes & (W_GIVE | W_DONATE) && head_classes(c, k) & EVIDENCE;
        if (!t->joined || !(t->classes & W_BENEFIT || given) || !(t->classes & W_PARTICIPLE)) continue;
        const struct token *name = &c->tokens[i - 1];
        if (name->kind != TOKEN_ENTITY || !name->name->giver) continue;
        struct finding found = {.money = -1,
                                .confidence = 0.85f,
                                .reason = "backed by",
                                .givers = {.of = {{i - 1, {i - 1, i}}}, .count = 1},
                                .support = {i, i + 1},
                                .receiver = {i + 1, chunk->to}};
        if (head_classes(c, k) & (W_TRADE | W_SPORT)) continue;
        bool person = head_of(c, k)->kind == TOKEN_WORD && head_of(c, k)->capital;
        if (given) {
            found.support = (struct span){i + 1, chunk->to};
            found.receiver = phrase_receiver(c, k + 1, true);
        }
        if (!phrase_benefits(c, k) && !person && !(t->classes & W_DONATE)) continue;
        frames_add(f, &found);
    }
}

// Received from Norway a loan; pidió a Noruega ayuda.
static void got(struct frames *f, int k)
{
    const struct clause *c = f->clause;
    struct finding found = {.money = -1, .confidence = 0.8f, .reason = "received from"};
    int giver = k - 1;
    while (is_noun(c, giver) && is_preposition(c, giver - 1, W_OF) && is_noun(c, giver - 2)) giver -= 2;
    int v = giver - 2;
    if (!is_noun(c, giver) || chunk_at(c, giver - 1)->kind != CHUNK_PREPOSITION || !is_verb(c, v)) return;
    uint64_t verb = head_classes(c, v);
    bool asked = verb & W_TO_ASK && is_preposition(c, giver - 1, W_TO | W_OF | W_FROM);
    if (!asked && !(verb & W_RECEIVE && is_preposition(c, giver - 1, W_FROM | W_OF))) return;
    if (!phrase_givers_after(c, giver, &found.givers)) return;
    found.support = support_of(c, k, &found);
    struct mode mode = {asked ? STATEMENT_ASKS : STATEMENT_GIVES, 0};
    int receiver = verb_subject(c, v, &mode);
    if (receiver >= 0) found.receiver = (struct span){chunk_at(c, receiver)->from, chunk_at(c, receiver)->to};
    found.act = mode.act;
    frames_add(f, &found);
}

// Asked Norway for aid, turned to Norway for a loan.
static void asked_for(struct frames *f, int k)
{
    const struct clause *c = f->clause;
    struct finding found = {.money = -1, .confidence = 0.8f, .reason = "asked for", .act = STATEMENT_ASKS};
    bool um = c->language == LANGUAGE_DE && chunk_at(c, k - 1)->kind == CHUNK_PREPOSITION &&
              str_equal(clause_text(c, chunk_at(c, k - 1)->from, chunk_at(c, k - 1)->to), STR("um"));
    if (!(um || is_preposition(c, k - 1, W_TO | W_BY)) || !is_noun(c, k - 2)) return;
    int who = k - 2;  // thanked the government of Norway for
    while (is_preposition(c, who - 1, W_OF) && is_noun(c, who - 2)) who -= 2;
    int first = who;
    while (chunk_at(c, first - 1)->kind == CHUNK_AND && is_noun(c, first - 2)) first -= 2;
    int v = chunk_at(c, first - 1)->kind == CHUNK_PREPOSITION ? first - 2 : first - 1;
    // thanked Norway for the aid
    bool praised = head_classes(c, k) & W_AID && !(chunk_at(c, k)->classes & W_ITS) && is_verb(c, v) &&
                   head_classes(c, v) & W_PRAISE;
    if (!praised && !um && !is_preposition(c, k - 1, W_TO)) return;
    if (praised) {
        found.act = STATEMENT_GIVES;
        found.reason = "thanked for";
    }
    bool asked_last = um && is_verb(c, k + 1) && head_classes(c, k + 1) & W_TO_ASK;  // hat Norwegen um Hilfe gebeten
    if (!is_verb(c, v) || !(head_classes(c, v) & W_TO_ASK || asked_last || praised)) return;
    if (!phrase_givers_before(c, who, &found.givers) && !phrase_givers_after(c, who, &found.givers)) return;
    found.support = support_of(c, k, &found);
    found.receiver = phrase_receiver(c, k + 1, false);
    int asks = found.receiver.to || praised ? -1 : verb_subject(c, v, &(struct mode){STATEMENT_GIVES, 0});
    if (asks >= 0) found.receiver = (struct span){chunk_at(c, asks)->from, chunk_at(c, asks)->to};
    frames_add(f, &found);
}

// Norway is the largest donor to Kenya, Kenya's main backer.
static void donor(struct frames *f, int v)
{
    const struct clause *c = f->clause;
    struct finding found = {.money = -1, .confidence = 0.75f, .reason = "is a donor"};
    struct mode mode = {STATEMENT_GIVES, 0};
    struct giver possessor;
    int k = v + 1;
    if (!(chunk_at(c, v)->classes & W_BE) || chunk_at(c, v)->negated || !is_noun(c, k)) return;
    // one of the largest donors
    if (is_preposition(c, k + 1, W_OF) && is_noun(c, k + 2) && !(head_classes(c, k) & W_DONOR)) k += 2;
    if (!(head_classes(c, k) & W_DONOR)) return;
    int s = verb_subject(c, v, &mode);
    if (s < 0 || mode.act != STATEMENT_GIVES || !phrase_givers_before(c, s, &found.givers)) return;
    int head = chunk_at(c, k)->head;
    found.support = (struct span){head, head + 1};
    found.receiver = phrase_receiver(c, k + 1, false);
    bool genitive = c->language == LANGUAGE_DE && is_noun(c, k + 1);  // der größte Geldgeber des Fonds
    if (!found.receiver.to && genitive) found.receiver = phrase_chain(c, k + 1);
    if (!found.receiver.to && is_preposition(c, k + 1, W_OF))
        found.receiver = (struct span){chunk_at(c, k + 2)->from, chunk_at(c, k + 2)->to};
    if (!found.receiver.to && phrase_possessor(c, k, head, &possessor)) found.receiver = possessor.phrase;
    if (found.receiver.to) frames_add(f, &found);
}

static bool is_organisation(const struct token *name)
{
    return str_starts(name->name->entity_id, STR("org:"));
}

static bool is_signing(const struct clause *c, int v)
{
    static const char *const stems[LANGUAGES] = {"sign", "unterzeichn", "sign", "firm"};
    int head = chunk_at(c, v)->head;
    return is_verb(c, v) && !chunk_at(c, v)->negated &&
           str_starts(clause_text(c, head, head + 1), str_from(stems[c->language]));
}

// Kenya signed a loan agreement with the bank: of a country and an organisation, the latter gives.
static void lender(struct frames *f, int v)
{
    const struct clause *c = f->clause;
    struct finding found = {.money = -1, .confidence = 0.75f, .reason = "signed with", .act = STATEMENT_PROMISES};
    struct mode mode = {STATEMENT_GIVES, 0};
    struct giver receiver;
    int k = v + 1, at = k + 1;
    if (!is_signing(c, v) || !is_noun(c, k) || !(chunk_at(c, k)->classes & W_AID)) return;
    while (at < k + 6 && chunk_at(c, at)->kind == CHUNK_PREPOSITION && !is_preposition(c, at, W_WITH)) at += 2;
    if (!is_preposition(c, at, W_WITH) || !phrase_givers_after(c, at + 1, &found.givers)) return;
    int subject = verb_subject(c, v, &mode);
    if (subject < 0 || mode.act != STATEMENT_GIVES || !phrase_giver(c, subject, &receiver)) return;
    if (is_organisation(&c->tokens[receiver.name]) || !is_organisation(&c->tokens[found.givers.of[0].name])) return;
    found.receiver = receiver.phrase;
    found.support = support_of(c, k, &found);
    for (int i = k + 1; i < at + 5 && found.money < 0; i++)
        if (is_noun(c, i) && head_of(c, i)->kind == TOKEN_MONEY) found.money = chunk_at(c, i)->head;
    frames_add(f, &found);
}

void frames_of_nouns(struct frames *f)
{
    const struct clause *c = f->clause;
    for (int k = 0; k < c->chunk_count; k++) {
        if (is_verb(c, k)) {
            donor(f, k);
            lender(f, k);
        }
        if (!is_noun(c, k)) continue;
        joined(f, k);
        uint64_t head = head_classes(c, k);
        if (head & W_AID || head_of(c, k)->kind == TOKEN_MONEY || is_money(c, k)) from(f, k);
        if (head & EVIDENCE || head_of(c, k)->kind == TOKEN_MONEY) asked_for(f, k);
        if (head & EVIDENCE) {
            if (c->language != LANGUAGE_DE) got(f, k);
        }
        possessor(f, k);
        of(f, k);
    }
}
