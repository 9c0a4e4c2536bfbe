#include "input/hygiene.h"

#include "base/utf8.h"
#include "input/charset.h"
#include "input/charset_declared.h"
#include "input/charset_guess.h"
#include "input/foreign.h"
#include "input/nfc.h"

#include <stdio.h>

#define BOM STR("\xEF\xBB\xBF")

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
    size_t at;
    uint32_t replaced = charset_replaced(charset, &at);
    if (!article->repaired) article->repaired_at = at;
    article->repaired += replaced;
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

// Whether what was converted is that throughout.
static bool is_that(const struct article *article)
{
    size_t high = 0;
    for (size_t i = 0; i < article->bytes.n; i++) high += (unsigned char)article->bytes.p[i] >= 0x80;
    return article->repaired < 3 || article->repaired * 20 <= high;
}

// By its letters.
static bool decode_guessed(struct article *article, const char *encoding, struct arena *arena, struct error *error)
{
    if (!encoding && !charset_decide(article->bytes, &encoding, error)) return false;
    if (encoding && !convert(article, encoding, arena, error)) return false;
    article->guessed = encoding;
    if (!encoding || is_that(article)) return true;
    return error_set(error, ERROR_ARTICLE,
                     "%u of its characters are ill-formed in %s, as which it begins. Say which encoding it is: "
                     "--encoding=NAME",
                     article->repaired, encoding);
}

static bool decode_declared(struct article *article, const char *declared, struct arena *arena, struct error *error)
{
    struct article guessed = *article, said = *article;
    struct error why = {0};
    bool utf8 = strcmp(declared, "UTF-8") == 0;
    if (!utf8 && !convert(&said, declared, arena, error)) return false;
    bool believed = (!utf8 && is_that(&said)) || !decode_guessed(&guessed, NULL, arena, &why);
    *article = believed ? said : guessed;
    return true;
}

static const char *declared_of(const struct article *article)
{
    if (article->declared) return article->declared;
    bool page =
        article->dialect == DIALECT_HTML ||
        (article->dialect == DIALECT_AUTO && (foreign_names_page(article->source) || foreign_is_page(article->bytes)));
    return page ? charset_of_page(article->bytes) : NULL;
}

// Text in another encoding than UTF-8 to article->text. False: see hygiene_article.
static bool decode(struct article *article, const char *declared, struct arena *arena, struct error *error)
{
    const char *encoding = article->encoding, *guess = charset_guess(article->bytes);
    bool said = encoding || charset_has_mark(article->bytes), ok;
    if (said) ok = convert(article, encoding ? encoding : guess, arena, error);
    else if (guess || !declared) ok = decode_guessed(article, guess, arena, error);
    else ok = decode_declared(article, declared, arena, error);
    if (!ok) return false;
    size_t at = article->repaired_at;
    bool converted = article->text.p != article->bytes.p;
    repair(article, arena);
    if (converted) article->repaired_at = at;  // that of a NUL character is not known
    return true;
}

// Text that is UTF-8 with characters beyond ASCII is nothing else, whatever is said of it; ISO-2022-JP is ASCII with
// escapes.
static bool is_plain(const struct article *article, const char **declared)
{
    struct str bytes = article->bytes;
    *declared = NULL;
    if (article->encoding || charset_guess(bytes)) return false;
    bool valid = utf8_valid(bytes) == bytes.n, escaped = valid && bytes.n && memchr(bytes.p, 0x1B, bytes.n);
    if (valid && !escaped) return true;
    *declared = declared_of(article);
    return valid && !(*declared && strcmp(*declared, "ISO-2022-JP") == 0);
}

bool hygiene_article(struct article *article, struct arena *arena, struct error *error)
{
    const char *declared;
    article->text = article->bytes;
    if (!is_plain(article, &declared) && !decode(article, declared, arena, error)) return false;
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
    if (!hygiene_article(&line, arena, &error)) {  // too little of it to tell its encoding
        if (arena->failed) return STR_NULL;
        line.text = line.bytes;
        repair(&line, arena);
    }
    line.text = str_trim(line.text);
    return line.text.n ? line.text : STR_NULL;
}

struct str hygiene_one_line(struct str s, struct arena *arena)
{
    struct str copy = arena_str(arena, str_trim(s));
    char *p = (char *)copy.p;
    size_t n = 0;
    for (size_t i = 0; p && i < copy.n; i++) {
        bool space = (unsigned char)p[i] <= ' ';
        if (!space || (n && p[n - 1] != ' ')) p[n++] = space ? ' ' : p[i];
    }
    return hygiene_line((struct str){copy.p, p ? n : 0}, arena);
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
