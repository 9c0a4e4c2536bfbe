#include "parse/html/select_reason.h"

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

// Whether the part, or one of two above it, is mostly links, of which there are some.
static bool is_menu(const struct select_page *page, const struct select_part *part)
{
    for (int i = 0; i < 3; i++, part = &page->parts[part->parent])
        if (part->all.units >= 3 && part->all.link_words * 10 >= part->all.words * 8) return true;
    return false;
}

enum html_left select_reason(const struct select_page *page, const struct select_part *part)
{
    uint8_t nearest = SELECT_FAR;
    enum html_left reason = HTML_LEFT_OUTSIDE;
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++) {
        if (part->near[reasons[i].near] >= nearest) continue;
        nearest = part->near[reasons[i].near];
        reason = (enum html_left)reasons[i].reason;
    }
    return reason == HTML_LEFT_OUTSIDE && is_menu(page, part) ? HTML_LEFT_NAVIGATION : reason;
}
