#include "input/hygiene.h"

#include "base/utf8.h"
#include "input/charset.h"
#include "input/nfc.h"

#include <stdio.h>

#define BOM STR("\xEF\xBB\xBF")

enum { REPAIRED_FEW = 100 };  // so many may be found in any text

// Windows-1252's 0x80 to 0x9F; 0 where it has none.
static const uint16_t cp1252[32] = {
    0x20AC, 0,      0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
    0x2039, 0x152,  0,      0x17D,  0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0,      0x17E,  0x178,
};

static bool letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Whether the byte at i, which is part of no UTF-8 sequence, is likely in a Windows-1252 text.
static bool sensible(struct str s, size_t i)
{
    unsigned char c = (unsigned char)s.p[i];
    if (c >= 0xC0) {
        if (c == 0xD7 || c == 0xF7 || c == 0xFF) return false;
        char before = i ? s.p[i - 1] : ' ', after = i + 1 < s.n ? s.p[i + 1] : ' ';
        bool alone = !((before | after) & 0x80);  // à
        return letter(before) || letter(after) || alone;
    }
    if (c >= 0xA0) return !memchr("\xA4\xA6\xA8\xAC\xAD\xAF\xB4\xB8", c, 8);
    return cp1252[c - 0x80] && !memchr("\x83\x86\x87\x88\x98", c, 5);
}

static size_t sequences(struct str s)
{
    size_t count = 0;
    for (size_t i = 0; i < s.n; i++) count += (unsigned char)s.p[i] >= 0xC0;
    return count;
}

static bool is_cp1252(struct str s)
{
    size_t bad = 0, good = 0, likely = 0;
    for (size_t i = 0; i < s.n;) {
        struct str rest = str_slice(s, i, s.n);
        rest.n = utf8_valid(rest);
        good += sequences(rest);
        i += rest.n;
        if (i == s.n) break;
        if (s.p[i]) {
            bad++;
            likely += sensible(s, i);
        }
        i++;
    }
    return (bad >= 3 || bad * 100 >= s.n) && bad && good * 20 <= bad && likely * 10 >= bad * 9;
}

static struct str from_cp1252(struct str s, struct arena *arena, struct article *article)
{
    size_t high = 0, n = 0;
    for (size_t i = 0; i < s.n; i++) high += (unsigned char)s.p[i] >= 0x80;
    char *out = arena_alloc(arena, s.n + high * 2);
    if (!out) return STR_NULL;
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];
        bool missing = !c || (c >= 0x80 && c < 0xA0 && !cp1252[c - 0x80]);
        if (missing && !article->repaired++) article->repaired_at = i;
        if (!c) continue;
        n += utf8_encode(missing ? 0xFFFD : c >= 0x80 && c < 0xA0 ? cp1252[c - 0x80] : c, out + n);
    }
    return (struct str){out, n};
}

static bool convert(struct article *article, const char *encoding, struct arena *arena, struct error *error)
{
    struct charset *charset = charset_open(encoding, error);
    if (!charset) return false;
    struct str rest = article->bytes;
    size_t room = rest.n + rest.n / 2 + 64, n = 0;
    char *out = arena_alloc(arena, room);
    while (out && (rest.n || n == 0)) {
        if (room - n < 64) {
            size_t more = room + room / 2;
            out = arena_grow(arena, out, room, more, 1);
            room = more;
            continue;
        }
        n += charset_decode(charset, &rest, true, out + n, room - n);
        if (!rest.n) break;
    }
    article->repaired = charset_replaced(charset, &article->repaired_at);
    charset_close(charset);
    article->text = (struct str){out, n};
    return arena_ok(arena, error);
}

static void repair(struct article *article, struct arena *arena)
{
    struct utf8_repairs repairs;
    article->text = utf8_repair(article->text, arena, &repairs);
    if (!article->repaired) article->repaired_at = repairs.first_offset;
    article->repaired += repairs.replaced + repairs.nuls;
}

// Lone CRs to LF: what was read stays as it is, so it works on a copy.
static struct str unify_lines(struct str s, struct arena *arena)
{
    const char *at = s.n ? memchr(s.p, '\r', s.n) : NULL;
    while (at && at + 1 < s.p + s.n && at[1] == '\n') at = memchr(at + 1, '\r', (size_t)(s.p + s.n - at) - 1);
    if (!at) return s;
    char *copy = arena_alloc(arena, s.n);
    if (!copy) return STR_NULL;
    memcpy(copy, s.p, s.n);
    for (size_t i = (size_t)(at - s.p); i < s.n; i++)
        if (copy[i] == '\r' && (i + 1 == s.n || copy[i + 1] != '\n')) copy[i] = '\n';
    return (struct str){copy, s.n};
}

static bool is_text(const struct article *article, struct error *error)
{
    if (article->repaired < REPAIRED_FEW || article->repaired <= article->bytes.n / 10) return true;
    return error_set(error, ERROR_ARTICLE,
                     "is no text, or in an encoding that isn't known: %u of %zu bytes are ill-formed. Say which it is: "
                     "--encoding NAME",
                     article->repaired, article->bytes.n);
}

bool hygiene_article(struct article *article, struct arena *arena, struct error *error)
{
    const char *encoding = article->encoding;
    struct str bytes = article->bytes;
    article->text = bytes;
    article->repaired = 0;
    article->repaired_at = 0;
    if (!encoding) encoding = charset_guess(bytes);
    if (encoding) {
        if (!convert(article, encoding, arena, error)) return false;
        size_t at = article->repaired_at;
        repair(article, arena);
        article->repaired_at = at;  // that of a NUL character is not known
    } else if (utf8_valid(bytes) < bytes.n) {
        if (is_cp1252(bytes)) article->text = from_cp1252(bytes, arena, article);
        else repair(article, arena);
        if (!is_text(article, error)) return false;
    }
    struct str text = article->text;
    if (str_starts(text, BOM)) text = str_slice(text, BOM.n, text.n);
    if (text.p) text = unify_lines(text, arena);
    if (text.p) text = nfc(text, arena);
    article->text = text;
    return arena_ok(arena, error);
}

struct str hygiene_line(struct str s, struct arena *arena)
{
    if (!s.p) return s;
    struct article line = {.bytes = str_trim(s)};
    struct error error = {0};
    if (!hygiene_article(&line, arena, &error)) return STR_NULL;
    line.text = str_trim(line.text);
    return line.text.n ? line.text : STR_NULL;
}

struct str hygiene_name(struct str name, struct arena *arena)
{
    size_t good = utf8_valid(name);
    if (good == name.n) return name;
    char *out = arena_alloc(arena, name.n * 3 + 1);
    if (!out) return STR_NULL;
    size_t n = 0;
    for (size_t i = 0; i < name.n;) {
        struct str rest = str_slice(name, i, name.n);
        rest.n = utf8_valid(rest);
        memcpy(out + n, rest.p, rest.n);
        n += rest.n;
        i += rest.n;
        if (i < name.n) n += (size_t)snprintf(out + n, 4, "%%%02X", (unsigned char)name.p[i++]);
    }
    return (struct str){out, n};
}
