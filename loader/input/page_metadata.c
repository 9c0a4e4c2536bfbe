#define _GNU_SOURCE  // memmem, strcasestr
#include "input/page_metadata.h"

#include "input/date.h"
#include "input/hygiene.h"
#include "input/json_fields.h"
#include "input/json_value.h"
#include "input/page_json_ld.h"

#include <json-c/json.h>
#include <stdio.h>
#include <strings.h>

#define OTHER_MAX 65536  // bytes of one value that is kept

// Statements for each field, the best first; with an @, of microdata; with <>, an element; with {, of JSON-LD.
static const char *const ranked[FIELD_COUNT][24] = {
    [FIELD_TITLE] = {"og:title", "{headline", "@headline", "twitter:title", "citation_title", "dc.title",
                     "dcterms.title", "parsely-title", "sailthru.title", "{name"},
    [FIELD_AUTHOR] = {"{author", "citation_author", "author", "article:author", "dc.creator", "dcterms.creator",
                      "parsely-author", "sailthru.author", "byl", "@author", "<a rel=author>", "{creator"},
    [FIELD_SITE] = {"og:site_name", "{publisher", "{website", "application-name", "dc.publisher"},
    [FIELD_URL] = {"<link rel=canonical>", "og:url", "{url", "{mainEntityOfPage"},
    [FIELD_LANGUAGE] = {"<html lang>", "content-language", "{inLanguage", "og:locale", "dc.language"},
    [FIELD_DATE] = {"{datePublished",
                    "article:published_time",
                    "og:published_time",
                    "@datePublished",
                    "dc.date.issued",
                    "dcterms.issued",
                    "citation_publication_date",
                    "citation_date",
                    "parsely-pub-date",
                    "sailthru.date",
                    "dc.date",
                    "dcterms.date",
                    "date",
                    "pubdate",
                    "publishdate",
                    "publish-date",
                    "publish_date",
                    "publication_date",
                    "published_time",
                    "dcterms.created",
                    "<time>",
                    "{dateCreated"},
};

// What says nothing of the article.
static const char *const dropped[] = {"viewport",
                                      "csrf-*",
                                      "*verification*",
                                      "theme-color",
                                      "msapplication-*",
                                      "apple-*",
                                      "format-detection",
                                      "referrer",
                                      "x-ua-compatible",
                                      "fb:*",
                                      "al:*",
                                      "*charset*",
                                      "content-type",
                                      "refresh",
                                      "handheldfriendly",
                                      "mobileoptimized",
                                      "*token*",
                                      "*nonce*",
                                      "generator",
                                      "*validate*",
                                      "google",
                                      "googlebot*",
                                      "robots",
                                      "color-scheme",
                                      "*cache*",
                                      "pragma",
                                      "expires",
                                      "content-security-policy",
                                      "origin-trial",
                                      "twitter:*",
                                      "*pinterest*",
                                      "mobile-*",
                                      "skype_toolbar",
                                      "og:title",
                                      "og:url",
                                      "og:image:*"};

struct found {
    struct str text;
    const char *by;  // of `ranked`
    unsigned rank;
};

struct page_fields {
    struct found found[FIELD_COUNT];
    struct str title;  // <title>
    struct arena *arena;
};

// A pattern with * at either end; case doesn't matter.
static bool matches(const char *pattern, struct str name)
{
    char wanted[40], text[80];
    size_t n = strlen(pattern), from = pattern[0] == '*', to = n - (n > 1 && pattern[n - 1] == '*');
    if (name.n >= sizeof text || to - from >= sizeof wanted) return false;
    memcpy(wanted, pattern + from, to - from);
    wanted[to - from] = '\0';
    memcpy(text, name.p, name.n);
    text[name.n] = '\0';
    if (from) return strcasestr(text, wanted) != NULL;
    return to < n ? strncasecmp(text, wanted, to) == 0 : strcasecmp(text, wanted) == 0;
}

static bool is_dropped(struct str name)
{
    for (size_t i = 0; i < sizeof dropped / sizeof *dropped; i++)
        if (matches(dropped[i], name)) return true;
    return false;
}

// The rank's entry that stands for this statement.
static bool stands_for(const char *entry, enum page_source source, struct str name)
{
    size_t n = strlen(entry);
    if (entry[0] == '{') return false;
    if (entry[0] == '<') return source == PAGE_ELEMENT && n == name.n + 2 && memcmp(entry + 1, name.p, name.n) == 0;
    if (entry[0] == '@') return source == PAGE_ITEMPROP && n == name.n + 1 && memcmp(entry + 1, name.p, name.n) == 0;
    return source == PAGE_META && n == name.n && strncasecmp(entry, name.p, n) == 0;
}

static bool is_address(struct str s)
{
    return memmem(s.p, s.n, "://", 3) || str_starts(s, STR("www.")) || str_starts(s, STR("//"));
}

// What stands in a page's text where its author is named has a number when it is more than a name: a date, a score.
static bool has_number(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] >= '0' && s.p[i] <= '9') return true;
    return false;
}

static struct str without_by(struct str s)
{
    return s.n > 3 && strncasecmp(s.p, "by ", 3) == 0 ? str_trim(str_slice(s, 3, s.n)) : s;
}

// Whether a list with commas has the name, which may hold some itself.
static bool has_name(struct str list, struct str name)
{
    const char *end = list.p + list.n, *p = list.p;
    for (; (p = memmem(p, (size_t)(end - p), name.p, name.n)); p++) {
        const char *behind = p + name.n;
        bool begins = p == list.p || (p - list.p > 1 && memcmp(p - 2, ", ", 2) == 0);
        if (begins && (behind == end || (end - behind > 1 && memcmp(behind, ", ", 2) == 0))) return true;
    }
    return false;
}

static void offer(struct page_fields *f, enum field field, unsigned rank, struct str value)
{
    struct found *found = &f->found[field];
    struct str text = hygiene_one_line(value, f->arena);
    bool joins = field == FIELD_AUTHOR && found->text.p && found->rank == rank && ranked[field][rank][0] != '{';
    if (!text.n || mapping_is_nothing(text) || (found->text.p && !joins && found->rank <= rank)) return;
    if (field == FIELD_DATE) text = date_iso(text, f->arena);
    bool shown = ranked[field][rank][0] == '<' || ranked[field][rank][0] == '@';
    if (field == FIELD_AUTHOR) text = is_address(text) || (shown && has_number(text)) ? STR_NULL : without_by(text);
    if (field == FIELD_URL && !memmem(text.p, text.n, "://", 3)) return;
    if (!text.n) return;
    if (joins) {
        char *p = has_name(found->text, text) ? NULL : arena_alloc(f->arena, found->text.n + 2 + text.n);
        if (!p) return;
        memcpy(p, found->text.p, found->text.n);
        memcpy(p + found->text.n, ", ", 2);
        memcpy(p + found->text.n + 2, text.p, text.n);
        text = (struct str){p, found->text.n + 2 + text.n};
    }
    *found = (struct found){text, ranked[field][rank], rank};
}

static void offer_statement(struct page_fields *f, const struct page_statement *s)
{
    for (enum field field = FIELD_TITLE; field < FIELD_COUNT; field++)
        for (unsigned i = 0; ranked[field][i]; i++)
            if (stands_for(ranked[field][i], s->source, s->name)) offer(f, field, i, s->value);
    if (s->source == PAGE_ELEMENT && str_equal(s->name, STR("title")) && !f->title.p)
        f->title = hygiene_one_line(s->value, f->arena);
}

static void offer_json_ld(void *context, enum field field, const char *name, struct str value)
{
    struct page_fields *f = context;
    for (unsigned i = 0; ranked[field][i]; i++)
        if (ranked[field][i][0] == '{' && strcmp(ranked[field][i] + 1, name) == 0) offer(f, field, i, value);
}

// ---- titles

static size_t separator_at(struct str s, size_t i)
{
    static const char *const marks[] = {" | ",  " - ",      " \u2013 ", " \u2014 ", " \u00b7 ",
                                        " :: ", " \u00bb ", " \u2022 ", " / "};
    for (size_t k = 0; k < sizeof marks / sizeof *marks; k++)
        if (str_starts(str_slice(s, i, s.n), str_from(marks[k]))) return strlen(marks[k]);
    return 0;
}

static bool same_name(struct str a, struct str b)
{
    return a.n == b.n && a.n && strncasecmp(a.p, b.p, a.n) == 0;
}

// A title without the site's name at either end.
static struct str without_site(struct str title, struct str site)
{
    for (size_t i = 0, n; site.n && i < title.n; i++) {
        if (title.p[i] != ' ' || !(n = separator_at(title, i))) continue;
        struct str before = str_slice(title, 0, i), behind = str_slice(title, i + n, title.n);
        if (same_name(behind, site)) return str_trim(before);
        if (same_name(before, site)) return str_trim(behind);
    }
    return title;
}

// ---- the rest

static void add_other(struct json_object *other, struct str name, struct str value, struct arena *arena)
{
    struct str key = arena_str(arena, name);
    struct json_object *old, *text;
    if (!key.p || !value.n || value.n > OTHER_MAX || !(text = json_value_string(value, arena))) return;
    if (!json_object_object_get_ex(other, key.p, &old)) {
        json_value_add(other, key.p, text, arena);
    } else if (json_object_is_type(old, json_type_array)) {
        json_value_append(old, text, arena);
    } else if (json_object_equal(old, text)) {
        json_object_put(text);
    } else {
        struct json_object *list = json_value_made(json_object_new_array(), arena);
        json_value_append(list, json_object_get(old), arena);
        json_value_append(list, text, arena);
        json_value_add(other, key.p, list, arena);
    }
}

static void take(struct page_fields *f, struct metadata *m, struct json_object *stated_by)
{
    static const char *const names[FIELD_COUNT] = {
        [FIELD_TITLE] = "title", [FIELD_AUTHOR] = "author",     [FIELD_SITE] = "site",
        [FIELD_URL] = "url",     [FIELD_LANGUAGE] = "language", [FIELD_DATE] = "published_at"};
    struct str site = m->site.p ? m->site : f->found[FIELD_SITE].text;
    f->found[FIELD_TITLE].text = without_site(f->found[FIELD_TITLE].text, site);
    for (enum field field = FIELD_TITLE; field < FIELD_COUNT; field++) {
        struct found *found = &f->found[field];
        struct str *of = mapping_field(m, field);
        if (of->p || !found->text.n) continue;
        *of = found->text;
        const char *by = found->by[0] == '{' || found->by[0] == '@' ? found->by + 1 : found->by;
        const char *kind = found->by[0] == '{' ? "JSON-LD " : found->by[0] == '@' ? "itemprop " : "";
        char name[64];
        snprintf(name, sizeof name, "%s%s", kind, by);
        json_value_add(stated_by, names[field], json_value_string(str_from(name), f->arena), f->arena);
    }
    if (!m->title.p && !m->name.p) m->name = without_site(f->title, site);
}

static bool is_taken(const struct page_fields *f, const struct page_statement *s)
{
    for (enum field field = FIELD_TITLE; field < FIELD_COUNT; field++)
        if (f->found[field].by && stands_for(f->found[field].by, s->source, s->name)) return true;
    return false;
}

static void add_missing(struct json_object *to, struct json_object *from, struct arena *arena)
{
    json_object_object_foreach(from, key, value) if (!json_object_object_get_ex(to, key, NULL))
        json_value_add(to, key, json_object_get(value), arena);
}

bool page_metadata(struct article *article, const struct page_statement *statements, size_t count, struct arena *arena,
                   struct error *error)
{
    struct page_fields f = {.title = STR_NULL, .arena = arena};
    struct metadata *m = &article->metadata;
    struct json_object *other = json_value_object(m->other, arena);
    if (!other && !arena_ok(arena, error)) return false;
    if (!other) {
        error_set(error, ERROR_ARTICLE, "the metadata that came with the article is no JSON object");
        return error_at(error, article->source, 0);
    }
    struct json_object *stated_by = json_value_made(json_object_new_object(), arena);
    struct json_object *kept = json_value_made(json_object_new_object(), arena);
    struct page_json_ld *ld = page_json_ld_new();
    if (!ld) arena->failed = true;
    for (size_t i = 0; i < count; i++) {
        if (statements[i].source == PAGE_JSON_LD) page_json_ld_add(ld, statements[i].value, arena);
        else offer_statement(&f, &statements[i]);
    }
    page_json_ld_fields(ld, arena, offer_json_ld, &f);
    take(&f, m, stated_by);
    for (size_t i = 0; i < count; i++)
        if (statements[i].source == PAGE_META && !is_dropped(statements[i].name) && !is_taken(&f, &statements[i]))
            add_other(kept, statements[i].name, hygiene_one_line(statements[i].value, arena), arena);
    struct json_object *rest = page_json_ld_rest(ld, arena);
    if (rest) json_value_add(kept, "json_ld", rest, arena);
    if (!arena->failed && json_object_object_length(stated_by))
        json_value_add(kept, "stated_by", json_object_get(stated_by), arena);
    if (!arena->failed) add_missing(other, kept, arena);
    m->other = json_value_text(other, arena);
    json_object_put(kept);
    json_object_put(stated_by);
    json_object_put(other);
    page_json_ld_free(ld);
    return arena_ok(arena, error);
}
