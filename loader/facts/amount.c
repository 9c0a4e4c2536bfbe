#include "facts/amount.h"

#include "facts/mentions_names.h"

// Spellings of currencies, the longest of a kind first. ISO 4217, list one, for the codes.
struct currency {
    const char *spelling, *code;
    bool prefix;  // letters right before a dollar sign
};
static const struct currency CURRENCIES[] = {
    {"us$", "USD", 1},
    {"u.s.$", "USD", 1},
    {"a$", "AUD", 1},
    {"au$", "AUD", 1},
    {"aud$", "AUD", 1},
    {"c$", "CAD", 1},
    {"ca$", "CAD", 1},
    {"cad$", "CAD", 1},
    {"can$", "CAD", 1},
    {"nz$", "NZD", 1},
    {"hk$", "HKD", 1},
    {"s$", "SGD", 1},
    {"nt$", "TWD", 1},
    {"r$", "BRL", 1},
    {"us dollar", "USD", 0},
    {"u.s. dollar", "USD", 0},
    {"american dollar", "USD", 0},
    {"us-dollar", "USD", 0},
    {"dollars américains", "USD", 0},
    {"dólares estadounidenses", "USD", 0},
    {"australian dollar", "AUD", 0},
    {"canadian dollar", "CAD", 0},
    {"new zealand dollar", "NZD", 0},
    {"€", "EUR", 0},
    {"euro", "EUR", 0},
    {"£", "GBP", 0},
    {"pound", "GBP", 0},
    {"pfund", "GBP", 0},
    {"japanese yen", "JPY", 0},
    {"yen", "JPY", 0},
    {"yuan", "CNY", 0},
    {"renminbi", "CNY", 0},
    {"₹", "INR", 0},
    {"swiss franc", "CHF", 0},
    {"franken", "CHF", 0},
    {"danish kroner", "DKK", 0},
    {"swedish kronor", "SEK", 0},
    {"norwegian kroner", "NOK", 0},
    {"dollar", "$", 0},
    {"dólar", "$", 0},
    {"$", "$", 0},
};
static const char CODES[] =
    "USD EUR GBP JPY CNY AUD CAD NZD CHF SEK NOK DKK ISK PLN CZK HUF RUB UAH TRY INR PKR LKR BDT "
    "KRW TWD SGD HKD THB IDR MYR PHP BRL MXN ARS CLP COP ZAR KES NGN EGP SAR AED QAR KWD ILS "
    "AFN IQD IRR XAF XOF ";

struct scale {
    const char *word;
    int zeros;
};
// German and French count in Milliarden and milliards; the Spanish billón is a million millions.
static const struct scale SCALES[] = {
    {"thousand", 3},  {"tausend", 3},    {"tsd", 3},        {"mil", 3},      {"k", 3},         {"million", 6},
    {"millions", 6},  {"millionen", 6},  {"mio", 6},        {"mln", 6},      {"mn", 6},        {"m", 6},
    {"millones", 6},  {"millón", 6},     {"billion", 9},    {"billions", 9}, {"bn", 9},        {"bln", 9},
    {"milliarde", 9}, {"milliarden", 9}, {"mrd", 9},        {"milliard", 9}, {"milliards", 9}, {"b", 9},
    {"trillion", 12}, {"tn", 12},        {"billionen", 12}, {"billones", 12}};

static struct str token_text(struct str text, const struct token *t)
{
    return str_slice(text, t->start, t->end);
}

// Whether `text` begins with a spelling in lower case; case counts for none but letters.
static bool begins(struct str text, const char *spelling)
{
    struct str s = str_from(spelling);
    size_t n, m, at = 0;
    for (size_t i = 0; i < s.n; i += n, at += m) {
        if (at >= text.n) return false;
        if (mention_character(s, i, &n) != mention_lower(mention_character(text, at, &m))) return false;
    }
    return true;
}

static bool is_code(struct str word)
{
    if (word.n != 3 || word.p[0] < 'A' || word.p[0] > 'Z') return false;
    for (const char *code = CODES; *code; code += 4)
        if (memcmp(word.p, code, 3) == 0) return true;
    return false;
}

// Joining -------------------------------------------------------------------------------------------------------------

static bool is_sign(struct str text, const struct token *t)
{
    struct str s = token_text(text, t);
    if (s.n > 3 || (s.p[0] != '$' && !(s.p[0] & 0x80))) return false;
    return str_equal(s, STR("$")) || str_equal(s, STR("€")) || str_equal(s, STR("£")) || str_equal(s, STR("¥")) ||
           str_equal(s, STR("₹"));
}

static bool is_currency(struct str text, const struct token *t)
{
    return is_sign(text, t) || t->classes & W_CURRENCY || (t->kind == TOKEN_WORD && is_code(token_text(text, t)));
}

static bool is_number(const struct token *t)
{
    return t->kind == TOKEN_NUMBER || (t->kind == TOKEN_WORD && t->classes & W_NUMBER);
}

// Numbers of groups parted by spaces (3 500 000), then the scale.
static int number_tokens(const struct token *t, int at, int count, enum statement_language language)
{
    // a million, un millón, eine Milliarde
    bool one = at + 1 < count && t[at].kind == TOKEN_WORD && t[at].classes & W_DET && t[at + 1].classes & W_SCALE &&
               t[at].end - t[at].start < 5;
    if (at >= count || (!one && !is_number(&t[at]))) return at;
    at++;
    while (language != LANGUAGE_EN && at < count && t[at].kind == TOKEN_NUMBER && t[at].end - t[at].start == 3 &&
           t[at].start - t[at - 1].end <= 3 && t[at - 1].end - t[at - 1].start <= 3)
        at++;
    while (at < count && t[at].classes & W_SCALE && t[at].start - t[at - 1].end <= 3) at++;
    return at;
}

// Tokens of a sum from i on, its end; i when there is none.
static int money_tokens(struct str text, const struct token *t, int i, int count, enum statement_language language)
{
    int at = i, end;
    bool adjacent = at + 1 < count && t[at + 1].start == t[at].end;
    // US$, and US $ as some write it
    bool near = at + 1 < count && t[at + 1].start - t[at].end <= 1 && t[at].kind == TOKEN_ENTITY && t[at].name->acronym;
    if (((adjacent && t[at].kind == TOKEN_WORD) || near) && is_sign(text, &t[at + 1])) at++;
    if (is_currency(text, &t[at])) {
        if (at + 1 < count && t[at].classes & W_CURRENCY && t[at + 1].start == t[at].end) return i;
        end = number_tokens(t, at + 1, count, language);
        if (end == at + 1) return i;
        return end < count && t[end].classes & W_CURRENCY ? end + 1 : end;
    }
    end = number_tokens(t, i, count, language);
    if (end == i) return i;
    at = end;
    if (at + 1 < count && t[at].classes & W_OF) at++;
    if (at + 1 < count && t[at].kind == TOKEN_ENTITY) at++;
    if (at < count && is_currency(text, &t[at])) return at + 1;
    return i;
}

int amount_join(struct str text, enum statement_language language, struct token *t, int count)
{
    int n = 0;
    for (int i = 0; i < count; n++) {
        int end = money_tokens(text, t, i, count, language);
        bool money = end > i;
        if (!money) end = number_tokens(t, i, count, language);
        t[n] = t[i];
        if (end > i) {
            t[n].kind = money ? TOKEN_MONEY : TOKEN_NUMBER;
            t[n].classes = W_NUMBER;
            t[n].end = t[end - 1].end;
            t[n].name = NULL;
        }
        i = end > i ? end : i + 1;
    }
    return n;
}

// Reading
// ---------------------------------------------------------------------------------------------------------------

static struct str currency_of(struct str text)
{
    struct str found = STR_NULL;
    for (size_t at = 0; at < text.n; at++) {
        struct str rest = str_slice(text, at, text.n);
        bool word = at == 0 || !mention_is_plain_word((unsigned char)text.p[at - 1]);
        if (word && rest.n >= 3 && is_code(str_slice(rest, 0, 3))) return str_slice(rest, 0, 3);
        for (size_t i = 0; i < sizeof CURRENCIES / sizeof *CURRENCIES; i++) {
            bool letters = mention_is_plain_word((unsigned char)CURRENCIES[i].spelling[0]);
            if ((letters && !word) || !begins(rest, CURRENCIES[i].spelling)) continue;
            struct str code = str_from(CURRENCIES[i].code);
            if (!str_equal(code, STR("$"))) return code;
            found = code;
        }
    }
    return found;
}

static int zeros_of(struct str text, size_t at)
{
    while (at < text.n && !mention_is_plain_word((unsigned char)text.p[at])) at++;
    size_t end = at, n;
    while (end < text.n && mention_is_word(mention_character(text, end, &n))) end += n;
    for (size_t i = 0; i < sizeof SCALES / sizeof *SCALES; i++)
        if (strlen(SCALES[i].word) == end - at && begins(str_slice(text, at, end), SCALES[i].word))
            return SCALES[i].zeros;
    return 0;
}

// Where the decimals begin in digits with separators; n for none. Of two kinds of separators the last one parts the
// decimals; one that parts groups of three parts none, but 1.500 is English for one and a half.
static size_t decimals_at(struct str s, enum statement_language language)
{
    size_t last = s.n, kinds = 0, count = 0;
    char sign = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] != '.' && s.p[i] != ',') continue;
        kinds += s.p[i] != sign;
        sign = s.p[i];
        last = i;
        count++;
    }
    if (last == s.n || (count > 1 && kinds == 1)) return s.n;
    if (kinds > 1) return last;
    if (sign == (language == LANGUAGE_EN ? '.' : ',')) return last;
    return s.n - last - 1 == 3 ? s.n : last;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static struct str digits_of(struct str s, size_t decimals, int zeros, struct arena *arena)
{
    char *out = arena_alloc(arena, s.n + (size_t)zeros + 2);
    size_t n = 0;
    if (!out) return STR_NULL;
    for (size_t i = 0; i < decimals; i++)
        if (is_digit(s.p[i]) && (n || s.p[i] != '0')) out[n++] = s.p[i];
    size_t i = decimals;
    for (i += i < s.n; i < s.n && zeros; i++, zeros--)
        if (n || s.p[i] != '0') out[n++] = s.p[i];
    while (zeros-- > 0 && n) out[n++] = '0';
    if (!n) out[n++] = '0';
    if (i < s.n) out[n++] = '.';
    for (; i < s.n; i++)
        if (is_digit(s.p[i])) out[n++] = s.p[i];
    return (struct str){out, n};
}

#define DIGITS_MAX 18

struct amount amount_read(struct str text, enum statement_language language, struct arena *arena)
{
    struct amount amount = {STR_NULL, currency_of(text)};
    size_t start = 0, end;
    while (start < text.n && !is_digit(text.p[start])) start++;
    for (end = start; end < text.n; end++) {
        bool group = language != LANGUAGE_EN && text.p[end] == ' ' && end + 1 < text.n && is_digit(text.p[end + 1]);
        if (!is_digit(text.p[end]) && !strchr(".,'", text.p[end]) && !group) break;
    }
    struct str digits = str_slice(text, start, end);
    while (digits.n && !is_digit(digits.p[digits.n - 1])) digits.n--;
    if (!digits.n || digits.n > DIGITS_MAX) return amount;
    amount.number = digits_of(digits, decimals_at(digits, language), zeros_of(text, end), arena);
    return amount;
}
