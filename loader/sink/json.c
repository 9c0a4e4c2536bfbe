#include "sink/json.h"

void json_string(struct buf *buf, struct str s)
{
    if (!s.p) {
        buf_str_add(buf, STR("null"));
        return;
    }
    buf_byte(buf, '"');
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];
        if (c == '"' || c == '\\') buf_byte(buf, '\\');
        if (c >= 0x20) buf_byte(buf, (char)c);
        else if (c == '\n') buf_str_add(buf, STR("\\n"));
        else if (c == '\t') buf_str_add(buf, STR("\\t"));
        else buf_printf(buf, "\\u%04x", c);
    }
    buf_byte(buf, '"');
}

void json_key(struct buf *buf, const char *name)
{
    if (buf->n && buf->p[buf->n - 1] != '{') buf_str_add(buf, STR(", "));
    buf_printf(buf, "\"%s\": ", name);
}
