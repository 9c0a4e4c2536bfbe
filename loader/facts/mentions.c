#include "facts/mentions.h"

#include "base/utf8.h"
#include "facts/mentions_context.h"
#include "facts/mentions_names.h"
#include "rows/language_guess.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define BLOCK 64

struct finder {
    const struct mention_names *names;
    const struct mention_gate *gate;
    struct str text;
    bool latin_foreign, german;
    struct arena *arena;
    struct mention *found;
    size_t count, room;
    size_t next;         // byte before which all has been looked at
    size_t byte, chars;  // of the last mention's start, to count characters from
};

// Spelling --------------------------------------------------------------------------------------------------------

static bool is_space(uint32_t c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == 0xA0 || c == 0x202F || c == 0x2009;
}

static bool same_sign(uint32_t name, uint32_t text)
{
    if (name == ' ') return is_space(text);
    if (name == '-') return text >= 0x2010 && text <= 0x2013;
    if (name == '\'') return text == 0x2019 || text == 0x02BC;
    return name == 0x2019 && text == '\'';
}

// How the text spells a name.
struct spelling {
    size_t bytes;  // 0 when it doesn't
    unsigned letters;
    bool same, small, capital;  // exactly so; with small letters, with capitals
    bool odd;                   // differs in case elsewhere than by a capital at the beginning of a word
};

static struct spelling spell(struct str name, struct str text)
{
    struct spelling s = {.same = true};
    size_t at = 0, n, m;
    bool begins = true;
    for (size_t i = 0; i < name.n; i += n, at += m) {
        uint32_t a = mention_character(name, i, &n), b = mention_character(text, at, &m);
        if (!m) return (struct spelling){0};
        if (a != b && !same_sign(a, b)) {
            uint32_t lower = mention_lower(b);
            if (mention_lower(a) != lower) return (struct spelling){0};
            s.same = false;
            if (b == lower || !begins) s.odd = true;
        }
        bool word = mention_is_word(b), capital = word && mention_lower(b) != b;
        s.letters += word;
        s.capital |= capital;
        s.small |= word && !capital && !(b >= '0' && b <= '9');
        begins = !word;
    }
    s.bytes = at;
    return s;
}

static bool case_fits(const struct finder *f, const struct mention_entry *e, const struct spelling *s, size_t at)
{
    if (s->same) return true;
    bool capitals = s->capital && !s->small && s->letters >= 4;
    if (e->exact)
        return capitals && e->kind != MENTION_ACRONYM && e->kind != MENTION_DEMONYM && e->entity != MENTION_NONE &&
               !context_is_capitals(f->text, at, at + s->bytes);
    if (capitals || !s->odd) return true;
    return !s->capital && e->flags & MENTION_HAS_LOWER;
}

// One place -------------------------------------------------------------------------------------------------------

static bool ends_word(const struct finder *f, const struct mention_entry *e, size_t end)
{
    if (e->flags & MENTION_IS_SPACELESS) return true;
    size_t n, m;
    struct str rest = str_slice(f->text, end, f->text.n);
    uint32_t c = utf8_decode(rest, &n);
    if (!n || !mention_is_word(c) || mention_is_spaceless(c)) return true;
    if (!f->german || c != 's' || e->kind == MENTION_DEMONYM || e->kind == MENTION_ACRONYM) return false;
    c = utf8_decode(str_slice(rest, n, rest.n), &m);
    return !m || !mention_is_word(c);
}

static bool begins_word(struct str text, size_t at)
{
    struct str before = {text.p, at};
    uint32_t c = context_last(before);
    return !c || !mention_is_word(c) || mention_is_spaceless(c);
}

static size_t characters(const char *p, size_t n)
{
    return utf8_length((struct str){p, n});
}

static bool add(struct finder *f, uint32_t entity, size_t at, size_t bytes)
{
    if (f->count == f->room) {
        size_t room = f->room ? 2 * f->room : 8;
        struct mention *found = arena_grow(f->arena, f->found, f->room, room, sizeof *found);
        if (!found) return false;
        f->found = found;
        f->room = room;
    }
    f->chars += characters(f->text.p + f->byte, at - f->byte);
    f->byte = at;
    f->found[f->count++] = (struct mention){.entity = entity,
                                            .start = (uint32_t)f->chars,
                                            .length = (uint32_t)characters(f->text.p + at, bytes),
                                            .byte_start = (uint32_t)at,
                                            .byte_length = (uint32_t)bytes};
    return true;
}

// Tries the names whose first word has this hash and this length.
static bool look_up(struct finder *f, size_t at, size_t word, uint32_t hash)
{
    // what the second word begins with, where it is plain to see: a cheap way past most candidates
    size_t then = at + word;
    bool plain = then + 1 < f->text.n && (f->text.p[then] & 0x80) == 0;
    char second = plain ? (char)(f->text.p[then + 1] | 0x20) : 0;
    const struct mention_entry *e = mention_lookup(f->names, hash), *end = f->names->entries + f->names->count;
    for (; e && e < end && e->hash == hash; e++) {
        if (e->kind == MENTION_FOREIGN && e->flags & MENTION_IS_LATIN && !f->latin_foreign) continue;
        if (e->second && mention_is_small(second) && e->second != second) continue;
        struct spelling s = spell(e->name, str_slice(f->text, at, f->text.n));
        if (!s.bytes || !ends_word(f, e, at + s.bytes) || !case_fits(f, e, &s, at)) continue;
        if (!(e->flags & MENTION_IS_SPACELESS) && !begins_word(f->text, at)) return true;
        f->next = at + s.bytes;
        if (e->entity == MENTION_NONE || context_forbids(f->names, e, f->text, at, at + s.bytes)) return true;
        return add(f, e->entity, at, s.bytes);
    }
    return true;
}

static bool look(struct finder *f, size_t at)
{
    uint32_t hash;
    size_t word = mention_word(str_slice(f->text, at, f->text.n), &hash);
    if (!word) return true;
    if (!look_up(f, at, word, hash)) return false;
    if (!f->german || f->next > at || f->text.p[at + word - 1] != 's') return true;
    word = mention_word(str_slice(f->text, at, at + word - 1), &hash);
    return !word || look_up(f, at, word, hash);
}

// Scanning --------------------------------------------------------------------------------------------------------

// Sets of 64 bytes: ASCII letters and digits; those that begin a character of two bytes, of more bytes.
struct classes {
    uint64_t letters, twos, longer;
};

#ifdef __SSE2__
static struct classes classify(const char *p)
{
    struct classes all = {0};
    for (int i = 0; i < 4; i++) {
        __m128i c = _mm_loadu_si128((const __m128i *)(p + 16 * i));
        __m128i low = _mm_or_si128(c, _mm_set1_epi8(0x20));
        // signed comparisons: bytes from 0x80 on are negative, and no letters
        __m128i letter =
            _mm_and_si128(_mm_cmpgt_epi8(low, _mm_set1_epi8('a' - 1)), _mm_cmplt_epi8(low, _mm_set1_epi8('z' + 1)));
        __m128i digit =
            _mm_and_si128(_mm_cmpgt_epi8(c, _mm_set1_epi8('0' - 1)), _mm_cmplt_epi8(c, _mm_set1_epi8('9' + 1)));
        __m128i two =
            _mm_and_si128(_mm_cmplt_epi8(c, _mm_set1_epi8((char)0xE0)), _mm_cmpgt_epi8(c, _mm_set1_epi8((char)0xBF)));
        __m128i more =
            _mm_and_si128(_mm_cmplt_epi8(c, _mm_setzero_si128()), _mm_cmpgt_epi8(c, _mm_set1_epi8((char)0xDF)));
        all.letters |= (uint64_t)(unsigned)_mm_movemask_epi8(_mm_or_si128(letter, digit)) << 16 * i;
        all.twos |= (uint64_t)(unsigned)_mm_movemask_epi8(two) << 16 * i;
        all.longer |= (uint64_t)(unsigned)_mm_movemask_epi8(more) << 16 * i;
    }
    return all;
}
#else
static struct classes classify(const char *p)
{
    struct classes all = {0};
    for (int i = 0; i < BLOCK; i++) {
        unsigned char c = (unsigned char)p[i];
        bool letter = (unsigned char)((c | 0x20) - 'a') < 26, digit = (unsigned char)(c - '0') < 10;
        all.letters |= (uint64_t)(letter || digit) << i;
        all.twos |= (uint64_t)(c >= 0xC0 && c < 0xE0) << i;
        all.longer |= (uint64_t)(c >= 0xE0) << i;
    }
    return all;
}
#endif

// Looks at every beginning of a word in 64 bytes at p (and eight more that can be read), which are those at `base`. In
// scripts without spaces, all of whose characters have three bytes or more, any may be one.
static bool scan_block(struct finder *f, const char *p, size_t base, uint64_t *inside)
{
    struct classes c = classify(p);
    uint64_t starts = ((c.letters | c.twos) & ~(c.letters << 1 | *inside)) | c.longer;
    *inside = c.letters >> 63;
    for (; starts; starts &= starts - 1) {
        size_t i = (size_t)__builtin_ctzll(starts);
        if (!mention_gate_open(f->gate, p + i) || base + i < f->next) continue;
        if (!look(f, base + i)) return false;
    }
    return true;
}

bool mentions_find(const struct mention_names *names, struct str text, struct str language, struct arena *arena,
                   struct mention **found, size_t *count)
{
    struct finder f = {.names = names,
                       .text = text,
                       .latin_foreign = language_is_code(language) && !language_is(language, "en"),
                       .german = language_is(language, "de"),
                       .arena = arena};
    f.gate = &names->gates[f.latin_foreign];
    uint64_t inside = 0;
    size_t base = 0;
    bool fine = true;
    for (; fine && base + BLOCK + MENTION_GATE_BYTES <= text.n; base += BLOCK)
        fine = scan_block(&f, text.p + base, base, &inside);
    for (; fine && base < text.n; base += BLOCK) {
        char rest[BLOCK + MENTION_GATE_BYTES] = {0};
        size_t n = text.n - base;
        memcpy(rest, text.p + base, n < sizeof rest ? n : sizeof rest);
        fine = scan_block(&f, rest, base, &inside);
    }
    *found = f.found;
    *count = f.count;
    return fine;
}
