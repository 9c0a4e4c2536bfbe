#define _GNU_SOURCE  // memmem
#include "input/mhtml.h"

#include "input/charset_declared.h"
#include "input/doc_facts.h"
#include "input/header_field.h"

#include <strings.h>

#define LEVELS 4  // of parts in parts

struct part {
    struct str type, coding, location, saved;
    struct str body;
};

// Splits a part into its header and its body.
static struct part read_part(struct str s)
{
    struct part part = {STR("text/plain"), STR(""), STR(""), STR(""), STR("")};
    struct str name, value;
    while (header_field_take(&s, &name, &value)) {
        if (header_field_is(name, "Content-Type")) part.type = value;
        if (header_field_is(name, "Content-Transfer-Encoding")) part.coding = value;
        if (header_field_is(name, "Content-Location") || header_field_is(name, "Snapshot-Content-Location"))
            part.location = value;
        if (header_field_is(name, "Date")) part.saved = value;
    }
    part.body = s;
    return part;
}

static bool is_multipart(struct str type)
{
    return type.n > 10 && strncasecmp(type.p, "multipart/", 10) == 0;
}

bool mhtml_looks(struct str head)
{
    // what mail has that was sent
    static const char *const sent[] = {"Message-ID", "Received", "Return-Path", "Delivered-To", "X-Mozilla-Status"};
    struct str name, value;
    bool mime = false, page = false;
    if (str_starts(head, STR("\xEF\xBB\xBF"))) head = str_slice(head, 3, head.n);
    if (!head.n || head.p[0] == '\n' || head.p[0] == '\r') return false;
    for (size_t count = 0; header_field_take(&head, &name, &value) && count < 100; count++) {
        if (!count && (!name.n || memchr(name.p, ' ', name.n))) return false;
        mime = mime || header_field_is(name, "MIME-Version");
        if (header_field_is(name, "Content-Type"))
            page = header_field_is(header_field_type(value), "multipart/related") ||
                   header_field_is(header_field_type(value), "text/html");
        for (size_t i = 0; i < sizeof sent / sizeof *sent; i++)
            if (header_field_is(name, sent[i])) return false;
    }
    return mime && page;
}

// The next line that is the mark, or the mark of an end; n = 0: there is none.
static struct str mark_line(struct str s, struct str mark)
{
    const char *end = s.p + s.n, *p = s.p;
    for (; p < end && (p = memmem(p, (size_t)(end - p), mark.p, mark.n)); p += mark.n) {
        const char *behind = p + mark.n;
        if (p > s.p && p[-1] != '\n') continue;
        if (end - behind >= 2 && memcmp(behind, "--", 2) == 0) behind += 2;
        while (behind < end && (*behind == ' ' || *behind == '\t' || *behind == '\r')) behind++;
        if (behind == end || *behind == '\n') return (struct str){p, (size_t)(behind - p) + (behind < end)};
    }
    return (struct str){end, 0};
}

// The next part of a body: what stands between two lines of its boundary (RFC 2046, 5.1.1). False: there are no more.
static bool next_part(struct str *body, struct str boundary, struct str *part)
{
    char mark[80];
    if (boundary.n + 3 > sizeof mark || !body->n) return false;
    memcpy(mark, "--", 2);
    memcpy(mark + 2, boundary.p, boundary.n);
    struct str line = mark_line(*body, (struct str){mark, boundary.n + 2});
    if (!line.n || str_starts(str_slice(line, boundary.n + 2, line.n), STR("--"))) return false;
    struct str rest = str_slice(*body, (size_t)(line.p + line.n - body->p), body->n);
    struct str next = mark_line(rest, (struct str){mark, boundary.n + 2});
    *part = str_slice(rest, 0, (size_t)(next.p - rest.p));
    *body = str_slice(rest, part->n, rest.n);
    return true;
}

// The first part that is a page, in parts of parts too.
static bool find_page(struct part *part)
{
    struct str bodies[LEVELS], boundaries[LEVELS], one;
    size_t level = 0;
    if (!is_multipart(part->type)) return header_field_is(header_field_type(part->type), "text/html");
    bodies[0] = part->body;
    boundaries[0] = header_field_parameter(part->type, "boundary");
    for (;;) {
        if (!boundaries[level].n || !next_part(&bodies[level], boundaries[level], &one)) {
            if (!level--) return false;
            continue;
        }
        struct part found = read_part(one);
        struct str type = header_field_type(found.type);
        if (header_field_is(type, "text/html") || header_field_is(type, "application/xhtml+xml"))
            return *part = found, true;
        if (!is_multipart(type) || level + 1 == LEVELS) continue;
        bodies[++level] = found.body;
        boundaries[level] = header_field_parameter(found.type, "boundary");
    }
}

static size_t quoted_printable(struct str s, char *to)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) {
        size_t line = i + 1;
        if (s.p[i] == '=') {
            while (line < s.n && (s.p[line] == ' ' || s.p[line] == '\t' || s.p[line] == '\r')) line++;
            if (line < s.n && s.p[line] == '\n') {  // a line that goes on
                i = line;
                continue;
            }
            int high = i + 2 < s.n ? str_hex_digit(s.p[i + 1]) : -1, low = i + 2 < s.n ? str_hex_digit(s.p[i + 2]) : -1;
            if (high >= 0 && low >= 0) {
                to[n++] = (char)(high << 4 | low);
                i += 2;
                continue;
            }
        }
        to[n++] = s.p[i];
    }
    return n;
}

static size_t base64(struct str s, char *to)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    size_t n = 0;
    unsigned bits = 0, have = 0;
    for (size_t i = 0; i < s.n && s.p[i] != '='; i++) {
        const char *digit = s.p[i] ? strchr(digits, s.p[i]) : NULL;
        if (!digit) continue;
        bits = bits << 6 | (unsigned)(digit - digits);
        have += 6;
        if (have < 8) continue;
        have -= 8;
        to[n++] = (char)(bits >> have);
    }
    return n;
}

static struct str decode(const struct part *part, struct arena *arena)
{
    bool quoted = header_field_is(part->coding, "quoted-printable"), packed = header_field_is(part->coding, "base64");
    if (!quoted && !packed) return part->body;
    char *to = arena_alloc(arena, part->body.n + 1);
    if (!to) return STR_NULL;
    return (struct str){to, quoted ? quoted_printable(part->body, to) : base64(part->body, to)};
}

bool mhtml_read(struct article *article, struct arena *arena, struct error *error)
{
    struct str bytes = article->bytes;
    if (str_starts(bytes, STR("\xEF\xBB\xBF"))) bytes = str_slice(bytes, 3, bytes.n);
    struct part whole = read_part(bytes), page = whole;
    if (!find_page(&page))
        return error_set(error, ERROR_ARTICLE, "is a page that was saved with its parts, and none of them is HTML");
    struct doc_facts facts = {0};
    struct str location = whole.location.n ? whole.location : page.location;
    if (memmem(location.p, location.n, "://", 3)) doc_facts_add(&facts, STR("url"), location, arena);
    doc_facts_add(&facts, STR("saved"), whole.saved, arena);
    doc_facts_store(&facts, &article->metadata, arena);
    article->bytes = decode(&page, arena);
    article->declared = charset_of_label(header_field_parameter(page.type, "charset"));
    article->dialect = DIALECT_HTML;
    article->is_xml = header_field_is(header_field_type(page.type), "application/xhtml+xml");
    return arena_ok(arena, error);
}
