#include "input/corrections.h"

#include <fnmatch.h>
#include <stdlib.h>

bool correction_read_as(struct str words, struct correction *c)
{
    static const char *const rows[] = {[CORRECT_PARAGRAPH] = "paragraph",
                                       [CORRECT_ITEM] = "item",
                                       [CORRECT_QUOTE] = "quote",
                                       [CORRECT_CODE] = "code",
                                       [CORRECT_LEFTOVER] = "leftover",
                                       [CORRECT_HEADER] = "header",
                                       [CORRECT_ROW] = "row"};
    static const struct str names = STR("names ");
    c->value = 0;
    c->entity_id = STR_NULL;
    if (words.n == 9 && str_starts(words, STR("heading ")) && words.p[8] >= '1' && words.p[8] <= '6') {
        c->as = CORRECT_HEADING;
        c->value = words.p[8] - '0';
        return true;
    }
    if (str_starts(words, names) && words.n > names.n) {
        c->as = CORRECT_ENTITY;
        c->entity_id = str_slice(words, names.n, words.n);
        return true;
    }
    for (c->as = CORRECT_PARAGRAPH; c->as <= CORRECT_ROW; c->as++)
        if (str_equal(words, str_from(rows[c->as]))) return true;
    c->as = CORRECT_DIALECT;
    for (c->value = DIALECT_EXTRACTED; c->value <= DIALECT_HTML; c->value++)
        if (str_equal(words, str_from(dialect_name((enum dialect)c->value)))) return true;
    c->as = CORRECT_LAYOUT;
    for (c->value = LAYOUT_LINES; c->value < LAYOUT_NONE; c->value++)
        if (str_equal(words, str_from(layout_name((enum layout)c->value)))) return true;
    return false;
}

bool correction_is_exact(const struct correction *c)
{
    for (size_t i = 0; i < c->source.n; i++)
        if (memchr("*?[", c->source.p[i], 3)) return false;
    return true;
}

static int compare_names(struct str a, struct str b)
{
    int order = memcmp(a.p, b.p, a.n < b.n ? a.n : b.n);
    return order ? order : (a.n > b.n) - (a.n < b.n);
}

static int by_source(const void *a, const void *b)
{
    const struct correction *x = a, *y = b;
    bool exact = correction_is_exact(x), other = correction_is_exact(y);
    if (exact != other) return exact ? -1 : 1;
    int order = exact ? compare_names(x->source, y->source) : 0;
    return order ? order : (x->id > y->id) - (x->id < y->id);
}

void corrections_order(struct corrections *c)
{
    if (c->count) qsort(c->all, c->count, sizeof *c->all, by_source);
    for (c->exact = 0; c->exact < c->count && correction_is_exact(&c->all[c->exact]);) c->exact++;
}

// The first of the exact ones whose source is not before this one.
static size_t find_first(const struct corrections *c, struct str source)
{
    size_t from = 0, to = c->exact;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (compare_names(c->all[middle].source, source) < 0) from = middle + 1;
        else to = middle;
    }
    return from;
}

static bool add(const struct correction *c, struct article *article, struct article_corrections *found,
                struct arena *arena)
{
    if (c->as == CORRECT_DIALECT) {
        article->dialect = (enum dialect)c->value;
        return true;
    }
    if (c->as == CORRECT_LAYOUT) {
        article->layout = (enum layout)c->value;
        return true;
    }
    found->all = arena_more(arena, found->all, found->count, sizeof *found->all);
    if (!found->all) return false;
    found->all[found->count++] = c;
    return true;
}

static bool add_exact(const struct corrections *c, struct str source, struct article *article,
                      struct article_corrections *found, struct arena *arena)
{
    for (size_t i = find_first(c, source); i < c->exact && str_equal(c->all[i].source, source); i++)
        if (!add(&c->all[i], article, found, arena)) return false;
    return true;
}

static bool matches(const struct correction *c, struct str source)
{
    return str_equal(c->source, source) || fnmatch(c->source.p, source.p, 0) == 0;
}

bool corrections_apply(const struct corrections *c, struct article *article, struct str former, struct arena *arena)
{
    struct article_corrections found = {0};
    article->corrections = NULL;
    if (!add_exact(c, article->source, article, &found, arena)) return false;
    if (former.p && !add_exact(c, former, article, &found, arena)) return false;
    struct str source = c->exact < c->count ? arena_str(arena, article->source) : STR("");
    if (!source.p) return false;
    for (size_t i = c->exact; i < c->count; i++)
        if (matches(&c->all[i], source) && !add(&c->all[i], article, &found, arena)) return false;
    if (!found.count) return true;
    struct article_corrections *kept = arena_alloc(arena, sizeof *kept);
    if (!kept || !(found.met = arena_alloc(arena, found.count))) return false;
    *kept = found;
    article->corrections = kept;
    return true;
}

const struct correction *corrections_next_left(const struct corrections *c, struct str former, struct str source,
                                               size_t *at)
{
    for (size_t i = *at > c->exact ? *at : c->exact; i < c->count; i++) {
        *at = i + 1;
        if (matches(&c->all[i], former) && !matches(&c->all[i], source)) return &c->all[i];
    }
    return NULL;
}
