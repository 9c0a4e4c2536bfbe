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
    const struct mention_set *set;
    struct str text;
    bool german, arabic;
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

static inline struct spelling spell(struct str name, struct str text)
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
        return capitals && e->kind != MENTION_ACRONYM && !mention_is_demonym(e->kind) && e->entity != MENTION_NONE &&
               !context_is_capitals(f->text, at, at + s->bytes);
    if (capitals || !s->odd) return true;
    return !s->capital && e->flags & MENTION_HAS_LOWER;
}

// One place -------------------------------------------------------------------------------------------------------

static bool is_katakana(uint32_t c)
{
    return (c >= 0x30A1 && c <= 0x30FA) || c == 0x30FC;
}

static bool is_hangul(uint32_t c)
{
    return c >= 0xAC00 && c <= 0xD7AF;
}

static bool ends_word(const struct finder *f, const struct mention_entry *e, size_t end)
{
    size_t n, m;
    struct str rest = str_slice(f->text, end, f->text.n);
    uint32_t c = utf8_decode(rest, &n);
    if (e->flags & MENTION_IS_SPACELESS)
        return !n || !is_katakana(c) || !is_katakana(context_last(str_slice(f->text, 0, end)));
    if (!n || !mention_is_word(c) || mention_is_spaceless(c)) return true;
    if (!f->german || c != 's' || mention_is_demonym(e->kind) || e->kind == MENTION_ACRONYM) return false;
    c = utf8_decode(str_slice(rest, n, rest.n), &m);
    return !m || !mention_is_word(c);
}

// Arabic writes and, so, in, to and like in one with the word.
static bool is_arabic_prefix(uint32_t c)
{
    return c == 0x648 || c == 0x641 || c == 0x628 || c == 0x644 || c == 0x643;
}

static bool begins_word(const struct finder *f, const struct mention_entry *e, size_t at)
{
    struct str before = {f->text.p, at};
    uint32_t c = context_last(before);
    if (e->flags & MENTION_IS_SPACELESS) {
        size_t n;
        uint32_t first = utf8_decode(e->name, &n);
        return !((is_katakana(c) && is_katakana(first)) || (is_hangul(c) && is_hangul(first)));
    }
    if (!c || !mention_is_word(c) || mention_is_spaceless(c)) return true;
    if (!f->arabic || !is_arabic_prefix(c)) return false;
    before.n -= 2;
    c = context_last(before);
    return !c || !mention_is_word(c);
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
    const struct mention_entry *e = mention_lookup(f->set, hash), *end = f->set->entries + f->set->count;
    for (; e && e < end && e->hash == hash; e++) {
        if (e->second && mention_is_small(second) && e->second != second) continue;
        struct spelling s = spell(e->name, str_slice(f->text, at, f->text.n));
        if (!s.bytes || !ends_word(f, e, at + s.bytes) || !case_fits(f, e, &s, at)) continue;
        if (!begins_word(f, e, at)) return true;
        f->next = at + s.bytes;
        if (e->entity == MENTION_NONE || context_forbids(f->set, e, f->text, at, at + s.bytes)) return true;
        return add(f, e->entity, at, s.bytes);
    }
    return true;
}

// A flag is two letters of a kind of their own, four bytes each: the country's code.
static bool look_for_flag(struct finder *f, size_t at)
{
    char code[2];
    for (size_t i = 0, n; i < 2; i++) {
        uint32_t c = utf8_decode(str_slice(f->text, at + 4 * i, f->text.n), &n);
        if (c < MENTION_FLAG_A || c > MENTION_FLAG_A + 25) return true;
        code[i] = (char)('A' + (c - MENTION_FLAG_A));
    }
    f->next = at + 8;
    uint32_t entity = mentions_code(f->names, (struct str){code, 2});
    return entity == MENTION_NONE || add(f, entity, at, 8);
}

static bool look(struct finder *f, size_t at)
{
    uint32_t hash;
    size_t word = mention_word(str_slice(f->text, at, f->text.n), &hash);
    if (!word) return look_for_flag(f, at);
    if (!look_up(f, at, word, hash)) return false;
    if (!f->german || f->next > at || f->text.p[at + word - 1] != 's') return true;
    word = mention_word(str_slice(f->text, at, at + word - 1), &hash);
    return !word || look_up(f, at, word, hash);
}

uint32_t mentions_whole(const struct mention_names *names, struct str text, struct str language)
{
    const struct mention_set *set = mention_set_of(names, language);
    uint32_t hash;
    if (!set || !mention_word(text, &hash)) return MENTION_NONE;
    const struct mention_entry *e = mention_lookup(set, hash), *end = set->entries + set->count;
    for (; e && e < end && e->hash == hash; e++)
        if (e->kind != MENTION_ACRONYM && !mention_is_demonym(e->kind) && spell(e->name, text).bytes == text.n)
            return e->entity;
    return MENTION_NONE;
}

// Scanning --------------------------------------------------------------------------------------------------------

// Sets of 64 bytes: ASCII letters and digits; those that begin a character of two bytes, a letter with signs, Greek or
// Cyrillic one among them (C3 to D4), a character of more bytes.
struct classes {
    uint64_t letters, twos, marked, longer;
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
        __m128i marked =
            _mm_and_si128(_mm_cmplt_epi8(c, _mm_set1_epi8((char)0xD5)), _mm_cmpgt_epi8(c, _mm_set1_epi8((char)0xC2)));
        __m128i more =
            _mm_and_si128(_mm_cmplt_epi8(c, _mm_setzero_si128()), _mm_cmpgt_epi8(c, _mm_set1_epi8((char)0xDF)));
        all.letters |= (uint64_t)(unsigned)_mm_movemask_epi8(_mm_or_si128(letter, digit)) << 16 * i;
        all.twos |= (uint64_t)(unsigned)_mm_movemask_epi8(two) << 16 * i;
        all.marked |= (uint64_t)(unsigned)_mm_movemask_epi8(marked) << 16 * i;
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
        all.marked |= (uint64_t)(c >= 0xC3 && c < 0xD5) << i;
        all.longer |= (uint64_t)(c >= 0xE0) << i;
    }
    return all;
}
#endif

// Whether the character at `at` continues a word of its script, by a look at the bytes before it: a letter of an Indic
// script or Hangul behind another, of Arabic or Hebrew, whose words of one letter are written in one with the next,
// behind two others. Only to save work: begins_word decides.
static bool is_inside(const char *p, size_t at)
{
    const unsigned char *c = (const unsigned char *)p + at;
    if (*c < 0xD7 || *c > 0xED) return false;
    if (*c < 0xDC)  // no sign among the two: D6 has a hyphen, D8 80 to D8 9F commas
        return at >= 4 && c[-2] >= 0xD7 && c[-2] < 0xDC && c[-4] >= 0xD7 && c[-4] < 0xDC &&
               !(c[-2] == 0xD8 && c[-1] < 0xA0) && !(c[-4] == 0xD8 && c[-3] < 0xA0);
    if (*c == 0xE0) return c[1] < 0xB8 && at >= 3 && c[-3] == 0xE0 && c[-2] < 0xB8;
    return *c >= 0xEA && at >= 3 && c[-3] >= 0xEA && c[-3] < 0xEE;
}

// Looks at every beginning of a word in 64 bytes at p (and MENTION_GATE_BYTES more that can be read), which are those
// at `base`. In scripts without spaces, all of whose characters have three bytes or more, any may be one.
static bool scan_block(struct finder *f, const char *p, size_t base, uint64_t *inside)
{
    struct classes c = classify(p);
    uint64_t starts = ((c.letters | (c.twos & ~(c.marked << 2 & c.marked))) & ~(c.letters << 1 | *inside)) | c.longer;
    *inside = c.letters >> 63;
    for (; starts; starts &= starts - 1) {
        size_t i = (size_t)__builtin_ctzll(starts);
        if (!mention_gate_open(&f->set->gate, p + i) || base + i < f->next || is_inside(f->text.p, base + i)) continue;
        if (!look(f, base + i)) return false;
    }
    return true;
}

bool mentions_find(const struct mention_names *names, struct str text, struct str language, struct arena *arena,
                   struct mention **found, size_t *count)
{
    struct finder f = {.names = names,
                       .set = mention_set_of(names, language),
                       .text = text,
                       .german = language_is(language, "de"),
                       .arabic = language_is(language, "ar"),
                       .arena = arena};
    if (!f.set) return arena->failed = true, false;
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
