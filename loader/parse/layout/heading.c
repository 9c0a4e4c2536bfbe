#include "parse/layout/heading.h"

enum {
    HEADING_COLUMNS = 120,  // at most
    LEVELS = 6,
};

int heading_underlined(const struct source *s, size_t i)
{
    static const char signs[] = "=-~^\"*+";
    if (i + 1 >= s->count || !s->lines[i + 1].text.n) return 0;
    struct str rule = s->lines[i + 1].text, text = s->lines[i].text;
    const char *sign = strchr(signs, rule.p[0]);
    if (!sign || rule.n < 3 || text.n > HEADING_COLUMNS) return 0;
    for (size_t k = 1; k < rule.n; k++)
        if (rule.p[k] != rule.p[0]) return 0;
    size_t columns = source_columns(text, 0);
    bool alone = source_blank(s, i - 1) || !i;
    bool same = rule.n + 2 >= columns && rule.n <= columns + 2;
    if (memchr(text.p, '|', text.n) || (!same && !(alone && rule.n * 2 >= columns && rule.n <= columns * 2))) return 0;
    return sign - signs < LEVELS ? (int)(sign - signs) + 1 : LEVELS;
}

int heading_hashes(struct str text)
{
    size_t level = 0;
    while (level < text.n && text.p[level] == '#') level++;
    bool heading = level && level <= LEVELS && level + 1 < text.n && text.p[level] == ' ' && text.n < HEADING_COLUMNS;
    return heading && !strchr(".,;|", text.p[text.n - 1]) ? (int)level : 0;
}
