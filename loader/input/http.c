#include "input/http.h"

#include "input/header_field.h"

#define CODINGS 4  // one over another; who nests more means no good

// HTTP/1.1 200 OK
static bool read_status(struct str line, int *status)
{
    const char *space = str_starts(line, STR("HTTP/")) ? memchr(line.p, ' ', line.n) : NULL;
    uint64_t code;
    size_t at = space ? (size_t)(space - line.p) + 1 : 0;
    if (!space || line.n < at + 3 || !header_field_number(str_slice(line, at, at + 3), &code)) return false;
    *status = (int)code;
    return true;
}

bool http_read(struct http *http, struct str head)
{
    *http = (struct http){.type = STR(""), .codings = STR("")};
    const char *lf = head.n ? memchr(head.p, '\n', head.n) : NULL;
    if (!lf || !read_status(str_slice(head, 0, (size_t)(lf - head.p)), &http->status)) return false;
    struct str rest = str_slice(head, (size_t)(lf - head.p) + 1, head.n), name, value;
    http->fields = rest;
    while (header_field_take(&rest, &name, &value)) {
        if (header_field_is(name, "Content-Type") && value.n) http->type = value;
        else if (header_field_is(name, "Content-Encoding")) http->codings = value;
        else if (header_field_is(name, "Transfer-Encoding"))
            http->chunked = value.n >= 7 && header_field_is(str_slice(value, value.n - 7, value.n), "chunked");
        else if (header_field_is(name, "Content-Length")) http->sized = header_field_number(value, &http->size);
    }
    http->head = (size_t)(rest.p - head.p);
    return rest.n > 0 || str_ends(head, STR("\n\n")) || str_ends(head, STR("\n\r\n"));
}

void http_scratch_release(struct http_scratch *scratch)
{
    buf_release(&scratch->bufs[0]);
    buf_release(&scratch->bufs[1]);
}

// The one that doesn't hold it.
static struct buf *other(struct http_scratch *scratch, struct str plain)
{
    return &scratch->bufs[plain.p == scratch->bufs[0].p];
}

enum coding_result http_body(const struct http *http, struct str body, size_t limit, struct http_scratch *scratch,
                             struct str *plain)
{
    enum coding_result result = CODING_OK, found = CODING_OK;
    size_t count = 0;
    *plain = body;
    if (http->sized && !http->chunked && http->size > body.n) result = CODING_CUT;
    if (http->chunked) found = coding_dechunk(body, other(scratch, body), plain);
    for (struct str rest = http->codings;;) {
        if (found > CODING_CUT) return found;
        if (found) result = found;
        if (!rest.n) return result;
        size_t n = rest.n;
        while (n && rest.p[n - 1] != ',') n--;
        struct str coding = str_trim(str_slice(rest, n, rest.n));
        rest.n = n ? n - 1 : 0;
        if (++count > CODINGS) return CODING_UNKNOWN;
        found = coding_undo(coding, *plain, limit, other(scratch, *plain), plain);
    }
}
