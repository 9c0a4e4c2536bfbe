#include "facts/value_date.h"

#include "base/utf8.h"
#include "facts/item_key.h"

#define WORD_ROOM 48

// Of each month its names in English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian, Turkish and
// Arabic, and of Danish, Norwegian and Swedish those that differ, each behind a space.
static const char *const MONTHS[] = {
    " january januar jänner janvier enero gennaio janeiro januari styczeń stycznia январь января ocak يناير",
    " february februar feber février febrero febbraio fevereiro februari luty lutego февраль февраля şubat فبراير",
    " march märz mrz mars marzo março maart mrt marzec marca marts март марта مارس",
    " april avril abril aprile kwiecień kwietnia апрель апреля nisan أبريل ابريل",
    " may mai mayo maggio maio mei maj maja май мая mayıs مايو",
    " june juni juin junio giugno junho czerwiec czerwca июнь июня haziran يونيو",
    " july juli juillet julio luglio julho lipiec lipca июль июля temmuz يوليو",
    " august août aout agosto augustus sierpień sierpnia augusti август августа ağustos أغسطس",
    " september septembre septiembre settembre setembro wrzesień września сентябрь сентября eylül سبتمبر",
    " october oktober octobre octubre ottobre outubro październik października октябрь октября ekim أكتوبر",
    " november novembre noviembre novembro listopad listopada ноябрь ноября kasım نوفمبر",
    " december dezember décembre diciembre dicembre dezembro grudzień grudnia desember декабрь декабря aralık ديسمبر",
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

// 年 of 2024年5月12日, 년 of 2024년 5월 12일.
static bool skip_either(struct str *s, const char *one, const char *other)
{
    return skip(s, str_from(one)) || skip(s, str_from(other));
}

// The year is taken: 2024-05-12, 2024/5/12, 2024.05.12, 2024年5月12日, 2024년 5월 12일.
static bool year_first(struct str *s, int year, int32_t *days)
{
    int month, day;
    size_t n;
    if (skip_either(s, "年", "년")) {
        skip_spaces(s);
        if (!take_number(s, &month) || !skip_either(s, "月", "월")) return false;
        skip_spaces(s);
        return take_number(s, &day) && skip_either(s, "日", "일") && make_date(year, month, day, days);
    }
    char separator = s->n > 1 && is_digit(s->p[1]) ? s->p[0] : '\0';
    if (separator != '-' && separator != '/' && separator != '.') return false;
    *s = str_slice(*s, 1, s->n);
    n = take_number(s, &month);
    if (n < 1 || n > 2 || !s->n || s->p[0] != separator) return false;
    *s = str_slice(*s, 1, s->n);
    n = take_number(s, &day);
    return (n == 1 || n == 2) && make_date(year, month, day, days);
}

// The first number is taken: 12.05.2024, 12. 5. 2024, 25/12/2024, 25-12-2024.
static bool year_last(struct str *s, int first, enum date_order order, int32_t *days)
{
    char separator = s->p[0];
    int second, year;
    *s = str_slice(*s, 1, s->n);
    if (separator == '.') skip_spaces(s);
    size_t n = take_number(s, &second);
    if (n < 1 || n > 2 || !s->n || s->p[0] != separator) return false;
    *s = str_slice(*s, 1, s->n);
    if (separator == '.') skip_spaces(s);
    if (take_number(s, &year) != 4) return false;
    if (separator == '.' || first > 12 || first == second) return make_date(year, second, first, days);
    if (second > 12) return make_date(year, first, second, days);
    if (order == DATE_DAY_FIRST) return make_date(year, second, first, days);
    return order == DATE_MONTH_FIRST && make_date(year, first, second, days);  // else: of April or of May?
}

// The day is taken: 12 May 2024, 12th of May, 2024, 12. Mai 2024, 12 de mayo de 2024.
static bool day_first(struct str *s, int day, int32_t *days)
{
    static const char *const behind[] = {".", "º", "°", "st", "nd", "rd", "th", "er", "e "};
    int month, year;
    for (size_t i = 0; i < sizeof behind / sizeof *behind; i++)
        if (skip(s, str_from(behind[i]))) break;
    skip_spaces(s);
    if (skip(s, STR("-"))) skip_spaces(s);
    if (skip(s, STR("of ")) || skip(s, STR("de "))) skip_spaces(s);
    if (!take_month(s, &month)) return false;
    skip(s, STR(","));
    skip(s, STR("-"));
    skip_spaces(s);
    if (skip(s, STR("de ")) || skip(s, STR("del "))) skip_spaces(s);
    return take_number(s, &year) == 4 && make_date(year, month, day, days);
}

// May 12, 2024; what follows the word tells sooner than the word whether it is a month.
static bool month_first(struct str *s, int32_t *days)
{
    char word[WORD_ROOM];
    int day, year;
    size_t letters = take_word(s, word);
    skip(s, STR("."));
    skip_spaces(s);
    size_t n = take_number(s, &day);
    if (!letters || n < 1 || n > 2) return false;
    if (!skip(s, STR("st")) && !skip(s, STR("nd")) && !skip(s, STR("rd"))) skip(s, STR("th"));
    size_t before = s->n;
    skip(s, STR(","));
    skip_spaces(s);
    if (s->n == before || take_number(s, &year) != 4) return false;
    int month = value_month((struct str){word, letters});
    return month && make_date(year, month, day, days);
}

bool value_date_take(struct str *s, enum date_order order, int32_t *days)
{
    struct str rest = *s;
    int first;
    size_t digits = take_number(&rest, &first);
    bool numeric = rest.n > 1 && (is_digit(rest.p[1]) || (rest.n > 2 && rest.p[1] == ' ' && is_digit(rest.p[2])));
    bool found = false;
    if (digits == 4) {
        found = year_first(&rest, first, days);
    } else if (digits == 1 || digits == 2) {
        bool apart = numeric && (rest.p[0] == '.' || ((rest.p[0] == '-' || rest.p[0] == '/') && is_digit(rest.p[1])));
        found = apart ? year_last(&rest, first, order, days) : day_first(&rest, first, days);
    } else if (!digits && rest.n == s->n) {
        found = month_first(&rest, days);
    }
    if (found) *s = rest;
    return found;
}

bool value_date(struct str s, int32_t *days)
{
    char word[WORD_ROOM];
    struct str rest = s;
    if (s.n > 80) return false;
    if (take_word(&rest, word) > 1) {
        skip(&rest, STR("."));
        if (skip(&rest, STR(","))) {  // behind the weekday
            s = rest;
            skip_spaces(&s);
        }
    }
    bool begins_with_year = s.n > 3 && is_digit(s.p[2]) && is_digit(s.p[3]);
    return value_date_take(&s, DATE_ORDER_UNKNOWN, days) && (!s.n || (begins_with_year && is_time(s)));
}
