#include "facts/value_date.h"

#include "base/utf8.h"
#include "facts/item_key.h"

#define WORD_ROOM 48

// Of each month its names in English, German, French, Spanish, Italian, Portuguese, Dutch and Polish, each behind a
// space.
static const char *const MONTHS[] = {
    " january januar jänner janvier enero gennaio janeiro januari styczeń stycznia",
    " february februar feber février febrero febbraio fevereiro februari luty lutego",
    " march märz mrz mars marzo março maart marzec marca",
    " april avril abril aprile kwiecień kwietnia",
    " may mai mayo maggio maio mei maj maja",
    " june juni juin junio giugno junho czerwiec czerwca",
    " july juli juillet julio luglio julho lipiec lipca",
    " august août aout agosto augustus sierpień sierpnia",
    " september septembre septiembre settembre setembro wrzesień września",
    " october oktober octobre octubre ottobre outubro październik października",
    " november novembre noviembre novembro listopad listopada",
    " december dezember décembre diciembre dicembre dezembro grudzień grudnia",
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static void skip_spaces(struct str *s)
{
    for (size_t n; (n = str_space_first(*s));) *s = str_slice(*s, n, s->n);
}

static bool skip(struct str *s, struct str literal)
{
    if (!str_starts(*s, literal)) return false;
    *s = str_slice(*s, literal.n, s->n);
    return true;
}

// A number of at most four digits; their count, or 0.
static size_t take_number(struct str *s, int *number)
{
    size_t n = 0;
    for (*number = 0; n < s->n && is_digit(s->p[n]); n++) {
        if (n == 4) return 0;
        *number = *number * 10 + (s->p[n] - '0');
    }
    *s = str_slice(*s, n, s->n);
    return n;
}

// A word of letters in lower case into out; its bytes there, or 0.
static size_t take_word(struct str *s, char *out)
{
    size_t at = 0, n = 0;
    for (size_t length; at < s->n; at += length) {
        uint32_t c = utf8_decode(str_slice(*s, at, s->n), &length);
        if (!is_key_letter(c) || n > WORD_ROOM - 5) break;
        n += utf8_encode(lower_case(c), out + n);
    }
    *s = str_slice(*s, at, s->n);
    return n;
}

int value_month(struct str word)
{
    char wanted[WORD_ROOM + 2] = " ";
    if (word.n < 3 || word.n > WORD_ROOM) return 0;
    memcpy(wanted + 1, word.p, word.n);
    for (int i = 0; i < 12; i++)
        if (strstr(MONTHS[i], wanted)) return i + 1;
    return 0;
}

static bool take_month(struct str *s, int *month)
{
    char word[WORD_ROOM];
    size_t n = take_word(s, word);
    *month = value_month((struct str){word, n});
    skip(s, STR("."));
    return *month > 0;
}

// Days since 2000-01-01 in the Gregorian calendar; false for a day that isn't there.
static bool make_date(int y, int m, int d, int32_t *days)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
    if (y < 1 || m < 1 || m > 12 || d < 1 || d > lengths[m - 1] + (m == 2 && leap)) return false;
    int before = y - 1, count = before * 365 + before / 4 - before / 100 + before / 400 + d - 1;
    for (int i = 1; i < m; i++) count += lengths[i - 1] + (i == 2 && leap);
    *days = count - 730119;
    return true;
}

// A time of ISO 8601 behind a day.
static bool is_time(struct str s)
{
    if (!s.n) return true;
    if (s.p[0] != 'T' && s.p[0] != ' ') return false;
    for (size_t i = 1; i < s.n; i++)
        if (!is_digit(s.p[i]) && !strchr(":.+-Z", s.p[i])) return false;
    return s.n > 3;
}

// The first number is taken: 2024-05-12, 12.05.2024, 25/12/2024.
static bool numeric_date(struct str s, int first, size_t digits, int32_t *days)
{
    char separator = s.p[0];
    int second, third;
    s = str_slice(s, 1, s.n);
    if (separator == '.') skip_spaces(&s);
    size_t n = take_number(&s, &second);
    if (n < 1 || n > 2 || !s.n || s.p[0] != separator) return false;
    s = str_slice(s, 1, s.n);
    if (separator == '.') skip_spaces(&s);
    n = take_number(&s, &third);
    if (digits == 4) return (n == 1 || n == 2) && is_time(s) && make_date(first, second, third, days);
    if (digits > 2 || n != 4 || s.n) return false;
    if (separator == '.') return make_date(third, second, first, days);
    if (second > 12) return make_date(third, first, second, days);
    if (first <= 12 && first != second) return false;  // of April or of May?
    return make_date(third, second, first, days);
}

static bool take_year(struct str s, int *year)
{
    return take_number(&s, year) == 4 && !s.n;
}

// The day is taken: 12 May 2024, 12th of May, 2024, 12. Mai 2024, 12 de mayo de 2024.
static bool day_first(struct str s, int day, int32_t *days)
{
    int month, year;
    if (!skip(&s, STR(".")) && !skip(&s, STR("º")) && !skip(&s, STR("st")) && !skip(&s, STR("nd")) &&
        !skip(&s, STR("rd")) && !skip(&s, STR("th")))
        skip(&s, STR("er"));
    skip_spaces(&s);
    if (skip(&s, STR("-"))) skip_spaces(&s);
    if (skip(&s, STR("of ")) || skip(&s, STR("de "))) skip_spaces(&s);
    if (!take_month(&s, &month)) return false;
    skip(&s, STR(","));
    skip(&s, STR("-"));
    skip_spaces(&s);
    if (skip(&s, STR("de "))) skip_spaces(&s);
    return take_year(s, &year) && make_date(year, month, day, days);
}

// May 12, 2024
static bool month_first(struct str s, int32_t *days)
{
    int month, day, year;
    if (!take_month(&s, &month)) return false;
    skip_spaces(&s);
    size_t n = take_number(&s, &day);
    if (n < 1 || n > 2) return false;
    if (!skip(&s, STR("st")) && !skip(&s, STR("nd")) && !skip(&s, STR("rd"))) skip(&s, STR("th"));
    size_t before = s.n;
    skip(&s, STR(","));
    skip_spaces(&s);
    return s.n < before && take_year(s, &year) && make_date(year, month, day, days);
}

bool value_date(struct str s, int32_t *days)
{
    char word[WORD_ROOM];
    struct str rest = s;
    if (s.n > 80) return false;
    if (take_word(&rest, word) > 1) {
        skip(&rest, STR("."));
        if (!skip(&rest, STR(","))) return month_first(s, days);
        s = rest;  // behind the weekday
        skip_spaces(&s);
    }
    int first;
    size_t digits = take_number(&s, &first);
    if (!digits) return month_first(s, days);
    if (!s.n) return false;
    bool dotted = s.p[0] == '.' && s.n > 2 && (is_digit(s.p[1]) || (s.p[1] == ' ' && is_digit(s.p[2])));
    if (dotted || ((s.p[0] == '-' || s.p[0] == '/') && s.n > 1 && is_digit(s.p[1])))
        return numeric_date(s, first, digits, days);
    return digits <= 2 && day_first(s, first, days);
}
