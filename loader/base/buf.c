#include "base/buf.h"

#include <stdio.h>
#include <stdlib.h>

bool buf_reserve(struct buf *buf, size_t more)
{
    if (buf->capacity - buf->n >= more) return true;
    size_t capacity = buf->capacity ? buf->capacity : 4096;
    while (capacity - buf->n < more) {
        if (capacity > PTRDIFF_MAX / 2) goto fail;
        capacity *= 2;
    }
    char *p = realloc(buf->p, capacity);
    if (!p) goto fail;
    buf->p = p;
    buf->capacity = capacity;
    return true;
fail:
    buf->failed = true;
    return false;
}

void buf_release(struct buf *buf)
{
    free(buf->p);
    *buf = (struct buf){0};
}

void buf_vprintf(struct buf *buf, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    if (n >= 0 && buf_reserve(buf, (size_t)n + 1)) {
        vsnprintf(buf->p + buf->n, (size_t)n + 1, format, again);
        buf->n += (size_t)n;
    }
    va_end(again);
}

void buf_printf(struct buf *buf, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    buf_vprintf(buf, format, args);
    va_end(args);
}
