#include "input/charset_guess.h"

#include "base/utf8.h"
#include "input/charset.h"
#include "input/charset_letters.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <uchardet.h>

#define SAMPLE  65536
#define WESTERN "WINDOWS-1252"

struct charset_share charset_share_of(struct str text)
{
    struct charset_share share = {.first_bad = text.n};
    for (size_t i = 0; i < text.n;) {
        struct str rest = str_slice(text, i, text.n);
        rest.n = utf8_valid(rest);
        for (size_t k = 0; k < rest.n; k++) share.good += (unsigned char)rest.p[k] >= 0xC0;
        i += rest.n;
        if (i == text.n) break;
        if (text.p[i]) {
            if (!share.bad++) share.first_bad = i;
        }
        i++;
    }
    return share;
}

enum charset_state charset_state_of(struct charset_share share, size_t bytes)
{
    if (!share.bad || (share.bad < 3 && share.bad * 100 < bytes)) return CHARSET_UTF8;
    if (share.good * 3 <= share.bad) return CHARSET_ANOTHER;
    bool few = share.bad < 3 || share.bad * 1000 < bytes || share.bad * 10 <= share.good;
    return few ? CHARSET_UTF8 : CHARSET_MIXED;
}

// Other scripts than Latin
// ----------------------------------------------------------------------------------------------

enum script { CYRILLIC, GREEK, HEBREW, ARABIC, THAI, CHINESE, JAPANESE, KOREAN };

static const struct known {
    const char *told, *name;  // by uchardet; as iconv knows the widest of its kind
    enum script script;
    unsigned least;  // characters of the script that are evidence enough: more for what is rare
} known[] = {
    {"GB18030", "GB18030", CHINESE, 8},
    {"BIG5", "BIG5-HKSCS", CHINESE, 8},
    {"EUC-TW", "EUC-TW", CHINESE, 60},
    {"SHIFT_JIS", "CP932", JAPANESE, 8},
    {"EUC-JP", "EUC-JP-MS", JAPANESE, 8},
    {"EUC-KR", "UHC", KOREAN, 8},
    {"UHC", "UHC", KOREAN, 8},
    {"WINDOWS-1251", "WINDOWS-1251", CYRILLIC, 16},
    {"KOI8-R", "KOI8-U", CYRILLIC, 16},
    {"IBM866", "CP866", CYRILLIC, 40},
    {"ISO-8859-5", "ISO-8859-5", CYRILLIC, 40},
    {"WINDOWS-1253", "WINDOWS-1253", GREEK, 16},
    {"ISO-8859-7", "ISO-8859-7", GREEK, 16},
    {"WINDOWS-1255", "WINDOWS-1255", HEBREW, 16},
    {"ISO-8859-8", "ISO-8859-8", HEBREW, 16},
    {"WINDOWS-1256", "WINDOWS-1256", ARABIC, 16},
    {"ISO-8859-6", "ISO-8859-6", ARABIC, 16},
    {"TIS-620", "CP874", THAI, 16},
    {"ISO-8859-11", "CP874", THAI, 16},
};

static const struct known *ask_uchardet(struct str text)
{
    const struct known *found = NULL;
    uchardet_t detector = uchardet_new();
    if (!detector) return NULL;
    if (uchardet_handle_data(detector, text.p, text.n) == 0) {
        uchardet_data_end(detector);
        const char *told = uchardet_get_charset(detector);
        for (size_t i = 0; i < sizeof known / sizeof *known; i++)
            if (strcmp(told, known[i].told) == 0) found = &known[i];
    }
    uchardet_delete(detector);
    return found;
}

static bool in_script(uint32_t c, enum script script)
{
    bool han = (c >= 0x3400 && c < 0xA000) || (c >= 0x20000 && c < 0x30000);
    switch (script) {
    case CYRILLIC: return c >= 0x400 && c < 0x530;
    case GREEK: return c >= 0x370 && c < 0x400;
    case HEBREW: return c >= 0x590 && c < 0x600;
    case ARABIC: return c >= 0x600 && c < 0x700;
    case THAI: return c >= 0xE00 && c < 0xE80;
    case CHINESE: return han;
    case JAPANESE: return han || (c >= 0x3041 && c < 0x3100) || (c >= 0xFF66 && c < 0xFFA0);
    case KOREAN: return han || (c >= 0xAC00 && c < 0xD7B0) || (c >= 0x3131 && c < 0x3190);
    }
    return false;
}

// Of the script's characters those that no text of its language lacks: read in a wrong charset, it does.
static bool is_typical(uint32_t c, enum script script)
{
    static const char chinese[] =
        "的一是不了在人有我他这這个個们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於着"
        "下自之年过過发發后後作里用道行所然家事成方多很都没沒好小天本最新月日第市";
    char utf8[5] = {0};
    switch (script) {
    case CHINESE: utf8_encode(c, utf8); return strstr(chinese, utf8) != NULL;
    case JAPANESE: return c >= 0x3041 && c < 0x3100;
    case KOREAN: return c >= 0xAC00 && c < 0xD7B0;
    default: return true;
    }
}

// How many in a hundred there must be.
static const unsigned typical_share[] = {[CHINESE] = 10, [JAPANESE] = 20, [KOREAN] = 80};

// Signs that stand in texts of any script.
static bool is_sign(uint32_t c)
{
    return (c >= 0xA0 && c < 0xC0) || c == 0xD7 || (c >= 0x2000 && c < 0x2070) || c == 0x20AC || c == 0x2116 ||
           c == 0x2122 || (c >= 0x2460 && c < 0x2700) || (c >= 0x3000 && c < 0x3020) || (c >= 0xFF01 && c < 0xFF60);
}

static bool is_ascii_letter(uint32_t c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

struct words {
    size_t all, script, sign;  // characters beyond ASCII
    size_t beside_latin;       // of the script, next to an ASCII letter
    size_t typical;            // of the script, see is_typical
    size_t different;          // of the script; hardly two of them are counted as one
};

static struct words words_of(struct str text, enum script script)
{
    struct words words = {0};
    uint64_t seen[8] = {0};
    uint32_t before = ' ';
    bool was_script = false;
    for (size_t at = 0, n; at < text.n; at += n) {
        uint32_t c = utf8_decode(str_slice(text, at, text.n), &n);
        bool is = c >= 0x80 && in_script(c, script);
        words.different += is && !(seen[c % 512 / 64] >> (c % 64) & 1);
        if (is) seen[c % 512 / 64] |= (uint64_t)1 << (c % 64);
        words.all += c >= 0x80;
        words.script += is;
        words.typical += is && is_typical(c, script);
        words.sign += !is && is_sign(c);
        words.beside_latin += (is && is_ascii_letter(before)) + (was_script && is_ascii_letter(c));
        before = c;
        was_script = is;
    }
    return words;
}

// Whether what comes out is what the script's texts are made of.
static bool verify(const struct known *guess, struct str text)
{
    struct error ignored = {0};
    struct charset *charset = charset_open(guess->name, &ignored);
    char *out = charset ? malloc(SAMPLE * 3 + 64) : NULL;
    bool sure = false;
    if (out) {
        struct str rest = text;
        size_t at, n = charset_decode(charset, &rest, text.n < SAMPLE, out, SAMPLE * 3 + 64);
        uint32_t replaced = charset_replaced(charset, &at);
        struct words words = words_of((struct str){out, n}, guess->script);
        bool many = guess->script >= CHINESE;  // characters, which stand for more than a letter
        size_t letters = words.all - words.sign;
        bool enough = words.script >= guess->least && words.different >= (many ? 6 : 8);
        bool typical = words.typical * 100 >= words.script * typical_share[guess->script];
        bool pure = words.script * 20 >= letters * 19 && words.script * 2 >= words.all;
        sure = enough && pure && typical && replaced * 500 <= words.all &&
               words.beside_latin * (many ? 4 : 12) <= words.script;
    }
    charset_close(charset);
    free(out);
    return sure;
}

// Latin script
// ------------------------------------------------------------------------------------------------------------

static const struct latin {
    const char *name;
    const char *const *letters;
    double rarity;  // bits that each byte costs more
} latin[] = {
    {WESTERN, charset_letters_western, 0},       {"WINDOWS-1250", charset_letters_central, 1},
    {"ISO-8859-2", charset_letters_central, 1},  {"WINDOWS-1254", charset_letters_turkish, 1},
    {"WINDOWS-1257", charset_letters_baltic, 1}, {"MACINTOSH", charset_letters_western, 6},
    {"CP850", charset_letters_western, 6},
};

// Bits: a letter that the language hasn't; a common sign, also inside a word, and another; what is no character. Where
// the costs are closer than CLOSE it is Windows-1252, and sure is only what costs less by CLEAR.
enum { RARE = 12, SIGN = 4, SIGN_INSIDE = 14, OTHER = 8, NONE = 16, CLOSE = 6, CLEAR = 12 };

struct high {
    unsigned counts[128];  // of the bytes from 0x80 on
    unsigned inside[128];  // of these, between two ASCII letters
    size_t all, beside;    // all; of these, beside an ASCII letter
};

static uint32_t lower(uint32_t c)
{
    if ((c >= 0xC0 && c < 0xDF && c != 0xD7)) return c + 32;
    if (c == 0x130) return 'i';
    if (c == 0x178) return 0xFF;
    bool odd_is_capital = (c >= 0x139 && c < 0x149) || (c >= 0x179 && c < 0x17F);
    return c >= 0x100 && c < 0x180 && (c & 1) == odd_is_capital ? c + 1 : c;
}

static bool is_latin_letter(uint32_t c)
{
    return (c >= 0xC0 && c < 0x180 && c != 0xD7 && c != 0xF7) || c == 0x218 || c == 0x21A;
}

// What each byte from 0x80 on stands for; 0: nothing.
static bool read_table(const char *name, uint32_t table[128])
{
    struct error ignored = {0};
    struct charset *charset = charset_open(name, &ignored);
    for (int i = 0; charset && i < 128; i++) {
        char byte = (char)(0x80 + i), out[64];
        struct str s = {&byte, 1};
        size_t n = charset_decode(charset, &s, true, out, sizeof out);
        table[i] = utf8_decode((struct str){out, n}, &n);
        if (table[i] == 0xFFFD || (table[i] >= 0x80 && table[i] < 0xA0)) table[i] = 0;
    }
    charset_close(charset);
    return charset != NULL;
}

static double cost_of(uint32_t c, const char *letters)
{
    for (const char *p = letters; *p;) {
        size_t n;
        uint32_t letter = utf8_decode(str_from(p), &n);
        char *end;
        unsigned long share = strtoul(p + n, &end, 10);
        if (letter == c) return -log2((double)share / 1000);
        p = *end ? end + 1 : end;
    }
    return RARE;
}

static bool is_common_sign(uint32_t c)
{
    return (c >= 0x2013 && c <= 0x2026) || c == 0xA0 || c == 0xA7 || c == 0xA9 || c == 0xAB || c == 0xB0 || c == 0xB7 ||
           c == 0xBB || c == 0x20AC;
}

struct cost {
    double bits;
    size_t letters;
};

// What the bytes cost as letters of the language that they cost least in.
static struct cost least_cost(const struct high *high, const struct latin *charset)
{
    uint32_t table[128];
    struct cost least = {INFINITY, 0};
    if (!read_table(charset->name, table)) return least;
    for (const char *const *letters = charset->letters; *letters; letters++) {
        struct cost cost = {0, 0};
        for (int i = 0; i < 128; i++) {
            uint32_t c = table[i];
            unsigned count = high->counts[i], inside = high->inside[i];
            if (!count) continue;
            cost.bits += count * charset->rarity;
            if (is_latin_letter(c)) {
                cost.bits += count * cost_of(lower(c), *letters);
                cost.letters += count;
            } else {
                bool between = c == 0x2019 || c == 0xB7 || c == 0xA0;
                double sign = !c ? NONE : is_common_sign(c) ? SIGN : is_sign(c) ? OTHER : NONE;
                cost.bits += (count - inside) * sign + inside * (between ? SIGN : SIGN_INSIDE);
            }
        }
        if (cost.bits < least.bits) least = cost;
    }
    return least;
}

static void count_high(struct high *high, struct str text)
{
    for (size_t i = 0; i < text.n; i++) {
        unsigned char c = (unsigned char)text.p[i];
        if (c < 0x80) continue;
        bool before = i && is_ascii_letter((unsigned char)text.p[i - 1]),
             after = i + 1 < text.n && is_ascii_letter((unsigned char)text.p[i + 1]);
        high->counts[c - 0x80]++;
        high->inside[c - 0x80] += before && after;
        high->beside += before || after;
        high->all++;
    }
}

// The charset in whose languages the text costs least. Windows-1252 wins where it is close.
static struct charset_found find_latin(struct str text)
{
    struct high high = {0};
    struct cost costs[sizeof latin / sizeof *latin];
    size_t count = sizeof latin / sizeof *latin, best = 0;
    double next = INFINITY;
    count_high(&high, text);
    for (size_t i = 0; i < count; i++) {
        costs[i] = least_cost(&high, &latin[i]);
        if (costs[i].bits < costs[best].bits) best = i;
    }
    if (costs[0].bits < costs[best].bits + CLOSE) best = 0;
    for (size_t i = 0; i < count; i++)
        if (i != best && costs[i].bits != costs[best].bits && costs[i].bits < next) next = costs[i].bits;
    double bits = costs[best].bits, all = (double)high.all;
    if (bits > 9 * all || high.beside * 2 < high.all) return (struct charset_found){0};
    bool letters = costs[best].letters >= 6 && costs[best].letters * 2 >= high.all;
    return (struct charset_found){latin[best].name, true, letters && next - bits >= CLEAR && bits <= 7 * all};
}

struct charset_found charset_find(struct str text)
{
    if (text.n > SAMPLE) text.n = SAMPLE;
    const struct known *guess = ask_uchardet(text);
    struct charset_found by_letters = find_latin(text);
    if (!guess) return by_letters;
    bool sure = verify(guess, text);
    for (size_t i = 0; !sure && guess->script == CHINESE && i < sizeof known / sizeof *known; i++)
        if (known[i].script == CHINESE && verify(&known[i], text)) guess = &known[i], sure = true;
    return sure || !by_letters.name || !by_letters.sure ? (struct charset_found){guess->name, false, sure} : by_letters;
}

// ------------------------------------------------------------------------------------------------------------------------

// Whether the byte at i, which is part of no UTF-8 sequence, is likely in a Windows-1252 text.
static bool sensible(struct str s, size_t i)
{
    unsigned char c = (unsigned char)s.p[i];
    if (c >= 0xC0) {
        if (c == 0xD7 || c == 0xF7 || c == 0xFF) return false;
        char before = i ? s.p[i - 1] : ' ', after = i + 1 < s.n ? s.p[i + 1] : ' ';
        bool alone = !((before | after) & 0x80);  // à
        return is_ascii_letter((unsigned char)before) || is_ascii_letter((unsigned char)after) || alone;
    }
    if (c >= 0xA0) return !memchr("\xA4\xA6\xA8\xAC\xAD\xAF\xB4\xB8", c, 8);
    return !memchr("\x81\x83\x86\x87\x88\x8D\x8F\x90\x98\x9D", c, 10);
}

static bool is_cp1252(struct str s, struct charset_share share)
{
    size_t likely = 0;
    if (share.good * 20 > share.bad) return false;
    for (size_t i = 0; i < s.n;) {
        i += utf8_valid(str_slice(s, i, s.n));
        if (i < s.n && s.p[i]) likely += sensible(s, i);
        i++;
    }
    return likely * 10 >= share.bad * 9;
}

static bool refuse(struct charset_share share, struct charset_found found, struct error *error)
{
    char guess[80] = "";
    if (found.name) snprintf(guess, sizeof guess, " (by its bytes it may be %s)", found.name);
    return error_set(
        error, ERROR_ARTICLE,
        "is in another encoding than UTF-8: %zu bytes are ill-formed, the first at byte %zu%s. Say which it "
        "is: --encoding=%s",
        share.bad, share.first_bad, guess, found.name ? found.name : "NAME");
}

bool charset_decide(struct str bytes, const char **encoding, struct error *error)
{
    struct charset_share share = charset_share_of(bytes);
    enum charset_state state = charset_state_of(share, bytes.n);
    *encoding = NULL;
    if (state == CHARSET_UTF8) return true;
    struct charset_found found = charset_find(bytes);
    bool western = !found.name || strcmp(found.name, WESTERN) == 0;
    if (state == CHARSET_ANOTHER && western && is_cp1252(bytes, share)) return *encoding = WESTERN, true;
    if (found.sure && !(western || (found.latin && state == CHARSET_MIXED))) return *encoding = found.name, true;
    size_t damage = share.bad < 3 ? 20 : 1000;
    if (share.bad * damage < bytes.n) return true;
    return refuse(share, found, error);
}
