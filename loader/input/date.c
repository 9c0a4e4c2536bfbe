#include "input/date.h"

#include <stdint.h>
#include <stdio.h>
#include <strings.h>

struct moment {
    int year, month, day;  // 0: not said
    bool timed;
    int hour, minute, second;
    int micros;
    int offset;  // minutes east of Greenwich
};

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static size_t run(struct str s, bool (*is)(char))
{
    size_t n = 0;
    while (n < s.n && is(s.p[n])) n++;
    return n;
}

static int number(struct str s, size_t n)
{
    int v = 0;
    for (size_t i = 0; i < n && i < 9; i++) v = v * 10 + (s.p[i] - '0');
    return v;
}

static void advance(struct str *s, size_t n)
{
    *s = str_slice(*s, n, s->n);
}

static bool eat(struct str *s, char c)
{
    if (!s->n || *s->p != c) return false;
    advance(s, 1);
    return true;
}

// Exactly n digits.
static bool eat_number(struct str *s, size_t n, int *value)
{
    if (run(*s, digit) < n) return false;
    *value = number(*s, n);
    advance(s, n);
    return true;
}

// 8:00, 08:00:00.250, 080000; the colons decide.
static bool eat_time(struct str *s, struct moment *m)
{
    size_t n = run(*s, digit);
    bool colons = n <= 2;
    if (n == 0 || (!colons && n != 4 && n != 6)) return false;
    if (!eat_number(s, colons ? n : 2, &m->hour)) return false;
    if (colons && !eat(s, ':')) return false;
    if (!eat_number(s, 2, &m->minute)) return false;
    m->timed = true;
    if (colons ? !eat(s, ':') : n == 4) return true;
    if (!eat_number(s, 2, &m->second)) return false;
    if (s->n > 1 && (*s->p == '.' || *s->p == ',') && digit(s->p[1])) {
        advance(s, 1);
        n = run(*s, digit);
        m->micros = number(*s, n < 6 ? n : 6);
        for (size_t i = n; i < 6; i++) m->micros *= 10;
        advance(s, n);
    }
    return true;
}

// +02:00, -0500, +02
static bool eat_offset(struct str *s, struct moment *m)
{
    if (!s->n || (*s->p != '+' && *s->p != '-')) return false;
    bool west = *s->p == '-';
    int hours, minutes = 0;
    advance(s, 1);
    if (!eat_number(s, 2, &hours)) return false;
    bool colon = eat(s, ':');
    if (!eat_number(s, 2, &minutes) && colon) return false;
    if (hours > 15 || minutes > 59) return false;
    m->offset = (hours * 60 + minutes) * (west ? -1 : 1);
    return true;
}

static bool named(struct str word, const char *name)
{
    return word.n == strlen(name) && strncasecmp(word.p, name, word.n) == 0;
}

// A word is the name when it has at least its first three letters and no others.
static bool abbreviates(struct str word, const char *name)
{
    return word.n >= 3 && word.n <= strlen(name) && strncasecmp(word.p, name, word.n) == 0;
}

static bool eat_word(struct str *s, struct moment *m)
{
    static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
                                         "July",    "August",   "September", "October", "November", "December"};
    static const char *const skipped[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
                                          "Sunday", "at",      "on",        "of",       "the"};
    static const struct {
        const char *name;
        int hours;
    } zones[] = {{"Z", 0},    {"UTC", 0},  {"GMT", 0},  {"EST", -5}, {"EDT", -4}, {"CST", -6}, {"CDT", -5},
                 {"MST", -7}, {"MDT", -6}, {"PST", -8}, {"PDT", -7}, {"CET", 1},  {"CEST", 2}};
    struct str word = {s->p, run(*s, letter)};
    advance(s, word.n);
    eat(s, '.');
    for (int i = 0; i < 12; i++)
        if (abbreviates(word, months[i]) || (i == 8 && named(word, "Sept"))) {
            if (m->month) return false;
            m->month = i + 1;
            return true;
        }
    for (size_t i = 0; i < sizeof skipped / sizeof *skipped; i++)
        if (i < 7 ? abbreviates(word, skipped[i]) : named(word, skipped[i])) return true;
    for (size_t i = 0; i < sizeof zones / sizeof *zones; i++)
        if (m->timed && named(word, zones[i].name)) {
            m->offset = zones[i].hours * 60;
            return true;
        }
    bool pm = named(word, "PM");
    if (!m->timed || (!pm && !named(word, "AM")) || m->hour < 1 || m->hour > 12) return false;
    m->hour = m->hour % 12 + (pm ? 12 : 0);
    return true;
}

// A day, a year or a time, with letters behind a day: 3rd
static bool eat_figure(struct str *s, struct moment *m)
{
    size_t n = run(*s, digit);
    if (n < s->n && s->p[n] == ':') return !m->timed && eat_time(s, m);
    int value = number(*s, n);
    advance(s, n);
    if (n == 4 && !m->year) return m->year = value, value > 0;
    if (n > 2 || m->day) return false;
    m->day = value;
    struct str word = {s->p, run(*s, letter)};
    if (named(word, "st") || named(word, "nd") || named(word, "rd") || named(word, "th")) advance(s, 2);
    else eat(s, '.');
    return true;
}

// Forms that spell the month.
static bool spelt(struct str s, struct moment *m)
{
    while (s.n) {
        struct str rest = s;
        if (m->timed && eat_offset(&rest, m)) s = rest;
        else if (*s.p == '(') s.n = 0;  // RFC 2822's comment: the zone's name
        else if (memchr(" ,\t-/|", *s.p, 6)) advance(&s, 1);
        else if (digit(*s.p) ? !eat_figure(&s, m) : !letter(*s.p) || !eat_word(&s, m)) return false;
    }
    return m->month && m->day && m->year;
}

// One digit or two.
static bool eat_short(struct str *s, int *value)
{
    size_t n = run(*s, digit);
    return n <= 2 && eat_number(s, n ? n : 1, value);
}

// 2024-05-03, 2024-5-3, 20240503, 2024/05/03, 03.05.2024; what follows stays in *s.
static bool eat_date(struct str *s, struct moment *m)
{
    size_t n = run(*s, digit);
    if (n == 8) return eat_number(s, 4, &m->year) && eat_number(s, 2, &m->month) && eat_number(s, 2, &m->day);
    char between = n < s->n ? s->p[n] : '\0';
    if (n == 4 && (between == '-' || between == '/'))
        return eat_number(s, 4, &m->year) && eat(s, between) && eat_short(s, &m->month) && eat(s, between) &&
               eat_short(s, &m->day);
    if ((n != 1 && n != 2) || between != '.' || !eat_number(s, n, &m->day)) return false;
    advance(s, 1);
    n = run(*s, digit);
    return (n == 1 || n == 2) && eat_number(s, n, &m->month) && eat(s, '.') && eat_number(s, 4, &m->year);
}

static bool numeric(struct str s, struct moment *m)
{
    if (!eat_date(&s, m)) return false;
    if (!s.n) return true;
    if (!eat(&s, 'T') && !eat(&s, 't') && !eat(&s, ' ')) return false;
    if (!eat_time(&s, m)) return false;
    eat(&s, ' ');
    if (s.n && (*s.p == '+' || *s.p == '-') && !eat_offset(&s, m)) return false;
    if (s.n && letter(*s.p) && !eat_word(&s, m)) return false;
    return s.n == 0;
}

static int month_days(int year, int month)
{
    static const char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

static void to_utc(struct moment *m)
{
    int minutes = m->hour * 60 + m->minute - m->offset, day = minutes < 0 ? -1 : minutes >= 1440;
    minutes -= day * 1440;
    m->hour = minutes / 60;
    m->minute = minutes % 60;
    m->day += day;
    if (m->day < 1) {
        if (--m->month < 1) m->month = 12, m->year--;
        m->day = month_days(m->year, m->month);
    } else if (m->day > month_days(m->year, m->month)) {
        m->day = 1;
        if (++m->month > 12) m->month = 1, m->year++;
    }
}

static struct str print(struct moment m, struct arena *arena)
{
    if (m.month < 1 || m.month > 12 || m.year < 1 || m.year > 9999) return STR_NULL;
    if (m.day < 1 || m.day > month_days(m.year, m.month)) return STR_NULL;
    if (m.hour > 23 || m.minute > 59 || m.second > 59) return STR_NULL;
    to_utc(&m);
    if (m.year < 1 || m.year > 9999) return STR_NULL;
    char out[64];
    int n = snprintf(out, sizeof out, "%04d-%02d-%02d", m.year, m.month, m.day);
    if (m.timed) n += snprintf(out + n, sizeof out - (size_t)n, "T%02d:%02d:%02d", m.hour, m.minute, m.second);
    if (m.micros) n += snprintf(out + n, sizeof out - (size_t)n, ".%06d", m.micros);
    while (m.micros && out[n - 1] == '0') n--;
    if (m.timed) out[n++] = 'Z';
    return arena_str(arena, (struct str){out, (size_t)n});
}

// 20240503081500, as crawls write it.
static bool compact(struct str s, struct moment *m)
{
    return eat_date(&(struct str){s.p, 8}, m) && eat_time(&(struct str){s.p + 8, 6}, m);
}

static double count_of(struct str s)
{
    double count = 0;
    for (size_t i = 0; i < s.n; i++) count = count * 10 + (s.p[i] - '0');
    return count;
}

struct str date_iso(struct str s, struct arena *arena)
{
    s = str_trim(s);
    if (s.n < 6 || s.n > 64) return STR_NULL;
    struct moment m = {0};
    size_t digits = run(s, digit);
    if (digits == s.n && (s.n == 13 || (s.n == 10 && *s.p == '1' && s.p[1] != '9')))
        return date_epoch(count_of(s), arena);
    if (digits == 14 && s.n == 14) return compact(s, &m) ? print(m, arena) : STR_NULL;
    if (numeric(s, &m)) return print(m, arena);
    m = (struct moment){0};
    return spelt(s, &m) ? print(m, arena) : STR_NULL;
}

struct str date_epoch(double count, struct arena *arena)
{
    double seconds = count;
    for (int i = 0; i < 2 && seconds > 4102444800.0; i++) seconds /= 1000;
    if (!(seconds >= 631152000.0 && seconds <= 4102444800.0)) return STR_NULL;
    int64_t micros = (int64_t)(seconds * 1e6 + 0.5), whole = micros / 1000000;
    // days to a date, by Howard Hinnant's civil_from_days
    int64_t days = whole / 86400 + 719468, era = days / 146097, of_era = days % 146097;
    int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * year + year / 4 - year / 100), month = (5 * of_year + 2) / 153;
    struct moment m = {.timed = true, .micros = (int)(micros % 1000000)};
    m.day = (int)(of_year - (153 * month + 2) / 5 + 1);
    m.month = (int)(month < 10 ? month + 3 : month - 9);
    m.year = (int)(year + era * 400 + (m.month <= 2));
    m.hour = (int)(whole % 86400 / 3600);
    m.minute = (int)(whole % 3600 / 60);
    m.second = (int)(whole % 60);
    return print(m, arena);
}

struct str date_named(struct str name, struct arena *arena)
{
    return name.n > 11 && name.p[4] == '-' && name.p[10] == '-' ? date_iso(str_slice(name, 0, 10), arena) : STR_NULL;
}
