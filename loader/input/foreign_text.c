// Texts in a language of their own: whole pages, documents and mails by what they begin with, markup by its signs.
#define _GNU_SOURCE  // memmem
#include "input/foreign.h"

#include "input/json_scan.h"
#include "input/mhtml.h"
#include "input/xml_page.h"

#include <stdio.h>
#include <strings.h>

#define HEAD 65536

bool foreign_begins(struct str s, const char *word)
{
    size_t n = strlen(word);
    return s.n >= n && strncasecmp(s.p, word, n) == 0;
}

static struct str behind(struct str s, const char *mark)
{
    const char *at = memmem(s.p, s.n, mark, strlen(mark));
    return at ? str_trim(str_slice(s, (size_t)(at - s.p) + strlen(mark), s.n)) : STR("");
}

bool foreign_take_line(struct str *rest, struct str *line)
{
    if (!rest->n) return false;
    const char *lf = memchr(rest->p, '\n', rest->n);
    size_t n = lf ? (size_t)(lf - rest->p) : rest->n;
    *line = str_slice(*rest, 0, n && rest->p[n - 1] == '\r' ? n - 1 : n);
    *rest = str_slice(*rest, lf ? n + 1 : n, rest->n);
    return true;
}

// Markup languages of tags
// -----------------------------------------------------------------------------------------------

static bool is_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':' || c == '-' ||
           c == '_';
}

// The element that s begins with; empty when it is none.
static struct str element(struct str s)
{
    size_t n = 1;
    if (!s.n || *s.p != '<') return STR("");
    while (n < s.n && is_name(s.p[n])) n++;
    return n < s.n && (s.p[n] == '>' || s.p[n] == '/' || s.p[n] == ' ' || (s.p[n] >= '\t' && s.p[n] <= '\r'))
               ? str_slice(s, 1, n)
               : STR("");
}

static enum foreign root_kind(struct str root, struct str s)
{
    static const struct {
        const char *name;
        enum foreign kind;
    } roots[] = {
        {"rss", FOREIGN_FEED},
        {"feed", FOREIGN_FEED},
        {"rdf:RDF", FOREIGN_FEED},
        {"svg", FOREIGN_IMAGE},
        {"mediawiki", FOREIGN_WIKI_DUMP},
        {"book", FOREIGN_DOCBOOK},
        {"FictionBook", FOREIGN_DOCUMENT},
        {"office:document", FOREIGN_DOCUMENT},
    };
    for (size_t i = 0; i < sizeof roots / sizeof *roots; i++)
        if (str_equal(root, str_from(roots[i].name))) return roots[i].kind;
    s = str_slice(s, 0, s.n < 4096 ? s.n : 4096);
    if (str_equal(root, STR("article")))
        return str_contains(s, STR("<front")) || str_contains(s, STR("jats")) ? FOREIGN_JATS : FOREIGN_DOCBOOK;
    return FOREIGN_XML;
}

// Past comments, processing instructions and, where it is asked for, the type.
static struct str to_root(struct str s, bool *declared)
{
    *declared = false;
    for (;;) {
        if (str_starts(s, STR("<?xml"))) *declared = true, s = behind(s, "?>");
        else if (str_starts(s, STR("<?")) && *declared) s = behind(s, "?>");
        else if (str_starts(s, STR("<!--"))) s = behind(s, "-->");
        else if (foreign_begins(s, "<!doctype") && memchr(s.p, '>', s.n)) {
            const char *subset = memchr(s.p, '[', s.n), *end = memchr(s.p, '>', s.n);
            *declared = true;
            s = subset && subset < end ? behind(behind(s, "]"), ">") : behind(s, ">");
        } else return s;
    }
}

// A text that only quotes a page at its beginning goes on in words behind it.
static bool ends_as_markup(struct str s)
{
    if (s.n >= HEAD - 4) return true;
    s = str_trim(s);
    return s.n && (s.p[s.n - 1] == '>' || s.p[s.n - 1] == '}');
}

// An element that only pages begin with.
static bool is_page_root(struct str root)
{
    static const char *const page[] = {"html", "head", "body"};
    for (size_t i = 0; i < 3; i++)
        if (root.n == 4 && foreign_begins(root, page[i])) return true;
    return false;
}

static bool begins_page(struct str s, struct str root, bool declared)
{
    return ends_as_markup(s) && root.n && (is_page_root(root) || (declared && foreign_begins(s, "<!doctype html")));
}

bool foreign_is_page(struct str text)
{
    bool declared;
    struct str s = str_trim(text);
    if (!s.n || *s.p != '<') return false;
    struct str root = element(to_root(str_slice(s, 0, s.n < HEAD ? s.n : HEAD), &declared));
    return begins_page(s, root, declared);
}

static enum foreign tags(struct str s)
{
    if (*s.p != '<') return FOREIGN_NONE;
    if (str_starts(s, STR("<?php"))) return FOREIGN_CODE;
    bool declared;
    struct str body = to_root(s, &declared), root = element(body);
    if (!root.n || !ends_as_markup(s)) return FOREIGN_NONE;
    if (begins_page(s, root, declared)) return foreign_is_template(s) ? FOREIGN_TEMPLATE : FOREIGN_NONE;
    if (xml_page_is_trafilatura(s)) return FOREIGN_NONE;
    enum foreign kind = root_kind(root, body);
    // without a declaration only roots that HTML has not: Markdown may begin with tags
    bool telling = kind != FOREIGN_XML && kind != FOREIGN_DOCBOOK && kind != FOREIGN_JATS;
    return declared || telling ? kind : FOREIGN_NONE;
}

// Mail
// -------------------------------------------------------------------------------------------------------------------

// `From somebody Mon Jan  1 10:11:12 2024`
static bool is_mbox(struct str line)
{
    int hour, minute;
    char text[200], day[4], month[4];
    if (!str_starts(line, STR("From ")) || line.n >= sizeof text) return false;
    memcpy(text, line.p, line.n);
    text[line.n] = '\0';
    char *rest = strchr(text + 5, ' ');
    return rest && sscanf(rest, " %3s %3s %*d %2d:%2d", day, month, &hour, &minute) == 4;
}

// The field that a header line begins with; empty when it is none.
static struct str header_name(struct str line)
{
    size_t n = 0;
    while (n < line.n && is_name(line.p[n]) && line.p[n] != ':') n++;
    return n && n < line.n && line.p[n] == ':' ? str_slice(line, 0, n) : STR("");
}

// A header that programs write: an article that begins with `From:` and `Date:` has none of these.
static enum foreign mail(struct str s)
{
    static const char carried[] =
        " message-id received return-path delivered-to mime-version content-transfer-encoding "
        "x-mailer newsgroups nntp-posting-host x-mozilla-status ";
    struct str line, name;
    int fields = 0, by_programs = 0;
    bool from = false, first = true;
    while (foreign_take_line(&s, &line)) {
        bool postmark = first && is_mbox(line);
        first = false;
        if (postmark) {
            from = true;
            by_programs++;
            continue;
        }
        if (line.n && (*line.p == ' ' || *line.p == '\t') && fields) continue;  // goes on
        name = header_name(line);
        if (!name.n) break;
        char key[40];
        int n = snprintf(key, sizeof key, " %.*s ", (int)(name.n < 36 ? name.n : 36), name.p);
        for (int i = 0; i < n; i++)
            if (key[i] >= 'A' && key[i] <= 'Z') key[i] = (char)(key[i] | 0x20);
        fields++;
        by_programs += strstr(carried, key) != NULL;
        from = from || strcmp(key, " from ") == 0;
    }
    return from && fields >= 3 && by_programs ? FOREIGN_MAIL : FOREIGN_NONE;
}

// Captions
// ---------------------------------------------------------------------------------------------------------------

static bool is_cue_time(struct str line)
{
    int h, m, s, ms, used = 0;
    char text[64];
    if (line.n < 17 || !memchr(line.p, '>', line.n)) return false;
    size_t n = line.n < sizeof text ? line.n : sizeof text - 1;
    memcpy(text, line.p, n);
    text[n] = '\0';
    return sscanf(text, "%2d:%2d:%2d%*1[,.]%3d --> %n", &h, &m, &s, &ms, &used) == 4 && used;
}

static enum foreign captions(struct str s)
{
    struct str line, second = STR("");
    foreign_take_line(&s, &line);
    foreign_take_line(&s, &second);
    if (str_starts(line, STR("WEBVTT")) && (line.n == 6 || line.p[6] == ' ' || line.p[6] == '\t'))
        return FOREIGN_CAPTIONS;
    bool digits = line.n > 0;
    for (size_t i = 0; i < line.n; i++) digits = digits && line.p[i] >= '0' && line.p[i] <= '9';
    if ((digits && is_cue_time(second)) || str_equal(line, STR("[Script Info]"))) return FOREIGN_CAPTIONS;
    return FOREIGN_NONE;
}

// ------------------------------------------------------------------------------------------------------------------------

static bool is_json_value(struct str s)
{
    if (*s.p != '[' || s.n < 2) return false;
    struct json_scan scan = {0};
    size_t n = json_scan(&scan, s);
    struct str inner = str_trim(str_slice(s, 1, s.n));
    return n == s.n && inner.n && strchr("[\"0123456789-]", *inner.p);
}

static enum foreign document(struct str s)
{
    if (!s.n) return FOREIGN_NONE;
    if (*s.p == '<') return tags(s);
    if (str_starts(s, STR("%PDF-"))) return FOREIGN_PDF;
    return str_starts(s, STR("{\\rtf")) ? FOREIGN_RTF : FOREIGN_NONE;
}

enum foreign foreign_document(struct str text)
{
    return document(str_trim(str_slice(text, 0, text.n < HEAD ? text.n : HEAD)));
}

enum foreign foreign_text(struct str text)
{
    struct str s = str_trim(str_slice(text, 0, text.n < HEAD ? text.n : HEAD));
    if (str_starts(s, STR("---\n"))) s = str_trim(behind(str_slice(s, 3, s.n), "\n---\n"));  // a template's header
    enum foreign found = document(s);
    if (found || !s.n) return found;
    if (str_starts(s, STR("#!/"))) return FOREIGN_CODE;
    if (is_json_value(s)) return FOREIGN_JSON;
    if (mhtml_looks(s)) return FOREIGN_NONE;
    found = captions(s);
    return found ? found : mail(s);
}
