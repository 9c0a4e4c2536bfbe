#include "parse/html/select_group.h"

// Whether the element may stand in a list or a table that is one.
static bool is_plain(const struct html_node *node)
{
    switch (node->element) {
    case ELEMENT_LI:
    case ELEMENT_UL:
    case ELEMENT_OL:
    case ELEMENT_P:
    case ELEMENT_DL:
    case ELEMENT_DT:
    case ELEMENT_DD:
    case ELEMENT_TABLE:
    case ELEMENT_CAPTION:
    case ELEMENT_COLGROUP:
    case ELEMENT_COL:
    case ELEMENT_THEAD:
    case ELEMENT_TBODY:
    case ELEMENT_TFOOT:
    case ELEMENT_TR:
    case ELEMENT_TD:
    case ELEMENT_TH: return true;
    default: return false;
    }
}

enum { HOLDS_OTHER = 1, HOLDS_TABLE = 2, HOLDS_BOX = 4 };  // a box: <div>, in cells only

// Whether the part is one with all below it; `holds` is said of what lies below.
static bool is_group(const struct html_node *node, uint8_t holds)
{
    switch (node->element) {
    case ELEMENT_P:
    case ELEMENT_H1:
    case ELEMENT_H2:
    case ELEMENT_H3:
    case ELEMENT_H4:
    case ELEMENT_H5:
    case ELEMENT_H6:
    case ELEMENT_PRE:
    case ELEMENT_BLOCKQUOTE: return true;
    case ELEMENT_TABLE: return !(holds & (HOLDS_OTHER | HOLDS_TABLE));
    case ELEMENT_UL:
    case ELEMENT_OL:
    case ELEMENT_DL: return !(holds & (HOLDS_OTHER | HOLDS_BOX));
    default: return false;
    }
}

// Of each part what lies below it. A table in a table, which is layout, is something other.
static void holds_settle(const struct select_page *page, uint8_t *holds)
{
    memset(holds, 0, page->count);
    for (uint32_t i = page->count; --i > 0;) {
        const struct html_node *node = page->parts[i].node;
        bool table = node->element == ELEMENT_TABLE;
        if (table && holds[i] & HOLDS_TABLE) holds[i] |= HOLDS_OTHER;
        uint8_t up = holds[i] | (table ? HOLDS_TABLE : 0);
        if (!page->parts[i].all.units) continue;                                      // rules and the like
        bool names = select_is_heading(node) && node->parent->element == ELEMENT_TH;  // columns or rows
        if (!is_plain(node) && !names) up |= node->element == ELEMENT_DIV ? HOLDS_BOX : HOLDS_OTHER;
        holds[page->parts[i].parent] |= up;
    }
}

uint32_t *select_group_level(const struct select_page *page, float *likelihoods, struct arena *arena)
{
    uint8_t *holds = arena_alloc(arena, page->count);
    uint32_t *groups = arena_alloc(arena, (page->unit_count + 1) * sizeof *groups);
    if (!holds || !groups) return NULL;
    memcpy(groups, page->units, page->unit_count * sizeof *groups);
    holds_settle(page, holds);
    for (uint32_t unit = 0, i = 1; i < page->count;) {
        const struct select_part *part = &page->parts[i];
        if (part->all.units < 2 || !is_group(part->node, holds[i])) {
            i++;
            continue;
        }
        while (page->units[unit] < i) unit++;
        double sum = 0;
        for (uint32_t k = unit; k < unit + part->all.units; k++)
            sum += (double)likelihoods[k] * page->parts[page->units[k]].own.words;
        for (uint32_t k = unit; k < unit + part->all.units; k++) {
            likelihoods[k] = (float)(sum / part->all.words);
            groups[k] = i;
        }
        i = part->end;
    }
    return groups;
}
