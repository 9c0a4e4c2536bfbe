// Noun phrases that say who receives.
#include "facts/statement_frames.h"

static const struct token *token(const struct clause *c, int i)
{
    return &c->tokens[i];
}

static bool is_entity(const struct clause *c, int i)
{
    return token(c, i)->kind == TOKEN_ENTITY;
}

// Where a phrase ends, but for unknown words behind a name (to Kenya grew; but the UN refugee agency), or one before an
// article, which is a verb (for the project carries an interest).
static int end_of(const struct clause *c, int k)
{
    const struct chunk *chunk = chunk_at(c, k);
    const struct token *last = token(c, chunk->to - 1);
    bool verb = chunk->to - chunk->from > 1 && last->kind == TOKEN_WORD && !last->classes && !last->capital &&
                is_noun(c, k + 1) && token(c, chunk_at(c, k + 1)->from)->classes & W_DET;
    if (verb) return chunk->to - 1;
    if (chunk->to - chunk->from > 2 && head_of(c, k)->classes & (W_ORGAN | W_PEOPLE | W_ACTIVITY)) return chunk->to;
    for (int i = chunk->from; i + 1 < chunk->to; i++)
        if ((is_entity(c, i) && token(c, i)->name->giver && !token(c, i)->name->demonym) && !token(c, i + 1)->classes &&
            !token(c, i + 1)->capital && token(c, i + 1)->kind == TOKEN_WORD)
            return i + 1;
    return chunk->to;
}

struct span phrase_chain(const struct clause *c, int k)
{
    struct span s = {chunk_at(c, k)->from, end_of(c, k)};
    while (is_preposition(c, k + 1, W_OF) && is_noun(c, k + 2) && head_of(c, k + 2)->kind != TOKEN_MONEY) {
        k += 2;
        s.to = end_of(c, k);
    }
    bool listed = chunk_at(c, k + 1)->kind == CHUNK_AND && is_noun(c, k + 2) && !is_verb(c, k + 3);
    if (listed && head_of(c, k + 2)->kind != TOKEN_MONEY) s.to = chunk_at(c, k + 2)->to;
    return s;
}

// Whether a phrase can be a receiver: not what only counts, points or is given itself (to 300, for it, to support).
static bool is_receiver(const struct clause *c, int k)
{
    const struct chunk *chunk = chunk_at(c, k);
    const struct token *head = token(c, chunk->head);
    bool named = false, counted = head->kind == TOKEN_NUMBER || head->kind == TOKEN_MONEY;
    for (int i = chunk->from; i < chunk->to; i++)
        named |= is_entity(c, i) || (token(c, i)->kind == TOKEN_WORD &&
                                     !(token(c, i)->classes & (W_DET | W_OBLIQUE | W_ADVERB | W_PRONOUN | W_NUMBER |
                                                               W_SCALE | W_CURRENCY | W_ITS | W_AVAILABLE)));
    return named && !counted && !(chunk->classes & W_PRONOUN) &&
           !(head->classes & (W_AID | W_CURRENCY | W_SCALE) && !(head->classes & (W_PEOPLE | W_ACTIVITY)));
}

// Whether a place is one where support goes to: in Syria, in the villages, in Kharkiv.
static bool is_place(const struct clause *c, int k)
{
    struct span s = phrase_chain(c, k);
    for (int i = s.from; i < s.to; i++)
        if (is_entity(c, i) || token(c, i)->classes & (W_PEOPLE | W_REFUGEES)) return true;
    const struct token *first = token(c, s.from);
    return s.to == s.from + 1 && first->kind == TOKEN_WORD && first->capital && !first->classes &&
           c->language != LANGUAGE_DE;
}

// What the support is for, behind the chunk before k: money to help the displaced.
static struct span whom_it_helps(const struct clause *c, int k)
{
    bool purpose = is_verb(c, k) && chunk_at(c, k)->infinitive && head_classes(c, k) & W_BENEFIT;
    if (!purpose || !is_noun(c, k + 1) || !phrase_benefits(c, k + 1) || !is_receiver(c, k + 1))
        return (struct span){0, 0};
    return phrase_chain(c, k + 1);
}

struct span phrase_receiver(const struct clause *c, int k, bool any)
{
    struct span found = {0, 0};
    for (int n = 0; n < 5 && chunk_at(c, k)->kind == CHUNK_PREPOSITION && is_noun(c, k + 1); n++, k += 2) {
        // à la disposition du Niger
        bool at_disposal = head_classes(c, k + 1) & W_AVAILABLE && is_preposition(c, k + 2, W_OF) && is_noun(c, k + 3);
        if (at_disposal && is_receiver(c, k + 3)) return phrase_chain(c, k + 3);
        // to the millions of people
        bool many = head_classes(c, k + 1) & (W_SCALE | W_NUMBER) && is_preposition(c, k + 2, W_OF) &&
                    is_noun(c, k + 3) && head_classes(c, k + 3) & (W_PEOPLE | W_REFUGEES);
        if (many && is_preposition(c, k, W_TO)) return phrase_chain(c, k + 1);
        bool number = chunk_at(c, k + 1)->to == chunk_at(c, k + 1)->from + 1 &&
                      token(c, chunk_at(c, k + 1)->from)->kind == TOKEN_NUMBER;
        if (number) continue;
        // to help build a pier
        bool bare = chunk_at(c, k + 1)->to == chunk_at(c, k + 1)->from + 1;
        if (bare && is_preposition(c, k, W_INFINITIVE) && head_classes(c, k + 1) & W_AID && is_verb(c, k + 2)) break;
        if (!is_receiver(c, k + 1)) continue;
        if (is_preposition(c, k, W_TO)) return phrase_chain(c, k + 1);
        if (any && !found.to && is_preposition(c, k, W_IN) && is_place(c, k + 1)) found = phrase_chain(c, k + 1);
    }
    return found.to || !any ? found : whom_it_helps(c, k);
}
