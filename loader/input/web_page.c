#define _GNU_SOURCE  // memrchr
#include "input/web_page.h"

#include "input/charset.h"
#include "input/charset_declared.h"
#include "input/foreign.h"
#include "input/header_field.h"
#include "input/json_scan.h"

const char *web_page_status(int status)
{
    if (status == 200 || status == 203) return NULL;
    if (status == 304) return "repeats";
    if (status >= 300 && status < 400) return "redirects";
    return status >= 400 ? "errors" : "answers without a page";
}

static const struct {
    const char *type;
    enum dialect dialect;
    bool xml;
} types[] = {
    {"text/html", DIALECT_HTML, false},
    {"application/xhtml+xml", DIALECT_HTML, true},
    {"application/vnd.wap.xhtml+xml", DIALECT_HTML, true},
    {"text/plain", DIALECT_AUTO, false},
    {"text/markdown", DIALECT_MARKDOWN, false},
    {"text/x-markdown", DIALECT_MARKDOWN, false},
};

static bool take_type(struct record *record, struct str type)
{
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        if (!header_field_is(type, types[i].type)) continue;
        record->dialect = types[i].dialect;
        record->is_xml = types[i].xml;
        return true;
    }
    return false;
}

bool web_page_type(struct record *record, struct str type, struct str identified)
{
    struct str essence = header_field_type(type);
    record->declared = charset_of_label(header_field_parameter(type, "charset"));
    if (take_type(record, essence)) return true;
    bool vague = !essence.n || header_field_is(essence, "application/octet-stream") ||
                 header_field_is(essence, "application/xml") || header_field_is(essence, "text/xml") ||
                 header_field_is(essence, "unknown/unknown") || header_field_is(essence, "*/*");
    if (!vague) return false;
    if (identified.n) return take_type(record, header_field_type(identified));
    record->dialect = DIALECT_HTML;  // where web_page_body finds a page
    record->is_xml = essence.n > 3 && str_ends(essence, STR("xml"));
    record->doubtful = true;
    return true;
}

// How pages begin that nobody gave a type (MIME Sniffing Standard, "identifying a resource with an unknown MIME type").
static bool looks_like_page(struct str head)
{
    static const char *const tags[] = {"!DOCTYPE HTML", "HTML", "HEAD",  "SCRIPT", "IFRAME", "H1",   "DIV", "FONT",
                                       "TABLE",         "A",    "STYLE", "TITLE",  "B",      "BODY", "BR",  "P"};
    head = str_trim(head);
    if (str_starts(head, STR("<!--"))) return true;
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        size_t n = strlen(tags[i]);
        if (head.n > n + 1 && head.p[0] == '<' && header_field_is(str_slice(head, 1, n + 1), tags[i]) &&
            (head.p[n + 1] == ' ' || head.p[n + 1] == '>'))
            return true;
    }
    return foreign_is_page(head);
}

// The last part of its path, as a file's name.
static struct str name_of(struct str url)
{
    size_t n = 0;
    while (n < url.n && url.p[n] != '?' && url.p[n] != '#') n++;
    const char *slash = n ? memrchr(url.p, '/', n) : NULL;
    return slash ? str_slice(url, (size_t)(slash - url.p) + 1, n) : STR("");
}

const char *web_page_body(const struct record *record, struct str body, struct str url)
{
    struct str head = str_slice(body, 0, body.n < 65536 ? body.n : 65536);
    if (!str_trim(body).n) return "empty pages";
    enum foreign found = foreign_bytes(head);
    if (found && !(found == FOREIGN_BINARY && charset_guess(head))) return foreign_kinds[found].many;
    if (record->dialect == DIALECT_HTML) {
        found = foreign_document(head);
        if (record->doubtful && !looks_like_page(head)) return "answers of no type";
        if (found == FOREIGN_FEED || found == FOREIGN_IMAGE) return foreign_kinds[found].many;
        return json_scan_looks(head) ? foreign_kinds[FOREIGN_JSON].many : NULL;
    }
    found = foreign_of(head, name_of(url), false);
    return found && foreign_kinds[found].passed_over ? foreign_kinds[found].many : NULL;
}
