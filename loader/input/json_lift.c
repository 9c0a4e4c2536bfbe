#define _GNU_SOURCE  // memmem
#include "input/json_lift.h"

#include "base/utf8.h"
#include "input/json_scan.h"

#define LONG 200

static size_t skip_space(struct str s, size_t i)
{
    while (i < s.n && (s.p[i] == ' ' || s.p[i] == '\t' || s.p[i] == '\r' || s.p[i] == '\n')) i++;
    return i;
}

// *i is at a string's opening quote and goes to its closing one. *plain: json-c would write it as it is, which is so
// of the short escapes but that of the slash. False: it doesn't end.
static bool pass_string(struct str s, size_t *i, bool *plain)
{
    *plain = true;
    for (++*i; (*i += json_ordinary(s.p + *i, s.n - *i)) < s.n; ++*i) {
        if (s.p[*i] == '"') return true;
        if (s.p[*i] != '\\') *plain = false;
        else if (++*i == s.n) return false;
        else *plain = *plain && s.p[*i] && strchr("\"\\bfnrt", s.p[*i]);
    }
    return false;
}

static int hex4(const char *p)
{
    int v = 0;
    for (int i = 0; i < 4; i++) {
        int d = str_hex_digit(p[i]);
        if (d < 0) return -1;
        v = v * 16 + d;
    }
    return v;
}

// The escape at *p, which it passes; the bytes written at out (3 of room, or 4 for two escapes). 0: it is none.
static size_t unescape(const char **p, const char *end, char *out)
{
    static const char values[128] = {
        ['"'] = '"', ['\\'] = '\\', ['/'] = '/', ['b'] = '\b', ['f'] = '\f', ['n'] = '\n', ['r'] = '\r', ['t'] = '\t'};
    if (end - *p < 2) return 0;
    unsigned char code = (unsigned char)(*p)[1];
    if (code < 128 && values[code]) {
        *out = values[code];
        *p += 2;
        return 1;
    }
    int v = code == 'u' && end - *p >= 6 ? hex4(*p + 2) : -1;
    if (v < 0) return 0;
    *p += 6;
    if (v >= 0xD800 && v < 0xDC00 && end - *p >= 6 && (*p)[0] == '\\' && (*p)[1] == 'u') {
        int low = hex4(*p + 2);
        if (low >= 0xDC00 && low < 0xE000) {
            *p += 6;
            return utf8_encode(0x10000 + ((uint32_t)(v - 0xD800) << 10) + (uint32_t)(low - 0xDC00), out);
        }
    }
    return utf8_encode(v >= 0xD800 && v < 0xE000 ? 0xFFFD : (uint32_t)v, out);
}

// *i is at a string's opening quote and goes to its closing one. STR_NULL: the string is not well formed, or there is
// no memory.
static struct str decode(struct str s, size_t *i, struct arena *arena)
{
    const char *p = s.p + *i + 1, *end = s.p + s.n;
    size_t n = json_ordinary(p, (size_t)(end - p)), room = (size_t)(end - p);
    if (n < room && p[n] == '"') {
        *i += 1 + n;
        return arena_str(arena, (struct str){p, n});
    }
    char *out = arena_alloc(arena, room), *to = out;
    while (out && p < end) {
        n = json_ordinary_copy(to, p, (size_t)(end - p));
        to += n;
        p += n;
        if (p == end || *p == '"') break;
        if (*p != '\\') {
            *to++ = *p++;
            continue;
        }
        n = unescape(&p, end, to);
        if (!n) return STR_NULL;
        to += n;
    }
    if (!out || p == end) return STR_NULL;
    *i = (size_t)(p - s.p);
    return (struct str){arena_grow(arena, out, room, (size_t)(to - out), 1), (size_t)(to - out)};
}

// Ends of values that are no strings --------------------------------------------------------------------------------

static size_t digits(struct str s)
{
    size_t n = 0;
    while (n < s.n && s.p[n] >= '0' && s.p[n] <= '9') n++;
    return n;
}

// -12, 0, 3.50: what json-c writes just so.
static bool plain_number(struct str s, bool *integer)
{
    bool minus = s.n && *s.p == '-';
    s = str_slice(s, minus, s.n);
    size_t n = digits(s);
    *integer = n == s.n;
    if (!n || n > 18 || (*s.p == '0' && n > 1)) return false;
    if (*integer) return !minus || *s.p != '0';
    if (s.p[n] != '.') return false;
    s = str_slice(s, n + 1, s.n);
    n = digits(s);
    return n && n == s.n && n < 20;
}

static bool plain_value(struct str s, bool *integer)
{
    *integer = false;
    return str_equal(s, STR("null")) || str_equal(s, STR("true")) || str_equal(s, STR("false")) ||
           plain_number(s, integer);
}

// The end of a value that is no string, at most of the members around it.
static size_t value_end(struct str s, size_t i)
{
    if (s.p[i] == '{' || s.p[i] == '[') {
        struct json_scan scan = {0};
        size_t n = json_scan(&scan, str_slice(s, i, s.n));
        return n ? i + n : s.n;
    }
    while (i < s.n && !memchr(",}]\"{[: \t\r\n", s.p[i], 11)) i++;
    return i;
}

// Members -----------------------------------------------------------------------------------------------------------

// What the member's key means; false: the object had it before, or has too many.
static bool meaning(struct json_lift *lift, struct str key, enum field *field, unsigned *rank)
{
    size_t number = lift->key_count++;
    if (number == LIFT_MEMBERS) return false;
    uint64_t bit =
        UINT64_C(1) << ((key.n ? key.n + 7 * (unsigned char)key.p[0] + 13 * (unsigned char)key.p[key.n - 1] : 0) & 63);
    if (lift->key_bits & bit)
        for (size_t i = 0; i < number; i++)
            if (str_equal(lift->keys[i], key)) return false;
    lift->key_bits |= bit;
    lift->keys[number] = key;
    if (!key.n || key.n > sizeof lift->known->name) {
        *field = mapping_find(lift->mapping, key, rank);
        return true;
    }
    if (lift->known[number].n != key.n || memcmp(lift->known[number].name, key.p, key.n) != 0) {
        lift->known[number].n = key.n;
        memcpy(lift->known[number].name, key.p, key.n);
        lift->known[number].field = mapping_find(lift->mapping, key, &lift->known[number].rank);
    }
    *field = lift->known[number].field;
    *rank = lift->known[number].rank;
    return true;
}

static void keep(struct json_lift *lift, struct str key, struct str value)
{
    struct buf *rest = &lift->rest;
    if (rest->n > 1) buf_byte(rest, ',');
    buf_str_add(rest, key);
    buf_byte(rest, ':');
    buf_str_add(rest, value);
}

// A string that begins at i and is empty, a word for nothing, or no address where that is wanted.
static bool says_nothing(struct str json, size_t i, enum field field, unsigned rank)
{
    struct str s = str_slice(json, i + 1, json.n < i + 16 ? json.n : i + 16);
    const char *end = s.n ? memchr(s.p, '"', s.n) : NULL;
    if (field == FIELD_URL && rank >= MAPPING_WEAK && !memmem(s.p, end ? (size_t)(end - s.p) : s.n, "://", 3))
        return true;
    if (field == FIELD_URL && mapping_is_path(s)) return true;
    if (!end) return false;
    s.n = (size_t)(end - s.p);
    return s.n ? mapping_is_nothing(s) : field != FIELD_TEXT;
}

// A value at *i, which goes behind it.
static bool string_member(struct json_lift *lift, struct str json, size_t *i, struct lifted member, struct arena *arena)
{
    size_t start = *i;
    bool plain = true, none = says_nothing(json, start, member.field, member.rank);
    if (member.field == FIELD_COUNT || none || lift->count == LIFT_MOST) {
        if (!pass_string(json, i, &plain)) return false;
        if (*i - start <= LONG || plain || lift->count == LIFT_MOST) {
            lift->plain = lift->plain && plain && (none || member.field == FIELD_COUNT);
            struct str key = {member.key.p - 1, member.key.n + 2};
            keep(lift, key, str_slice(json, start, ++*i));
            return true;
        }
        *i = start;
        lift->plain = false;
    }
    member.value = decode(json, i, arena);
    lift->lifted[lift->count++] = member;
    ++*i;
    return member.value.p != NULL;
}

static bool other_member(struct json_lift *lift, struct str json, size_t *i, struct lifted member, struct arena *arena)
{
    size_t start = *i;
    *i = value_end(json, start);
    if (*i >= json.n) return false;
    struct str value = str_slice(json, start, *i);
    bool means = member.field < FIELD_COUNT, plain = plain_value(value, &member.integer);
    bool number = member.field == FIELD_ID || member.field == FIELD_TITLE;
    if (number && plain && member.integer && lift->count < LIFT_MOST) {
        member.value = arena_str(arena, value);
        lift->lifted[lift->count++] = member;
        return member.value.p != NULL;
    }
    bool usable = (value.n && *value.p == '{' && (means || mapping_holds(member.key))) ||
                  (value.n && *value.p == '[' && means) ||
                  (value.n && memchr("-0123456789", *value.p, 11) && (number || member.field == FIELD_DATE));
    lift->plain = lift->plain && plain && !usable;
    keep(lift, (struct str){member.key.p - 1, member.key.n + 2}, value);
    return true;
}

static bool member(struct json_lift *lift, struct str json, size_t *i, struct arena *arena)
{
    struct lifted new = {.field = FIELD_COUNT};
    bool plain;
    size_t key = *i;
    if (key >= json.n || json.p[key] != '"' || !pass_string(json, i, &plain)) return false;
    new.key = str_slice(json, key + 1, *i);
    plain = plain && !memchr(new.key.p, '\\', new.key.n);
    *i = skip_space(json, *i + 1);
    if (*i >= json.n || json.p[*i] != ':') return false;
    *i = skip_space(json, *i + 1);
    if (*i >= json.n) return false;
    if (plain && !meaning(lift, new.key, &new.field, &new.rank)) return false;
    if (json.p[*i] != '"') {
        if (!other_member(lift, json, i, new, arena)) return false;
    } else if (plain) {
        if (!string_member(lift, json, i, new, arena)) return false;
    } else {
        size_t value = *i;
        bool ignored;
        if (!pass_string(json, i, &ignored)) return false;
        keep(lift, str_slice(json, key, key + new.key.n + 2), str_slice(json, value, ++*i));
    }
    lift->plain = lift->plain && plain;
    return true;
}

bool json_lift(struct json_lift *lift, struct str json, struct arena *arena)
{
    size_t i = 0;
    lift->count = lift->rest.n = lift->key_count = 0;
    lift->key_bits = 0;
    lift->plain = true;
    buf_byte(&lift->rest, '{');
    do {
        i = skip_space(json, i + 1);
        if (!member(lift, json, &i, arena)) return false;
        i = skip_space(json, i);
    } while (i < json.n && json.p[i] == ',');
    if (i >= json.n || json.p[i] != '}') return false;
    buf_byte(&lift->rest, '}');
    return skip_space(json, i + 1) == json.n && !lift->rest.failed;
}
