#include "parse/extracted/furniture.h"

#include <strings.h>

#define LINE_MOST 60  // bytes

// Between bars; with small letters of ASCII, others both ways.
static const char ALWAYS[] =
    "|advertisement|advertisements|advertisement - continue reading below|advertisement. scroll to continue reading|"
    "article continues after advertisement|article continues below advertisement|continue reading the main story|"
    "read also|read more|read next|share this|share this article|share this page|share this post|share this story|"
    "sponsored content|story continues after advertisement|story continues below advertisement|"
    "artikel teilen|beitrag teilen|diesen artikel teilen|lesen sie auch|lesen sie mehr|mehr zum thema|weiterlesen|"
    "lire aussi|lire la suite|partager cet article|à lire aussi|À lire aussi|À LIRE AUSSI|"
    "compartir este artículo|compartir esta noticia|lea también|lee también|leer más|"
    "condividi questo articolo|leggi anche|leia mais|leia também|deel dit artikel|lees ook|"
    "czytaj także|czytaj też|читать далее|Читать далее|читайте также|Читайте также|";
static const char AGAIN[] =
    "|ad|ads|advert|anzeige|werbung|publicité|publicitÉ|publicidad|publicidade|pubblicità|pubblicitÀ|advertentie|"
    "reklama|reklam|reklame|annonce|annons|реклама|Реклама|РЕКЛАМА|広告|广告|廣告|광고|إعلان|";
#define SIGNS " -:.>|*[]()\u2013\u2014\u00BB\u203A\u2026\u2192\u2193\u25BC"

// Bytes of the sign that s begins with; 0: none.
static size_t sign(struct str s)
{
    size_t n = 1;
    while (n < s.n && ((unsigned char)s.p[n] & 0xC0) == 0x80) n++;
    return s.n && str_contains(STR(SIGNS), str_slice(s, 0, n)) ? n : 0;
}

// The text without its signs; *enclosed: at both ends there were some. An item keeps its mark.
static struct str without_signs(struct str s, bool *enclosed)
{
    size_t before = 0, n;
    while ((n = sign(str_slice(s, before, s.n)))) before += n;
    struct str text = str_slice(s, before, s.n);
    for (size_t at; text.n; text.n = at) {
        at = text.n - 1;
        while (at && ((unsigned char)text.p[at] & 0xC0) == 0x80) at--;
        if (!sign(str_slice(text, at, text.n))) break;
    }
    *enclosed = before && before + text.n < s.n;
    return before && !*enclosed ? STR("") : text;
}

static bool is_same(struct str a, struct str b)
{
    return a.n == b.n && strncasecmp(a.p, b.p, a.n) == 0;
}

static bool stands_again(const struct line *lines, const struct part *parts, size_t count, size_t i, struct str word)
{
    bool enclosed;
    for (size_t k = 0; k < count; k++) {
        struct str text = str_trim(lines[parts[k].line].text);
        if (k != i && text.n <= LINE_MOST && is_same(without_signs(text, &enclosed), word)) return true;
    }
    return false;
}

void furniture_mark(struct line *lines, struct part *parts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct line *line = &lines[parts[i].line];
        struct str text = str_trim(line->text);
        bool enclosed;
        if (line->form != FORM_OPEN || text.n > LINE_MOST) continue;
        struct str word = without_signs(text, &enclosed);
        if (!word.n) continue;
        if (!str_is_listed_any_case(ALWAYS, word) &&
            !(str_is_listed_any_case(AGAIN, word) && (enclosed || stands_again(lines, parts, count, i, word))))
            continue;
        line->form = FORM_LEFTOVER;
        parts[i].shape.marked = parts[i].shape.mark_at_end = false;  // - Anzeige -
        line->reason = "a mark or prompt of the site";
    }
}
