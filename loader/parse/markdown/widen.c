#include "parse/markdown/markdown.h"

#define WIDTH 3

static bool is_rule(char c)
{
    return c == '-' || c == ':';
}

// |-|:-:| in a line of its own, maybe in a quote.
static bool is_delimiter(struct str line)
{
    size_t i = 0;
    while (i < line.n && (line.p[i] == ' ' || line.p[i] == '\t' || line.p[i] == '>')) i++;
    bool bar = false, dash = false;
    for (; i < line.n; i++) {
        if (!memchr("-:| \t\r", line.p[i], 6)) return false;
        bar = bar || line.p[i] == '|';
        dash = dash || line.p[i] == '-';
    }
    return bar && dash;
}

// The next rule of a line that is too short, from *at on; its last dash goes to *at, the dashes missing are returned.
static size_t short_rule(struct str line, size_t *at)
{
    for (size_t i = *at; i < line.n; i++) {
        size_t start = i, dash = SIZE_MAX;
        for (; i < line.n && is_rule(line.p[i]); i++)
            if (line.p[i] == '-') dash = i;
        if (dash == SIZE_MAX || i - start >= WIDTH) continue;
        *at = dash;
        return WIDTH - (i - start);
    }
    return 0;
}

// The next delimiter row at or behind *at, found by its first bar; *at goes behind it. STR_NULL when there is none.
static struct str next_delimiter(struct str source, size_t *at)
{
    for (const char *bar, *end = source.p + source.n;
         *at < source.n && (bar = memchr(source.p + *at, '|', source.n - *at));) {
        const char *start = bar, *lf = memchr(bar, '\n', (size_t)(end - bar));
        while (start > source.p + *at && start[-1] != '\n') start--;
        struct str line = {start, (size_t)((lf ? lf : end) - start)};
        *at = (size_t)(line.p - source.p) + line.n + 1;
        if (is_delimiter(line)) return line;
    }
    return STR_NULL;
}

static size_t count_pads(struct str source, size_t *bytes)
{
    size_t count = 0;
    size_t at = 0;
    for (struct str line; (line = next_delimiter(source, &at)).p;)
        for (size_t i = 0, n; (n = short_rule(line, &i)); i++) {
            count++;
            *bytes += n;
        }
    return count;
}

bool markdown_widen(struct markdown_reader *r)
{
    size_t bytes = 0, count = count_pads(r->source, &bytes), at = 0, done = 0, out = 0;
    if (!count) return true;
    char *copy = arena_alloc(r->arena, r->source.n + bytes);
    r->pads = arena_alloc(r->arena, count * sizeof *r->pads);
    if (!copy || !r->pads) return arena_ok(r->arena, r->error);
    for (struct str line; (line = next_delimiter(r->source, &at)).p;)
        for (size_t i = 0, n; (n = short_rule(line, &i)); i++) {
            size_t end = (size_t)(line.p + i + 1 - r->source.p);
            memcpy(copy + out, r->source.p + done, end - done);
            out += end - done;
            done = end;
            memset(copy + out, '-', n);
            r->pads[r->pad_count++] = (struct markdown_pad){out, n};
            out += n;
        }
    memcpy(copy + out, r->source.p + done, r->source.n - done);
    r->source = (struct str){copy, out + r->source.n - done};
    return place_init(&r->place, r->source, r->article->first_line, r->arena) || arena_ok(r->arena, r->error);
}

struct str markdown_unwidened(struct markdown_reader *r, const char **p, size_t *n)
{
    struct str part = {*p, *n};
    *n = 0;
    if (!r->pads) return part;
    size_t start = (size_t)(part.p - r->source.p), end = start + part.n;
    while (r->pads_passed && r->pads[r->pads_passed - 1].at >= start) r->pads_passed--;
    while (r->pads_passed < r->pad_count && r->pads[r->pads_passed].at < start) r->pads_passed++;
    if (r->pads_passed == r->pad_count || r->pads[r->pads_passed].at >= end) return part;
    const struct markdown_pad *pad = &r->pads[r->pads_passed];
    part.n = pad->at - start;
    *p = part.p + part.n + pad->n;
    *n = end - pad->at - pad->n;
    return part;
}
