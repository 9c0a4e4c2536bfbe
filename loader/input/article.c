#include "input/article.h"

const char *dialect_name(enum dialect dialect)
{
    static const char *const names[] = {"auto", "extracted", "markdown"};
    return names[dialect];
}
