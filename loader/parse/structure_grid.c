#include "parse/structure_grid.h"

#include "parse/structure_model.h"

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

// Takes a piece of a cell in; digits are counted in full until the cell ends.
static unsigned look_add(struct look *look, struct str piece)
{
    piece = str_trim(piece);
    if (!piece.n) return 0;
    if (!look->lines) look->first = edge_of((unsigned char)piece.p[0]);
    look->last = edge_of((unsigned char)piece.p[piece.n - 1]);
    look->lines = look->lines ? 2 : 1;
    look->chars = (uint16_t)(look->chars + piece.n < 60000 ? look->chars + piece.n : 60000);
    unsigned digits = 0;
    uint64_t hash = look->hash;
    size_t n = piece.n < LOOK_BYTES ? piece.n : LOOK_BYTES;
    for (size_t i = 0; i < n; i += sizeof(uint64_t)) {
        uint64_t eight = 0;
        if (n - i >= sizeof eight) memcpy(&eight, piece.p + i, sizeof eight);
        else memcpy(&eight, piece.p + i, n - i);
        digits += digits_of(eight);
        hash = (hash ^ eight) * UINT64_C(0x9E3779B97F4A7C15);
        hash ^= hash >> 32;
    }
    look->hash = (uint32_t)hash;
    return digits;
}

struct grid *grid_new(const struct part *parts, const struct path_line *lines, size_t count, struct arena *arena)
{
    struct grid *g = arena_alloc(arena, sizeof *g);
    size_t bars = 0;
    for (size_t i = 0; i < count; i++) bars += lines[i].columns ? 0 : parts[i].shape.pipes;
    if (!g) return NULL;
    g->bars = arena_alloc(arena, (count + 1) * sizeof *g->bars);
    g->looks = arena_alloc(arena, (bars + 1) * sizeof *g->looks);
    if (!g->bars || !g->looks) return NULL;
    uint32_t b = 0;
    unsigned digits = 0;
    struct look look = {0};
    for (size_t i = 0; i < count; i++) {
        g->bars[i] = b;
        if (lines[i].columns || lines[i].odds[ROLE_ROW] <= 0) {
            look = (struct look){0};
            digits = 0;
            if (!parts[i].shape.pipes || lines[i].columns) continue;
        }
        struct str text = parts[i].shape.text;
        for (unsigned n = parts[i].shape.pipes; n; n--) {
            const char *bar = memchr(text.p, '|', text.n);
            if (!bar) break;
            digits += look_add(&look, str_slice(text, 0, (size_t)(bar - text.p)));
            look.digits = (uint8_t)(!digits ? 0 : digits * 2 < look.chars ? 1 : 2);
            g->looks[b++] = look;
            look = (struct look){0};
            digits = 0;
            text = str_slice(text, (size_t)(bar - text.p) + 1, text.n);
        }
        if (b < bars) digits += look_add(&look, text);
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
