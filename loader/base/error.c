#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>

// A cut must not leave half a character: PostgreSQL would refuse the message.
static void cut_at_character(char *text, size_t size)
{
    size_t n = strnlen(text, size);
    if (n < size - 1) return;
    while (n && ((unsigned char)text[n - 1] & 0xC0) == 0x80) n--;
    if (n && (unsigned char)text[n - 1] >= 0xC0) n--;
    text[n] = '\0';
}

bool error_set(struct error *error, enum error_code code, const char *format, ...)
{
    if (error->code != ERROR_NONE) return false;
    error->code = code;
    va_list args;
    va_start(args, format);
    vsnprintf(error->message, sizeof error->message, format, args);
    va_end(args);
    cut_at_character(error->message, sizeof error->message);
    return false;
}

bool error_at(struct error *error, struct str source, uint32_t line)
{
    if (!error->source[0] && source.n) {
        snprintf(error->source, sizeof error->source, "%.*s", STR_ARG(source));
        cut_at_character(error->source, sizeof error->source);
    }
    if (!error->line) error->line = line;
    return false;
}

const char *error_code_name(enum error_code code)
{
    static const char *const names[] = {"none",   "internal", "usage",  "input", "article", "connection", "server",
                                        "output", "memory",   "schema", "local", "limit",   "differs"};
    return names[code];
}
