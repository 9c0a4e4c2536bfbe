#include "parse/html/select_features.h"

enum { FAR = 500 };  // units: none before

static int16_t most(uint64_t n, int16_t limit)
{
    return n > (uint64_t)limit ? limit : (int16_t)n;
}

static int16_t share(uint64_t part, uint64_t whole, int of)
{
    return whole ? most(part * (uint64_t)of / whole, 32000) : 0;
}

// Elements in an order in which neighbours are alike.
static int16_t tag_of(const struct html_node *node)
{
    switch (node->element) {
    case ELEMENT_P: return 0;
    case ELEMENT_BLOCKQUOTE: return 1;
    case ELEMENT_PRE: return 2;
    case ELEMENT_DD: return 3;
    case ELEMENT_DT: return 4;
    case ELEMENT_LI: return 5;
    case ELEMENT_TD: return 6;
    case ELEMENT_TH: return 7;
    case ELEMENT_CAPTION: return 8;
    case ELEMENT_FIGCAPTION: return 9;
    case ELEMENT_H1: return 10;
    case ELEMENT_H2: return 11;
    case ELEMENT_H3: return 12;
    case ELEMENT_H4: return 13;
    case ELEMENT_H5: return 14;
    case ELEMENT_H6: return 15;
    case ELEMENT_SUMMARY: return 16;
    case ELEMENT_ARTICLE: return 17;
    case ELEMENT_SECTION: return 18;
    case ELEMENT_DIV: return 19;
    case ELEMENT_HEADER: return 20;
    case ELEMENT_FIGURE: return 21;
    case ELEMENT_ADDRESS: return 22;
    case ELEMENT_FOOTER: return 23;
    case ELEMENT_ASIDE: return 24;
    case ELEMENT_BUTTON: return 25;
    default: return 26;
    }
}

static int16_t link_share(const struct select_text *text, bool in_link)
{
    return in_link ? 100 : share(text->link_words, text->words, 100);
}

static void own_features(const struct select_page *page, const struct select_part *part, int16_t *out)
{
    const struct select_text *t = &part->own;
#define SET(name, value) out[SELECT_FEATURE_##name] = (value)
    SET(tag, tag_of(part->node));
    SET(level, select_is_heading(part->node) ? (int16_t)(1 + part->node->element - ELEMENT_H1) : 0);
    SET(words, most(t->words, 1000));
    SET(letters, most(t->letters, 5000));
    SET(word_mean, share(t->letters, t->words, 10));
    SET(link_share, link_share(t, part->in_link));
    SET(links, most(t->links, 100));
    SET(sentences, most(t->sentences, 50));
    SET(commas, most(t->commas, 50));
    SET(digit_share, share(t->digits, t->words, 100));
    SET(capital_share, share(t->capitals, t->words, 100));
    SET(first, t->first);
    SET(last, t->last);
    SET(in_link, part->in_link);
    SET(title_share, share(t->title_words, t->words, 100));
    SET(title_cover, share(t->title_words, page->title_count, 100));
    SET(body_share, page->has_body ? share(t->body_words, t->words, 100) : -1);
    SET(prose, select_is_prose(t));
#undef SET
    for (int i = 0; i < SELECT_KIND_COUNT + SELECT_PLACE_COUNT; i++) out[SELECT_FEATURE_NEAR + i] = part->near[i];
}

static void up_features(const struct select_page *page, const struct select_part *part, int16_t *out)
{
    out += SELECT_FEATURE_UP;
    for (int i = 0; i < SELECT_UP; i++) {
        const struct select_sum *all = &part->all;
        *out++ = most(all->words, 10000);
        *out++ = share(all->link_words, all->words, 100);
        *out++ = most(all->units, 1000);
        *out++ = share(all->prose, page->parts[0].all.prose, 1000);
        *out++ = share(all->prose, all->words, 100);
        *out++ = most(part->run, 100);
        *out++ = share(all->words, all->units, 10);
        *out++ = most(all->link_headings, 50);
        part = &page->parts[part->parent];
    }
}

static void beside_features(const struct select_page *page, uint32_t unit, int16_t *out)
{
    static const int steps[SELECT_BESIDE] = {-2, -1, 1, 2};
    out += SELECT_FEATURE_BESIDE;
    for (int i = 0; i < SELECT_BESIDE; i++, out += 5) {
        int64_t at = (int64_t)unit + steps[i];
        if (at < 0 || at >= page->unit_count) {
            out[0] = out[1] = out[2] = out[3] = out[4] = -1;
            continue;
        }
        const struct select_part *part = &page->parts[page->units[at]];
        out[0] = most(part->own.words, 1000);
        out[1] = link_share(&part->own, part->in_link);
        out[2] = tag_of(part->node);
        out[3] = most(part->own.sentences, 50);
        out[4] = (int16_t)select_steps(page, page->units[unit], page->units[at]);
    }
}

// Levels from the part up to this one, SELECT_FAR when it isn't below it.
static int16_t up_to(const struct select_page *page, uint32_t part, uint32_t up)
{
    if (part < up || part >= page->parts[up].end) return SELECT_FAR;
    return (int16_t)(page->parts[part].depth - page->parts[up].depth);
}

static int16_t side_of(const struct select_page *page, uint32_t part, uint32_t of)
{
    return part < of ? -1 : part >= page->parts[of].end;
}

static int16_t since(uint32_t unit, int32_t last)
{
    return last < 0 ? FAR : most(unit - (uint32_t)last, FAR - 1);
}

static int16_t link_of(const struct select_page *page, uint32_t unit)
{
    const struct select_part *part = &page->parts[page->units[unit]];
    return link_share(&part->own, part->in_link);
}

static void place_features(const struct select_page *page, const struct select_course *course, uint32_t unit,
                           int16_t *out)
{
    uint32_t at = page->units[unit];
    const struct select_part *parts = page->parts, *part = &parts[at];
    const struct select_sum *all = &parts[0].all;
    uint32_t article = 0;
    if (part->near[SELECT_KIND_COUNT + SELECT_PLACE_ARTICLE] < SELECT_FAR)
        for (article = at; parts[article].near[SELECT_KIND_COUNT + SELECT_PLACE_ARTICLE];)
            article = parts[article].parent;
#define SET(name, value) out[SELECT_FEATURE_##name] = (value)
    SET(index, most(unit, 2000));
    SET(from_end, most(page->unit_count - 1 - unit, 2000));
    SET(word_share, share(course->words, all->words, 1000));
    SET(prose_before, share(course->prose, all->prose, 1000));
    SET(prose_behind, most(all->prose - course->prose, 2000));
    SET(depth, most(part->depth, 100));
    SET(after_h1, since(unit, course->h1));
    SET(after_title, since(unit, course->title));
    SET(after_heading, since(unit, course->heading));
    SET(best_up, up_to(page, at, page->best));
    SET(best_side, side_of(page, at, page->best));
    SET(best_share, share(parts[page->best].all.prose, all->prose, 100));
    SET(half_up, up_to(page, at, page->half));
    SET(half_side, side_of(page, at, page->half));
    SET(most_up, up_to(page, at, page->most));
    SET(most_side, side_of(page, at, page->most));
    SET(widest_side, page->widest ? side_of(page, at, page->widest) : 2);
    SET(best_away, (int16_t)select_steps(page, at, page->best));
    SET(title_away, page->title ? (int16_t)select_steps(page, at, page->title) : -1);
    SET(title_side, page->title ? side_of(page, at, page->title) : 2);
    SET(heading_links, course->heading < 0 ? -1 : link_of(page, (uint32_t)course->heading));
    SET(peak_1, share(parts[part->parent].score, page->peak, 100));
    SET(peak_2, share(parts[parts[part->parent].parent].score, page->peak, 100));
    SET(article_share, article ? share(parts[article].all.words, parts[page->widest].all.words, 100) : -1);
#undef SET
}

static void page_features(const struct select_page *page, int16_t *out)
{
    const struct select_sum *all = &page->parts[0].all;
#define SET(name, value) out[SELECT_FEATURE_##name] = (value)
    SET(all_words, most(all->words, 30000));
    SET(all_link_share, share(all->link_words, all->words, 100));
    SET(all_units, most(page->unit_count, 5000));
    SET(all_prose, most(all->prose, 30000));
    SET(all_articles, most(page->articles, 50));
    SET(all_mains, most(page->mains, 5));
    SET(all_headings, most(page->headings, 20));
    SET(all_body, page->has_body);
    SET(all_is_article, page->is_article);
    SET(all_title, most(page->title_count, 60));
    SET(all_best, share(page->parts[page->best].all.words, all->words, 100));
    SET(all_link_headings, most(all->link_headings, 100));
    SET(all_widest, page->widest ? share(page->parts[page->widest].all.words, all->words, 100) : -1);
#undef SET
}

void select_course_begin(struct select_course *course)
{
    *course = (struct select_course){.h1 = -1, .title = -1, .heading = -1};
}

void select_features(const struct select_page *page, struct select_course *course, uint32_t unit, int16_t *out)
{
    const struct select_part *part = &page->parts[page->units[unit]];
    own_features(page, part, out);
    up_features(page, part, out);
    beside_features(page, unit, out);
    if (part->node->element == ELEMENT_H1) course->h1 = (int32_t)unit;
    if (out[SELECT_FEATURE_title_share] >= 70 && out[SELECT_FEATURE_title_cover] >= 40) course->title = (int32_t)unit;
    if (select_is_heading(part->node)) course->heading = (int32_t)unit;
    place_features(page, course, unit, out);
    page_features(page, out);
    course->words += part->own.words;
    course->prose += select_is_prose(&part->own) ? part->own.words : 0;
}
