// An HTTP response as archives keep it: status, header, body (RFC 9110, RFC 9112).
#ifndef INPUT_HTTP_H
#define INPUT_HTTP_H

#include "input/content_coding.h"

#include <stdint.h>

struct http {
    int status;
    struct str fields;   // the header's, for header_field_take
    struct str type;     // the Content-Type with its parameters; empty when there is none
    struct str codings;  // Content-Encoding: the last of the list is undone first
    bool chunked;
    bool sized;
    uint64_t size;  // Content-Length, where it is said
    size_t head;    // bytes before the body
};

// head: the message's first bytes, its whole header among them. False: it is no HTTP response, or its header has no end
// there.
bool http_read(struct http *http, struct str head);

// Two buffers that a body is decoded in, turn about. Zero them; http_scratch_release when done.
struct http_scratch {
    struct buf bufs[2];
};

void http_scratch_release(struct http_scratch *scratch);

// The body with its codings undone: in the message or, until the next call, in the scratch. limit: bytes of it.
enum coding_result http_body(const struct http *http, struct str body, size_t limit, struct http_scratch *scratch,
                             struct str *plain);

#endif
