#include "facts/prompt.h"

#include "base/utf8.h"
#include "facts/item_key.h"

#define PHRASE_MOST 48  // bytes of the longest

// In English, German, French and Spanish; our own, as pages of newspapers, charities and press offices have them below
// their articles. A star: whatever follows; else a colon, signs and nothing more.
static const char *const PHRASES[] = {
    "book now", "buy now", "click here*", "donate", "donate here", "donate now*", "donate to*", "donate today*",
    "download the app*", "follow us*", "get the app*", "give now", "join now*", "join our newsletter*", "like us on*",
    "read also", "read more", "read next", "register here*", "register now*", "share on*", "share this*", "shop now",
    "sign up for*", "sign up here*", "sign up now*", "sign up to*", "subscribe", "subscribe here*", "subscribe now*",
    "subscribe to*",
    // German
    "abonnieren", "abonnieren sie*", "folgen sie uns*", "hier klicken*", "jetzt abonnieren*", "jetzt anmelden*",
    "jetzt registrieren*", "jetzt spenden*", "lesen sie auch*", "lesen sie mehr*", "mehr lesen",
    "newsletter abonnieren*", "spenden sie*", "weiterlesen",
    // French
    "abonnez-vous*", "cliquez ici*", "en savoir plus", "faire un don*", "faites un don*", "inscrivez-vous*",
    "lire aussi", "lire la suite*", "rejoignez-nous*", "s'abonner*", "s’abonner*", "suivez-nous*", "à lire aussi",
    // Spanish
    "dona ahora*", "done ahora*", "haga clic*", "haz clic*", "haz una donación*", "lea también", "lee también",
    "leer más", "leer también", "regístrate*", "suscríbase*", "suscríbete*", "síganos*", "síguenos*", "únete a*"};

// Lower-case bytes of the text's beginning; how many.
static size_t begin(struct str text, char *out)
{
    size_t n = 0;
    for (size_t i = 0, width; i < text.n && n + 4 < PHRASE_MOST; i += width)
        n += utf8_encode(lower_case(utf8_decode(str_slice(text, i, text.n), &width)), out + n);
    return n;
}

static bool is_sign(char c)
{
    return strchr(" :!.>-", c) != NULL;
}

bool prompt_is(struct str text)
{
    char lower[PHRASE_MOST];
    text = str_trim(text);
    if (!text.n) return false;
    size_t width, n = begin(text, lower);
    uint32_t first = utf8_decode(text, &width);
    if (lower_case(first) == first) return false;  // subscribe: a function's name
    for (size_t i = 0; i < sizeof PHRASES / sizeof *PHRASES; i++) {
        if (*PHRASES[i] != *lower) continue;
        struct str phrase = str_from(PHRASES[i]);
        bool any = phrase.p[phrase.n - 1] == '*';
        phrase.n -= any;
        if (phrase.n > n || memcmp(phrase.p, lower, phrase.n) != 0) continue;
        size_t at = phrase.n;
        if (at < n && !is_sign(lower[at])) continue;
        while (!any && at < n && is_sign(lower[at])) at++;
        if (at == n || any) return true;
    }
    return false;
}
