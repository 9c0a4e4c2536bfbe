// The named character references of the HTML standard, in the order of their names' bytes.
#ifndef PARSE_HTML_REFERENCE_NAMES_H
#define PARSE_HTML_REFERENCE_NAMES_H

#include <stdint.h>

#define HTML_REFERENCES    2125
#define HTML_REFERENCE_MAX 31  // bytes of the longest name

// Where each begins in the pool: a byte that is the length of its name (its top bit is set where the name also stands
// without a semicolon, which none of more than HTML_REFERENCE_BARE_MAX bytes does), a byte that is the length of its
// characters, the name, the characters in UTF-8.
extern const uint16_t html_reference_at[HTML_REFERENCES];
extern const char html_reference_pool[];

#define HTML_REFERENCE_BARE_MAX 6

#endif
