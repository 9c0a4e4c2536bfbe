#include "base/timestamp.h"

#include <inttypes.h>
#include <stdio.h>

#define DAY_SECONDS 86400

// Exactly `digits` digits at *at.
static bool number(struct str s, size_t *at, int digits, int *value)
{
    *value = 0;
    for (int i = 0; i < digits; i++, (*at)++) {
        if (*at >= s.n || s.p[*at] < '0' || s.p[*at] > '9') return false;
        *value = *value * 10 + (s.p[*at] - '0');
    }
    return true;
}

static bool take(struct str s, size_t *at, char c)
{
    if (*at >= s.n || s.p[*at] != c) return false;
    ++*at;
    return true;
}

// Days from 2000-01-01 by the Gregorian calendar: years counted from March, so that the leap day ends one.
static int64_t days_from_2000(int year, int month, int day)
{
    int64_t y = month > 2 ? year : year - 1, m = month > 2 ? month - 3 : month + 9;
    return y * 365 + y / 4 - y / 100 + y / 400 + (m * 153 + 2) / 5 + day - 1 - 730425;
}

static bool date_part(struct str s, size_t *at, int64_t *days)
{
    static const int month_days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int year, month, day;
    if (!number(s, at, 4, &year) || !take(s, at, '-') || !number(s, at, 2, &month) || !take(s, at, '-') ||
        !number(s, at, 2, &day) || year < 1 || month < 1 || month > 12 || day < 1)
        return false;
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    if (day > month_days[month - 1] + (month == 2 && leap)) return false;
    *days = days_from_2000(year, month, day);
    return true;
}

static bool time_part(struct str s, size_t *at, int64_t *microseconds)
{
    int hour, minute, second = 0;
    int64_t fraction = 0;
    if (!number(s, at, 2, &hour) || !take(s, at, ':') || !number(s, at, 2, &minute)) return false;
    bool seconds = take(s, at, ':');
    if (seconds && !number(s, at, 2, &second)) return false;
    if (seconds && take(s, at, '.')) {
        int64_t unit = 100000;
        for (; *at < s.n && s.p[*at] >= '0' && s.p[*at] <= '9'; ++*at, unit /= 10) fraction += (s.p[*at] - '0') * unit;
    }
    if (hour > 24 || minute > 59 || second > 60) return false;
    if (hour == 24 && (minute || second || fraction)) return false;
    *microseconds = ((hour * 60 + minute) * 60 + second) * INT64_C(1000000) + fraction;
    return true;
}

static bool zone_part(struct str s, size_t *at, int *seconds)
{
    *seconds = 0;
    take(s, at, ' ');
    if (*at == s.n || take(s, at, 'Z')) return true;
    int sign = take(s, at, '+') ? 1 : take(s, at, '-') ? -1 : 0, hours, minutes = 0;
    if (!sign || !number(s, at, 2, &hours)) return false;
    bool colon = take(s, at, ':');
    if ((colon || *at < s.n) && !number(s, at, 2, &minutes)) return false;
    if (hours > 15 || minutes > 59) return false;
    *seconds = sign * (hours * 3600 + minutes * 60);
    return true;
}

bool timestamp_parse(struct str s, int64_t *microseconds)
{
    size_t at = 0;
    int64_t days, time = 0;
    int zone = 0;
    s = str_trim(s);
    if (!date_part(s, &at, &days)) return false;
    if (at < s.n) {
        if (!take(s, &at, 'T') && !take(s, &at, ' ')) return false;
        if (!time_part(s, &at, &time) || !zone_part(s, &at, &zone) || at != s.n) return false;
    }
    *microseconds = (days * DAY_SECONDS - zone) * 1000000 + time;
    return true;
}

// The inverse of days_from_2000: eras of 400 years have 146,097 days each.
static void date_from_days(int64_t days, int *year, int *month, int *day)
{
    int64_t d = days + 730425, era = d / 146097, of_era = d % 146097;
    int64_t year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t m = (5 * of_year + 2) / 153;
    *day = (int)(of_year - (153 * m + 2) / 5 + 1);
    *month = (int)(m < 10 ? m + 3 : m - 9);
    *year = (int)(year_of_era + era * 400 + (*month <= 2));
}

const char *timestamp_print(int64_t microseconds, char out[TIMESTAMP_SIZE])
{
    const int64_t day_length = DAY_SECONDS * INT64_C(1000000);
    int64_t time = ((microseconds % day_length) + day_length) % day_length;
    int year, month, day, second = (int)(time / 1000000);
    date_from_days((microseconds - time) / day_length, &year, &month, &day);
    snprintf(out, TIMESTAMP_SIZE, "%04d-%02d-%02d %02d:%02d:%02d.%06" PRId64 "+00", year, month, day, second / 3600,
             second / 60 % 60, second % 60, time % 1000000);
    return out;
}
