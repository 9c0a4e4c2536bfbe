#include "input/mapping.h"

#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

// The names in --map.
static const char *const targets[FIELD_COUNT] = {"text", "id", "title", "author", "site", "url", "language", "date"};

// Common names, the best first; folded. `?`: only where the value looks so, see MAPPING_WEAK.
static const char *const common[FIELD_COUNT][36] = {
    [FIELD_TEXT] = {"text",           "contentencoded", "contenttext",     "content",
                    "body",           "rawcontent",     "rawtext",         "articletext",
                    "articlecontent", "fulltext",       "maintext",        "articlebody",
                    "plaintext",      "bodytext",       "pagecontent",     "contentmarkdown",
                    "markdown",       "bodymarkdown",   "article",         "cleanedtext",
                    "document",       "selftext",       "contenthtml",     "textcontent",
                    "bodyhtml",       "textentities",   "contentrendered", "articlehtml",
                    "htmlcontent",    "htmlbody",       "cleanedhtml",     "html",
                    "rawhtml",        "pagehtml"},
    [FIELD_ID] = {"id", "docid", "documentid", "articleid", "uuid", "guid", "pageid", "recordid", "identifier", "key",
                  "warcrecordid"},
    [FIELD_TITLE] = {"title", "headline", "articletitle", "pagetitle", "posttitle", "newstitle", "ogtitle", "dctitle",
                     "name"},
    [FIELD_AUTHOR] = {"author", "authors", "byline", "creator", "creators", "dccreator", "authorname", "authornames",
                      "writer", "writers"},
    [FIELD_SITE] = {"sitename", "site", "publisher", "sourcehostname", "ogsitename", "metasitename", "sourcename",
                    "outlet", "publication", "hostname", "host", "domain", "sourcedomain"},
    [FIELD_URL] = {"warcurl", "url", "link", "uri", "canonicalurl", "sourceurl", "permalink", "weburl", "pageurl",
                   "articleurl", "originalurl", "posturl", "newsurl", "ogurl", "warctargeturi", "?source",
                   "?mainentityofpage", "?canonical", "?u"},
    [FIELD_LANGUAGE] = {"language", "lang", "languagecode", "langcode", "inlanguage", "documentlang", "?languages",
                        "?langs", "warcidentifiedcontentlanguage"},
    [FIELD_DATE] = {"publishedat",   "datepublished", "datepublish", "publishdate", "publicationdate",
                    "publisheddate", "publishedtime", "publishedon", "isodate",     "pubdate",
                    "dategmt",       "published",     "date",        "dcdate",      "datetime",
                    "timestamp",     "createdat",     "datecreated", "created",     "createdutc"},
};

// What holds the fields of an article besides its own; folded.
static const char *const holders[] = {"metadata", "meta", "warcheaders", "article", "document",
                                      "doc",      "data", "feed",        "channel", "frontmatter"};

#define FOLDED 32

static bool target_of(struct str name, enum field *field)
{
    if (str_equal(name, STR("published_at"))) name = STR("date");
    if (str_equal(name, STR("lang"))) name = STR("language");
    for (*field = 0; *field < FIELD_COUNT; (*field)++)
        if (str_equal(name, str_from(targets[*field]))) return true;
    return false;
}

static bool add(struct mapping *mapping, struct str pair, struct error *error)
{
    const char *equals = memchr(pair.p, '=', pair.n);
    enum field field;
    size_t n = equals ? (size_t)(equals - pair.p) : 0;
    if (!equals) return error_set(error, ERROR_USAGE, "--map takes pairs such as text=body, not '%.*s'", STR_ARG(pair));
    if (!target_of(str_trim(str_slice(pair, 0, n)), &field))
        return error_set(
            error, ERROR_USAGE,
            "--map knows no '%.*s'; before the = goes text, id, title, author, site, url, language or date", (int)n,
            pair.p);
    mapping->fixed[field] = true;
    struct str name = str_trim(str_slice(pair, n + 1, pair.n));
    if (!name.n) return true;
    if (mapping->named_count == MAPPING_NAMES)
        return error_set(error, ERROR_USAGE, "--map names more than %d fields", MAPPING_NAMES);
    mapping->named[mapping->named_count].field = field;
    mapping->named[mapping->named_count++].name = name;
    return true;
}

bool mapping_init(struct mapping *mapping, const char *spec, struct error *error)
{
    *mapping = (struct mapping){0};
    while (spec && *spec) {
        size_t n = strcspn(spec, ",");
        if (!add(mapping, (struct str){spec, n}, error)) return false;
        spec += n + (spec[n] == ',');
    }
    return true;
}

// False: too long to be a common name.
static bool fold(struct str name, char folded[FOLDED])
{
    size_t n = 0;
    for (size_t i = 0; i < name.n; i++) {
        char c = name.p[i];
        if (c == '_' || c == '-' || c == '.' || c == ' ' || c == ':') continue;
        if (n == FOLDED - 1) return false;
        folded[n++] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
    }
    folded[n] = '\0';
    return n > 0;
}

enum field mapping_find(const struct mapping *mapping, struct str name, unsigned *rank)
{
    char folded[FOLDED];
    *rank = 0;
    for (size_t i = 0; i < mapping->named_count; i++) {
        if (!str_equal(mapping->named[i].name, name)) continue;
        *rank = (unsigned)i;
        return mapping->named[i].field;
    }
    if (!fold(name, folded)) return FIELD_COUNT;
    for (enum field field = 0; field < FIELD_COUNT; field++)
        for (unsigned i = 0; !mapping->fixed[field] && common[field][i]; i++) {
            bool weak = common[field][i][0] == '?';
            if (common[field][i][weak] != folded[0] || strcmp(common[field][i] + weak, folded) != 0) continue;
            *rank = i + (weak ? MAPPING_WEAK : 0);
            return field;
        }
    return FIELD_COUNT;
}

bool mapping_missing(const struct mapping *mapping, unsigned found, char *list, size_t room)
{
    size_t n = 0;
    for (size_t i = 0; i < mapping->named_count && n < room; i++) {
        enum field field = mapping->named[i].field;
        if (found >> field & 1) continue;
        n += (size_t)snprintf(list + n, room - n, "%s%.*s (--map %s=)", n ? ", " : "", STR_ARG(mapping->named[i].name),
                              targets[field]);
    }
    if (n) list[utf8_valid(str_from(list))] = '\0';  // it may have been cut
    return n > 0;
}

bool mapping_holds(struct str name)
{
    char folded[FOLDED];
    if (str_equal(name, STR("_source"))) return true;  // Elasticsearch's
    if (!fold(name, folded)) return false;
    for (size_t i = 0; i < sizeof holders / sizeof *holders; i++)
        if (strcmp(folded, holders[i]) == 0) return true;
    return false;
}

bool mapping_is_nothing(struct str value)
{
    static const char *const words[] = {"None", "none", "null", "NULL", "nan", "NaN", "NaT", "N/A", "undefined"};
    if (value.n < 3 || value.n > 9) return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_equal(value, str_from(words[i]))) return true;
    return false;
}

bool mapping_is_path(struct str address)
{
    return address.n && address.p[0] == '/' && (address.n == 1 || address.p[1] != '/');
}

struct str *mapping_field(struct metadata *m, enum field field)
{
    switch (field) {
    case FIELD_TITLE: return &m->title;
    case FIELD_AUTHOR: return &m->author;
    case FIELD_SITE: return &m->site;
    case FIELD_URL: return &m->url;
    case FIELD_LANGUAGE: return &m->language;
    case FIELD_DATE: return &m->published_at;
    default: return NULL;
    }
}
