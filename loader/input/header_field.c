#include "input/header_field.h"

#include <strings.h>

// The first line without its end.
static struct str first_line(struct str s, size_t *bytes)
{
    const char *lf = s.n ? memchr(s.p, '\n', s.n) : NULL;
    size_t n = lf ? (size_t)(lf - s.p) : s.n;
    *bytes = lf ? n + 1 : n;
    return str_slice(s, 0, n && s.p[n - 1] == '\r' ? n - 1 : n);
}

bool header_field_take(struct str *block, struct str *name, struct str *value)
{
    size_t bytes, more;
    if (!block->n) return false;
    struct str line = first_line(*block, &bytes);
    *block = str_slice(*block, bytes, block->n);
    if (!line.n) return false;
    while (block->n && (block->p[0] == ' ' || block->p[0] == '\t')) {
        struct str next = first_line(*block, &more);
        line.n = (size_t)(next.p + next.n - line.p);
        *block = str_slice(*block, more, block->n);
    }
    const char *colon = memchr(line.p, ':', line.n);
    size_t n = colon ? (size_t)(colon - line.p) : 0;
    *name = str_trim(str_slice(line, 0, n));
    *value = str_trim(str_slice(line, n + (colon != NULL), line.n));
    return true;
}

bool header_field_is(struct str s, const char *name)
{
    return s.n == strlen(name) && strncasecmp(s.p, name, s.n) == 0;
}

bool header_field_number(struct str value, uint64_t *number)
{
    *number = 0;
    for (size_t i = 0; i < value.n; i++) {
        if (value.p[i] < '0' || value.p[i] > '9' || *number > UINT64_MAX / 100) return false;
        *number = *number * 10 + (uint64_t)(value.p[i] - '0');
    }
    return value.n > 0;
}

struct str header_field_type(struct str value)
{
    size_t n = 0;
    while (n < value.n && value.p[n] != ';' && value.p[n] != ',') n++;
    return str_trim(str_slice(value, 0, n));
}

// The value behind the equals sign: in quotes, or up to what can't be in it.
static struct str unquoted(struct str s)
{
    s = str_trim(s);
    char quote = s.n && (s.p[0] == '"' || s.p[0] == '\'') ? s.p[0] : '\0';
    const char *end = quote ? memchr(s.p + 1, quote, s.n - 1) : NULL;
    if (end) return str_slice(s, 1, (size_t)(end - s.p));
    size_t n = 0;
    while (n < s.n && s.p[n] > ' ' && s.p[n] != ';' && s.p[n] != ',') n++;
    return str_slice(s, quote != '\0' && n, n);
}

struct str header_field_parameter(struct str value, const char *name)
{
    for (size_t i = 0; i < value.n; i++) {
        if (value.p[i] == '"') {  // a semicolon within quotes parts nothing
            const char *end = memchr(value.p + i + 1, '"', value.n - i - 1);
            if (end) i = (size_t)(end - value.p);
        }
        if (value.p[i] != ';') continue;
        struct str rest = str_slice(value, i + 1, value.n);
        size_t n = 0;
        while (n < rest.n && rest.p[n] != '=' && rest.p[n] != ';') n++;
        if (n == rest.n) return STR_NULL;
        if (rest.p[n] == '=' && header_field_is(str_trim(str_slice(rest, 0, n)), name))
            return unquoted(str_slice(rest, n + 1, rest.n));
    }
    return STR_NULL;
}
