// A perfect hash of the elements' names: their first eight bytes in lower case (little endian, padded with NUL) and
// their length, times html_element_factor; the top bits are the slot, which holds the element's number or 0.
#ifndef PARSE_HTML_ELEMENT_SLOTS_H
#define PARSE_HTML_ELEMENT_SLOTS_H

#include <stdint.h>

#define HTML_ELEMENT_BITS 10

extern const uint64_t html_element_factor;
extern const uint8_t html_element_slots[1 << HTML_ELEMENT_BITS];

#endif
