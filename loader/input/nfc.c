#include "input/nfc.h"

#include "base/utf8.h"

#include <utf8proc.h>

#define PIECE 200  // characters normalised at once, at most

// Characters that are not their own NFC, or may compose with the one before them (Unicode 14).
static const struct {
    uint32_t first, last;
} stirring[] = {
    {0x300, 0x304},     {0x306, 0x30C},     {0x30F, 0x30F},     {0x311, 0x311},     {0x313, 0x314},
    {0x31B, 0x31B},     {0x323, 0x328},     {0x32D, 0x32E},     {0x330, 0x331},     {0x338, 0x338},
    {0x340, 0x345},     {0x374, 0x374},     {0x37E, 0x37E},     {0x387, 0x387},     {0x5B4, 0x5B4},
    {0x5B7, 0x5B9},     {0x5BC, 0x5BC},     {0x5BF, 0x5BF},     {0x5C1, 0x5C2},     {0x653, 0x655},
    {0x93C, 0x93C},     {0x958, 0x95F},     {0x9BC, 0x9BC},     {0x9BE, 0x9BE},     {0x9D7, 0x9D7},
    {0x9DC, 0x9DD},     {0x9DF, 0x9DF},     {0xA33, 0xA33},     {0xA36, 0xA36},     {0xA3C, 0xA3C},
    {0xA59, 0xA5B},     {0xA5E, 0xA5E},     {0xB3C, 0xB3C},     {0xB3E, 0xB3E},     {0xB56, 0xB57},
    {0xB5C, 0xB5D},     {0xBBE, 0xBBE},     {0xBD7, 0xBD7},     {0xC56, 0xC56},     {0xCC2, 0xCC2},
    {0xCD5, 0xCD6},     {0xD3E, 0xD3E},     {0xD57, 0xD57},     {0xDCA, 0xDCA},     {0xDCF, 0xDCF},
    {0xDDF, 0xDDF},     {0xF43, 0xF43},     {0xF4D, 0xF4D},     {0xF52, 0xF52},     {0xF57, 0xF57},
    {0xF5C, 0xF5C},     {0xF69, 0xF69},     {0xF72, 0xF76},     {0xF78, 0xF78},     {0xF80, 0xF81},
    {0xF93, 0xF93},     {0xF9D, 0xF9D},     {0xFA2, 0xFA2},     {0xFA7, 0xFA7},     {0xFAC, 0xFAC},
    {0xFB5, 0xFB5},     {0xFB7, 0xFB7},     {0xFB9, 0xFB9},     {0x102E, 0x102E},   {0x1161, 0x1175},
    {0x11A8, 0x11C2},   {0x1B35, 0x1B35},   {0x1F71, 0x1F71},   {0x1F73, 0x1F73},   {0x1F75, 0x1F75},
    {0x1F77, 0x1F77},   {0x1F79, 0x1F79},   {0x1F7B, 0x1F7B},   {0x1F7D, 0x1F7D},   {0x1FBB, 0x1FBB},
    {0x1FBE, 0x1FBE},   {0x1FC9, 0x1FC9},   {0x1FCB, 0x1FCB},   {0x1FD3, 0x1FD3},   {0x1FDB, 0x1FDB},
    {0x1FE3, 0x1FE3},   {0x1FEB, 0x1FEB},   {0x1FEE, 0x1FEF},   {0x1FF9, 0x1FF9},   {0x1FFB, 0x1FFB},
    {0x1FFD, 0x1FFD},   {0x2000, 0x2001},   {0x2126, 0x2126},   {0x212A, 0x212B},   {0x2329, 0x232A},
    {0x2ADC, 0x2ADC},   {0x3099, 0x309A},   {0xF900, 0xFA0D},   {0xFA10, 0xFA10},   {0xFA12, 0xFA12},
    {0xFA15, 0xFA1E},   {0xFA20, 0xFA20},   {0xFA22, 0xFA22},   {0xFA25, 0xFA26},   {0xFA2A, 0xFA6D},
    {0xFA70, 0xFAD9},   {0xFB1D, 0xFB1D},   {0xFB1F, 0xFB1F},   {0xFB2A, 0xFB36},   {0xFB38, 0xFB3C},
    {0xFB3E, 0xFB3E},   {0xFB40, 0xFB41},   {0xFB43, 0xFB44},   {0xFB46, 0xFB4E},   {0x110BA, 0x110BA},
    {0x11127, 0x11127}, {0x1133E, 0x1133E}, {0x11357, 0x11357}, {0x114B0, 0x114B0}, {0x114BA, 0x114BA},
    {0x114BD, 0x114BD}, {0x115AF, 0x115AF}, {0x11930, 0x11930}, {0x1D15E, 0x1D165}, {0x1D16E, 0x1D172},
    {0x1D1BB, 0x1D1C0}, {0x2F800, 0x2FA1D},
};

struct copy {
    struct arena *arena;
    char *p;
    size_t n, room;
};

static bool stirs(uint32_t c)
{
    size_t low = 0, high = sizeof stirring / sizeof *stirring;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (c > stirring[middle].last) low = middle + 1;
        else high = middle;
    }
    return low < sizeof stirring / sizeof *stirring && c >= stirring[low].first;
}

// Large blocks of letters and signs that are in NFC whatever stands beside them.
static bool calm(uint32_t c)
{
    return c < 0x300 || (c >= 0x388 && c <= 0x482) || (c >= 0x2002 && c <= 0x20CF) || (c >= 0x309B && c <= 0xA66E) ||
           (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xFF00 && c <= 0xFFFF) || (c >= 0x1F000 && c <= 0x1FAFF);
}

static int combining_class(uint32_t c)
{
    return utf8proc_get_property((utf8proc_int32_t)c)->combining_class;
}

// The lead bytes of U+0300 and more, but for those of the blocks U+0400 to 047F, 4000 to 9FFF and B000 to CFFF.
static bool may_stir(unsigned char c)
{
    return c >= 0xCC && c != 0xD0 && c != 0xD1 && !(c >= 0xE4 && c <= 0xE9) && c != 0xEB && c != 0xEC;
}

#ifdef __SSE2__
#include <emmintrin.h>

static __m128i equal(__m128i v, int byte)
{
    return _mm_cmpeq_epi8(v, _mm_set1_epi8((char)byte));
}

static __m128i between(__m128i v, int first, int last)
{
    __m128i above = _mm_subs_epu8(v, _mm_set1_epi8((char)last)), below = _mm_subs_epu8(_mm_set1_epi8((char)first), v);
    return equal(_mm_or_si128(above, below), 0);
}

// Bits of the bytes that may_stir; U+2002 to 203F, typographic marks, are passed over too.
static unsigned stirring_bits(const char *p)
{
    __m128i v = _mm_loadu_si128((const __m128i *)p);
    if (!_mm_movemask_epi8(between(v, 0xCC, 0xFF))) return 0;
    __m128i calm_bytes = _mm_or_si128(between(v, 0xD0, 0xD1), between(v, 0xE4, 0xE9));
    calm_bytes = _mm_or_si128(calm_bytes, between(v, 0xEB, 0xEC));
    unsigned bits = (unsigned)_mm_movemask_epi8(_mm_andnot_si128(calm_bytes, between(v, 0xCC, 0xFF)));
    unsigned marks = (unsigned)_mm_movemask_epi8(equal(v, 0xE2)) & (unsigned)_mm_movemask_epi8(equal(v, 0x80)) >> 1 &
                     (unsigned)_mm_movemask_epi8(between(v, 0x82, 0xBF)) >> 2;
    return bits & ~marks;
}
#endif

// To the first character from i on that may stir, or s.n.
static size_t skip_calm(struct str s, size_t i)
{
#ifdef __SSE2__
    for (; s.n - i >= 16; i += 16) {
        unsigned bits = stirring_bits(s.p + i);
        if (bits) return i + (size_t)__builtin_ctz(bits);
    }
#endif
    while (i < s.n && !may_stir((unsigned char)s.p[i])) i++;
    return i;
}

static bool add(struct copy *copy, const char *p, size_t n)
{
    if (copy->room - copy->n < n) {
        size_t room = copy->room + copy->room / 2 + n + 64;
        copy->p = arena_grow(copy->arena, copy->p, copy->room, room, 1);
        if (!copy->p) return false;
        copy->room = room;
    }
    if (n) memcpy(copy->p + copy->n, p, n);
    copy->n += n;
    return true;
}

// The piece in NFC at `out` (room for 4 times its characters, 4 bytes each); its bytes.
static size_t compose(struct str piece, char *out)
{
    utf8proc_int32_t c[PIECE * 4];
    utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
    const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)piece.p;
    utf8proc_ssize_t count = utf8proc_decompose(bytes, (utf8proc_ssize_t)piece.n, c, PIECE * 4, options);
    if (count >= 0 && count <= PIECE * 4) count = utf8proc_normalize_utf32(c, count, options);
    if (count < 0 || count > PIECE * 4) {
        memcpy(out, piece.p, piece.n);
        return piece.n;
    }
    size_t n = 0;
    for (utf8proc_ssize_t i = 0; i < count; i++) n += utf8_encode((uint32_t)c[i], out + n);
    return n;
}

// Where the characters end that may change together with the one at `start`.
static size_t piece_end(struct str s, size_t start)
{
    size_t i = start, n;
    for (unsigned count = 0; i < s.n && count < PIECE; count++, i += n) {
        uint32_t c = utf8_decode(str_slice(s, i, s.n), &n);
        if (count && !stirs(c) && combining_class(c) == 0) break;
    }
    return i;
}

struct str nfc(struct str s, struct arena *arena)
{
    struct copy copy = {.arena = arena};
    char out[PIECE * 4 * 4];
    size_t done = 0, start = 0;  // of the last character that begins a piece
    int before = 0;              // combining class of the last one
    for (size_t i = 0, n; i < s.n; i += n) {
        size_t next = skip_calm(s, i);
        if (next > i) {
            start = next - 1;
            while (start > i && ((unsigned char)s.p[start] & 0xC0) == 0x80) start--;
            before = 0;
            i = next;
            if (i == s.n) break;
        }
        uint32_t c = utf8_decode(str_slice(s, i, s.n), &n);
        int class = calm(c) ? 0 : combining_class(c);
        bool quiet = calm(c) || !stirs(c);
        if (quiet && (class == 0 || class >= before)) {
            if (class == 0) start = i;
            before = class;
            continue;
        }
        size_t end = piece_end(s, start), length = compose(str_slice(s, start, end), out);
        if (length != end - start || memcmp(out, s.p + start, length) != 0) {
            if (!copy.p && !add(&copy, s.p, 0)) return STR_NULL;
            if (!add(&copy, s.p + done, start - done) || !add(&copy, out, length)) return STR_NULL;
            done = end;
        }
        n = end - i;
        start = end;
        before = 0;
    }
    if (!copy.p) return s;
    return add(&copy, s.p + done, s.n - done) ? (struct str){copy.p, copy.n} : STR_NULL;
}
