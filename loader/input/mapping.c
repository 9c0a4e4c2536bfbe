#include "input/mapping.h"

#include <string.h>

// The names in --map.
static const char *const targets[FIELD_COUNT] = {"text", "id", "title", "author", "site", "url", "language", "date"};

// Common names, the best first; folded.
static const char *const common[FIELD_COUNT][24] = {
    [FIELD_TEXT] = {"text", "content", "body", "rawcontent", "rawtext", "articletext", "fulltext", "maintext",
                    "articlebody", "plaintext", "bodytext", "contenttext", "textcontent", "contentmarkdown", "markdown",
                    "article", "cleanedtext", "document"},
    [FIELD_ID] = {"id", "docid", "documentid", "articleid", "uuid", "guid", "pageid", "recordid", "identifier", "key"},
    [FIELD_TITLE] = {"title", "headline", "articletitle", "pagetitle", "name"},
    [FIELD_AUTHOR] = {"author", "authors", "byline", "creator", "writer"},
    [FIELD_SITE] = {"site", "sitename", "publisher", "hostname", "sourcehostname", "host", "domain", "sourcedomain",
                    "outlet", "publication"},
    [FIELD_URL] = {"url", "link", "uri", "canonicalurl", "sourceurl", "permalink", "weburl", "pageurl", "articleurl"},
    [FIELD_LANGUAGE] = {"language", "lang", "languagecode", "langcode", "inlanguage"},
    [FIELD_DATE] = {"publishedat", "datepublished", "publishdate", "publicationdate", "publisheddate", "publishedtime",
                    "pubdate", "published", "date", "datetime", "timestamp", "createdat", "created"},
};

#define FOLDED 24

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
        if (c == '_' || c == '-' || c == '.' || c == ' ') continue;
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
        for (unsigned i = 0; !mapping->fixed[field] && common[field][i]; i++)
            if (common[field][i][0] == folded[0] && strcmp(common[field][i], folded) == 0) {
                *rank = i;
                return field;
            }
    return FIELD_COUNT;
}
