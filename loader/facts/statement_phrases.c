// Noun phrases: who gives, what is given, who receives.
#include "facts/statement_frames.h"

static const struct token *token(const struct clause *c, int i)
{
    return &c->tokens[i];
}

static bool is_entity(const struct clause *c, int i)
{
    return token(c, i)->kind == TOKEN_ENTITY;
}

static bool is_romance(const struct clause *c)
{
    return c->language == LANGUAGE_FR || c->language == LANGUAGE_ES;
}

static bool has_joined(const struct clause *c, const struct chunk *k)
{
    for (int i = k->from; i < k->to; i++)
        if (token(c, i)->joined) return true;
    return false;
}

// Givers
// ----------------------------------------------------------------------------------------------------------------

// Whether a name alone is a giver: people of a country are none, but for what acts for it (below).
static bool gives_alone(const struct token *t)
{
    return t->kind == TOKEN_ENTITY && t->name->giver && !t->name->demonym;
}

// A title's name: President Park of Korea, der Minister Müller.
static bool is_persons_name(const struct token *t)
{
    return t->kind == TOKEN_WORD && t->capital && !t->classes;
}

// The name that an organ in [from, to) belongs to, with nothing unknown between: the Russian defence ministry.
static int name_of_organ(const struct clause *c, const struct chunk *k)
{
    int name = -1, organ = -1;
    for (int i = k->from; i < k->to; i++) {
        const struct token *t = token(c, i);
        if (t->kind == TOKEN_ENTITY && t->name->giver) name = i;
        else if (t->kind == TOKEN_WORD && t->classes & (W_ORGAN | W_FORCES)) organ = i;
        else if (t->kind == TOKEN_POSSESSIVE || t->kind == TOKEN_NUMBER) continue;
        else if (organ >= 0 ? !is_persons_name(t) && !is_romance(c) : !(t->classes & ~(W_TRADE | W_SPORT))) return -1;
    }
    return organ >= 0 ? name : -1;
}

static bool is_organ(const struct clause *c, const struct chunk *k)
{
    return k->kind == CHUNK_NOUN && token(c, k->head)->classes & W_ORGAN;
}

// The government of Japan; the Ministry of Finance of Japan.
static int name_behind_organ(const struct clause *c, int k, int *to)
{
    // a premier developer is none
    const struct token *head = token(c, chunk_at(c, k)->head);
    if (!(chunk_at(c, k)->classes & W_ORGAN) || !(head->classes & W_ORGAN || head->capital || is_romance(c))) return -1;
    for (int i = 0; i < 3 && is_preposition(c, k + 1, W_OF) && is_noun(c, k + 2); i++, k += 2) {
        const struct chunk *of = chunk_at(c, k + 2);
        int name = is_romance(c) ? of->from : of->head;
        while (name < of->to && !is_entity(c, name) && token(c, name)->classes & W_DET) name++;
        if (name < of->to && is_entity(c, name) && token(c, name)->name->giver) {
            *to = of->to;
            return name;
        }
    }
    return -1;
}

// The end of what an organ's name goes on with: the US Department of Justice.
static int end_of_organ(const struct clause *c, int k)
{
    int to = chunk_at(c, k)->to;
    while (is_preposition(c, k + 1, W_OF) && is_noun(c, k + 2)) {
        k += 2;
        for (int i = chunk_at(c, k)->from; i < chunk_at(c, k)->to; i++)
            if (token(c, i)->kind != TOKEN_WORD || !token(c, i)->capital) return to;
        to = chunk_at(c, k)->to;
    }
    return to;
}

bool phrase_giver(const struct clause *c, int k, struct giver *giver)
{
    const struct chunk *chunk = chunk_at(c, k);
    if (chunk->kind != CHUNK_NOUN || chunk->classes & W_PRONOUN) return false;
    int to = chunk->to, name = -1, head = chunk->head;
    if (is_romance(c))
        for (head = chunk->from; head < chunk->to - 1 && token(c, head)->classes & (W_DET | W_NUMBER); head++) continue;
    if (gives_alone(token(c, head)) && !has_joined(c, chunk)) {
        name = head;
        // Norway's neighbour Sweden is Sweden; firm Norway is none
        for (int i = chunk->from; i < head; i++)
            if (token(c, i)->kind == TOKEN_WORD && !token(c, i)->classes) name = -1;
        for (int i = head + 1; i < chunk->to; i++)
            if (token(c, i)->kind != TOKEN_ENTITY && !(token(c, i)->classes & W_NUMBER) &&
                !(c->language == LANGUAGE_DE && token(c, i)->kind == TOKEN_POSSESSIVE))
                name = -1;
    }
    if (name < 0 && chunk->classes & (W_ORGAN | W_FORCES) && (name = name_of_organ(c, chunk)) >= 0)
        to = end_of_organ(c, k);
    if (name < 0) name = name_behind_organ(c, k, &to);
    if (name < 0) return false;
    *giver = (struct giver){name, {chunk->from, to}};
    return true;
}

// Whether the words of [from, to) are of a kind that stands between a country's adjective and a noun of aid, and not
// nouns that the adjective belongs to: US military aid, but not the Ukrainian people more support.
static bool qualifies(const struct clause *c, int from, int to)
{
    if (to - from > 3) return false;
    for (int i = from; i < to; i++)
        if ((token(c, i)->classes & (W_PEOPLE | W_ORGAN) && !(token(c, i)->classes & W_ADJECTIVE)) ||
            token(c, i)->kind != TOKEN_WORD || token(c, i)->capital)
            return false;
    return true;
}

bool phrase_possessor(const struct clause *c, int k, int before, struct giver *giver)
{
    const struct chunk *chunk = chunk_at(c, k);
    for (int i = chunk->from; i < chunk->to; i++) {
        const struct token *t = token(c, i);
        if (t->kind != TOKEN_ENTITY || !t->name->giver) continue;
        bool ahead = i < before, possessive = i + 1 < chunk->to && token(c, i + 1)->kind == TOKEN_POSSESSIVE;
        // an organ between: the German government's aid
        int end = i + 1;
        while (end < before && token(c, end)->classes & (W_ORGAN | W_ADJECTIVE) && !possessive) {
            if (end + 1 < chunk->to && token(c, end + 1)->kind == TOKEN_POSSESSIVE) possessive = true;
            end++;
        }
        // US aid, World Bank loans, but no Norway aid
        bool adjective =
            t->name->demonym || t->name->acronym || t->name->organ ||
            (str_starts(t->name->entity_id, STR("org:")) && !is_romance(c) && !token(c, chunk->head)->capital);
        if (i + 1 < chunk->to && token(c, i + 1)->joined && c->language == LANGUAGE_EN) continue;  // US-based
        if (!possessive && (!adjective || (ahead && is_romance(c)))) continue;
        if (!possessive && ahead && !qualifies(c, i + 1, before)) continue;
        if (!possessive) end = i + 1;
        int start = i;
        while (start > chunk->from && token(c, start - 1)->classes & (W_DET | W_ADJECTIVE | W_ORGAN)) start--;
        *giver = (struct giver){i, {start, end}};
        return true;
    }
    return false;
}

static void add_giver(struct givers *g, const struct giver *giver)
{
    if (g->count < GIVERS_MAX) g->of[g->count++] = *giver;
}

// A chunk that parts the members of a list: a comma, `and`, or both. Returns the chunk beyond, towards `step`; 0 for
// none.
static int beyond_separator(const struct clause *c, int k, int step)
{
    int at = k + step, n = 0;
    while (n < 2 &&
           (chunk_at(c, at)->kind == CHUNK_COMMA || chunk_at(c, at)->kind == CHUNK_AND ||
            (is_preposition(c, at, W_WITH) && chunk_at(c, at)->classes & W_WITH)) &&
           at >= 0 && at < c->chunk_count) {
        at += step;
        n++;
    }
    return n && is_noun(c, at) ? at : -1;
}

// Nordic countries (Denmark, Norway and Sweden): names and nothing else between the brackets at token i.
static void add_in_brackets(const struct clause *c, int i, struct givers *g)
{
    int from = i, to = i + 1;
    if (i >= c->token_count || token(c, i)->kind != TOKEN_OPEN) return;
    for (; to < c->token_count && token(c, to)->kind != TOKEN_CLOSE; to++)
        if (!is_entity(c, to) && token(c, to)->kind != TOKEN_COMMA && !(token(c, to)->classes & W_AND)) return;
    if (to - from < 4) return;
    for (i = from; i < to; i++)
        if (gives_alone(token(c, i))) add_giver(g, &(struct giver){i, {i, i + 1}});
}

bool phrase_givers_before(const struct clause *c, int k, struct givers *g)
{
    struct giver giver;
    g->count = 0;
    if (phrase_giver(c, k, &giver)) add_giver(g, &giver);
    int first = k, next;
    while (chunk_at(c, first - 1)->kind != CHUNK_PREPOSITION && (next = beyond_separator(c, first, -1)) >= 0) {
        if (!phrase_giver(c, next, &giver)) break;
        // when it hit Norway, the firm sent: a comma alone lists nothing but givers
        if (!g->count && next == first - 2 && chunk_at(c, first - 1)->kind == CHUNK_COMMA) break;
        add_giver(g, &giver);
        first = next;
    }
    add_in_brackets(c, chunk_at(c, k)->to, g);
    // UN agencies, including the WFP, have sent
    int more = chunk_at(c, k + 1)->kind == CHUNK_COMMA ? k + 2 : k + 1;
    struct givers others;
    if (is_preposition(c, more, W_WITH) && is_noun(c, more + 1)) {
        if (phrase_givers_after(c, more + 1, &others))
            for (int i = 0; i < others.count; i++) add_giver(g, &others.of[i]);
        else add_in_brackets(c, chunk_at(c, more + 1)->to, g);
    }
    // what stands behind a preposition is no subject: with Norway and Sweden; but in Kenya, Norway
    if (first != k && chunk_at(c, first - 1)->kind == CHUNK_PREPOSITION &&
        !(is_preposition(c, first - 1, W_OF) && is_organ(c, chunk_at(c, first - 2)))) {
        g->count = 0;
        bool listed = chunk_at(c, k + 1)->kind == CHUNK_AND && is_noun(c, k + 2);  // in Kenya, Norway or Sweden
        if (chunk_at(c, k - 1)->kind == CHUNK_COMMA && !listed && phrase_giver(c, k, &giver)) add_giver(g, &giver);
    }
    return g->count > 0;
}

bool phrase_givers_after(const struct clause *c, int k, struct givers *g)
{
    struct giver giver;
    g->count = 0;
    while (k >= 0 && phrase_giver(c, k, &giver)) {
        add_giver(g, &giver);
        while (chunk_at(c, k + 1)->kind == CHUNK_PREPOSITION && is_preposition(c, k + 1, W_OF) && is_noun(c, k + 2) &&
               chunk_at(c, k + 2)->to <= giver.phrase.to)
            k += 2;
        // with funds from Norway, Sweden builds: behind a comma alone, what has a verb is no member
        int next = beyond_separator(c, k, 1);
        bool comma = next == k + 2 && chunk_at(c, k + 1)->kind == CHUNK_COMMA;
        if (next < 0 && chunk_at(c, k + 1)->kind == CHUNK_AND && is_preposition(c, k + 2, W_FROM | W_OF | W_BY) &&
            is_noun(c, k + 3))
            next = k + 3;  // del FMI y del Banco Mundial
        k = comma && is_verb(c, next + 1) ? -1 : next;
    }
    return g->count > 0;
}

enum share phrase_share(const struct clause *c, int k)
{
    enum share share = SHARE_SOME;
    const struct chunk *chunk = chunk_at(c, k);
    for (int i = chunk->from; i < chunk->to && chunk->classes & W_NOT; i++) {
        if (!(token(c, i)->classes & W_NOT) || token(c, i)->kind != TOKEN_WORD) continue;
        if (!(token(c, i)->classes & W_ADJECTIVE)) return SHARE_NONE;
        if (i == chunk->from || !(token(c, i - 1)->classes & W_DET)) share = SHARE_LITTLE;
    }
    return share;
}

// Objects
// ---------------------------------------------------------------------------------------------------------------

struct span phrase_trim(const struct clause *c, struct span s)
{
    while (s.from < s.to - 1) {
        const struct token *t = token(c, s.from), *next = token(c, s.from + 1);
        bool article = t->kind == TOKEN_WORD && t->classes & (W_DET | W_ADVERB | W_OBLIQUE | W_AVAILABLE) && !t->joined;
        bool possessor = t->kind == TOKEN_POSSESSIVE || next->kind == TOKEN_POSSESSIVE;
        if (!article && !possessor) break;
        s.from++;
    }
    while (s.to > s.from + 1 && token(c, s.to - 1)->kind == TOKEN_POSSESSIVE) s.to--;
    return s;
}

#define GIVEN (EVIDENCE | W_FORCES)

static int money_in(const struct clause *c, const struct chunk *k)
{
    for (int i = k->from; i < k->to; i++)
        if (token(c, i)->kind == TOKEN_MONEY) return i;
    return -1;
}

// gave Ukraine weapons: a receiver before what is given, in one phrase or in two.
static int skip_receiver(const struct clause *c, int k, struct object *o)
{
    const struct chunk *chunk = chunk_at(c, k);
    if (!(chunk->classes & GIVEN) && is_noun(c, k + 1) && !(money_in(c, chunk) >= 0)) {
        bool article = chunk->to == chunk->from + 1 && token(c, chunk->from)->classes & W_DET;  // its newly built tanks
        if (!article) o->receiver = (struct span){chunk->from, chunk->to};
        return k + 1;
    }
    int first = chunk->from;
    while (first < chunk->to - 1 && token(c, first)->classes & W_DET) first++;
    const struct token *t = token(c, first), *next = first + 1 < chunk->to ? token(c, first + 1) : NULL;
    if (t->kind == TOKEN_ENTITY && !t->name->demonym && !t->name->acronym && next && next->kind != TOKEN_POSSESSIVE &&
        !is_romance(c))
        o->receiver = (struct span){chunk->from, first + 1};
    return k;
}

// A sum is followed by what it buys: $5 million in aid, 3 millions d'euros d'aide.
static int object_behind_sum(const struct clause *c, int k)
{
    while (is_noun(c, k + 2) && is_preposition(c, k + 1, W_IN | W_OF)) {
        k += 2;
        const struct chunk *chunk = chunk_at(c, k);
        bool more = chunk->classes & W_QUANTITY && is_preposition(c, k + 1, W_OF);
        if (chunk->classes & GIVEN && !more) return k;
    }
    return -1;
}

static void widen(const struct clause *c, struct object *o, int k)
{
    o->span.to = chunk_at(c, k)->to;
    o->classes |= chunk_at(c, k)->classes;
    o->after = k + 1;
}

// Whether a phrase is a sum or number and nothing else.
static bool is_sum(const struct clause *c, const struct chunk *k)
{
    for (int i = k->from; i < k->to; i++)
        if (token(c, i)->kind == TOKEN_WORD && !(token(c, i)->classes & (W_DET | W_NUMBER | W_ADJECTIVE | W_ADVERB)))
            return false;
    return true;
}

// Of what is listed (tents, blankets and food), the chunk up to which it is known to be given: its own, or the one
// behind it; -1 for none.
static int listed_with_known(const struct clause *c, int k)
{
    if (chunk_at(c, k)->classes & GIVEN) return k;
    const struct token *head = token(c, chunk_at(c, k)->head);
    int next = beyond_separator(c, k, 1);
    bool thing =
        head->kind == TOKEN_WORD && !head->capital && !(head->classes & ~(W_NUMBER | W_QUANTITY | W_ADJECTIVE));
    return thing && next >= 0 && chunk_at(c, next)->classes & GIVEN && !is_preposition(c, next - 1, W_WITH) ? next : -1;
}

// A grant of $2 million, equipment worth $2 million; une aide d'une valeur de 2 millions d'euros.
static void tell_sum_behind(const struct clause *c, struct object *o)
{
    int k = o->after;
    if (o->money >= 0 || !(o->classes & EVIDENCE)) return;
    // im Wert von, por valor de, to the value of
    bool value = chunk_at(c, k)->kind == CHUNK_PREPOSITION && is_noun(c, k + 1) &&
                 head_classes(c, k + 1) & W_QUANTITY && is_preposition(c, k + 2, W_OF);
    if (value) k += 2;
    uint64_t before = c->language == LANGUAGE_ES ? W_OF | W_IN | W_BY : W_OF | W_IN;
    if (!is_preposition(c, k, before) || !is_noun(c, k + 1) || !is_sum(c, chunk_at(c, k + 1))) return;
    o->money = money_in(c, chunk_at(c, k + 1));
    if (o->money >= 0) o->after = k + 2;
}

bool phrase_object(const struct clause *c, int k, bool behind_verb, struct object *o)
{
    *o = (struct object){.money = -1};
    if (!is_noun(c, k) || chunk_at(c, k)->classes & W_PRONOUN) {
        if (!is_noun(c, k + 1) || !is_noun(c, k)) return false;
    }
    if (behind_verb) k = skip_receiver(c, k, o);
    const struct chunk *first = chunk_at(c, k);
    o->first = k;
    o->span = (struct span){o->receiver.to > first->from ? o->receiver.to : first->from, first->to};
    o->classes = first->classes;
    o->money = money_in(c, first);
    o->after = k + 1;
    int behind = o->money >= 0 || first->classes & W_QUANTITY || is_sum(c, first) ? object_behind_sum(c, k) : -1;
    // teams of doctors, ships of rice
    if (behind < 0 && !(first->classes & EVIDENCE) && is_preposition(c, k + 1, W_OF) && is_noun(c, k + 2) &&
        chunk_at(c, k + 2)->classes & GIVEN &&
        (first->classes & W_NUMBER || !(token(c, first->head)->classes & (W_STANCE | W_PEOPLE | W_ORGAN))) &&
        token(c, first->head)->kind == TOKEN_WORD)
        behind = k + 2;
    if (behind >= 0 && is_sum(c, first)) {
        widen(c, o, behind);
        o->span.from = chunk_at(c, behind)->from;
    } else if (behind >= 0) {
        widen(c, o, behind);
    } else if (o->money >= 0 && !is_sum(c, first) && token(c, o->money + 1)->kind == TOKEN_WORD &&
               o->money + 1 < first->to) {
        o->span.from = o->money + 1;  // a $1 billion initiative
    }
    // food, water and medicine
    for (int n = 0, next; n < 8 && (next = beyond_separator(c, o->after - 1, 1)) >= 0; n++) {
        int known = listed_with_known(c, next);
        if (is_preposition(c, next - 1, W_WITH) || known < 0) break;
        next = known;
        if (is_verb(c, next + 1) && !chunk_at(c, next + 1)->infinitive) break;
        widen(c, o, next);
    }
    tell_sum_behind(c, o);
    o->span = phrase_trim(c, o->span);
    // phrases of several words; one by itself is known already
    if (o->span.to > o->span.from + 1 && !(o->classes & GIVEN) &&
        statement_type_of(c->words, clause_text(c, o->span.from, o->span.to)).p)
        o->classes |= W_THING;
    return true;
}

// Support for a plan, a law, a candidate is a view.
bool phrase_is_view(const struct clause *c, int k)
{
    for (int n = 0; n < 2 && chunk_at(c, k)->kind == CHUNK_PREPOSITION; n++, k += 2) {
        if (!is_noun(c, k + 1)) return false;
        uint64_t head = token(c, chunk_at(c, k + 1)->head)->classes;
        if (head & (W_STANCE | W_TRADE | W_SPORT) && !(head & (W_PEOPLE | W_ACTIVITY))) return true;
        // the words before say more: for Ukraine's NATO membership bid
        bool known = head & (W_PEOPLE | W_REFUGEES | W_ACTIVITY | W_ORGAN | W_FORCES | GIVEN);
        for (int i = chunk_at(c, k + 1)->from; i < chunk_at(c, k + 1)->to; i++) known |= is_entity(c, i);
        // the lists of those who benefit are longest in English
        if (is_preposition(c, k, W_TO))
            return !known && c->language == LANGUAGE_EN && !is_persons_name(token(c, chunk_at(c, k + 1)->head));
    }
    return false;
}

bool phrase_benefits(const struct clause *c, int k)
{
    const struct token *head = token(c, chunk_at(c, k)->head);
    if (head->classes & (W_PEOPLE | W_REFUGEES | W_ACTIVITY | W_AID | W_THING | W_FORCES | W_ORGAN)) return true;
    if (head->classes & (W_STANCE | W_TRADE | W_SPORT)) return false;
    // a name, but not a person's
    bool name = is_persons_name(head) && chunk_at(c, k)->to == chunk_at(c, k)->from + 1;
    return name || head->kind == TOKEN_ENTITY;
}
