#include "rows/shape.h"

#include "base/utf8.h"

#include <utf8proc.h>

#define SHAPE_CHARACTERS 500  // that the column takes

// Writes s in lower case with runs of white space as one space; out has room for twice s.n: a lower-case letter
// takes at most 3 bytes where its upper case takes 2 (Ⱥ, U+023A).
static size_t fold(struct str s, char *out)
{
    size_t n = 0;
    bool gap = false;
    s = str_trim(s);
    while (s.n) {
        size_t step = str_space_first(s);
        if (step) {
            gap = true;
        } else {
            if (gap) out[n++] = ' ';
            gap = false;
            n += utf8_encode((uint32_t)utf8proc_tolower((utf8proc_int32_t)utf8_decode(s, &step)), out + n);
        }
        s = str_slice(s, step, s.n);
    }
    return n;
}

struct str shape_of(const struct block_cell *headers, size_t count, struct arena *arena)
{
    size_t room = 1;
    for (size_t i = 0; i < count; i++) room += 2 * headers[i].text.n + 3;
    char *out = arena_alloc(arena, room);
    if (!out) return STR_NULL;
    size_t n = 0;
    for (size_t i = 0; i < count; i++) {
        if (i) {
            memcpy(out + n, " | ", 3);
            n += 3;
        }
        n += fold(headers[i].text, out + n);
    }
    struct str shape = {out, n};
    size_t characters = utf8_length(shape);
    for (; characters > SHAPE_CHARACTERS; characters--) shape = utf8_prefix(shape, shape.n - 1);
    return shape;
}
