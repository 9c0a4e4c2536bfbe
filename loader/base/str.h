// A borrowed string: bytes that somebody else owns, not NUL-terminated. p is NULL for SQL's NULL ("not there"),
// which is told from the empty string (p set, n = 0).
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct str {
    const char *p;
    size_t n;
};

#define STR(literal) ((struct str){(literal), sizeof(literal) - 1})
#define STR_NULL     ((struct str){NULL, 0})
// for printf's "%.*s"
#define STR_ARG(s) (int)(s).n, (s).p ? (s).p : ""

static inline struct str str_from(const char *cstring)
{
    return (struct str){cstring, cstring ? strlen(cstring) : 0};
}

static inline bool str_equal(struct str a, struct str b)
{
    return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

// As memcmp; of two that begin alike the shorter one comes first.
int str_compare(struct str a, struct str b);

static inline bool str_starts(struct str s, struct str prefix)
{
    return s.n >= prefix.n && memcmp(s.p, prefix.p, prefix.n) == 0;
}

static inline bool str_ends(struct str s, struct str suffix)
{
    return s.n >= suffix.n && memcmp(s.p + s.n - suffix.n, suffix.p, suffix.n) == 0;
}

// Where the part first begins; NULL: nowhere. An empty part begins where s does.
const char *str_find(struct str s, struct str part);
bool str_contains(struct str s, struct str part);

// Letters and digits of ASCII, and all bytes of other characters.
static inline bool str_is_word_byte(char c)
{
    return (c & 0x80) || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

// The value of a hexadecimal digit; -1: it is none.
static inline int str_hex_digit(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    char lower = (char)(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

enum { STR_LISTED_MOST = 64 };  // bytes of a word that a list can have

// Whether the list has the word; words stand between a sign that is at both of the list's ends, too: "|km|sq km|".
bool str_is_listed(const char *list, struct str word);
// The same of a word in any case, as far as ASCII's letters go; the list has them small.
bool str_is_listed_any_case(const char *list, struct str word);

// The part from byte `start` to before byte `end`.
static inline struct str str_slice(struct str s, size_t start, size_t end)
{
    return (struct str){s.p + start, end - start};
}

// Without white space at either end: ASCII's, U+00A0, U+2000–U+200B, U+202F, U+205F, U+3000, U+FEFF.
struct str str_trim_any(struct str s);
// The same. Most strings begin and end in ASCII that is none.
static inline struct str str_trim(struct str s)
{
    return s.n && (signed char)s.p[0] > ' ' && (signed char)s.p[s.n - 1] > ' ' ? s : str_trim_any(s);
}

// Bytes of the white space character that `s` begins with (ends with, for _last); 0 when there is none.
size_t str_space_first(struct str s);
size_t str_space_last(struct str s);

#endif
