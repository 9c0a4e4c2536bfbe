#include "base/say.h"

#include "base/utf8.h"

#include <stdarg.h>
#include <stdlib.h>

static bool is_control(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x061C || c == 0x200E || c == 0x200F ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

const char *say_visible_form(uint32_t c, char buffer[16])
{
    if (!is_control(c)) return NULL;
    if (c == '\n') return "\\n";
    if (c == '\t') return "\\t";
    if (c == '\r') return "\\r";
    snprintf(buffer, 16, c < 0x80 ? "\\x%02X" : "\\u%04X", (unsigned)c);
    return buffer;
}

void say_visible(struct buf *buf, struct str text)
{
    char buffer[16];
    while (text.n) {
        size_t valid = utf8_valid(text);
        for (struct str rest = {text.p, valid}; rest.n;) {
            size_t n;
            const char *form = say_visible_form(utf8_decode(rest, &n), buffer);
            if (form) buf_str_add(buf, str_from(form));
            else buf_add(buf, rest.p, n);
            rest = str_slice(rest, n, rest.n);
        }
        if (valid < text.n) buf_printf(buf, "\\x%02X", (unsigned char)text.p[valid++]);
        text = str_slice(text, valid, text.n);
    }
}

static void print_visible(FILE *out, struct str text)
{
    char buffer[16];
    while (text.n) {
        size_t valid = utf8_valid(text), done = 0, n;
        for (size_t i = 0; i < valid; i += n) {
            const char *form = say_visible_form(utf8_decode(str_slice(text, i, valid), &n), buffer);
            if (!form) continue;
            fwrite(text.p + done, 1, i - done, out);
            fputs(form, out);
            done = i + n;
        }
        fwrite(text.p + done, 1, valid - done, out);
        if (valid < text.n) fprintf(out, "\\x%02X", (unsigned char)text.p[valid++]);
        text = str_slice(text, valid, text.n);
    }
}

void say_args(FILE *out, const char *format, va_list args)
{
    char small[1024], *text = small;
    va_list again;
    va_copy(again, args);
    int n = vsnprintf(small, sizeof small, format, args);
    if (n >= (int)sizeof small) {
        text = malloc((size_t)n + 1);
        if (text) vsnprintf(text, (size_t)n + 1, format, again);
        else text = small, n = sizeof small - 1;
    }
    va_end(again);
    print_visible(out, (struct str){text, n > 0 ? (size_t)n : 0});
    if (text != small) free(text);
}

void say_part(FILE *out, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    say_args(out, format, args);
    va_end(args);
}

void say(FILE *out, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    say_args(out, format, args);
    va_end(args);
    putc('\n', out);
}
