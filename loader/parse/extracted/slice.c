#include "parse/extracted/slice.h"

#include <string.h>

// Where the line *n lines behind the one at `at` begins; the text's end where it has fewer. *n becomes how many.
static size_t skip_lines(struct str text, size_t at, uint32_t *n)
{
    uint32_t most = *n;
    for (*n = 0; *n < most && at < text.n; ++*n) {
        const char *lf = memchr(text.p + at, '\n', text.n - at);
        at = lf ? (size_t)(lf - text.p) + 1 : text.n;
    }
    return at;
}

// The same before it.
static size_t skip_back(struct str text, size_t at, uint32_t *n)
{
    uint32_t most = *n;
    for (*n = 0; *n < most && at; ++*n) {
        at--;
        while (at && text.p[at - 1] != '\n') at--;
    }
    return at;
}

// The slice that begins at slice->at, which is line `line` of the source.
static void take(struct slice *slice, const struct article *article, const struct slice_size *size, uint32_t line)
{
    struct str text = article->text;
    uint32_t before = size->margin, count = size->lines, behind = size->margin;
    size_t begin = skip_back(text, slice->at, &before), end = skip_lines(text, slice->at, &count);
    slice->from = before;
    slice->end = end < text.n ? before + count : UINT32_MAX;
    slice->article = *article;
    slice->article.text = str_slice(text, begin, skip_lines(text, end, &behind));
    slice->article.first_line = line - slice->from;
    if (slice->at) slice->article.metadata.title = STR_NULL;
}

void slice_first(struct slice *slice, const struct article *article, const struct slice_size *size)
{
    *slice = (struct slice){.article = *article, .end = UINT32_MAX};
    if (article->text.n > size->lines) take(slice, article, size, article->first_line);
}

bool slice_next(struct slice *slice, uint32_t next, const struct article *article, const struct slice_size *size)
{
    size_t begin = (size_t)(slice->article.text.p - article->text.p);
    if (slice->end == UINT32_MAX) return false;
    slice->at = begin + skip_lines(slice->article.text, 0, &next);
    if (slice->at == article->text.n) return false;
    take(slice, article, size, slice->article.first_line + next);
    return true;
}

void slice_cut(struct slice *slice)
{
    struct str *text = &slice->article.text;
    *text = str_slice(*text, skip_lines(*text, 0, &slice->from), text->n);
    slice->article.first_line += slice->from;
    if (slice->end != UINT32_MAX) slice->end -= slice->from;
    slice->from = 0;
}
