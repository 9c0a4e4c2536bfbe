#include "parse/extracted/grid.h"

#include "parse/extracted/model.h"
#include "parse/masks.h"

#include <string.h>

enum { LOOK_BYTES = 200 };  // of a line, are looked at: eight by eight

static uint8_t edge_of(unsigned char c)
{
    if (c >= 0x80) return EDGE_WIDE;
    if (c >= '0' && c <= '9') return EDGE_DIGIT;
    if (c >= 'A' && c <= 'Z') return EDGE_UPPER;
    return c >= 'a' && c <= 'z' ? EDGE_LOWER : EDGE_SIGN;
}

// How many of eight bytes are digits.
static unsigned digits_of(uint64_t eight)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), high = ones * 128;
    uint64_t x = eight ^ ones * '0', more = ((x & ~high) + ones * (128 - 10)) | x;  // more: high where x is 10 or more
    return (unsigned)((~more & high) / 128 * ones >> 56);
}

// A cell whose bar is still to come.
struct cell {
    struct look look;
    unsigned digits;
    uint64_t hash, rest;  // rest: bytes that are not in the hash yet, for pieces are hashed as one text
    unsigned rest_bits;
};

static void cell_mix(struct cell *c)
{
    c->hash = (c->hash ^ c->rest) * UINT64_C(0x9E3779B97F4A7C15);
    c->hash ^= c->hash >> 32;
}

static void cell_add_bytes(struct cell *c, const char *p, size_t n)
{
    for (size_t i = 0; i < n; i += 8) {
        char last[8] = {0};
        if (n - i < sizeof last) memcpy(last, p + i, n - i);
        uint64_t eight = mask_load(n - i < sizeof last ? last : p + i);
        unsigned had = c->rest_bits, all = had + 8 * (unsigned)(n - i < sizeof last ? n - i : sizeof last);
        c->digits += digits_of(eight);
        c->rest |= eight << had;
        c->rest_bits = all % 64;
        if (all < 64) continue;
        cell_mix(c);
        c->rest = had ? eight >> (64 - had) : 0;
    }
}

static void cell_add(struct cell *c, struct str piece)
{
    struct look *look = &c->look;
    piece = str_trim(piece);
    if (!piece.n) return;
    if (!look->lines) look->first = edge_of((unsigned char)piece.p[0]);
    look->last = edge_of((unsigned char)piece.p[piece.n - 1]);
    look->lines = look->lines ? 2 : 1;
    look->chars = (uint16_t)(look->chars + piece.n < 60000 ? look->chars + piece.n : 60000);
    cell_add_bytes(c, piece.p, piece.n < LOOK_BYTES ? piece.n : LOOK_BYTES);
}

static struct look cell_end(struct cell *c)
{
    cell_mix(c);
    c->look.hash = (uint32_t)c->hash;
    c->look.digits = (uint8_t)(!c->digits ? 0 : c->digits * 2 < c->look.chars ? 1 : 2);
    return c->look;
}

// A delimiter has none, and what stands behind a row's last bar begins none.
static bool has_cells(const struct path_line *line)
{
    return !line->columns && line->step != STEP_BEHIND;
}

struct grid *grid_new(const struct part *parts, const struct path_line *lines, size_t count, struct arena *arena)
{
    struct grid *g = arena_alloc(arena, sizeof *g);
    size_t bars = 0;
    for (size_t i = 0; i < count; i++) bars += has_cells(&lines[i]) ? parts[i].shape.pipes : 0;
    if (!g) return NULL;
    g->bars = arena_alloc(arena, (count + 1) * sizeof *g->bars);
    g->looks = arena_alloc(arena, (bars + 1) * sizeof *g->looks);
    if (!g->bars || !g->looks) return NULL;
    uint32_t b = 0;
    struct cell cell = {0};
    for (size_t i = 0; i < count; i++) {
        g->bars[i] = b;
        if (!has_cells(&lines[i]) || lines[i].odds[ROLE_ROW] <= 0) {
            cell = (struct cell){0};
            if (!parts[i].shape.pipes || !has_cells(&lines[i])) continue;
        }
        struct str text = parts[i].shape.text;
        for (unsigned n = parts[i].shape.pipes; n; n--) {
            const char *bar = memchr(text.p, '|', text.n);
            if (!bar) break;
            cell_add(&cell, str_slice(text, 0, (size_t)(bar - text.p)));
            g->looks[b++] = cell_end(&cell);
            cell = (struct cell){0};
            text = str_slice(text, (size_t)(bar - text.p) + 1, text.n);
        }
        if (b < bars) cell_add(&cell, text);
    }
    g->bars[count] = b;
    return g;
}

int grid_alike(const struct grid *g, size_t a, size_t b)
{
    const struct look *x = &g->looks[a], *y = &g->looks[b];
    const struct likeness *m = &MODEL_LIKENESS;
    unsigned small = x->chars < y->chars ? x->chars : y->chars, large = x->chars < y->chars ? y->chars : x->chars;
    unsigned ratio = large ? (small + 2) * (LOOK_RATIOS - 1) / (large + 2) : LOOK_RATIOS - 1;
    return m->first[x->first][y->first] + m->last[x->last][y->last] + m->digits[x->digits][y->digits] +
           m->lines[x->lines][y->lines] + m->ratio[ratio] +
           (x->lines && x->hash == y->hash && x->chars == y->chars ? m->same : 0) + m->base;
}
