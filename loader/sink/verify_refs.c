#include "sink/verify_refs.h"

#include <stdlib.h>

enum { DIGITS = 6 };

static size_t number(struct str s, size_t *digits)
{
    size_t n = 0, at = 0;
    while (at < s.n && at < DIGITS && s.p[at] >= '0' && s.p[at] <= '9') n = 10 * n + (size_t)(s.p[at++] - '0');
    *digits = at;
    return n;
}

// The number of a line "12. address"; 0 for other lines.
static size_t reference(struct str line, struct str *url)
{
    size_t digits, n = number(line = str_trim(line), &digits);
    if (!digits || digits + 2 >= line.n || line.p[digits] != '.' || line.p[digits + 1] != ' ') return 0;
    *url = str_trim(str_slice(line, digits + 1, line.n));
    return n;
}

static struct str next_line(struct str text, size_t *at)
{
    const char *lf = memchr(text.p + *at, '\n', text.n - *at);
    struct str line = str_slice(text, *at, lf ? (size_t)(lf - text.p) : text.n);
    *at += line.n + 1;
    return line;
}

bool verify_refs_find(struct verify_refs *refs, struct str text)
{
    struct str url;
    size_t most = 0, n;
    for (size_t at = 0; at < text.n;)
        if ((n = reference(next_line(text, &at), &url)) > most) most = n;
    *refs = (struct verify_refs){calloc(most + 1, sizeof *refs->urls), most + 1};
    if (!refs->urls) return false;
    for (size_t at = 0; at < text.n;)
        if ((n = reference(next_line(text, &at), &url))) refs->urls[n] = url;
    return true;
}

void verify_refs_release(struct verify_refs *refs)
{
    free(refs->urls);
}

struct str verify_refs_url(const struct verify_refs *refs, struct str in)
{
    size_t digits, n = number(in, &digits);
    if (!digits || digits < in.n) return in;
    return n < refs->count ? refs->urls[n] : STR_NULL;
}
