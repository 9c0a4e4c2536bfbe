#include "facts/mentions.h"

#include "base/inline.h"
#include "base/utf8.h"
#include "facts/mentions_article.h"
#include "facts/mentions_context.h"
#include "facts/mentions_names.h"
#include "parse/masks.h"

#define BLOCK MASK_BYTES

struct finder {
    const struct mention_names *names;
    const struct mention_set *set;
    struct str text;
    bool german, arabic;
    struct arena *arena;
    struct mention *found;
    size_t count, room;
    size_t next;                      // byte before which all has been looked at
    size_t byte, chars;               // of the last mention's start, to count characters from
    struct mention_article *article;  // NULL for a text by itself
    uint32_t evidence[EVIDENCES];     // words of the text
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
    bool same;     // so but for signs; the rest may not be told then
    unsigned letters;
    bool small, capital;  // with small letters, with capitals
    bool odd;             // differs in case elsewhere than by a capital at the beginning of a word
};

static inline struct spelling spell(struct str name, struct str text)
{
    if (str_starts(text, name)) return (struct spelling){.bytes = name.n, .same = true};
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

// Written as a word, with one capital.
static bool is_spoken(const struct mention_entry *e, struct str text)
{
    if (!(e->flags & MENTION_IS_SPOKEN) || text.p[0] != e->name.p[0]) return false;
    for (size_t i = 1; i < e->name.n; i++)
        if (!mention_is_small(text.p[i])) return false;
    return true;
}

static bool case_fits(const struct finder *f, const struct mention_entry *e, const struct spelling *s, size_t at)
{
    if (s->same || is_spoken(e, str_slice(f->text, at, at + s->bytes))) return true;
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

static bool add(struct finder *f, uint32_t entity, uint16_t flags, size_t at, size_t bytes)
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
                                            .byte_length = (uint32_t)bytes,
                                            .flags = flags};
    return true;
}

// Han, kana and Hangul, by their first byte: neither signs nor letters with case.
static bool has_one_form(char c)
{
    unsigned char first = (unsigned char)c;
    return first >= 0xE3 && first <= 0xED && first != 0xEA;
}

// Whether the text goes on behind the first word otherwise than the name, as far as is plain to see: a cheap way past
// most candidates.
static bool differs(const struct mention_entry *e, struct str text)
{
    for (size_t i = 0, at = e->word; at < e->name.n && i < 12; i++, at++) {
        if (i == text.n) return true;
        char a = e->name.p[at], b = text.p[i];
        if (a == b && !(a & 0x80)) continue;
        if (has_one_form(a)) {
            if (!str_starts(str_slice(text, i, text.n), str_slice(e->name, at, at + 3))) return true;
            i += 2, at += 2;
        } else if (a & 0x80) {
            return false;
        } else if (b & 0x80) {
            size_t n;
            return !mention_is_plain_word((unsigned char)a) &&
                   !same_sign((unsigned char)a, mention_character(text, i, &n));
        } else if ((a ^ b) != 0x20 && !(a == ' ' && is_space((unsigned char)b))) {
            return true;
        }
    }
    return false;
}

// An acronym, in whatever language: RDC is a foreign name.
static bool is_short(const struct mention_entry *e)
{
    if (e->kind == MENTION_ACRONYM) return true;
    for (size_t i = 0; i < e->name.n; i++)
        if (e->name.p[i] < 'A' || e->name.p[i] > 'Z') return false;
    return true;
}

static void note(struct finder *f, const struct mention_entry *e, bool small)
{
    for (int i = 0; i < EVIDENCES; i++)
        if (e->evidence >> i & 1 && (!small || i == EVIDENCE_TECHNICAL)) f->evidence[i]++;
}

// Tries the names whose first word has this hash and this length.
static bool look_up(struct finder *f, size_t at, size_t word, uint32_t hash)
{
    struct str rest = str_slice(f->text, at + word, f->text.n);
    const struct mention_entry *e = mention_lookup(f->set, hash), *end = f->set->entries + f->set->count;
    bool small = mention_is_small(f->text.p[at]);
    uint64_t next = mention_next(rest);
    if (e && e->evidence) note(f, e, small);
    if (e && !(e->nexts & next)) e += e->longer;
    for (; e && e < end && e->hash == hash; e++) {
        if (e->next && !(e->next & next)) continue;
        if (small && !mention_is_small(e->name.p[0]) && !(e->flags & MENTION_HAS_LOWER)) continue;
        if (e->flags & MENTION_IS_EVIDENCE || differs(e, rest)) continue;
        struct spelling s = spell(e->name, str_slice(f->text, at, f->text.n));
        if (!s.bytes || !ends_word(f, e, at + s.bytes) || !case_fits(f, e, &s, at)) continue;
        if (!begins_word(f, e, at)) return true;
        f->next = at + s.bytes;
        if (e->entity == MENTION_NONE || context_forbids(f->set, e, f->text, at, at + s.bytes)) return true;
        if (f->article && is_short(e) &&
            article_explains(f->article, f->set, e, f->count ? &f->found[f->count - 1] : NULL, f->text, at,
                             at + s.bytes))
            return true;
        return add(f, e->entity, e->flags, at, s.bytes);
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
    return entity == MENTION_NONE || add(f, entity, 0, at, 8);
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

// 64 bytes: those of words that are told at a glance (ASCII letters and digits; letters of Latin and Cyrillic with two
// bytes), those where a word may begin, and whether the next block begins in the midst of a letter.
struct block {
    uint64_t words, starts;
    bool split;
};

// Beginnings of words that are not told at a glance. In scripts without spaces, all of whose characters have three
// bytes or more, any may be one; but none that continues a word of its script, by a look at the characters before it in
// the block: a letter with signs or a Greek one behind another; a letter of an Indic script or Hangul behind another;
// of Arabic or Hebrew, whose words of one letter are written in one with the next, behind two others. Only to save
// work: begins_word decides.
INLINE uint64_t other_starts(const char *p, uint64_t leads, uint64_t inside, mask_between_fn *between)
{
    uint64_t longer = leads & between(p, 0xE0, 0xFF), twos = leads & ~longer, starts = twos & ~inside;
    if (twos) {  // D6 has a hyphen, D8 80 to D8 9F commas
        uint64_t marked = between(p, 0xC3, 0xD4), comma = between(p, 0xD8, 0xD8) & between(p + 1, 0x80, 0x9F);
        uint64_t arabic = between(p, 0xD7, 0xDB) & ~comma;
        starts &= ~(marked & marked << 2) & ~(arabic & arabic << 2 & arabic << 4);
    }
    uint64_t hangul = between(p, 0xEA, 0xED), spaced = longer & between(p, 0xE0, 0xE1);
    starts |= longer & ~(hangul & hangul << 3);
    if (spaced) {
        uint64_t vietnamese = between(p, 0xE1, 0xE1), indic = between(p, 0xE0, 0xE0) & between(p + 1, 0x80, 0xB7);
        starts &= ~(indic & indic << 3) & ~(vietnamese & inside);
    }
    return starts;
}

INLINE struct block classify(const char *p, const struct block *before, masks_fn *masks, mask_between_fn *between)
{
    struct masks m = masks(p);
    struct block b = {.words = m.letters | m.digits};
    uint64_t carry = before->words >> (BLOCK - 1);
    if (!m.high) {
        b.starts = b.words & ~(b.words << 1 | carry);
        return b;
    }
    uint64_t leads = between(p, 0xC0, 0xFF), known = between(p, 0xC3, 0xC9), others = leads & ~known;
    if (others) known |= between(p, 0xD0, 0xD1), others = leads & ~known;
    if (known) {  // but for signs: multiplied and divided by
        uint64_t signs = known & (between(p + 1, 0x97, 0x97) | between(p + 1, 0xB7, 0xB7));
        if (signs) known &= ~(signs & between(p, 0xC3, 0xC3));
        others = leads & ~known;
    }
    b.words |= known | known << 1 | before->split;
    b.split = known >> (BLOCK - 1);
    uint64_t inside = b.words << 1 | carry;
    b.starts = b.words & ~inside;
    if (others) b.starts |= other_starts(p, others, inside, between);
    return b;
}

// Looks at every beginning of a word in the block at p, of which MENTION_GATE_BYTES more can be read. g: a finder of
// other names; NULL for none.
INLINE bool scan_block(struct finder *f, struct finder *g, const char *p, size_t base, const struct block *b,
                       const struct block *next)
{
    for (uint64_t starts = b->starts; starts; starts &= starts - 1) {
        unsigned i = (unsigned)__builtin_ctzll(starts);
        uint64_t words = b->words >> i;
        if (i > BLOCK - MENTION_GATE_KEY) words |= next->words << (BLOCK - i);
        unsigned letters = (unsigned)__builtin_ctzll(~words | 1 << MENTION_GATE_KEY);
        size_t at = base + i;
        if (mention_gate_open(&f->set->gate, p + i, letters) && at >= f->next && !look(f, at)) return false;
        if (g && mention_gate_open(&g->set->gate, p + i, letters) && at >= g->next && !look(g, at)) return false;
    }
    return true;
}

INLINE bool scan_all(struct finder *f, struct finder *g, masks_fn *masks, mask_between_fn *between)
{
    size_t n = f->text.n;
    char rest[2 * BLOCK + 2 * MENTION_GATE_BYTES] = {0};  // the last two blocks at most, and zeros behind them
    struct block b = {0}, next;
    const char *p = f->text.p;
    for (size_t base = 0; base < n; base += BLOCK, p += BLOCK, b = next) {
        if (base + 2 * BLOCK >= n && p == f->text.p + base) {
            memcpy(rest, p, n - base);
            p = rest;
        }
        if (!base) b = classify(p, &b, masks, between);
        next = base + BLOCK < n ? classify(p + BLOCK, &b, masks, between) : (struct block){0};
        if (!scan_block(f, g, p, base, &b, &next)) return false;
    }
    return true;
}

static bool scan_plain(struct finder *f, struct finder *g)
{
    return g ? scan_all(f, g, masks_of, mask_between) : scan_all(f, NULL, masks_of, mask_between);
}

#ifdef __x86_64__
MASKS_WIDE static bool scan_wide(struct finder *f, struct finder *g)
{
    return g ? scan_all(f, g, masks_wide, mask_wide_between) : scan_all(f, NULL, masks_wide, mask_wide_between);
}

static bool scan(struct finder *f, struct finder *g)
{
    return (masks_wide_can() ? scan_wide : scan_plain)(f, g);
}
#else
static bool scan(struct finder *f, struct finder *g)
{
    return scan_plain(f, g);
}
#endif

static struct finder finder_of(const struct mention_names *names, struct str text, struct str language,
                               struct arena *arena)
{
    const struct mention_set *set = mention_set_of(names, language);
    return (struct finder){.names = names,
                           .set = set,
                           .text = text,
                           .german = set && mention_set_is(set, "de"),
                           .arabic = set && mention_set_is(set, "ar"),
                           .arena = arena};
}

bool mentions_find(const struct mention_names *names, struct str text, struct str language, struct arena *arena,
                   struct mention **found, size_t *count)
{
    struct finder f = finder_of(names, text, language, arena);
    if (!f.set) return arena->failed = true, false;
    bool fine = scan(&f, NULL);
    *found = f.found;
    *count = f.count;
    return fine;
}

bool mentions_find_two(const struct mention_names *names, const struct mention_names *others, struct str text,
                       struct str language, struct mention_article *article, struct arena *arena,
                       struct mention_list found[2])
{
    struct finder f = finder_of(names, text, language, arena), g = {0};
    if (others) g = finder_of(others, text, language, arena);
    if (!f.set || (others && !g.set)) return arena->failed = true, false;
    f.article = article;
    bool fine = scan(&f, others ? &g : NULL);
    if (article) f.count = article_settle(article, f.set, f.evidence, text, f.found, f.count);
    found[0] = (struct mention_list){f.found, f.count};
    found[1] = (struct mention_list){g.found, g.count};
    return fine;
}

bool mentions_header_is_technical(const struct mention_names *names, struct str header, struct str language)
{
    const struct mention_set *set = mention_set_of(names, language);
    return set && context_is_technical(set, header);
}

bool mentions_cell_is_state(const struct mention_names *names, struct str cell, struct str language)
{
    uint32_t hash;
    const struct mention_set *set = mention_set_of(names, language);
    return set && mention_word(cell, &hash) == cell.n && mention_word_is(set, MENTION_STOP_BESIDE_STATE, cell);
}
