#include "parse/html/select_words.h"

#include "parse/html/characters.h"

struct stem {
    char stem[15];  // ends in a space where nothing may follow
    uint8_t kind;
};

#define K(kind) SELECT_##kind
// clang-format off
// Alphabetically: what begins with the same two letters stands together.
static const struct stem stems[] = {
    {"abonn", K(SIGNUP)}, {"about", K(PERSON)}, {"abstract", K(TITLE)}, {"account", K(SIGNUP)},
    {"actualit", K(ARTICLE)}, {"ad ", K(PROMOTION)}, {"address", K(FOOTER)}, {"ads ", K(PROMOTION)},
    {"adslot", K(PROMOTION)}, {"advert", K(PROMOTION)}, {"affiliate", K(PROMOTION)}, {"album", K(MEDIA)},
    {"alert", K(CONSENT)}, {"also", K(RELATED)}, {"anmeld", K(SIGNUP)}, {"annonce", K(PROMOTION)},
    {"answer", K(FORUM)}, {"anzeige", K(PROMOTION)}, {"api ", K(DOCUMENT)}, {"archive", K(RELATED)},
    {"artic", K(ARTICLE)}, {"artikel", K(ARTICLE)}, {"aside", K(SIDEBAR)}, {"auch", K(RELATED)},
    {"aussi", K(RELATED)}, {"auteur", K(META)}, {"author", K(META)}, {"autor", K(META)}, {"avatar", K(PERSON)},
    {"banner", K(PROMOTION)}, {"basket", K(PRODUCT)}, {"beitr", K(ARTICLE)}, {"bibliograph", K(REFERENCE)},
    {"bild", K(MEDIA)}, {"bio", K(PERSON)}, {"blog", K(ARTICLE)}, {"body", K(BODY)}, {"bottom", K(FOOTER)},
    {"brand", K(HEADER)}, {"breadcrumb", K(CRUMBS)}, {"buy", K(PRODUCT)}, {"by ", K(META)}, {"byline", K(META)},
    {"campaign", K(PROMOTION)}, {"caption", K(MEDIA)}, {"card", K(LIST)}, {"carousel", K(MEDIA)},
    {"cart", K(PRODUCT)}, {"categor", K(META)}, {"chapo", K(TITLE)}, {"chapter", K(DOCUMENT)},
    {"citation", K(REFERENCE)}, {"code", K(DOCUMENT)}, {"collaps", K(HIDDEN)}, {"collection", K(LIST)},
    {"coment", K(COMMENT)}, {"comment", K(COMMENT)}, {"commercial", K(PROMOTION)}, {"compart", K(SHARE)},
    {"connexion", K(SIGNUP)}, {"consent", K(CONSENT)}, {"contact", K(FOOTER)}, {"contenido", K(CONTENT)},
    {"content", K(CONTENT)}, {"contenu", K(CONTENT)}, {"cookie", K(CONSENT)}, {"copy ", K(CONTENT)},
    {"copyright", K(FOOTER)}, {"credit", K(MEDIA)}, {"crumb", K(CRUMBS)}, {"cta", K(SIGNUP)}, {"date", K(META)},
    {"datenschutz", K(FOOTER)}, {"datum", K(META)}, {"deck", K(TITLE)}, {"dek ", K(TITLE)},
    {"descripti", K(CONTENT)}, {"detail", K(CONTENT)}, {"dialog", K(CONSENT)}, {"disclaimer", K(FOOTER)},
    {"disclos", K(PROMOTION)}, {"discuss", K(COMMENT)}, {"doc ", K(DOCUMENT)}, {"docs", K(DOCUMENT)},
    {"document", K(DOCUMENT)}, {"donat", K(SIGNUP)}, {"download", K(SHARE)}, {"drawer", K(NAVIGATION)},
    {"dropdown", K(NAVIGATION)}, {"druck", K(SHARE)}, {"eintrag", K(ARTICLE)}, {"email", K(SHARE)},
    {"empf", K(RELATED)}, {"entry", K(ARTICLE)}, {"excerpt", K(TITLE)}, {"eyebrow", K(META)},
    {"facebook", K(SHARE)}, {"facet", K(SEARCH)}, {"faq", K(DOCUMENT)}, {"favori", K(SHARE)},
    {"featured", K(RELATED)}, {"feed ", K(LIST)}, {"feedback", K(COMMENT)}, {"figure", K(MEDIA)},
    {"filter", K(SEARCH)}, {"follow", K(SHARE)}, {"foot ", K(FOOTER)}, {"footer", K(FOOTER)},
    {"footnote", K(REFERENCE)}, {"form ", K(SIGNUP)}, {"forum", K(FORUM)}, {"foto", K(MEDIA)},
    {"further", K(RELATED)}, {"galer", K(MEDIA)}, {"gallery", K(MEDIA)}, {"gdpr", K(CONSENT)}, {"grid", K(LIST)},
    {"head ", K(HEADER)}, {"header", K(HEADER)}, {"heading", K(TITLE)}, {"headline", K(TITLE)},
    {"hero", K(HEADER)}, {"hidden", K(HIDDEN)}, {"hide", K(HIDDEN)}, {"highlight", K(DOCUMENT)},
    {"hinweis", K(CONSENT)}, {"image", K(MEDIA)}, {"img", K(MEDIA)}, {"impressum", K(FOOTER)},
    {"imprint", K(FOOTER)}, {"inhalt", K(CONTENT)}, {"intro", K(TITLE)}, {"invisible", K(HIDDEN)},
    {"item", K(LIST)}, {"kategor", K(META)}, {"kicker", K(META)}, {"kommentar", K(COMMENT)},
    {"kontakt", K(FOOTER)}, {"label", K(META)}, {"lang ", K(NAVIGATION)}, {"language", K(NAVIGATION)},
    {"latest", K(RELATED)}, {"lead", K(TITLE)}, {"leaderboard", K(PROMOTION)}, {"legal", K(FOOTER)},
    {"leia", K(RELATED)}, {"lesen", K(RELATED)}, {"lightbox", K(CONSENT)}, {"like", K(SHARE)},
    {"linkedin", K(SHARE)}, {"list", K(LIST)}, {"login", K(SIGNUP)}, {"logo", K(HEADER)}, {"mail", K(SHARE)},
    {"main ", K(MAIN)}, {"maincontent", K(MAIN)}, {"markdown", K(CONTENT)}, {"masthead", K(HEADER)},
    {"media", K(MEDIA)}, {"mehr", K(RELATED)}, {"member", K(SIGNUP)}, {"menu", K(NAVIGATION)},
    {"merken", K(SHARE)}, {"message", K(FORUM)}, {"meta", K(META)}, {"modal", K(CONSENT)}, {"more", K(RELATED)},
    {"mostread", K(RELATED)}, {"nav ", K(NAVIGATION)}, {"navbar", K(NAVIGATION)}, {"navi", K(NAVIGATION)},
    {"news", K(ARTICLE)}, {"newsletter", K(SIGNUP)}, {"next", K(CRUMBS)}, {"nocontent", K(HIDDEN)},
    {"noprint", K(HIDDEN)}, {"note", K(REFERENCE)}, {"notice", K(CONSENT)}, {"noticia", K(ARTICLE)},
    {"notif", K(CONSENT)}, {"offcanvas", K(NAVIGATION)}, {"offer", K(PRODUCT)}, {"offscreen", K(HIDDEN)},
    {"older", K(CRUMBS)}, {"option", K(PRODUCT)}, {"overlay", K(CONSENT)}, {"pager", K(CRUMBS)},
    {"paginat", K(CRUMBS)}, {"paging", K(CRUMBS)}, {"panel", K(SIDEBAR)}, {"partag", K(SHARE)},
    {"partner", K(PROMOTION)}, {"paywall", K(SIGNUP)}, {"permalink", K(META)}, {"photo", K(MEDIA)},
    {"pinterest", K(SHARE)}, {"plus ", K(RELATED)}, {"popular", K(RELATED)}, {"popup", K(CONSENT)},
    {"post ", K(ARTICLE)}, {"postbody", K(ARTICLE)}, {"postcontent", K(ARTICLE)}, {"posted", K(META)},
    {"prev", K(CRUMBS)}, {"price", K(PRODUCT)}, {"primary", K(MAIN)}, {"print", K(SHARE)}, {"privacy", K(CONSENT)},
    {"product", K(PRODUCT)}, {"produkt", K(PRODUCT)}, {"profil", K(PERSON)}, {"promo", K(PROMOTION)},
    {"prose", K(CONTENT)}, {"public", K(META)}, {"quelle", K(REFERENCE)}, {"question", K(FORUM)},
    {"rail", K(SIDEBAR)}, {"rating", K(REVIEW)}, {"read", K(RELATED)}, {"recent", K(RELATED)},
    {"recipe", K(CONTENT)}, {"recirc", K(RELATED)}, {"recommend", K(RELATED)}, {"redes", K(SHARE)},
    {"reference", K(REFERENCE)}, {"regist", K(SIGNUP)}, {"relacionad", K(RELATED)}, {"related", K(RELATED)},
    {"replies", K(FORUM)}, {"reply", K(FORUM)}, {"respond", K(COMMENT)}, {"result", K(LIST)},
    {"review", K(REVIEW)}, {"rich", K(CONTENT)}, {"rights", K(FOOTER)}, {"schlagw", K(META)},
    {"screen", K(HIDDEN)}, {"search", K(SEARCH)}, {"secondary", K(SIDEBAR)}, {"section", K(DOCUMENT)},
    {"share", K(SHARE)}, {"sharing", K(SHARE)}, {"shop", K(PRODUCT)}, {"side ", K(SIDEBAR)},
    {"sidebar", K(SIDEBAR)}, {"sidenav", K(NAVIGATION)}, {"sign ", K(SIGNUP)}, {"signature", K(FORUM)},
    {"signup", K(SIGNUP)}, {"similar", K(RELATED)}, {"sitemap", K(FOOTER)}, {"skip", K(HIDDEN)},
    {"slide", K(MEDIA)}, {"social", K(SHARE)}, {"sort", K(SEARCH)}, {"source", K(REFERENCE)}, {"spec", K(PRODUCT)},
    {"sponsor", K(PROMOTION)}, {"sr ", K(HIDDEN)}, {"standfirst", K(TITLE)}, {"sticky", K(NAVIGATION)},
    {"stock", K(PRODUCT)}, {"story", K(ARTICLE)}, {"strap", K(TITLE)}, {"subheading", K(TITLE)},
    {"submenu", K(NAVIGATION)}, {"subnav", K(NAVIGATION)}, {"subscri", K(SIGNUP)}, {"subtitle", K(TITLE)},
    {"suche", K(SEARCH)}, {"suggest", K(RELATED)}, {"summary", K(TITLE)}, {"suscri", K(SIGNUP)},
    {"tab ", K(NAVIGATION)}, {"tabs", K(NAVIGATION)}, {"tag ", K(META)}, {"tags", K(META)}, {"teaser", K(RELATED)},
    {"teilen", K(SHARE)}, {"telegram", K(SHARE)}, {"terms", K(FOOTER)}, {"testimonial", K(REVIEW)},
    {"text ", K(CONTENT)}, {"thema", K(META)}, {"themen", K(META)}, {"thread", K(FORUM)}, {"thumb", K(MEDIA)},
    {"tile", K(LIST)}, {"time", K(META)}, {"title", K(TITLE)}, {"titre", K(TITLE)}, {"titulo", K(TITLE)},
    {"toast", K(CONSENT)}, {"toc ", K(NAVIGATION)}, {"toolbar", K(SEARCH)}, {"tooltip", K(HIDDEN)},
    {"top ", K(HEADER)}, {"topbar", K(HEADER)}, {"topic", K(FORUM)}, {"trend", K(RELATED)}, {"tweet", K(SHARE)},
    {"twitter", K(SHARE)}, {"updated", K(META)}, {"upsell", K(RELATED)}, {"user", K(PERSON)},
    {"verwandt", K(RELATED)}, {"video", K(MEDIA)}, {"views", K(META)}, {"visually", K(HIDDEN)},
    {"warenkorb", K(PRODUCT)}, {"weiter", K(RELATED)}, {"werbung", K(PROMOTION)}, {"whatsapp", K(SHARE)},
    {"widget", K(SIDEBAR)}, {"wysiwyg", K(CONTENT)},
};
// clang-format on
#undef K

enum { STEM_COUNT = sizeof stems / sizeof *stems };

// Whether the word s[at..end) begins with the stem.
static bool begins(struct str s, size_t at, size_t end, const char *stem)
{
    for (; *stem && *stem != ' '; stem++, at++)
        if (at >= end || html_lower_letter(s.p[at]) != *stem) return false;
    return *stem != ' ' || at == end;
}

// The first two letters of a word in small letters, as stems have them.
static unsigned pair_of(const char *word)
{
    return (unsigned)(unsigned char)word[0] << 8 | (unsigned char)word[1];
}

// What the word says: by halving, the first stem of its first two letters, then all of them.
static uint32_t word_kinds(struct str s, size_t at, size_t end)
{
    const char first[] = {html_lower_letter(s.p[at]), html_lower_letter(s.p[at + 1])};
    unsigned pair = pair_of(first);
    size_t low = 0, high = STEM_COUNT;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (pair_of(stems[middle].stem) < pair) low = middle + 1;
        else high = middle;
    }
    uint32_t kinds = 0;
    for (; low < STEM_COUNT && pair_of(stems[low].stem) == pair; low++)
        if (begins(s, at, end, stems[low].stem)) kinds |= 1U << stems[low].kind;
    return kinds;
}

static bool is_upper(char c)
{
    return html_lower_letter(c) != c;
}

uint32_t select_words(struct str s)
{
    uint32_t kinds = 0;
    for (size_t at = 0; at < s.n;) {
        size_t end = at;
        while (end < s.n && str_is_word_byte(s.p[end]) && !(end > at && is_upper(s.p[end]) && !is_upper(s.p[end - 1])))
            end++;
        if (end > at + 1 && s.p[at] > '9') kinds |= word_kinds(s, at, end);
        at = end > at ? end : at + 1;
    }
    return kinds;
}
