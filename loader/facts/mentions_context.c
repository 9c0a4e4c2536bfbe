#include "facts/mentions_context.h"

#include "base/utf8.h"

#include <utf8proc.h>

// A word beside a name, and what stands between them.
struct beside {
    struct str word, gap;
};

uint32_t context_last(struct str s)
{
    size_t at = s.n, n;
    while (at && ((unsigned char)s.p[at - 1] & 0xC0) == 0x80) at--;
    return at ? utf8_decode(str_slice(s, at - 1, s.n), &n) : 0;
}

// Bytes of the last character of s; whether it is a word's.
static size_t last_bytes(struct str s, bool *word)
{
    if (!s.n) return *word = false, 0;
    unsigned char last = (unsigned char)s.p[s.n - 1];
    if (last < 0x80) return *word = mention_is_plain_word(last), 1;
    size_t at = s.n;
    while (at && ((unsigned char)s.p[at - 1] & 0xC0) == 0x80) at--;
    *word = mention_is_word(context_last(s));
    return at ? s.n - at + 1 : 0;
}

// The last word of s; gaps of more than a few characters part clauses.
static struct beside word_before(struct str s)
{
    size_t end = s.n, at, n;
    bool word;
    while (end && s.n - end < 8 && (n = last_bytes((struct str){s.p, end}, &word), !word)) end -= n;
    for (at = end; at && (n = last_bytes((struct str){s.p, at}, &word), word);) at -= n;
    return (struct beside){.word = str_slice(s, at, end), .gap = str_slice(s, end, s.n)};
}

static struct beside word_after(struct str s)
{
    size_t at = 0, n, end;
    while (at < s.n && at < 8 && !mention_is_word(mention_character(s, at, &n))) at += n;
    for (end = at; end < s.n && mention_is_word(mention_character(s, end, &n));) end += n;
    return (struct beside){str_slice(s, at, end), str_slice(s, 0, at)};
}

static bool is_capitalised(struct str word)
{
    size_t n;
    uint32_t c = utf8_decode(word, &n);
    return n && mention_lower(c) != c;
}

static bool has_case(struct str word, bool small)
{
    for (size_t i = 0, n; i < word.n; i += n) {
        uint32_t c = utf8_decode(str_slice(word, i, word.n), &n), lower = mention_lower(c);
        if (small ? lower == c && (uint32_t)utf8proc_toupper((utf8proc_int32_t)c) != c : lower != c) return true;
    }
    return false;
}

static bool is_one_of(struct str word, const char *const *words)
{
    if (!word.n) return false;
    bool plain = !(word.p[0] & 0x80);
    for (; *words; words++) {
        if (plain && (word.p[0] | 0x20) != (**words | 0x20)) continue;
        struct str w = str_from(*words);
        if (w.n != word.n) continue;
        size_t i = 0, n;
        while (i < w.n && mention_lower(mention_character(word, i, &n)) == mention_character(w, i, &n)) i += n;
        if (i == w.n) return true;
    }
    return false;
}

static bool is_direct(struct str gap)
{
    return str_equal(gap, STR(" ")) || str_equal(gap, STR("\xC2\xA0"));
}

bool context_is_capitals(struct str text, size_t start, size_t end)
{
    struct str words[] = {word_before(str_slice(text, 0, start)).word, word_after(str_slice(text, end, text.n)).word};
    bool capitals = false;
    for (int i = 0; i < 2; i++) {
        if (has_case(words[i], true)) return false;
        capitals |= words[i].n > 1 && has_case(words[i], false);
    }
    return capitals;
}

// Rules -----------------------------------------------------------------------------------------------------------

static bool is_address(struct str text, size_t start, size_t end)
{
    char before = start ? text.p[start - 1] : ' ', after = end < text.n ? text.p[end] : ' ';
    if (before == '@' || after == '@') return true;
    if (after == '.' && end + 1 < text.n) {
        char next = text.p[end + 1];
        if ((next >= 'a' && next <= 'z') || (next >= '0' && next <= '9')) return true;
    }
    if (!strchr("/-.=?&#%+~:", before) && !strchr("/-.=?&#%+~:", after)) return false;
    size_t at = start;
    while (at && start - at < 200 && !strchr(" \n\t", text.p[at - 1])) at--;
    struct str token = str_slice(text, at, start);
    for (size_t i = 0; i < token.n; i++) {
        struct str rest = str_slice(token, i, token.n);
        if (str_starts(rest, STR("://")) || str_starts(rest, STR("www."))) return true;
    }
    return false;
}

// What makes a language of a people's name, by language: beside is a word on either side of it, before one right before
// what the language is called (`en français`, `im Deutschen`) where no name comes next (`le français Jean`).
static const struct tongue_words {
    char language[3];
    const char *before[12], *beside[12];
} tongue_words[] = {
    {"de", {"auf", "ins", "im", "aus", "vom", "des"}, {"sprache"}},
    {"es", {"en", "el", "del", "al", "habla", "hablan", "hablar", "de"}, {"idioma", "lengua"}},
    {"fr", {"en", "le", "du", "au", "l", "parle", "parlent", "parler"}, {"langue"}},
    {"it", {"in", "il", "l", "dall", "dal", "dell", "del", "nell", "sull", "parlare"}, {"lingua"}},
    {"nl", {"het", "op", "zijn"}, {"taal", "taalgebied"}},
    {"pl", {"po"}, {"język", "języka", "językiem", "języku", "językowi"}},
    {"pt", {"em", "o", "do", "ao", "no", "fala", "falam", "falar"}, {"língua", "idioma"}},
    {"ru", {NULL}, {"язык", "языка", "языке", "языком", "языку"}},
};

static bool ends_clause(struct beside after)
{
    return !after.gap.n || strchr(".,;:)!?\"", after.gap.p[0]) || str_starts(after.gap, STR("”"));
}

// Dutch adjectives without -e stand before a noun, or name the language.
static bool is_before_noun(struct beside after)
{
    static const char *const others[] = {
        "aan",   "als",     "al",      "bij",   "betekent", "beheersen", "dan", "dat", "die",  "door",     "een",
        "en",    "geen",    "had",     "heeft", "heet",     "in",        "is",  "kan", "kent", "leren",    "leert",
        "maar",  "met",     "naar",    "niet",  "noch",     "noemt",     "of",  "om",  "ook",  "op",       "over",
        "sprak", "spreekt", "spreken", "staat", "te",       "tot",       "uit", "van", "veel", "vertaald", "voor",
        "wel",   "was",     "werd",    "wordt", "zich",     "zijn",      NULL};
    return is_direct(after.gap) && !is_capitalised(after.word) &&
           !is_one_of(after.word, others);  // Frans is a name, too
}

// het Duits elftal, but in het Duits geschreven
static bool is_dutch_article(struct str text, struct beside before)
{
    static const char *const het[] = {"het", NULL}, *const in[] = {"in", "naar", "uit", "vanuit", NULL};
    if (!is_one_of(before.word, het)) return false;
    return !is_one_of(word_before(str_slice(text, 0, (size_t)(before.word.p - text.p))).word, in);
}

static bool is_tongue(const struct mention_set *set, const struct mention_entry *e, struct str text,
                      struct beside before, struct beside after, bool capital)
{
    const struct tongue_words *words = NULL;
    for (size_t i = 0; !words && i < sizeof tongue_words / sizeof *tongue_words; i++)
        if (mention_set_is(set, tongue_words[i].language)) words = &tongue_words[i];
    if (!words) return false;
    if ((is_direct(before.gap) && is_one_of(before.word, words->beside)) ||
        (is_direct(after.gap) && is_one_of(after.word, words->beside)))
        return true;
    bool direct = is_direct(before.gap) || str_equal(before.gap, STR("'")) || str_equal(before.gap, STR("’"));
    bool named = direct && is_one_of(before.word, words->before);
    if (e->kind != MENTION_TONGUE) return false;
    if (mention_set_is(set, "nl")) {
        bool noun = is_before_noun(after);
        return !str_equal(after.gap, STR("-")) && (!noun || (named && !is_dutch_article(text, before)));
    }
    if (mention_set_is(set, "de") && !capital) return named && ends_clause(after);
    return named && !(is_direct(after.gap) && is_capitalised(after.word));
}

static bool is_language(struct beside before, struct beside after)
{
    static const char *const in[] = {"in", "into", NULL};
    static const char *const speak[] = {"speak", "speaks", "spoke", "speaking", "learn", "learning", NULL};
    if (!is_direct(before.gap)) return false;
    if (is_one_of(before.word, speak)) return true;
    return is_one_of(before.word, in) && ends_clause(after);
}

static const char *const numerals[] = {"ii", "iii", "iv", "vi", "vii", "viii", NULL};  // of ships and teams

// US$2, US $2, US-$: money
static bool is_money(const struct mention_entry *e, struct str after)
{
    if (e->kind != MENTION_ACRONYM) return false;
    bool parted = after.n && (after.p[0] == ' ' || after.p[0] == '-');
    return str_starts(str_slice(after, parted, after.n), STR("$"));
}

// WHO: at the beginning of a line, as in invitations before WHAT: and WHEN:.
static bool is_question(struct str text, size_t start, size_t end)
{
    if (!str_equal(str_slice(text, start, end), STR("WHO")) || end == text.n || text.p[end] != ':') return false;
    while (start && (text.p[start - 1] == ' ' || text.p[start - 1] == '\t')) start--;
    return !start || text.p[start - 1] == '\n';
}

// A name that is a word, too, is one where all about it is in capitals and, written with one capital, where a text or a
// sentence begins and goes on (la Nato, but Nato a Roma; Réunion de crise), or behind another capital (Si Usa).
static bool is_word(const struct mention_entry *e, struct str text, size_t start, size_t end, struct beside before,
                    struct beside after)
{
    static const char *const within[] = {", ", "-", "/", "'", "’", NULL};
    if (has_case(str_slice(text, start, end), true)) {
        if (before.word.n && is_direct(before.gap)) return is_capitalised(before.word);
        return after.word.n && (!before.word.n || !is_one_of(before.gap, within));
    }
    return e->kind == MENTION_ACRONYM && (context_is_capitals(text, start, end) || is_question(text, start, end));
}

// Capitalised words beside a name that make no person of it: those a sentence begins with, and those of states.
static const char *const ordinary[] = {
    "a",        "after",    "against", "although", "an",         "and",        "army",     "as",       "at",
    "because",  "before",   "between", "but",      "by",         "central",    "defence",  "defense",  "east",
    "eastern",  "embassy",  "for",     "foreign",  "from",       "had",        "has",      "how",      "if",
    "in",       "into",     "is",      "its",      "king",       "like",       "minister", "ministry", "national",
    "north",    "northern", "of",      "on",       "or",         "president",  "prime",    "queen",    "republic",
    "security", "since",    "south",   "southern", "than",       "that",       "the",      "then",     "this",
    "to",       "under",    "via",     "was",      "west",       "western",    "what",     "when",     "where",
    "while",    "why",      "will",    "with",     "ambassador", "government", "he",       "it",       "we",
    "mr",       NULL};

// A capitalised word that is neither ordinary nor an entity's.
static bool is_other_name(const struct mention_set *set, struct str word)
{
    uint32_t hash;
    if (!is_capitalised(word) || is_one_of(word, ordinary)) return false;
    if (!mention_word(word, &hash)) return false;
    const struct mention_entry *e = mention_lookup(set, hash);
    return !e || e->flags & (MENTION_IS_PERSON | MENTION_IS_SURNAME);
}

static bool is_person(const struct mention_set *set, struct beside before, struct beside after, bool surname)
{
    static const char *const titles[] = {"mr", "mrs", "ms", "miss", "dr", "st", NULL};
    if (is_one_of(before.word, titles) && before.gap.n <= 2) return true;
    // a heading in capitals says nothing
    if (is_direct(before.gap) && is_other_name(set, before.word) && has_case(before.word, true)) return true;
    return !surname && is_direct(after.gap) && is_other_name(set, after.word) && has_case(after.word, true);
}

static bool is_beside_state(const struct mention_set *set, struct str before, struct str after)
{
    static const char *const and[] = {"and", "or", NULL};
    struct beside b = word_before(before), a = word_after(after);
    if (is_one_of(b.word, and)) b = word_before((struct str){before.p, (size_t)(b.word.p - before.p)});
    if (is_one_of(a.word, and)) {
        const char *end = a.word.p + a.word.n;
        a = word_after((struct str){end, (size_t)(after.p + after.n - end)});
    }
    return mention_word_is(set, MENTION_STOP_BESIDE_STATE, b.word) ||
           mention_word_is(set, MENTION_STOP_BESIDE_STATE, a.word);
}

bool context_is_technical(const struct mention_set *set, struct str text)
{
    uint32_t hash;
    for (size_t at = 0, n; at < text.n; at += n) {
        n = mention_word(str_slice(text, at, text.n), &hash);
        if (n && mention_word_is(set, MENTION_STOP_BESIDE_TECHNICAL, str_slice(text, at, at + n))) return true;
        if (!n) mention_character(text, at, &n);
    }
    return false;
}

#define NEAR_BYTES 160  // of a text on either side: a long sentence, a short line of a log

// GCC 12, GCC-12, GCC v4.9, but GCC 2030: a version.
static bool is_version(struct beside after)
{
    if (!is_direct(after.gap) && !str_equal(after.gap, STR("-"))) return false;
    struct str w = after.word;
    if (str_starts(w, STR("v"))) w = str_slice(w, 1, w.n);
    bool year = w.n == 4 && (str_starts(w, STR("19")) || str_starts(w, STR("20")));
    return w.n && w.p[0] >= '0' && w.p[0] <= '9' && !year;
}

static bool is_technical(const struct mention_set *set, struct str text, size_t start, size_t end, struct beside after)
{
    size_t from = start > NEAR_BYTES ? start - NEAR_BYTES : 0,
           to = text.n - end > NEAR_BYTES ? end + NEAR_BYTES : text.n;
    while (from < start && ((unsigned char)text.p[from] & 0xC0) == 0x80) from++;
    while (to < text.n && ((unsigned char)text.p[to] & 0xC0) == 0x80) to++;
    return is_version(after) || context_is_technical(set, str_slice(text, from, start)) ||
           context_is_technical(set, str_slice(text, end, to));
}

// Whether an entity, not a stop phrase, has the name.
static bool is_entity(const struct mention_set *set, struct str name)
{
    uint32_t hash;
    if (!mention_word(name, &hash)) return false;
    const struct mention_entry *e = mention_lookup(set, hash);
    for (; e && e < set->entries + set->count && e->hash == hash; e++)
        if (e->name.n == name.n && e->entity != MENTION_NONE) return true;
    return false;
}

static bool is_state(const struct mention_set *set, struct str text, size_t start, size_t end)
{
    static const char *const times[] = {
        "january", "february", "march",     "april",   "may",       "june",      "july",     "august", "september",
        "october", "november", "december",  "monday",  "tuesday",   "wednesday", "thursday", "friday", "saturday",
        "sunday",  "however",  "meanwhile", "today",   "yesterday", "but",       "so",       "also",   "then",
        "tbilisi", "batumi",   "kutaisi",   "rustavi", "gori",      NULL};
    struct beside before = word_before(str_slice(text, 0, start));
    if (is_beside_state(set, str_slice(text, 0, start), str_slice(text, end, text.n))) return true;
    return str_equal(before.gap, STR(", ")) && is_capitalised(before.word) && !is_one_of(before.word, times) &&
           !is_entity(set, before.word);
}

bool context_forbids(const struct mention_set *set, const struct mention_entry *e, struct str text, size_t start,
                     size_t end)
{
    if (is_address(text, start, end)) return true;
    bool demonym = mention_is_demonym(e->kind);
    if (!demonym && !(e->flags & MENTION_IS_LATIN)) return false;
    struct beside before = word_before(str_slice(text, 0, start)), after = word_after(str_slice(text, end, text.n));
    if (demonym && (is_language(before, after) ||
                    is_tongue(set, e, text, before, after, is_capitalised(str_slice(text, start, end)))))
        return true;
    if (!(e->flags & MENTION_IS_LATIN)) return false;
    if (is_money(e, str_slice(text, end, text.n)) || (is_direct(after.gap) && is_one_of(after.word, numerals)))
        return true;
    if (e->flags & MENTION_IS_WORD && is_word(e, text, start, end, before, after)) return true;
    if (is_direct(after.gap) && is_capitalised(after.word) && mention_word_is(set, MENTION_STOP_AFTER, after.word))
        return true;
    if (is_direct(before.gap) && is_capitalised(before.word) && mention_word_is(set, MENTION_STOP_BEFORE, before.word))
        return true;
    if (e->flags & (MENTION_IS_PERSON | MENTION_IS_SURNAME) &&
        is_person(set, before, after, e->flags & MENTION_IS_SURNAME))
        return true;
    if (e->flags & MENTION_IS_TECHNICAL && is_technical(set, text, start, end, after)) return true;
    return e->flags & MENTION_IS_STATE && is_state(set, text, start, end);
}
