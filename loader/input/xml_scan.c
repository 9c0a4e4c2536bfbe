#define _GNU_SOURCE  // memmem
#include "input/xml_scan.h"

#include "base/utf8.h"

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool is_name(char c)
{
    return str_is_word_byte(c) || c == '-' || c == '.' || c == '_' || c == ':';
}

// Bytes up to the end of the next `mark`; all when there is none.
static size_t up_to(struct str s, size_t from, const char *mark)
{
    const char *at = from < s.n ? memmem(s.p + from, s.n - from, mark, strlen(mark)) : NULL;
    return at ? (size_t)(at - s.p) + strlen(mark) : s.n;
}

// Behind the `>` of the tag at the start of s that stands in no quotes; 0: it has none. There is no `<` in a tag (XML,
// "No < in Attribute Values").
static size_t tag_end(struct str s)
{
    char quote = '\0';
    for (size_t i = 1; i < s.n && s.p[i] != '<'; i++) {
        if (quote) quote = s.p[i] == quote ? '\0' : quote;
        else if (s.p[i] == '>') return i + 1;
        else if (s.p[i] == '"' || s.p[i] == '\'') quote = s.p[i];
    }
    return 0;
}

// <!DOCTYPE html [ … ]>
static size_t type_end(struct str s)
{
    size_t end = up_to(s, 0, ">");
    const char *subset = memchr(s.p, '[', end);
    if (!subset) return end;
    return up_to(s, up_to(s, (size_t)(subset - s.p), "]"), ">");
}

static bool take_tag(struct str s, struct xml_token *token)
{
    size_t n = tag_end(s), at = 1 + (s.n > 1 && s.p[1] == '/'), start = at;
    if (!n || !is_name(s.p[at])) return false;
    while (is_name(s.p[at])) at++;
    token->kind = start == 2 ? XML_END : XML_START;
    token->name = str_slice(s, start, at);
    token->empty = token->kind == XML_START && s.p[n - 2] == '/';
    token->attributes = str_slice(s, at, n - 1 - token->empty);
    token->whole = str_slice(s, 0, n);
    return true;
}

bool xml_next(struct str *rest, struct xml_token *token)
{
    struct str s = *rest;
    if (!s.n) return false;
    *token = (struct xml_token){.kind = XML_OTHER};
    size_t n;
    if (str_starts(s, STR("<!--"))) n = up_to(s, 4, "-->");
    else if (str_starts(s, STR("<![CDATA["))) n = up_to(s, 9, "]]>"), token->kind = XML_CDATA;
    else if (str_starts(s, STR("<?"))) n = up_to(s, 2, "?>");
    else if (str_starts(s, STR("<!"))) n = type_end(s);
    else if (*s.p == '<' && take_tag(s, token)) n = token->whole.n;
    else {
        const char *tag = s.n > 1 ? memchr(s.p + 1, '<', s.n - 1) : NULL;
        n = tag ? (size_t)(tag - s.p) : s.n;
        token->kind = XML_TEXT;
        token->text = str_slice(s, 0, n);
    }
    token->whole = str_slice(s, 0, n);
    if (token->kind == XML_CDATA)
        token->text = str_slice(s, 9, n >= 12 && memcmp(s.p + n - 3, "]]>", 3) == 0 ? n - 3 : n);
    *rest = str_slice(s, n, s.n);
    return true;
}

bool xml_attribute_next(struct str *attributes, struct str *name, struct str *value)
{
    struct str s = str_trim(*attributes);
    size_t n = 0;
    while (n < s.n && is_name(s.p[n])) n++;
    *name = str_slice(s, 0, n);
    while (n < s.n && (is_space(s.p[n]) || s.p[n] == '=')) n++;
    const char *quote = n < s.n && (s.p[n] == '"' || s.p[n] == '\'') ? memchr(s.p + n + 1, s.p[n], s.n - n - 1) : NULL;
    if (!name->n || !quote) return false;
    size_t end = (size_t)(quote - s.p);
    *value = str_slice(s, n + 1, end);
    *attributes = str_slice(s, end + 1, s.n);
    return true;
}

struct str xml_attribute(struct str attributes, const char *name)
{
    struct str found, value;
    while (xml_attribute_next(&attributes, &found, &value))
        if (str_equal(found, str_from(name))) return value;
    return STR_NULL;
}

struct str xml_local(struct str name)
{
    const char *colon = name.n ? memchr(name.p, ':', name.n) : NULL;
    return colon ? str_slice(name, (size_t)(colon - name.p) + 1, name.n) : name;
}

// The character that the reference stands for, behind & and before ;. 0: none that is known.
static uint32_t character(struct str reference)
{
    static const struct {
        struct str name;
        char c;
    } names[] = {{{"amp", 3}, '&'}, {{"lt", 2}, '<'}, {{"gt", 2}, '>'}, {{"quot", 4}, '"'}, {{"apos", 4}, '\''}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_equal(reference, names[i].name)) return (uint32_t)names[i].c;
    bool hex = reference.n > 2 && (reference.p[1] | 0x20) == 'x';
    uint32_t value = 0;
    if (reference.n < 2 || reference.p[0] != '#') return 0;
    for (size_t i = hex ? 2 : 1; i < reference.n; i++) {
        int digit = str_hex_digit(reference.p[i]);
        if (digit < 0 || digit >= (hex ? 16 : 10) || value > 0x10FFFF) return 0;
        value = value * (hex ? 16 : 10) + (uint32_t)digit;
    }
    return value > 0x10FFFF || (value >= 0xD800 && value < 0xE000) ? 0 : value;
}

struct str xml_text(struct str text, struct arena *arena)
{
    if (!text.n || !memchr(text.p, '&', text.n)) return arena_str(arena, text);
    char *to = arena_alloc(arena, text.n);
    size_t n = 0;
    for (size_t i = 0; to && i < text.n; i++) {
        const char *end = text.p[i] == '&' ? memchr(text.p + i, ';', text.n - i < 12 ? text.n - i : 12) : NULL;
        uint32_t c = end ? character(str_slice(text, i + 1, (size_t)(end - text.p))) : 0;
        if (!c) {
            to[n++] = text.p[i];
            continue;
        }
        n += utf8_encode(c, to + n);
        i = (size_t)(end - text.p);
    }
    return to ? (struct str){to, n} : STR_NULL;
}
