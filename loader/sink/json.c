#include "sink/json.h"

#include "base/say.h"
#include "base/utf8.h"

void json_string(struct buf *buf, struct str s)
{
    if (!s.p) {
        buf_str_add(buf, STR("null"));
        return;
    }
    buf_byte(buf, '"');
    for (size_t i = 0, n; i < s.n; i += n) {
        uint32_t c = utf8_decode(str_slice(s, i, s.n), &n);
        char form[16];
        if (c == '"' || c == '\\') buf_byte(buf, '\\');
        if (c == '\n') buf_str_add(buf, STR("\\n"));
        else if (c == '\t') buf_str_add(buf, STR("\\t"));
        else if (say_visible_form(c, form)) buf_printf(buf, "\\u%04x", c);  // a terminal may be what reads it
        else buf_add(buf, s.p + i, n);
    }
    buf_byte(buf, '"');
}

void json_key(struct buf *buf, const char *name)
{
    if (buf->n && buf->p[buf->n - 1] != '{') buf_str_add(buf, STR(", "));
    buf_printf(buf, "\"%s\": ", name);
}
