#include "parse/turns.h"

bool turns_flush(struct turns *t, struct error *error)
{
    if (!t->held) return true;
    t->held = false;
    return t->emit(t->context, &t->name, error);
}

// What is said below a name; a time beside the name comes first.
static bool emit_below(struct turns *t, const struct block *block, struct error *error)
{
    struct block turn = *block;
    struct str time = t->turn.text;
    turn.label = t->turn.name;
    if (t->name.line < turn.line) turn.line = t->name.line;
    if (t->name.line_end > turn.line_end) turn.line_end = t->name.line_end;
    if (time.n) {
        char *p = arena_alloc(t->arena, time.n + 1 + block->text.n);
        if (!p) return arena_ok(t->arena, error);
        memcpy(p, time.p, time.n);
        p[time.n] = ' ';
        memcpy(p + time.n + 1, block->text.p, block->text.n);
        turn.text = (struct str){p, time.n + 1 + block->text.n};
    }
    t->held = false;
    return t->emit(t->context, &turn, error);
}

// Whether signs of emphasis stand around the name, which the turn has without them.
static bool has_emphasis(struct str text, const struct turn *turn)
{
    const char *end = turn->text.n ? turn->text.p : text.p + text.n;
    for (const char *p = text.p; p < end; p++) {
        if (p == turn->name.p) p += turn->name.n;
        if (p < end && (*p == '*' || *p == '_')) return true;
    }
    return false;
}

bool turns_block(void *turns, const struct block *block, struct error *error)
{
    struct turns *t = turns;
    bool text = block->kind == BLOCK_PARAGRAPH && block->text.n && !block->labels && !block->in_table;
    struct turn turn;
    bool is_turn = text && speakers_turn(t->speakers, block->text, &turn);
    is_turn = is_turn && !(t->literal && has_emphasis(block->text, &turn));
    if (t->held && text && !is_turn) return emit_below(t, block, error);
    if (!turns_flush(t, error)) return false;
    if (!is_turn || (turn.alone && block->link_count)) return t->emit(t->context, block, error);
    struct block said = *block;
    if (turn.alone) {
        t->name = said;
        t->turn = turn;
        t->held = true;
        return true;
    }
    said.label = turn.name;
    said.text = turn.text;
    return t->emit(t->context, &said, error);
}
