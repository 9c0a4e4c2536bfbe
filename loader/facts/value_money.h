// Signs and names of currencies. Internal to value*.c.
#ifndef FACTS_VALUE_MONEY_H
#define FACTS_VALUE_MONEY_H

#include "base/str.h"

// Bytes of the currency that s begins with (ends with, for _last), and its code of ISO 4217; 0 for none. $ alone is
// USD, ¥ JPY, £ GBP.
size_t money_first(struct str s, struct str *code);
size_t money_last(struct str s, struct str *code);

#endif
