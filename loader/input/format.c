#include "input/format.h"

#include "input/charset.h"
#include "input/csv_head.h"
#include "input/json_scan.h"
#include "input/xml_page.h"

#include <strings.h>

bool format_from_name(const char *name, enum format *format)
{
    static const char *const names[] = {"auto", "article", "ndjson", "csv", "tsv", "warc", "wiki", "trafilatura"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i]) == 0) return *format = (enum format)i, true;
    if (strcmp(name, "json") == 0 || strcmp(name, "jsonl") == 0) return *format = FORMAT_NDJSON, true;
    if (strcmp(name, "wet") == 0) return *format = FORMAT_WARC, true;
    return false;
}

static bool ends(struct str name, const char *suffix)
{
    size_t n = strlen(suffix);
    return name.n > n && strncasecmp(name.p + name.n - n, suffix, n) == 0;
}

struct str format_unpacked_name(struct str name)
{
    static const char *const suffixes[] = {".gz", ".zst", ".xz", ".bz2", ".lz4", ".zstd"};
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
        if (ends(name, suffixes[i])) return str_slice(name, 0, name.n - strlen(suffixes[i]));
    return name;
}

struct str format_file_name(struct str place)
{
    size_t at = place.n;
    while (at > 0 && place.p[at - 1] != '/' && place.p[at - 1] != '!') at--;
    return format_unpacked_name(str_slice(place, at, place.n));
}

// Whether any line but the first begins with an object.
static bool more_objects(struct str s)
{
    for (size_t i = 0; i + 2 < s.n; i++) {
        const char *end = memchr(s.p + i, '\n', s.n - i - 2);
        if (!end) return false;
        i = (size_t)(end - s.p);
        if (end[1] == '{' && (end[2] == '"' || end[2] == ' ')) return true;
    }
    return false;
}

// Text behind the first object makes it an article's front matter, unless that is a bad line among good ones.
static bool is_json(struct str head)
{
    if (!json_scan_looks(head)) return false;
    head = str_trim(head);
    struct json_scan scan = {0};
    size_t n = json_scan(&scan, head);
    if (!n || *head.p == '[') return true;
    struct str rest = str_trim(str_slice(head, n, head.n));
    return !rest.n || *rest.p == '{' || (!memchr(head.p, '\n', n) && more_objects(rest));
}

enum format format_of(struct str head, struct str name, char delimiter)
{
    char narrow[512];
    if (charset_guess(head)) {  // UTF-16 and UTF-32: their ASCII is enough to tell
        size_t n = 0;
        for (size_t i = 0; i < head.n && n < sizeof narrow; i++)
            if (head.p[i] && (unsigned char)head.p[i] < 0x80) narrow[n++] = head.p[i];
        head = (struct str){narrow, n};
    }
    if (str_starts(head, STR("\xEF\xBB\xBF"))) head = str_slice(head, 3, head.n);
    if (str_starts(head, STR("WARC/1.")) || str_starts(head, STR("WARC/0."))) return FORMAT_WARC;
    if (xml_page_is_trafilatura(head)) return FORMAT_TRAFILATURA;
    if (str_starts(head, STR("<doc id=\""))) return FORMAT_WIKI;
    if (is_json(head)) return FORMAT_NDJSON;
    name = format_unpacked_name(name);
    bool lines = ends(name, ".jsonl") || ends(name, ".ndjson");
    if (lines && str_trim(head).n) return FORMAT_NDJSON;  // the first may be broken
    bool tabs = ends(name, ".tsv") || ends(name, ".tab");
    if (!tabs && !ends(name, ".csv")) return FORMAT_ARTICLE;
    if (!csv_head_find(head, delimiter, &(struct mapping){0}).found) return FORMAT_ARTICLE;
    return tabs ? FORMAT_TSV : FORMAT_CSV;
}
