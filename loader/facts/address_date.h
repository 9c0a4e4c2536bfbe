// The day in an address or the name of a file.
#ifndef FACTS_ADDRESS_DATE_H
#define FACTS_ADDRESS_DATE_H

#include "base/str.h"

#include <stdint.h>

// Of an address: /2024/05/03/slug, /2024/may/03/slug, /slug-2024-05-03, /20240503/slug. Not when an archive took it,
// nor what a query asks for; false too for two different days, years before 1990 and days after `latest`. days: since
// 2000-01-01.
bool address_date(struct str url, int32_t latest, int32_t *days);

// Of a name that begins or ends with it: 2024-05-03-title.txt, 20240503.txt, title_2024-05-03.txt;
// false too for years before 1800.
bool file_name_date(struct str name, int32_t latest, int32_t *days);

#endif
