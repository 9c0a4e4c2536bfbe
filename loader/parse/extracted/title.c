#include "parse/extracted/title.h"

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
}

// Steps over white space at `at`; whether there was any.
static bool skip_space(struct str s, size_t *at)
{
    size_t before = *at, n;
    while ((n = str_space_first(str_slice(s, *at, s.n)))) *at += n;
    return *at > before;
}

// Whether the rest of the title is nothing, or a separator and a site's name.
static bool ends_title(struct str rest)
{
    static const struct str separators[] = {{"|", 1}, {"-", 1}, {"–", 3}, {"—", 3}, {"»", 2}};
    size_t at = 0;
    if (!skip_space(rest, &at)) return at == rest.n;
    rest = str_slice(rest, at, rest.n);
    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++)
        if (str_starts(rest, separators[i]) && str_space_first(str_slice(rest, separators[i].n, rest.n))) return true;
    return !rest.n;
}

static bool is_title(struct str line, struct str title)
{
    size_t i = 0, j = 0;
    while (i < line.n && j < title.n) {
        bool space = skip_space(line, &i);
        if (space != skip_space(title, &j)) return false;
        if (space) continue;
        if (lower(line.p[i++]) != lower(title.p[j++])) return false;
    }
    return i == line.n && ends_title(str_slice(title, j, title.n));
}

size_t title_find(const struct lines *lines, const struct part *parts, size_t count)
{
    struct str title = str_trim(lines->title);
    for (size_t i = 0; title.n && i < count && i < TITLE_LINES; i++) {
        const struct line *line = &lines->lines[parts[i].line];
        struct str text = str_trim(line->text);
        if (text.n && is_title(text, title)) return line->form == FORM_OPEN || line->form == FORM_HEADING ? i : count;
    }
    return count;
}
