#include "input/charset.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <strings.h>

#define REST 16  // longer than any incomplete character

struct charset {
    iconv_t cd;
    char rest[2 * REST];  // the beginning of a character that the next piece ends
    size_t rest_n;
    size_t unit;  // bytes that an ill-formed part has at least
    uint32_t replaced;
    size_t replaced_at;
    size_t before;  // bytes that were decoded before the text at hand
};

// Whether the units of two bytes are characters that texts are made of, with ASCII's among them but not all of them.
static bool is_utf16(struct str head, size_t low)
{
    size_t units = head.n / 2, ascii = 0, both_ascii = 0;
    for (size_t i = 0; i < units; i++) {
        unsigned char lo = (unsigned char)head.p[2 * i + low], hi = (unsigned char)head.p[2 * i + 1 - low];
        bool printable = lo >= ' ' || (lo >= '\t' && lo <= '\r');
        if (!hi && (!printable || lo == 0x7F)) return false;
        if (hi >= 0xE0 && hi < 0xF9) return false;  // private use
        ascii += !hi;
        both_ascii += hi >= ' ' && hi < 0x7F && lo >= ' ' && lo < 0x7F;  // two letters of another encoding
    }
    if (ascii * 2 > units) return units >= 4;
    return units >= 16 && ascii && both_ascii * 5 <= (units - ascii) * 3;
}

bool charset_has_mark(struct str head)
{
    return str_starts(head, STR("\xFF\xFE")) || str_starts(head, STR("\xFE\xFF")) ||
           str_starts(head, STR("\0\0\xFE\xFF"));
}

const char *charset_guess(struct str head)
{
    if (str_starts(head, (struct str){"\xFF\xFE\0\0", 4})) return "UTF-32LE";
    if (str_starts(head, (struct str){"\0\0\xFE\xFF", 4})) return "UTF-32BE";
    if (str_starts(head, STR("\xFF\xFE"))) return "UTF-16LE";
    if (str_starts(head, STR("\xFE\xFF"))) return "UTF-16BE";
    if (head.n > 512) head.n = 512;
    if (!head.n) return NULL;
    const char *escape = memchr(head.p, 0x1B, head.n);
    struct str sequence = escape ? str_slice(head, (size_t)(escape - head.p), head.n) : STR("");
    if (str_starts(sequence, STR("\x1B$B")) || str_starts(sequence, STR("\x1B$@"))) return "ISO-2022-JP";
    if (!memchr(head.p, '\0', head.n)) return NULL;
    return is_utf16(head, 0) ? "UTF-16LE" : is_utf16(head, 1) ? "UTF-16BE" : NULL;
}

struct charset *charset_open(const char *name, struct error *error)
{
    struct charset *charset = calloc(1, sizeof *charset);
    if (!charset) {
        error_set(error, ERROR_MEMORY, "out of memory");
        return NULL;
    }
    charset->cd = iconv_open("UTF-8", name);
    charset->unit = 1;
    if (!strncasecmp(name, "UTF-16", 6) || !strncasecmp(name, "UCS-2", 5)) charset->unit = 2;
    if (!strncasecmp(name, "UTF-32", 6) || !strncasecmp(name, "UCS-4", 5)) charset->unit = 4;
    if (charset->cd != (iconv_t)-1) return charset;
    free(charset);
    error_set(error, ERROR_USAGE, "the encoding '%s' is not known here; `iconv -l` lists those that are", name);
    return NULL;
}

// at: the offset of what is replaced.
static size_t replace(struct charset *charset, size_t at, char *to)
{
    memcpy(to, "\xEF\xBF\xBD", 3);
    if (!charset->replaced++) charset->replaced_at = at;
    return 3;
}

// Converts until the text or the room is used up, or what is left of the text is the beginning of a character.
static size_t convert(struct charset *charset, struct str *text, char *to, size_t room)
{
    char *out = to, *in = (char *)text->p;  // iconv's type; it doesn't write there
    size_t left = text->n, out_left = room;
    while (left && out_left > 8) {
        if (iconv(charset->cd, &in, &left, &out, &out_left) != (size_t)-1 || errno == E2BIG) break;
        if ((errno == EINVAL && left < REST) || out_left < 3) break;
        size_t n = replace(charset, charset->before + (size_t)(in - text->p), out),
               bad = left < charset->unit ? left : charset->unit;
        out += n;
        out_left -= n;
        in += bad;
        left -= bad;
    }
    charset->before += text->n - left;
    *text = (struct str){in, left};
    return room - out_left;
}

// The kept beginning of a character, with what follows of it in the text.
static size_t decode_rest(struct charset *charset, struct str *text, bool last, char *to, size_t room)
{
    size_t add = text->n < REST ? text->n : REST, before = charset->rest_n;
    if (add) memcpy(charset->rest + before, text->p, add);
    struct str joined = {charset->rest, before + add};
    size_t n = convert(charset, &joined, to, room), done = before + add - joined.n;
    if (done >= before) {  // what is left over is in the text, too
        charset->rest_n = 0;
        text->p += done - before;
        text->n -= done - before;
        return n;
    }
    if (add == text->n && !last) {
        charset->rest_n = joined.n;
        memmove(charset->rest, joined.p, joined.n);
        *text = (struct str){text->p + add, 0};
        return n;
    }
    charset->rest_n = 0;
    return n + replace(charset, charset->before, to + n);
}

size_t charset_decode(struct charset *charset, struct str *text, bool last, char *to, size_t room)
{
    size_t n = 0;
    if (charset->rest_n) n = decode_rest(charset, text, last, to, room);
    if (charset->rest_n) return n;
    n += convert(charset, text, to + n, room - n);
    if (text->n && text->n < REST && room - n > 8) {
        if (last) {
            n += replace(charset, charset->before, to + n);
        } else {
            memcpy(charset->rest, text->p, text->n);
            charset->rest_n = text->n;
        }
        *text = (struct str){text->p + text->n, 0};
    }
    return n;
}

uint32_t charset_replaced(const struct charset *charset, size_t *at)
{
    *at = charset->replaced_at;
    return charset->replaced;
}

void charset_close(struct charset *charset)
{
    if (!charset) return;
    iconv_close(charset->cd);
    free(charset);
}

bool charset_check(const char *name, struct error *error)
{
    struct charset *charset = name ? charset_open(name, error) : NULL;
    charset_close(charset);
    return charset || !name;
}
