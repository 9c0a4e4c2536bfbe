#include "parse/html_reference.h"

#include "base/utf8.h"
#include "parse/html_reference_names.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_alnum(char c)
{
    return is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

// ---- by number

// What the standard makes of a number: those of C1 are Windows-1252's.
static uint32_t character_of(uint32_t c)
{
    static const uint16_t windows_1252[32] = {
        0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
        0x2039, 0x152,  0x8D,   0x17D,  0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178,
    };
    if (c >= 0x80 && c <= 0x9F) return windows_1252[c - 0x80];
    if (c == 0 || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) return 0xFFFD;
    return c;
}

static size_t by_number(struct str s, char *out, size_t *out_n)
{
    bool hex = s.n > 2 && (s.p[2] | 0x20) == 'x';
    size_t i = hex ? 3 : 2, first = i;
    uint32_t c = 0;
    for (; i < s.n; i++) {
        unsigned char d = (unsigned char)s.p[i], digit;
        if (is_digit((char)d)) digit = d - '0';
        else if (hex && (d | 0x20) >= 'a' && (d | 0x20) <= 'f') digit = (d | 0x20) - 'a' + 10;
        else break;
        if (c <= 0x10FFFF) c = c * (hex ? 16 : 10) + digit;
    }
    if (i == first) return 0;
    *out_n = utf8_encode(character_of(c), out);
    return i < s.n && s.p[i] == ';' ? i + 1 : i;
}

// ---- by name

struct entry {
    struct str name, characters;
    bool bare;  // also without a semicolon
};

static struct entry entry_at(size_t i)
{
    const char *p = html_reference_pool + html_reference_at[i];
    size_t name_n = (unsigned char)p[0] & 0x7F, n = (unsigned char)p[1];
    return (struct entry){{p + 2, name_n}, {p + 2 + name_n, n}, (unsigned char)p[0] >> 7};
}

static int compare(struct str a, struct str b)
{
    int order = memcmp(a.p, b.p, a.n < b.n ? a.n : b.n);
    return order ? order : a.n < b.n ? -1 : a.n > b.n;
}

static bool find(struct str name, struct entry *entry)
{
    size_t low = 0, high = HTML_REFERENCES;
    while (low < high) {
        size_t middle = (low + high) / 2;
        *entry = entry_at(middle);
        int order = compare(name, entry->name);
        if (!order) return true;
        if (order < 0) high = middle;
        else low = middle + 1;
    }
    return false;
}

static size_t put(const struct entry *entry, size_t used, char *out, size_t *out_n)
{
    memcpy(out, entry->characters.p, entry->characters.n);
    *out_n = entry->characters.n;
    return used;
}

// All names are letters and digits, so the longest one is either all of those, before a semicolon, or an old one.
static size_t by_name(struct str s, bool in_attribute, char *out, size_t *out_n)
{
    size_t n = 1;
    while (n < s.n && n <= HTML_REFERENCE_MAX && is_alnum(s.p[n])) n++;
    struct entry entry;
    if (n < s.n && s.p[n] == ';' && find(str_slice(s, 1, n), &entry)) return put(&entry, n + 1, out, out_n);
    for (size_t end = n <= HTML_REFERENCE_BARE_MAX ? n : HTML_REFERENCE_BARE_MAX + 1; end > 2; end--) {
        if (!find(str_slice(s, 1, end), &entry) || !entry.bare) continue;
        if (in_attribute && end < s.n && (s.p[end] == '=' || is_alnum(s.p[end]))) return 0;
        return put(&entry, end, out, out_n);
    }
    return 0;
}

size_t html_reference(struct str s, bool in_attribute, char *out, size_t *out_n)
{
    if (s.n < 3) return 0;
    return s.p[1] == '#' ? by_number(s, out, out_n) : by_name(s, in_attribute, out, out_n);
}
