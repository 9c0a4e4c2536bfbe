#include "input/content_coding.h"

#include "input/container.h"
#include "input/header_field.h"

#include <brotli/decode.h>
#include <stdint.h>
#include <zlib.h>

// Chunks
// -----------------------------------------------------------------------------------------------------------------

// Bytes of the line that says how long the next chunk is; 0: it is none.
static size_t chunk_line(struct str s, size_t *size)
{
    size_t n = 0;
    *size = 0;
    for (; n < s.n && str_hex_digit(s.p[n]) >= 0; n++) {
        if (*size > SIZE_MAX >> 4) return 0;
        *size = *size << 4 | (size_t)str_hex_digit(s.p[n]);
    }
    if (!n) return 0;
    const char *end = memchr(s.p + n, '\n', s.n - n);
    if (!end || !strchr("\r\n; \t", s.p[n])) return 0;
    return (size_t)(end - s.p) + 1;
}

enum coding_result coding_dechunk(struct str body, struct buf *out, struct str *plain)
{
    size_t size, at = 0, line = chunk_line(body, &size);
    *plain = body;
    if (!line) return CODING_OK;
    out->n = 0;
    enum coding_result result = CODING_OK;
    while (line && size) {
        at += line;
        if (size > body.n - at) size = body.n - at;
        buf_add(out, body.p + at, size);
        at += size;
        at += at < body.n && body.p[at] == '\r';
        at += at < body.n && body.p[at] == '\n';
        line = chunk_line(str_slice(body, at, body.n), &size);
    }
    if (!line) result = at == body.n ? CODING_CUT : CODING_DAMAGED;
    *plain = buf_str(out);
    return out->failed ? CODING_MEMORY : result;
}

// Compression
// -----------------------------------------------------------------------------------------------------------------

#define PIECE ((size_t)64 << 10)

// Where to write next, and how much: up to one byte above the limit. 0: that is reached, or there is no memory.
static size_t room_in(struct buf *out, size_t limit)
{
    size_t most = limit + 1 - out->n, piece = most < PIECE ? most : PIECE;
    if (!piece || !buf_reserve(out, piece)) return 0;
    size_t room = out->capacity - out->n;
    return room < most ? room : most;
}

static enum coding_result no_room(const struct buf *out)
{
    return out->failed ? CODING_MEMORY : CODING_TOO_LARGE;
}

// One member after another, as gzip allows. window: see zlib's inflateInit2.
static enum coding_result inflate_all(struct str body, int window, size_t limit, struct buf *out)
{
    z_stream z = {.next_in = (Bytef *)(uintptr_t)body.p, .avail_in = (uInt)body.n};
    if (inflateInit2(&z, window) != Z_OK) return CODING_MEMORY;
    enum coding_result result = CODING_OK;
    for (size_t room; result == CODING_OK; out->n += room - z.avail_out) {
        if (!(room = room_in(out, limit))) {
            result = no_room(out);
            break;
        }
        z.next_out = (Bytef *)out->p + out->n;
        z.avail_out = (uInt)room;
        int got = inflate(&z, Z_NO_FLUSH);
        if (got == Z_STREAM_END) {
            bool more = z.avail_in > 1 && z.next_in[0] == 0x1F && z.next_in[1] == 0x8B;
            if (more && inflateReset(&z) == Z_OK) continue;
            out->n += room - z.avail_out;
            break;
        }
        if (got == Z_MEM_ERROR) result = CODING_MEMORY;
        else if (got != Z_OK && got != Z_BUF_ERROR) result = CODING_DAMAGED;
        else if (!z.avail_in && z.avail_out) result = CODING_CUT;
    }
    inflateEnd(&z);
    return result;
}

// zlib's format, as the standard says, or the bare stream that some servers send.
static enum coding_result undo_deflate(struct str body, size_t limit, struct buf *out)
{
    unsigned head = (unsigned)(unsigned char)body.p[0] << 8 | (unsigned char)body.p[1];
    bool zlib = (head & 0x0F00) == 0x0800 && head % 31 == 0;
    return inflate_all(body, zlib ? MAX_WBITS : -MAX_WBITS, limit, out);
}

static enum coding_result undo_brotli(struct str body, size_t limit, struct buf *out)
{
    BrotliDecoderState *state = BrotliDecoderCreateInstance(NULL, NULL, NULL);
    if (!state) return CODING_MEMORY;
    const uint8_t *in = (const uint8_t *)body.p;
    BrotliDecoderResult got = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
    enum coding_result result = CODING_OK;
    for (size_t left = body.n; got == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;) {
        size_t room = room_in(out, limit), free = room;
        if (!room) {
            result = no_room(out);
            break;
        }
        uint8_t *to = (uint8_t *)out->p + out->n;
        got = BrotliDecoderDecompressStream(state, &left, &in, &free, &to, NULL);
        out->n += room - free;
    }
    if (got == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT) result = CODING_CUT;
    if (got == BROTLI_DECODER_RESULT_ERROR) result = CODING_DAMAGED;
    BrotliDecoderDestroyInstance(state);
    return result;
}

static ssize_t feed_once(void *from, const char **bytes, struct error *error)
{
    (void)error;
    struct str *body = from;
    size_t n = body->n;
    *bytes = body->p;
    body->n = 0;
    return (ssize_t)n;
}

static enum coding_result undo_zstd(struct str body, size_t limit, struct buf *out)
{
    struct error why = {0};
    struct str name;
    struct container *container = container_open(&(struct container_feed){feed_once, NULL, &body}, &why);
    enum coding_result result = CODING_OK;
    ssize_t got = container && container_next(container, &name, &why) == CONTAINER_MEMBER ? 1 : -1;
    while (got > 0) {
        size_t room = room_in(out, limit);
        if (!room) {
            result = no_room(out);
            break;
        }
        got = container_read(container, out->p + out->n, room, &why);
        if (got > 0) out->n += (size_t)got;
    }
    container_close(container);
    return got < 0 ? CODING_DAMAGED : result;
}

// Whether it is what the coding would make of it: bare deflate and br have no mark, but are no markup.
static bool is_plain(struct str coding, struct str body)
{
    if (header_field_is(coding, "gzip") || header_field_is(coding, "x-gzip")) return !str_starts(body, STR("\x1F\x8B"));
    if (header_field_is(coding, "zstd")) return !str_starts(body, STR("\x28\xB5\x2F\xFD"));
    struct str head = str_trim(str_slice(body, 0, body.n < 512 ? body.n : 512));
    return head.n && head.p[0] == '<';
}

enum coding_result coding_undo(struct str coding, struct str body, size_t limit, struct buf *out, struct str *plain)
{
    static const struct {
        const char *name;
        enum { INFLATE, DEFLATE, BROTLI, ZSTD } how;
    } codings[] = {{"gzip", INFLATE}, {"x-gzip", INFLATE}, {"deflate", DEFLATE}, {"br", BROTLI}, {"zstd", ZSTD}};
    *plain = body;
    if (!coding.n || header_field_is(coding, "identity") || header_field_is(coding, "none")) return CODING_OK;
    for (size_t i = 0; i < sizeof codings / sizeof *codings; i++) {
        if (!header_field_is(coding, codings[i].name)) continue;
        if (body.n < 2 || is_plain(coding, body)) return CODING_OK;
        if (body.n > UINT32_MAX) return CODING_TOO_LARGE;
        enum coding_result result = CODING_OK;
        out->n = 0;
        switch (codings[i].how) {
        case INFLATE: result = inflate_all(body, MAX_WBITS + 16, limit, out); break;
        case DEFLATE: result = undo_deflate(body, limit, out); break;
        case BROTLI: result = undo_brotli(body, limit, out); break;
        case ZSTD: result = undo_zstd(body, limit, out); break;
        }
        *plain = buf_str(out);
        return out->n > limit ? CODING_TOO_LARGE : result;
    }
    return CODING_UNKNOWN;
}
