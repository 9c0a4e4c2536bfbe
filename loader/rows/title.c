#include "rows/title.h"

#define LOGO 60  // bytes of a logo's name, at most

static void see_heading(struct title *title, const struct block *block, bool begins)
{
    bool marked = block->origin == ORIGIN_MARKED || block->origin == ORIGIN_CORRECTED;
    if (!title->worded && (begins || marked)) title->first = block->text;
    if (block->level <= 1 && marked && block->text.n && title->tops++ == 0) title->top = block->text;
}

// english | русский: words between bars, of which all but one are links.
static bool is_choice(const struct block *block)
{
    size_t parts = 1, words = 0, linked = 0;
    if (!block->link_count) return false;
    for (size_t i = 0; i < block->text.n; i++) parts += block->text.p[i] == '|';
    for (size_t i = 0; i < block->link_count; i++) linked += block->links[i].label.n > 0;
    for (size_t i = 0; i < block->text.n; i++) words += block->text.p[i] == ' ';
    return parts > 1 && linked + 1 >= parts && words < 3 * parts;
}

// Pictures, badges, links to other languages; code of the site.
static bool is_ornament(const struct block *block)
{
    size_t linked = 0;
    bool code = block->kind == BLOCK_CODE;
    if (code) return block->text.n && memchr("{<ie", block->text.p[0], 4);
    if (block->pictures) return true;
    for (size_t i = 0; i < block->link_count; i++) linked += block->links[i].label.n;
    return linked * 3 >= block->text.n * 2 || is_choice(block);
}

// Whether the words stand in the text, parted from others.
static bool has_words(struct str text, struct str words)
{
    for (size_t i = 0; i + words.n <= text.n; i++) {
        size_t behind = i + words.n;
        if (text.p[i] != words.p[0] || memcmp(text.p + i, words.p, words.n) != 0) continue;
        if ((!i || !str_is_word_byte(text.p[i - 1])) && (behind == text.n || !str_is_word_byte(text.p[behind])))
            return true;
    }
    return false;
}

// The logo at an article's beginning is called as what the article is about.
static void see_logo(struct title *title, const struct block *block, bool begins)
{
    struct str name = block->text;
    if (str_ends(name, STR(" logo")) || str_ends(name, STR(" Logo"))) name = str_trim(str_slice(name, 0, name.n - 5));
    if (begins && block->pictures && !block->link_count && name.n && name.n < LOGO) title->logo = name;
    else if (title->logo.n && !title->named) title->named = has_words(block->text, title->logo);
}

void title_see(struct title *title, const struct block *block, bool begins)
{
    see_logo(title, block, begins);
    switch (block->kind) {
    case BLOCK_HEADING: see_heading(title, block, begins); break;
    case BLOCK_PARAGRAPH:
    case BLOCK_QUOTE:
    case BLOCK_CODE:
    case BLOCK_LEFTOVER:
        if (title->worded || is_ornament(block)) return;
        break;
    default: break;
    }
    title->worded = true;
}

struct str title_of(const struct title *title, const struct metadata *metadata)
{
    struct str top = title->tops == 1 ? title->top : STR_NULL;
    struct str best[] = {metadata->title, top, metadata->name, title->first};
    for (size_t i = 0; i < sizeof best / sizeof *best; i++)
        if (best[i].n) return best[i];
    return title->named ? title->logo : STR_NULL;
}
