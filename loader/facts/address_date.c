#define _GNU_SOURCE  // memmem
#include "facts/address_date.h"

#include "facts/value_date.h"

#define EARLIEST                                                                                                       \
    (-3652)  // 1990-01-01, in days since 2000: addresses are no older; a date in one before is what it tells of
#define EARLIEST_FILE (-73049)  // 1800-01-01: files hold texts of any age

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

// 2024/05/03, 2024-05-03, 2024_05_03, 20240503, 2024/may/03 at the beginning of *s, which goes on without a digit.
static bool take_day(struct str *s, int32_t *days)
{
    char iso[] = "0000-00-00";
    size_t at = 4, n = 0;
    for (size_t i = 0; i < 4; i++)
        if (i >= s->n || !is_digit(s->p[i])) return false;
    memcpy(iso, s->p, 4);
    char sign = s->n > 4 && strchr("/-_", s->p[4]) ? s->p[4] : '\0';
    for (int part = 0; part < 2; part++, at += n) {
        if (sign && (at >= s->n || s->p[at++] != sign)) return false;
        for (n = 0; at + n < s->n && (n < 2 || sign) && is_digit(s->p[at + n]);) n++;
        int month = 0;
        if (sign && !part && at + 3 < s->n && is_letter(s->p[at]) && s->p[at + 3] == sign) {
            char word[3] = {(char)(s->p[at] | 0x20), (char)(s->p[at + 1] | 0x20), (char)(s->p[at + 2] | 0x20)};
            month = value_month((struct str){word, n = 3});
        }
        if (!month && (n == 0 || n > 2 || (!sign && n < 2))) return false;
        char *to = iso + 5 + 3 * part;
        to[0] = month ? (char)('0' + month / 10) : n == 2 ? s->p[at] : '0';
        to[1] = month ? (char)('0' + month % 10) : s->p[at + n - 1];
    }
    char next = at < s->n ? s->p[at] : '/';
    if (is_digit(next) || is_letter(next) || (sign == '/' && next != '/')) return false;  // 2024/10/3-questions
    struct str day = {iso, sizeof iso - 1};
    if (!value_date_take(&day, DATE_ORDER_UNKNOWN, days)) return false;
    *s = str_slice(*s, at, s->n);
    return true;
}

// The path, without what an archive puts before it: https://web.archive.org/web/20240503120000/https://example.org/a
static struct str path_of(struct str url)
{
    for (const char *scheme; (scheme = memmem(url.p, url.n, "://", 3));)
        url = str_slice(url, (size_t)(scheme - url.p) + 3, url.n);
    const char *slash = memchr(url.p, '/', url.n);
    if (!slash) return STR_NULL;
    url = str_slice(url, (size_t)(slash - url.p), url.n);
    for (size_t i = 0; i < url.n; i++)
        if (url.p[i] == '?' || url.p[i] == '#') return str_slice(url, 0, i);
    return url;
}

bool address_date(struct str url, int32_t latest, int32_t *days)
{
    struct str path = url.n ? path_of(url) : STR_NULL;
    bool found = false;
    for (size_t i = 1; i + 8 <= path.n; i++) {
        if (!is_digit(path.p[i]) || is_digit(path.p[i - 1]) || is_letter(path.p[i - 1])) continue;
        struct str rest = str_slice(path, i, path.n);
        int32_t day;
        if (!take_day(&rest, &day)) continue;
        if (day < EARLIEST || day > latest || (found && day != *days)) return false;
        *days = day;
        found = true;
        i = path.n - rest.n - 1;
    }
    return found;
}

bool file_name_date(struct str name, int32_t latest, int32_t *days)
{
    struct str rest = name;
    int32_t end;
    bool found = take_day(&rest, days) && (!rest.n || !is_letter(rest.p[0]));
    const char *dot = NULL;
    for (size_t i = 0; i < name.n; i++)
        if (name.p[i] == '.') dot = name.p + i;
    if (dot) name = str_slice(name, 0, (size_t)(dot - name.p));
    for (size_t n = 8; n <= 10 && n < name.n; n += 2) {
        struct str last = str_slice(name, name.n - n, name.n);
        char before = name.p[name.n - n - 1];
        if (!(before == '-' || before == '_' || before == ' ' || before == '.') || !take_day(&last, &end) || last.n)
            continue;
        if (found && end != *days) return false;
        *days = end;
        found = true;
    }
    return found && *days >= EARLIEST_FILE && *days <= latest;
}
