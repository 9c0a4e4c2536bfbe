// An owned, growing run of bytes. buf_release when done. When memory runs out the buffer stops growing and `failed`
// is set: check once, at the end of a row.
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include "base/str.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct buf {
    char *p;
    size_t n, capacity;
    bool failed;
};

// Room for `more` bytes behind n; false (and failed set) when there is no memory.
bool buf_reserve(struct buf *buf, size_t more);
void buf_release(struct buf *buf);
__attribute__((format(printf, 2, 3))) void buf_printf(struct buf *buf, const char *format, ...);
__attribute__((format(printf, 2, 0))) void buf_vprintf(struct buf *buf, const char *format, va_list args);

static inline struct str buf_str(const struct buf *buf)
{
    return (struct str){buf->p ? buf->p : "", buf->n};
}

static inline void buf_add(struct buf *buf, const void *bytes, size_t n)
{
    if (buf->capacity - buf->n < n && !buf_reserve(buf, n)) return;
    if (n) memcpy(buf->p + buf->n, bytes, n);
    buf->n += n;
}

static inline void buf_str_add(struct buf *buf, struct str s)
{
    buf_add(buf, s.p, s.n);
}

static inline void buf_byte(struct buf *buf, char c)
{
    buf_add(buf, &c, 1);
}

// Integers in network byte order, as PostgreSQL's binary COPY wants them.
static inline void buf_int16(struct buf *buf, int16_t v)
{
    uint16_t u = (uint16_t)v;
    unsigned char b[2] = {(unsigned char)(u >> 8), (unsigned char)u};
    buf_add(buf, b, sizeof b);
}

static inline void buf_int32(struct buf *buf, int32_t v)
{
    uint32_t u = __builtin_bswap32((uint32_t)v);
    buf_add(buf, &u, sizeof u);
}

static inline void buf_int64(struct buf *buf, int64_t v)
{
    uint64_t u = __builtin_bswap64((uint64_t)v);
    buf_add(buf, &u, sizeof u);
}

#endif
