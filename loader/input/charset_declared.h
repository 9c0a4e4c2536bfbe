// The charset that a page or its server says it is in (Encoding Standard, "names and labels"; HTML standard, "prescan a
// byte stream to determine its encoding").
#ifndef INPUT_CHARSET_DECLARED_H
#define INPUT_CHARSET_DECLARED_H

#include "base/str.h"

// The charset of a label (`latin1`, `utf-8`, `x-sjis`): as iconv knows what browsers read it as, static. NULL: there is
// none.
const char *charset_of_label(struct str label);

// What the page says within: `<meta charset>`, `<meta http-equiv=content-type>` or its XML declaration. page: its first
// bytes or all, read to its body or as far as browsers do; ASCII's letters stand for themselves. NULL: it says nothing.
const char *charset_of_page(struct str page);

#endif
