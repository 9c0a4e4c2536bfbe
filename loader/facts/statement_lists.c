// Lists of names with sums: Norway (US$5 million); Sweden with $3 million, Latvia €2 million have pledged.
#include "facts/statement_frames.h"

#define BETWEEN 4  // tokens between a name and its sum

// The token of the sum that belongs to the name at i; -1 for none.
static int sum_of(const struct clause *c, int i)
{
    int at = i + 1;
    // Scotland, United Kingdom (…): the last name is the sum's
    for (int n = 0; at < c->token_count && n < BETWEEN; at++, n++) {
        const struct token *t = &c->tokens[at];
        if (t->kind == TOKEN_MONEY) return at;
        bool aside = t->kind == TOKEN_OPEN && at + 2 < c->token_count &&
                     (t[1].kind == TOKEN_ENTITY || t[1].kind == TOKEN_WORD) && t[2].kind == TOKEN_CLOSE;
        if (aside) {
            at += 2;
            continue;
        }
        bool passed = t->kind == TOKEN_OPEN || t->kind == TOKEN_STOP || (t->kind == TOKEN_COMMA && n == 0) ||
                      (t->kind == TOKEN_WORD &&
                       t->classes & (W_WITH | W_ADVERB | W_DET | W_GIVE | W_DONATE | W_IN | W_AUXILIARY));
        if (!passed || (t->kind == TOKEN_STOP && c->text.p[t->start] == ';')) return -1;
    }
    return -1;
}

static bool parts_members(const struct clause *c, int from, int to)
{
    for (int i = from; i < to; i++) {
        const struct token *t = &c->tokens[i];
        if (t->kind == TOKEN_COMMA || t->kind == TOKEN_STOP || t->classes & W_AND) return true;
    }
    return false;
}

// A list is two names with their sums, parted by commas, semicolons or `and`, and a word of giving beside.
void frames_of_lists(struct frames *f)
{
    const struct clause *c = f->clause;
    if (!(f->all & (W_PLEDGE | W_DONATE | W_GIVE | W_AID)) || f->all & (W_TRADE | W_SPORT)) return;
    struct finding found[GIVERS_MAX];
    int n = 0, end = 0;
    for (int i = 0; i < c->token_count && n < GIVERS_MAX; i++) {
        const struct token *t = &c->tokens[i];
        if (t->kind != TOKEN_ENTITY || !t->name->giver || t->name->demonym) continue;
        int sum = sum_of(c, i);
        if (sum < 0 || (n && !parts_members(c, end, i))) continue;
        end = sum;
        found[n++] = (struct finding){.money = sum,
                                      .support = {sum, sum + 1},
                                      .confidence = 0.85f,
                                      .reason = "list of sums",
                                      .act = f->all & (W_PLEDGE | W_TO_PROMISE) ? STATEMENT_PROMISES : STATEMENT_GIVES,
                                      .givers = {.of = {{i, {i, i + 1}}}, .count = 1}};
    }
    if (n < 2) return;
    for (int i = 0; i < n; i++) frames_add(f, &found[i]);
}
