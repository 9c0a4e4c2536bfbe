#include "input/article.h"

#include <stdio.h>

const char *dialect_name(enum dialect dialect)
{
    static const char *const names[] = {"auto", "extracted", "markdown", "html"};
    return names[dialect];
}

const char *layout_name(enum layout layout)
{
    static const char *const names[] = {"auto", "lines", "blocks", "wrapped", NULL};
    return names[layout];
}

const char *article_limit_text(size_t limit, char buffer[32])
{
    bool large = limit >= 1u << 20, small = limit < 1024;
    snprintf(buffer, 32, "%zu %s",
             large   ? limit >> 20
             : small ? limit
                     : limit >> 10,
             large   ? "MB"
             : small ? "bytes"
                     : "kB");
    return buffer;
}
