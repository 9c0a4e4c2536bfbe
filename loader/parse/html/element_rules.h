// What the standard says of each element, as element.h lists it. For the tree builder alone.
#ifndef PARSE_HTML_ELEMENT_RULES_H
#define PARSE_HTML_ELEMENT_RULES_H

#include "parse/html/element.h"

#include <stdint.h>

// What the standard groups elements by.
enum html_element_flag {
    NONE = 0,
    SPECIAL = 1 << 0,
    FORMATTING = 1 << 1,
    SCOPE = 1 << 2,          // ends "in scope"
    LIST_SCOPE = 1 << 3,     // ends "in list item scope", too
    BUTTON_SCOPE = 1 << 4,   // ends "in button scope", too
    TABLE_SCOPE = 1 << 5,    // ends "in table scope"
    IMPLIED = 1 << 6,        // "generate implied end tags" ends it
    IMPLIED_TABLE = 1 << 7,  // "… all implied end tags thoroughly", too
    HEADING = 1 << 8,
    BREAKOUT = 1 << 9,     // its start tag leaves SVG and MathML
    FOSTER = 1 << 10,      // what may not stand in it goes before the table
    MATH_POINT = 1 << 11,  // in MathML: special, ends a scope, holds text
    SVG_POINT = 1 << 12,   // in SVG: special, ends a scope, holds HTML
};

enum html_start_rule {
    START_OTHER,
    START_A,
    START_BLOCK,
    START_BODY,
    START_BUTTON,
    START_DD,
    START_FORM,
    START_FORMATTING,
    START_FRAMESET,
    START_HEAD,
    START_HEADING,
    START_HR,
    START_HTML,
    START_IGNORE,
    START_IMAGE,
    START_INPUT,
    START_LI,
    START_MATH,
    START_NOBR,
    START_OBJECT,
    START_OPTGROUP,
    START_OPTION,
    START_PARAM,
    START_PLAINTEXT,
    START_PRE,
    START_RAWTEXT,
    START_RB,
    START_RP,
    START_SELECT,
    START_SVG,
    START_TABLE,
    START_TEXTAREA,
    START_VOID,
    START_XMP,
};

enum html_end_rule {
    END_OTHER,
    END_BLOCK,
    END_BODY,
    END_BR,
    END_DD,
    END_FORM,
    END_FORMATTING,
    END_HEADING,
    END_HTML,
    END_LI,
    END_OBJECT,
    END_P,
    END_TEMPLATE,
};

struct html_element_info {
    const char *name;
    uint16_t flags;  // enum html_element_flag
    uint8_t name_n;
    uint8_t start, end;  // enum html_start_rule, html_end_rule
};

#define HTML_ELEMENT_NAME_MAX 14  // bytes of the longest name

extern const struct html_element_info html_elements[ELEMENTS];

#endif
