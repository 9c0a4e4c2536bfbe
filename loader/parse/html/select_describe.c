#include "parse/html/select_describe.h"

bool select_is_part(const struct html_node *node)
{
    if (node->type != HTML_NODE_ELEMENT || node->namespace != HTML_NS_HTML || node->phrase) return false;
    switch (node->element) {
    case ELEMENT_A:
    case ELEMENT_ABBR:
    case ELEMENT_ACRONYM:
    case ELEMENT_B:
    case ELEMENT_BDI:
    case ELEMENT_BDO:
    case ELEMENT_BIG:
    case ELEMENT_CITE:
    case ELEMENT_CODE:
    case ELEMENT_DATA:
    case ELEMENT_DEL:
    case ELEMENT_DFN:
    case ELEMENT_EM:
    case ELEMENT_FONT:
    case ELEMENT_I:
    case ELEMENT_INS:
    case ELEMENT_KBD:
    case ELEMENT_LABEL:
    case ELEMENT_MARK:
    case ELEMENT_NOBR:
    case ELEMENT_Q:
    case ELEMENT_RB:
    case ELEMENT_RP:
    case ELEMENT_RT:
    case ELEMENT_RTC:
    case ELEMENT_RUBY:
    case ELEMENT_S:
    case ELEMENT_SAMP:
    case ELEMENT_SMALL:
    case ELEMENT_SPAN:
    case ELEMENT_STRIKE:
    case ELEMENT_STRONG:
    case ELEMENT_SUB:
    case ELEMENT_SUP:
    case ELEMENT_TIME:
    case ELEMENT_TT:
    case ELEMENT_U:
    case ELEMENT_VAR:
    case ELEMENT_WBR:
    case ELEMENT_BR:
    case ELEMENT_IMG:
    case ELEMENT_PICTURE:
    case ELEMENT_SOURCE:
    case ELEMENT_INPUT:
    case ELEMENT_OUTPUT:
    case ELEMENT_METER:
    case ELEMENT_PROGRESS:
    case ELEMENT_SLOT:
    case ELEMENT_AREA:
    case ELEMENT_MAP:
    case ELEMENT_SCRIPT:
    case ELEMENT_STYLE:
    case ELEMENT_LINK:
    case ELEMENT_META: return false;
    default: return true;
    }
}

bool select_is_never(const struct html_node *node)
{
    if (node->type == HTML_NODE_TEXT) return false;
    if (node->type != HTML_NODE_ELEMENT) return true;
    if (node->namespace == HTML_NS_SVG) return true;
    if (node->namespace != HTML_NS_HTML) return false;
    switch (node->element) {
    case ELEMENT_HEAD:
    case ELEMENT_SCRIPT:
    case ELEMENT_STYLE:
    case ELEMENT_TEMPLATE:
    case ELEMENT_NOSCRIPT:
    case ELEMENT_IFRAME:
    case ELEMENT_OBJECT:
    case ELEMENT_EMBED:
    case ELEMENT_CANVAS:
    case ELEMENT_AUDIO:
    case ELEMENT_VIDEO:
    case ELEMENT_SELECT:
    case ELEMENT_DATALIST:
    case ELEMENT_TEXTAREA:
    case ELEMENT_NOFRAMES:
    case ELEMENT_TITLE:
    case ELEMENT_LINK:
    case ELEMENT_META: return true;
    default: return false;
    }
}

bool select_is_heading(const struct html_node *node)
{
    return node->element >= ELEMENT_H1 && node->element <= ELEMENT_H6;
}

bool select_shows_none(struct str style)
{
    for (size_t at = 0; at + 7 < style.n; at++) {
        if (memcmp(style.p + at, "display", 7) != 0) continue;
        for (at += 7; at < style.n && (style.p[at] == ' ' || style.p[at] == ':');) at++;
        if (style.n - at >= 4 && memcmp(style.p + at, "none", 4) == 0) return true;
    }
    return false;
}

static uint32_t role_kinds(struct str role)
{
    static const struct {
        const char *role;
        uint32_t kinds;
    } roles[] = {
        {"navigation", 1U << SELECT_NAVIGATION},
        {"menu", 1U << SELECT_NAVIGATION},
        {"menubar", 1U << SELECT_NAVIGATION},
        {"toolbar", 1U << SELECT_SEARCH},
        {"main", 1U << SELECT_MAIN},
        {"article", 1U << SELECT_ARTICLE},
        {"banner", 1U << SELECT_HEADER},
        {"contentinfo", 1U << SELECT_FOOTER},
        {"complementary", 1U << SELECT_SIDEBAR},
        {"search", 1U << SELECT_SEARCH},
        {"dialog", 1U << SELECT_CONSENT},
        {"alertdialog", 1U << SELECT_CONSENT},
        {"listitem", 1U << SELECT_LIST},
    };
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (str_equal(role, str_from(roles[i].role))) return roles[i].kinds;
    return 0;
}

static int place_of(const struct html_node *node)
{
    switch (node->element) {
    case ELEMENT_ARTICLE: return SELECT_PLACE_ARTICLE;
    case ELEMENT_MAIN: return SELECT_PLACE_MAIN;
    case ELEMENT_SECTION: return SELECT_PLACE_SECTION;
    case ELEMENT_ASIDE: return SELECT_PLACE_ASIDE;
    case ELEMENT_NAV: return SELECT_PLACE_NAV;
    case ELEMENT_HEADER: return SELECT_PLACE_HEADER;
    case ELEMENT_FOOTER: return SELECT_PLACE_FOOTER;
    case ELEMENT_FORM:
    case ELEMENT_FIELDSET: return SELECT_PLACE_FORM;
    case ELEMENT_TABLE: return SELECT_PLACE_TABLE;
    case ELEMENT_UL:
    case ELEMENT_OL:
    case ELEMENT_MENU: return SELECT_PLACE_LIST;
    case ELEMENT_FIGURE: return SELECT_PLACE_FIGURE;
    case ELEMENT_BLOCKQUOTE: return SELECT_PLACE_QUOTE;
    case ELEMENT_PRE: return SELECT_PLACE_PRE;
    case ELEMENT_DL: return SELECT_PLACE_TERMS;
    case ELEMENT_DETAILS: return SELECT_PLACE_DETAILS;
    case ELEMENT_BUTTON: return SELECT_PLACE_BUTTON;
    case ELEMENT_DIALOG: return SELECT_PLACE_DIALOG;
    default: return -1;
    }
}

struct select_name {
    struct str value;  // p NULL: free
    uint32_t hash, kinds;
};

enum { NAMES = 2048 };  // a power of two

bool select_names_begin(struct select_names *names, struct arena *arena)
{
    names->names = arena_alloc(arena, NAMES * sizeof *names->names);
    if (names->names) memset(names->names, 0, NAMES * sizeof *names->names);
    return names->names != NULL;
}

// What the words of the value say; a value that came before, as most did, is remembered.
static const struct select_name *name_of(struct select_names *names, struct str value)
{
    uint32_t hash = 2166136261U;
    for (size_t i = 0; i < value.n; i++) hash = (hash ^ (unsigned char)value.p[i]) * 16777619U;
    struct select_name *name = &names->names[(hash ^ hash >> 16) % NAMES];
    if (!name->value.p || name->hash != hash || !str_equal(name->value, value))
        *name = (struct select_name){.value = value, .hash = hash, .kinds = select_words(value)};
    return name;
}

// One attribute: sets what it says; the kinds of its words are returned.
static uint32_t attribute_say(struct select_part *part, const struct html_attribute *a, struct select_names *names)
{
    uint8_t *places = part->near + SELECT_KIND_COUNT;
    const struct select_name *name;
    switch (a->name.n) {
    case 2: return str_equal(a->name, STR("id")) ? name_of(names, a->value)->kinds : 0;
    case 4: return str_equal(a->name, STR("role")) ? role_kinds(a->value) : 0;
    case 5:
        if (str_equal(a->name, STR("style")) && select_shows_none(a->value)) places[SELECT_PLACE_CONCEALED] = 0;
        if (!str_equal(a->name, STR("class"))) return 0;
        name = name_of(names, a->value);
        part->form ^= name->hash;
        return name->kinds;
    case 6:
        if (str_equal(a->name, STR("hidden"))) places[SELECT_PLACE_CONCEALED] = 0;
        return 0;
    case 8:
        if (!str_equal(a->name, STR("itemprop"))) return 0;
        if (str_equal(a->value, STR("articleBody"))) places[SELECT_PLACE_ARTICLE_BODY] = 0;
        return name_of(names, a->value)->kinds;
    case 10: return str_equal(a->name, STR("aria-label")) ? name_of(names, a->value)->kinds : 0;
    case 11:
        if (str_equal(a->name, STR("aria-hidden")) && str_equal(a->value, STR("true")))
            places[SELECT_PLACE_CONCEALED] = 0;
        return 0;
    default: return 0;
    }
}

void select_describe(struct select_part *part, const struct select_part *parent, struct select_names *names)
{
    const struct html_node *node = part->node;
    if (parent)
        for (int i = 0; i < SELECT_NEAR; i++)
            part->near[i] = parent->near[i] < SELECT_FAR ? (uint8_t)(parent->near[i] + 1) : SELECT_FAR;
    else memset(part->near, SELECT_FAR, SELECT_NEAR);
    part->form = node->element * 2654435761U;
    int place = place_of(node);
    if (place >= 0) part->near[SELECT_KIND_COUNT + place] = 0;
    if (node->element == ELEMENT_BODY) return;  // what it says is said of the page, not of a part
    uint32_t kinds = node->element == ELEMENT_UNKNOWN ? name_of(names, node->text)->kinds : 0;
    for (uint32_t i = 0; i < node->attribute_count; i++) kinds |= attribute_say(part, &node->attributes[i], names);
    for (int i = 0; kinds; i++, kinds >>= 1)
        if (kinds & 1) part->near[i] = 0;
}
