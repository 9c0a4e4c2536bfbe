#include "input/json_scan.h"

size_t json_scan(struct json_scan *scan, struct str s)
{
    while (scan->at < s.n) {
        if (scan->in_string) {
            const char *p = s.p + scan->at, *end = s.p + s.n;
            while (p < end && *p != '"' && *p != '\\') p++;
            scan->at = (size_t)(p - s.p);
            if (p == end) return 0;
            if (*p == '\\') {
                if (scan->at + 1 == s.n) return 0;
                scan->at += 2;
                continue;
            }
            scan->in_string = false;
            scan->at++;
            continue;
        }
        char c = s.p[scan->at++];
        if (c == '"') scan->in_string = true;
        else if (c == '{' || c == '[') scan->depth++;
        else if ((c == '}' || c == ']') && --scan->depth == 0) return scan->at;
    }
    return 0;
}

static size_t skip_space(struct str s, size_t i)
{
    while (i < s.n && (s.p[i] == ' ' || s.p[i] == '\t' || s.p[i] == '\r' || s.p[i] == '\n')) i++;
    return i;
}

bool json_scan_looks(struct str s)
{
    size_t i = skip_space(s, 0);
    if (i < s.n && s.p[i] == '[') i = skip_space(s, i + 1);
    if (i == s.n || s.p[i] != '{') return false;
    i = skip_space(s, i + 1);
    if (i == s.n || s.p[i] == '}') return true;
    if (s.p[i++] != '"') return false;
    while (i < s.n && s.p[i] != '"' && s.p[i] != '\n') i += s.p[i] == '\\' ? 2 : 1;
    if (i >= s.n) return true;
    if (s.p[i] != '"') return false;
    i = skip_space(s, i + 1);
    return i == s.n || s.p[i] == ':';
}
