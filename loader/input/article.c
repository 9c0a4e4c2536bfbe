#include "input/article.h"

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
