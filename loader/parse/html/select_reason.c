#include "parse/html/select_reason.h"

enum { MENU_LEVELS = 3 };  // of which a menu is told by its links
#define NONE UINT32_MAX

#define KIND(name)  SELECT_##name
#define PLACE(name) (SELECT_KIND_COUNT + SELECT_PLACE_##name)

// The nearest speaks; of those that are as near, the first here.
static const struct {
    uint8_t near;  // index into it
    uint8_t reason;
} reasons[] = {
    {PLACE(CONCEALED), HTML_LEFT_NEVER},  {KIND(COMMENT), HTML_LEFT_COMMENTS},
    {PLACE(NAV), HTML_LEFT_NAVIGATION},   {KIND(NAVIGATION), HTML_LEFT_NAVIGATION},
    {KIND(CRUMBS), HTML_LEFT_NAVIGATION}, {KIND(RELATED), HTML_LEFT_TEASER},
    {KIND(CONSENT), HTML_LEFT_FURNITURE}, {KIND(SHARE), HTML_LEFT_FURNITURE},
    {KIND(SIGNUP), HTML_LEFT_FURNITURE},  {KIND(PROMOTION), HTML_LEFT_FURNITURE},
    {KIND(SEARCH), HTML_LEFT_FURNITURE},  {KIND(SIDEBAR), HTML_LEFT_FURNITURE},
    {KIND(FOOTER), HTML_LEFT_FURNITURE},  {KIND(HEADER), HTML_LEFT_FURNITURE},
    {PLACE(ASIDE), HTML_LEFT_FURNITURE},  {PLACE(FORM), HTML_LEFT_FURNITURE},
    {PLACE(FOOTER), HTML_LEFT_FURNITURE}, {PLACE(HEADER), HTML_LEFT_FURNITURE},
    {PLACE(DIALOG), HTML_LEFT_FURNITURE}, {PLACE(BUTTON), HTML_LEFT_FURNITURE},
};

// What the part and those above it say, down from the highest part that has nothing of the article: `levels` up.
static enum html_left reason_of(const struct select_page *page, const struct select_part *part, int levels)
{
    int nearest = levels + 1;
    enum html_left reason = HTML_LEFT_OUTSIDE;
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++) {
        if (part->near[reasons[i].near] >= nearest) continue;
        nearest = part->near[reasons[i].near];
        reason = (enum html_left)reasons[i].reason;
    }
    for (int i = 0; i <= levels && i < MENU_LEVELS && part->depth > 0 && reason == HTML_LEFT_OUTSIDE; i++) {
        if (part->all.units >= 3 && part->all.link_words * 10 >= part->all.words * 8) reason = HTML_LEFT_NAVIGATION;
        part = &page->parts[part->parent];
    }
    return reason;
}

bool select_reasons(const struct select_page *page, const bool *kept, uint8_t *out, struct arena *arena)
{
    uint32_t *tops = arena_alloc(arena, page->count * sizeof *tops);
    if (!tops) return false;
    // first whether anything below is kept, then the highest part around each in which nothing is
    for (uint32_t i = 0; i < page->count; i++) tops[i] = page->parts[i].unit != UINT32_MAX && kept[page->parts[i].unit];
    for (uint32_t i = page->count; --i > 0;) tops[page->parts[i].parent] |= tops[i];
    for (uint32_t i = 0; i < page->count; i++) {
        uint32_t up = i ? tops[page->parts[i].parent] : NONE;
        tops[i] = tops[i] ? NONE : up == NONE ? i : up;
    }
    for (uint32_t i = 0; i < page->unit_count; i++) {
        const struct select_part *part = &page->parts[page->units[i]];
        uint32_t top = tops[page->units[i]];
        int levels = top == NONE ? -1 : part->depth - page->parts[top].depth;
        out[i] = kept[i] ? HTML_LEFT_NOT : (uint8_t)reason_of(page, part, levels);
    }
    return true;
}
