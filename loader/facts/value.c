#include "facts/value.h"

#include "base/utf8.h"
#include "facts/item_key.h"
#include "facts/value_date.h"
#include "facts/value_money.h"

#include <stdlib.h>

#define LONGEST     80  // bytes of a text that may be a value
#define DIGITS      15  // more are a number of something (ISBN, account), and a double holds no more
#define DATE_DIGITS 5   // at least: 1 May 2024
#define UNIT_LONG   40

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter_or_digit(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static struct str skip_spaces(struct str s)
{
    for (size_t n; (n = str_space_first(s));) s = str_slice(s, n, s.n);
    return s;
}

// White space at the ends, and footnote marks at the end: * † ‡ [1] [a] ¹.
struct str value_trim(struct str s)
{
    for (size_t before = 0; before != s.n;) {
        s = str_trim(s);
        before = s.n;
        if (str_ends(s, STR("*"))) s.n--;
        else if (str_ends(s, STR("†")) || str_ends(s, STR("‡"))) s.n -= 3;
        else if (str_ends(s, STR("¹")) || str_ends(s, STR("²")) || str_ends(s, STR("³"))) {
            if (s.n > 2 && (is_digit(s.p[s.n - 3]) || s.p[s.n - 3] == ')')) s.n -= 2;
        } else if (str_ends(s, STR("]"))) {
            for (size_t n = 2; n <= 9 && n <= s.n; n++)
                if (s.p[s.n - n] == '[') s.n -= n;
        }
    }
    return s;
}

// Numbers ---------------------------------------------------------------------------------------------------------

// The digits of a number and what stands between them.
struct digits {
    char whole[DIGITS + 2], fraction[DIGITS + 1];
    int wholes, fractions;
    bool open;  // 1,234 or 1.234: only the convention tells
    char sign;  // of the fraction, or the separator that leaves it open; 0 for none
    char separator;
};

// Bytes of a separator of thousands that is white space or an apostrophe, between digits.
static size_t wide_separator(struct str s)
{
    if (s.p[0] == ' ' || s.p[0] == '\'') return 1;
    if (str_starts(s, STR("\u00A0"))) return 2;
    return str_starts(s, STR("\u202F")) || str_starts(s, STR("\u2009")) || str_starts(s, STR("\u2019")) ? 3 : 0;
}

static size_t count_digits(struct str s)
{
    size_t n = 0;
    while (n < s.n && is_digit(s.p[n])) n++;
    return n;
}

static bool add_digits(struct digits *d, struct str run)
{
    if (d->wholes + (int)run.n > DIGITS) return false;
    memcpy(d->whole + d->wholes, run.p, run.n);
    d->wholes += (int)run.n;
    return true;
}

static bool set_fraction(struct digits *d, struct str run, char sign)
{
    if (run.n > DIGITS) return false;
    memcpy(d->fraction, run.p, run.n);
    d->fractions = (int)run.n;
    d->sign = sign;
    return true;
}

// Groups of three behind the first one, by one separator: 1,234,567 1 234 567. Bytes read, and how many groups.
static size_t take_groups(struct str s, struct digits *d, int *groups)
{
    size_t at = 0, width;
    for (*groups = 0; at < s.n; at += width + 3, ++*groups) {
        struct str rest = str_slice(s, at, s.n);
        bool mark = rest.p[0] == ',' || rest.p[0] == '.';
        width = mark ? 1 : wide_separator(rest);
        char kind = mark ? rest.p[0] : ' ';
        if (!width || (d->separator && d->separator != kind)) break;
        if (count_digits(str_slice(rest, width, rest.n)) != 3) break;
        if (!add_digits(d, str_slice(rest, width, width + 3))) break;
        d->separator = kind;
    }
    return at;
}

// Bytes of the number that s begins with; 0 for none.
static size_t take_number(struct str s, struct digits *d)
{
    *d = (struct digits){0};
    int groups = 0;
    size_t at = count_digits(s), first = at;
    if (!at && !(s.n > 1 && s.p[0] == '.' && is_digit(s.p[1]))) return 0;
    if (!add_digits(d, str_slice(s, 0, at))) return 0;
    bool leading = at > 1 && s.p[0] == '0';
    if (at && at <= 3 && s.p[0] != '0') at += take_groups(str_slice(s, at, s.n), d, &groups);
    struct str rest = str_slice(s, at, s.n);
    if (rest.n > 1 && (rest.p[0] == '.' || rest.p[0] == ',') && is_digit(rest.p[1])) {
        size_t n = count_digits(str_slice(rest, 1, rest.n));
        if (rest.p[0] == d->separator) return 0;                                              // 1,234,56
        if (rest.p[0] == ',' && n == 3 && (first > 3 || s.p[0] != '0') && !groups) return 0;  // 1234,567
        if (!set_fraction(d, str_slice(rest, 1, 1 + n), rest.p[0])) return 0;
        at += 1 + n;
    } else if (groups == 1 && d->separator != ' ') {
        d->open = true;
        d->sign = d->separator;
    } else if (leading) {
        return 0;  // 007
    }
    return at;
}

static double digits_number(const struct digits *d, enum decimal_sign decimal)
{
    char text[2 * DIGITS + 4];
    bool fraction = d->open && (decimal == DECIMAL_COMMA) == (d->sign == ',');
    int wholes = fraction ? d->wholes - 3 : d->wholes, n = 0;
    memcpy(text, d->whole, (size_t)wholes);
    n = wholes;
    text[n++] = '.';
    if (fraction) memcpy(text + n, d->whole + wholes, 3), n += 3;
    memcpy(text + n, d->fraction, (size_t)d->fractions);
    text[n + d->fractions] = 0;
    return strtod(text, NULL);
}

enum decimal_sign value_decimal(struct str s)
{
    struct digits d;
    while (s.n && !is_digit(s.p[0])) s = str_slice(s, 1, s.n);
    if (s.n > LONGEST || !take_number(s, &d) || d.open) return DECIMAL_UNKNOWN;
    if (d.fractions) return d.sign == ',' ? DECIMAL_COMMA : DECIMAL_POINT;
    if (d.separator == ',') return DECIMAL_POINT;
    return d.separator == '.' ? DECIMAL_COMMA : DECIMAL_UNKNOWN;
}

// Words behind a number ---------------------------------------------------------------------------------------------

// Magnitudes, in lower case.
static const struct {
    struct str word;
    double magnitude;
} MAGNITUDES[] = {
#define MAGNITUDE(word, magnitude)                                                                                     \
    {                                                                                                                  \
        {(word), sizeof(word) - 1}, (magnitude)                                                                        \
    }
    MAGNITUDE("thousand", 1e3),   MAGNITUDE("thousands", 1e3),  MAGNITUDE("tausend", 1e3),  MAGNITUDE("tsd.", 1e3),
    MAGNITUDE("tsd", 1e3),        MAGNITUDE("million", 1e6),    MAGNITUDE("millions", 1e6), MAGNITUDE("millionen", 1e6),
    MAGNITUDE("millones", 1e6),   MAGNITUDE("millón", 1e6),     MAGNITUDE("milioni", 1e6),  MAGNITUDE("milhões", 1e6),
    MAGNITUDE("mio.", 1e6),       MAGNITUDE("mio", 1e6),        MAGNITUDE("mln", 1e6),      MAGNITUDE("mln.", 1e6),
    MAGNITUDE("mn", 1e6),         MAGNITUDE("billion", 1e9),    MAGNITUDE("billions", 1e9), MAGNITUDE("bn", 1e9),
    MAGNITUDE("milliarden", 1e9), MAGNITUDE("milliarde", 1e9),  MAGNITUDE("milliard", 1e9), MAGNITUDE("milliards", 1e9),
    MAGNITUDE("mrd.", 1e9),       MAGNITUDE("mrd", 1e9),        MAGNITUDE("md", 1e9),       MAGNITUDE("miliardi", 1e9),
    MAGNITUDE("trillion", 1e12),  MAGNITUDE("trillions", 1e12), MAGNITUDE("tn", 1e12),      MAGNITUDE("crore", 1e7),
    MAGNITUDE("lakh", 1e5),
};

// The first word in lower case; its bytes in s.
static size_t lower_word(struct str s, char *out, size_t room, size_t *length)
{
    size_t at = 0, n = 0;
    for (size_t width; at < s.n && n + 5 < room; at += width) {
        uint32_t c = utf8_decode(str_slice(s, at, s.n), &width);
        if (!is_key_letter(c) && c != '.') break;
        n += utf8_encode(lower_case(c), out + n);
    }
    *length = n;
    return at;
}

static size_t take_magnitude(struct str s, bool money, double *magnitude)
{
    char word[32];
    size_t n;
    struct str rest = skip_spaces(s);
    if (!rest.n || (unsigned char)rest.p[0] < 'A') return 0;
    size_t bytes = lower_word(rest, word, sizeof word, &n), before = s.n - rest.n;
    struct str w = {word, n};
    for (size_t i = 0; i < sizeof MAGNITUDES / sizeof *MAGNITUDES; i++)
        if (str_equal(w, MAGNITUDES[i].word)) return *magnitude = MAGNITUDES[i].magnitude, before + bytes;
    // a letter alone is metres, bytes or anything where there is no money
    if (n != 1 || !money || !strchr("kmb", word[0])) return 0;
    *magnitude = word[0] == 'k' ? 1e3 : word[0] == 'm' ? 1e6 : 1e9;
    return before + bytes;
}

// Percent signs and words.
static bool is_percent(struct str s)
{
    static const char *const words[] = {"%",    "percent", "per cent",  "pct",
                                        "pct.", "Prozent", "pour cent", "por ciento"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_equal(s, str_from(words[i]))) return true;
    return false;
}

// Units that may be written with capitals or signs; behind a number any word of small letters is one (see is_unit).
static const char UNITS[] =
    " km m cm mm nm kg g mg t l ml h s ms min km² m² cm² m³ cm³ km/h m/s mph ft in lb lbs oz mi yd sq km sq mi ha °C "
    "°F ° K kW "
    "MW GW TW kWh MWh GWh TWh W V A mA mAh Hz kHz MHz GHz B KB kB MB GB TB Mbit/s dB dBA px dpi pt pts J kJ kcal cal N "
    "Nm Pa "
    "hPa kPa bar hp PS bhp rpm U/min Jahre Jahren Tage Stunden Minuten Sekunden Wochen Monate Meter Kilometer Stück "
    "Personen "
    "Punkte Euro Std. Min. Sek. min. sec. hrs. yrs. ans jours heures €/kWh mg/dl μm µm μg µg ";

// Words that a unit doesn't begin or end with: what follows says more than how much.
static const char NO_UNITS[] =
    " of or and to in by vs than ago old later each per a an the more less from with for on at is was as no not if so "
    "but x "
    "times am pm und oder von bis zu der die das et ou de à y o über about only all out up off down th st nd rd ";

// One or two words of small letters that count things: tanks, metric tons.
static bool is_counted(struct str s)
{
    size_t from = 0;
    int words = 0;
    for (size_t at = 0; at <= s.n; at++) {
        if (at < s.n && s.p[at] >= 'a' && s.p[at] <= 'z') continue;
        if (at < s.n && s.p[at] != ' ') return false;
        if (++words > 2 || at - from < 3 || str_is_listed(NO_UNITS, str_slice(s, from, at))) return false;
        from = at + 1;
    }
    return true;
}

static bool is_unit(struct str s)
{
    return s.n <= UNIT_LONG && (str_is_listed(UNITS, s) || is_counted(s));
}

// What an amount of money is for: "in loans", "for schools". No other number may follow.
static bool is_purpose(struct str s)
{
    static const char *const words[] = {" in ", " for ", " of ", " to ", " towards ", " worth of ", " grant", " loan"};
    for (size_t i = 0; i < s.n; i++)
        if (is_digit(s.p[i]) || s.p[i] == '\n') return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_starts(s, str_from(words[i]))) return true;
    return false;
}

// Values ------------------------------------------------------------------------------------------------------------

// + and the kinds of minus; -1, 1, or 0 where there is none.
static int take_sign(struct str *s)
{
    static const struct str minus[] = {{"-", 1}, {"\u2212", 3}, {"\u2013", 3}};
    for (size_t i = 0; i < sizeof minus / sizeof *minus; i++)
        if (str_starts(*s, minus[i])) return *s = skip_spaces(str_slice(*s, minus[i].n, s->n)), -1;
    if (!str_starts(*s, STR("+"))) return 0;
    *s = skip_spaces(str_slice(*s, 1, s->n));
    return 1;
}

static bool read_amount(struct str s, enum decimal_sign decimal, struct value *v)
{
    struct digits d;
    double magnitude = 1;
    struct str code = STR_NULL;
    int sign = take_sign(&s);
    size_t n = money_first(s, &code);
    if (n) s = skip_spaces(str_slice(s, n, s.n));
    if (n && !sign) sign = take_sign(&s);
    if (!(n = take_number(s, &d))) return false;
    if (d.open && decimal == DECIMAL_UNKNOWN) return false;
    s = str_slice(s, n, s.n);
    n = take_magnitude(s, code.p || (s.n && money_last(s, &(struct str){0})), &magnitude);
    s = str_slice(s, n, s.n);
    struct str rest = str_trim(s);
    *v = (struct value){.kind = VALUE_NUMBER,
                        .number = digits_number(&d, decimal) * magnitude * (sign < 0 ? -1 : 1),
                        .unit = code,
                        .magnified = magnitude > 1,
                        .open = d.open};
    if (!rest.n) return true;
    if (code.p)
        return is_purpose(s) || (rest.n == 3 && money_first(rest, &code) == 0 && money_last(rest, &v->unit) == 3);
    if (is_percent(rest)) return v->unit = STR("%"), true;
    n = money_first(rest, &code);
    if (n == rest.n || money_last(rest, &code) == rest.n) return v->unit = code, true;
    if (n && is_purpose(str_slice(rest, n, rest.n))) return money_first(rest, &v->unit), true;
    v->unit = rest;
    bool year = !d.separator && !d.fractions && d.wholes == 4 && v->number >= 1800 && v->number <= 2100;
    return str_is_listed(UNITS, rest) || (!year && is_unit(rest));  // 2011 estimate
}

static bool read_truth(struct str s, struct value *v)
{
    static const char yes[] = "|yes|true|ja|oui|sí|sim|tak|да|✓|✔|✔\uFE0F|☑|✅|";
    static const char no[] = "|no|false|nein|non|não|nie|нет|✗|✘|❌|☒|✖|";
    char word[24] = "|";
    size_t n = 1;
    if (s.n > 8 || (s.p[0] > 0 && !strchr("ytjostnf", s.p[0] | 0x20))) return false;
    for (size_t at = 0, width; at < s.n; at += width) {
        uint32_t c = utf8_decode(str_slice(s, at, s.n), &width);
        n += utf8_encode(lower_case(c), word + n);
        if (n > sizeof word - 6 || c == '|') return false;
    }
    word[n] = '|';
    word[n + 1] = 0;
    bool said = strstr(yes, word);
    if (!said && !strstr(no, word)) return false;
    *v = (struct value){.kind = VALUE_BOOLEAN, .truth = said};
    return true;
}

// Most numbers: digits alone.
static bool read_digits(struct str s, struct value *v)
{
    double number = 0;
    if (s.n > DIGITS || (s.n > 1 && s.p[0] == '0')) return false;
    for (size_t i = 0; i < s.n; i++) {
        if (!is_digit(s.p[i])) return false;
        number = number * 10 + (s.p[i] - '0');
    }
    *v = (struct value){.kind = VALUE_NUMBER, .number = number};
    return true;
}

bool value_read(struct str text, enum decimal_sign decimal, struct value *v)
{
    *v = (struct value){0};
    if (text.n > 2 * LONGEST) return false;
    struct str s = value_trim(text);
    if (!s.n || s.n > LONGEST) return false;
    if (read_truth(s, v) || read_digits(s, v)) return true;
    int32_t days;
    size_t digits = 0;
    for (size_t i = 0; i < s.n; i++) digits += is_digit(s.p[i]);
    if (digits >= DATE_DIGITS && value_date(s, &days))
        return *v = (struct value){.kind = VALUE_DATE, .days = days}, true;
    if (digits && read_amount(s, decimal, v)) return true;
    *v = (struct value){0};
    return false;
}

// US$ million, millions of dollars, €m, %, km.
static bool read_header_unit(struct str s, bool units, struct str *unit, double *magnitude)
{
    struct str code = STR_NULL;
    double power = 1;
    for (size_t n; (s = skip_spaces(s)).n; s = str_slice(s, n, s.n)) {
        if (str_starts(s, STR("in ")) || str_starts(s, STR("of "))) n = 3;
        else if (!code.p && (n = money_first(s, &code))) continue;
        else if (power == 1 && (n = take_magnitude(s, code.p, &power))) continue;
        else break;
    }
    bool percent = is_percent(s), named = units && s.n > 0 && !(s.n == 1 && s.p[0] < 'a') && str_is_listed(UNITS, s);
    if (s.n && (code.p || !(percent || named))) return false;
    if (!s.n && !code.p && !(units && power > 1)) return false;
    *unit = percent ? STR("%") : named ? s : code;
    *magnitude = power;
    return true;
}

void value_header(struct str header, struct str *unit, double *magnitude)
{
    size_t open = header.n, at = 0;
    header = value_trim(header);
    for (size_t i = 0; i < header.n; i++) {
        if ((header.p[i] == '(' || header.p[i] == '[') && i && header.p[i - 1] == ' ') open = i + 1;  // but term(s)
        if (header.p[i] == ',') at = i + 1;
        if (str_starts(str_slice(header, i, header.n), STR(" in "))) at = i + 4;
    }
    if (open < header.n && (str_ends(header, STR(")")) || str_ends(header, STR("]"))))
        read_header_unit(str_slice(header, open, header.n - 1), true, unit, magnitude);
    else if (!read_header_unit(header, false, unit, magnitude) && at)
        read_header_unit(str_slice(header, at, header.n), true, unit, magnitude);
}

bool value_is_signs(struct str text)
{
    for (size_t i = 0, width; i < text.n; i += width) {
        uint32_t c = utf8_decode(str_slice(text, i, text.n), &width);
        if ((c >= '0' && c <= '9') || is_key_letter(c) || (c >= 0x2160 && !(c >= 0x2500 && c <= 0x257F) && c != 0x3000))
            return false;
    }
    return true;
}

bool value_is_absent(struct str text)
{
    static const char *const words[] = {"n/a", "n.a.", "na", "nan", "nat", "null", "n/k", "tba", "tbd", "tbc"};
    if (text.n > 4 && text.p[0] > '0' && is_letter_or_digit(text.p[0])) return false;
    struct str s = str_trim(text);
    if (s.n > 24) return false;
    char word[8];
    if (value_is_signs(s)) return true;
    if (s.n < 2 || s.n > 4 || ((s.p[0] | 0x20) != 'n' && (s.p[0] | 0x20) != 't')) return false;  // most are none
    for (size_t i = 0; i < s.n; i++) word[i] = (char)lower_case((unsigned char)s.p[i]);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_equal((struct str){word, s.n}, str_from(words[i]))) return s.n != 2 || s.p[0] == 'N';
    return false;
}

bool value_is_currency(struct str unit)
{
    if (unit.n != 3) return false;
    for (size_t i = 0; i < 3; i++)
        if (unit.p[i] < 'A' || unit.p[i] > 'Z') return false;
    return true;
}
