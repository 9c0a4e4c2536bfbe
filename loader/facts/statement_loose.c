// What the other frames leave: support and, behind it, from or by whom, whatever stands between them. Less sure than a
// frame that knows what each word depends on. The same of a giver, a verb and support behind it was tried: of twelve
// found in the news, one was right.
#include "facts/statement_frames.h"

#define NEAR 8  // chunks between support and its giver

static bool ends_clause(const struct clause *c, int k)
{
    enum chunk_kind kind = chunk_at(c, k)->kind;
    return kind == CHUNK_STOP || kind == CHUNK_IF || k < 0 || k >= c->chunk_count;
}

// Support … from a giver: an allocation of $2 million from Norway, loans approved by the bank, les sommes débloquées
// par la France.
static void by_noun(struct frames *f, int k)
{
    const struct clause *c = f->clause;
    struct finding found = {.money = -1, .confidence = 0.6f, .reason = "support from giver"};
    struct object o;
    uint64_t verb = 0;
    struct mode mode = {STATEMENT_GIVES, 0};
    if (!(chunk_at(c, k)->classes & (EVIDENCE | W_QUANTITY)) && head_of(c, k)->kind != TOKEN_MONEY) return;
    int at = k + 1;
    for (int n = 0; n < NEAR && !ends_clause(c, at); n++, at++) {
        if (is_verb(c, at)) {
            if (verb) return;
            verb = head_classes(c, at);
            verb_apply(c, at, &mode);
            if (verb & W_RECEIVE && is_noun(c, at + 1)) return;  // they received a licence from: who received it
        }
        if (is_preposition(c, at, W_FROM | W_BY) && !is_preposition(c, at, W_OF) && is_noun(c, at + 1) &&
            phrase_givers_after(c, at + 1, &found.givers))
            break;
        // what stands nearer to the giver is what is given
        if (is_noun(c, at) && !is_preposition(c, at - 1, W_OF | W_IN) && head_classes(c, at) & (W_AID | W_PROMISE))
            return;
    }
    if (!found.givers.count) return;
    bool by = is_preposition(c, at, W_BY);
    // aid to refugees from Burma: where they come from
    if (!by && is_noun(c, at - 1) && at - 1 > k && head_classes(c, at - 1) & (W_PEOPLE | W_REFUGEES)) return;
    // mise en œuvre par: carried out, not given
    bool made = verb & W_MAKE && (c->language == LANGUAGE_EN || c->language == LANGUAGE_DE);
    if (by ? !(verb & (W_GIVE | W_DONATE | W_ANNOUNCE) || made)
           : verb && !(verb & (W_GIVE | W_DONATE | W_RECEIVE | W_ANNOUNCE)))
        return;
    if (!phrase_object(c, k, false, &o) || !(o.classes & EVIDENCE || o.money >= 0) || o.classes & (W_TRADE | W_SPORT))
        return;
    if (!verb && !(o.classes & W_AID)) return;
    found.act = mode.act;
    found.support = o.span;
    found.money = o.money;
    found.receiver = phrase_receiver(c, o.after, true);
    frames_add(f, &found);
}

void frames_loose(struct frames *f)
{
    for (int k = 0; k < f->clause->chunk_count; k++)
        if (is_noun(f->clause, k)) by_noun(f, k);
}
