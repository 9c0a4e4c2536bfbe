// Days as texts write them: in values (value.h), bylines (article_date.h).
#ifndef FACTS_VALUE_DATE_H
#define FACTS_VALUE_DATE_H

#include "base/str.h"

#include <stdint.h>

// 2024-05-12, 12.05.2024, 12 May 2024, May 12, 2024, 12. Mai 2024, 25/12/2024, each also after a weekday and before a
// time of ISO 8601. False for any other text, 4/5/2024 and days that no month has. days: since 2000-01-01.
bool value_date(struct str text, int32_t *days);

// Which of 03/05/2024 is the day.
enum date_order { DATE_ORDER_UNKNOWN, DATE_DAY_FIRST, DATE_MONTH_FIRST };

// Takes such a day, without a weekday or time, off the beginning of *s, whatever follows; also 2024年5月12日, and
// 4/5/2024 where the order is known. False for none, and *s stays.
bool value_date_take(struct str *s, enum date_order order, int32_t *days);

// The month (from 1) that a word in lower case names, by at least its first three letters; 0 for none.
int value_month(struct str word);

#endif
