#include "parse/html/element.h"

#include "parse/html/characters.h"
#include "parse/html/element_rules.h"
#include "parse/html/element_slots.h"

#include <string.h>

const struct html_element_info html_elements[ELEMENTS] = {{"", NONE, 0, START_OTHER, END_OTHER},
#define X(id, name, flags, start, end) {name, (flags), sizeof(name) - 1, START_##start, END_##end},
                                                          HTML_ELEMENTS(X)
#undef X
};

enum html_element html_element_of(struct str name)
{
    char key[24] = {0};
    if (name.n > HTML_ELEMENT_NAME_MAX) return ELEMENT_UNKNOWN;
    uint64_t word = 0;
    for (size_t i = 0; i < name.n; i++) {
        key[i] = html_lower_letter(name.p[i]);
        if (i < 8) word |= (uint64_t)(unsigned char)key[i] << 8 * i;
    }
    enum html_element found = html_element_slots[(word + name.n) * html_element_factor >> (64 - HTML_ELEMENT_BITS)];
    const struct html_element_info *info = &html_elements[found];
    return info->name_n == name.n && memcmp(info->name, key, name.n) == 0 ? found : ELEMENT_UNKNOWN;
}

const char *html_element_name(enum html_element element)
{
    return html_elements[element].name;
}
