#include "input/front_matter.h"

#include "base/buf.h"
#include "input/date.h"
#include "input/front_matter_toml.h"
#include "input/front_matter_yaml.h"
#include "input/hygiene.h"
#include "input/json_fields.h"
#include "input/json_scan.h"
#include "input/json_value.h"

#include <json-c/json.h>
#include <strings.h>

#define LONGEST 65536  // bytes of a header

// A header that was found: what it says, and the text behind it.
struct header {
    struct json_object *object;
    struct str rest;
};

static const struct mapping common_names;

// ---- is it metadata?

// What the keys of a header look like.
struct keys {
    size_t count;
    size_t joined;    // reading_time, readingTime
    size_t plain;     // draft, the same in one word
    size_t known;     // plain ones that mapping.h or every site generator knows
    size_t headings;  // the same with capitals: Title, Date
    bool title;       // one of them is `title`
    bool prose;       // a value is a sentence
};

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

// reading_time, readingTime
static bool is_joined(struct str key)
{
    for (size_t i = 1; i < key.n; i++)
        if (key.p[i] == '_' || (is_capital(key.p[i]) && !is_capital(key.p[i - 1]))) return true;
    return false;
}

// @scope/package is a name of npm's: changesets say of each what changed.
static bool is_plain(struct str key)
{
    for (size_t i = 0; i < key.n; i++)
        if (!(key.p[i] >= 'a' && key.p[i] <= 'z') && !(i && is_capital(key.p[i])) && key.p[i] != '_' &&
            (i || key.p[i] != '@') && (i == 0 || !memchr("0123456789-./", key.p[i], 13)))
            return false;
    return key.n > 0;
}

static bool is_known(struct str key)
{
    static const char *const names[] = {"layout", "tags", "categories", "description", "draft", "aliases", "keywords"};
    unsigned rank;
    char lower[16];
    enum field field = mapping_find(&common_names, key, &rank);
    if (field < FIELD_COUNT && field != FIELD_TEXT && rank < MAPPING_WEAK) return true;
    if (key.n >= sizeof lower) return false;
    for (size_t i = 0; i < key.n; i++) lower[i] = key.p[i] >= 'A' && key.p[i] <= 'Z' ? (char)(key.p[i] + 32) : key.p[i];
    lower[key.n] = '\0';
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(lower, names[i]) == 0) return true;
    return false;
}

static bool is_prose(struct json_object *value)
{
    const char *s = json_object_is_type(value, json_type_string) ? json_object_get_string(value) : "";
    return strchr(s, ' ') && strchr(".!?", s[strlen(s) - 1]);
}

static struct keys look_at(struct json_object *object)
{
    struct keys keys = {0};
    json_object_object_foreach(object, name, value)
    {
        struct str key = str_from(name);
        bool plain = is_plain(key), known = is_known(key);
        keys.count++;
        keys.plain += plain;
        keys.joined += plain && is_joined(key);
        keys.known += known && plain;
        keys.headings += known && !plain;
        keys.title = keys.title || strcasecmp(name, "title") == 0;
        keys.prose = keys.prose || is_prose(value);
    }
    return keys;
}

// A dialogue, or facts between two rules, look like a header as well, so its keys must be known, or at least no words
// of a text.
static bool is_metadata(struct json_object *object)
{
    struct keys keys = look_at(object);
    if (keys.known || !keys.count) return keys.count > 0;
    if (keys.plain == keys.count) return keys.joined || !keys.prose;
    return keys.title && 2 * keys.headings >= keys.count;
}

// ---- forms

static bool is_fence(struct str line, const char *marks)
{
    return line.n >= 3 && memcmp(line.p, marks, 3) == 0 && !str_trim(str_slice(line, 3, line.n)).n;
}

// Lines between two that have `marks` (YAML may end in `...`). *language: what the first names, as in `---json`.
static bool fenced(struct str text, const char *marks, struct str *block, struct str *rest, struct str *language)
{
    *rest = text;
    struct str first = front_matter_line(rest);
    if (!str_starts(first, str_from(marks))) return false;
    *language = str_trim(str_slice(first, 3, first.n));
    bool yaml = marks[0] == '-' && !language->n;
    *block = (struct str){rest->p, 0};
    while (rest->n && block->n <= LONGEST) {
        struct str line = front_matter_line(rest);
        if (is_fence(line, marks) || (yaml && is_fence(line, "..."))) return true;
        block->n = (size_t)(rest->p - block->p);
    }
    return false;
}

// trafilatura's header is no YAML up to version 2.2: a title such as `Week #67` has no quotes there.
static bool is_trafilatura(struct str block)
{
    static const char *const names[] = {"title", "author",     "url",  "hostname",    "description", "sitename",
                                        "date",  "categories", "tags", "fingerprint", "id",          "license"};
    bool fingerprint = false;
    while (block.n) {
        size_t behind, i = 0;
        struct str key = front_matter_key(front_matter_line(&block), &behind);
        while (i < 12 && !str_equal(key, str_from(names[i]))) i++;
        if (i == 12) return false;
        fingerprint = fingerprint || i == 9;
    }
    return fingerprint;
}

static bool take_fenced(struct str text, const char *marks, struct header *header, struct arena *arena)
{
    struct str block, language;
    if (!fenced(text, marks, &block, &header->rest, &language)) return false;
    bool toml = marks[0] == '+' ? !language.n : str_equal(language, STR("toml"));
    bool yaml = marks[0] == '-' && (!language.n || str_equal(language, STR("yaml")) || str_equal(language, STR("yml")));
    if (toml) header->object = front_matter_toml(block, arena);
    else if (yaml)
        header->object = is_trafilatura(block) ? front_matter_lines(block, arena) : front_matter_yaml(block, arena);
    else if (marks[0] == '-' && str_equal(language, STR("json")))
        header->object = json_value_object(str_trim(block), arena);
    bool js = marks[0] == '-' && (str_equal(language, STR("js")) || str_equal(language, STR("javascript")));
    if ((toml || js) && !header->object && memchr(block.p, '=', block.n)) {  // what is no TOML is kept as it is written
        header->object = json_value_made(json_object_new_object(), arena);
        json_value_add(header->object, js ? "js" : "toml", json_value_string(block, arena), arena);
        return true;
    }
    if (yaml && !language.n && !str_trim(block).n) return true;  // Jekyll's `---` twice
    return header->object && is_metadata(header->object);
}

// A JSON object that ends its last line.
static bool take_json(struct str text, struct header *header, struct arena *arena)
{
    struct json_scan scan = {0};
    size_t n = json_scan(&scan, text.n > LONGEST ? str_slice(text, 0, LONGEST) : text);
    if (!n) return false;
    header->object = json_value_object(str_slice(text, 0, n), arena);
    header->rest = str_slice(text, n, text.n);
    return header->object && !str_trim(front_matter_line(&header->rest)).n && is_metadata(header->object);
}

// pandoc's title block: `% title`, `% author; author`, `% date`, and a blank line.
static bool take_percents(struct str text, struct header *header, struct arena *arena)
{
    static const char *const names[] = {"title", "author", "date"};
    header->object = json_value_made(json_object_new_object(), arena);
    header->rest = text;
    for (size_t i = 0; header->object; i++) {
        struct str line = front_matter_line(&header->rest), value = str_trim(line);
        if (!value.n) return json_object_object_length(header->object) > 0;
        if (i == 3 || line.p[0] != '%' || (line.n > 1 && line.p[1] != ' ')) return false;
        value = str_trim(str_slice(value, 1, value.n));
        if (value.n) json_value_add(header->object, names[i], json_value_string(value, arena), arena);
    }
    return false;
}

// An HTML comment of such lines (Wiki.js), or of `.. title: A` (Nikola).
static bool take_comment(struct str text, struct header *header, struct arena *arena)
{
    struct buf block = {0};
    bool ended = false;
    header->rest = text;
    if (!str_equal(str_trim(front_matter_line(&header->rest)), STR("<!--"))) return false;
    while (header->rest.n && !ended && block.n < LONGEST) {
        struct str line = str_trim(front_matter_line(&header->rest));
        ended = str_equal(line, STR("-->"));
        if (str_starts(line, STR(".. "))) line = str_slice(line, 3, line.n);
        if (!ended) buf_str_add(&block, line);
        if (!ended) buf_byte(&block, '\n');
    }
    if (block.failed) arena->failed = true;
    if (ended && !block.failed) header->object = front_matter_lines(buf_str(&block), arena);
    buf_release(&block);
    return header->object && json_object_object_length(header->object) && is_metadata(header->object);
}

// `title: A` in each line to the first blank one, without fences (MultiMarkdown, Pelican): half of it known, the title
// too. Hexo's, which ends in `---`, is YAML.
static bool take_bare(struct str text, struct header *header, struct arena *arena)
{
    struct str block = {text.p, 0};
    size_t behind;
    if (!is_known(front_matter_key(str_slice(text, 0, text.n < 32 ? text.n : 32), &behind))) return false;
    bool lines = true, ended = false, fence = false;
    for (header->rest = text; !ended && block.n < LONGEST;) {
        struct str line = front_matter_line(&header->rest);
        fence = is_fence(line, "---");
        ended = fence || !str_trim(line).n;
        struct str key = ended ? STR_NULL : front_matter_key(line, &behind);
        bool plain = key.p && line.p[0] != '"' && line.p[0] != '\'' && !memchr(key.p, ' ', key.n);
        if (!ended && !plain && !memchr(" \t-#", line.p[0], 4)) return false;
        lines = lines && (ended || plain);
        if (!ended) block.n = (size_t)(header->rest.p - text.p);
    }
    if (!fence && !lines) return false;
    header->object = fence ? front_matter_yaml(block, arena) : front_matter_lines(block, arena);
    struct keys keys = header->object ? look_at(header->object) : (struct keys){0};
    if (fence) return keys.title && keys.known >= 2 && keys.plain == keys.count;
    return keys.title && keys.known + keys.headings >= 2 && 2 * (keys.known + keys.headings) >= keys.count;
}

// Logseq's properties of a page: `title:: A` in each line that the text begins with.
static bool take_properties(struct str text, struct header *header, struct arena *arena)
{
    struct buf block = {0};
    size_t behind;
    for (struct str rest = header->rest = text; rest.n && block.n < LONGEST; header->rest = rest) {
        struct str line = front_matter_line(&rest), key = front_matter_key(line, &behind);
        if (key.n < 2 || key.p[key.n - 1] != ':' || memchr(key.p, ' ', key.n)) break;
        buf_printf(&block, "%.*s%.*s\n", (int)key.n, key.p, (int)(line.n - behind), line.p + behind);
    }
    if (block.failed) arena->failed = true;
    header->object = block.n && !block.failed ? front_matter_lines(buf_str(&block), arena) : NULL;
    buf_release(&block);
    return header->object && is_metadata(header->object);
}

// ---- what it says

// A title over several lines has blanks between them. The text is the arena's own.
static struct str on_one_line(struct str text)
{
    char *p = (char *)text.p;
    size_t n = 0;
    for (size_t i = 0; i < text.n; i++) {
        bool end = text.p[i] == '\n' || text.p[i] == '\r';
        while (end && n && (p[n - 1] == ' ' || p[n - 1] == '\t')) n--;
        p[n++] = end ? ' ' : text.p[i];
        while (end && i + 1 < text.n && memchr(" \t\r\n", text.p[i + 1], 4)) i++;
    }
    return (struct str){p, n};
}

static bool add(struct article *article, struct json_object *object, struct arena *arena, struct error *error)
{
    struct metadata *m = &article->metadata;
    struct json_object *other = json_value_object(m->other, arena);
    struct json_choice chosen[FIELD_COUNT] = {0};
    if (!other && !arena_ok(arena, error)) return false;
    if (!other) {
        error_set(error, ERROR_ARTICLE, "the metadata that came with the article is no JSON object");
        return error_at(error, article->source, 0);
    }
    json_fields_choose(&common_names, object, arena, chosen);
    for (enum field i = 0; i < FIELD_COUNT; i++) {
        struct str *field = mapping_field(m, i);
        if (!field || field->p || !chosen[i].text.p) continue;
        if (i == FIELD_TITLE && str_equal(chosen[i].key, STR("name"))) {
            m->name = hygiene_line(on_one_line(chosen[i].text), arena);
            continue;
        }
        *field = hygiene_line(on_one_line(chosen[i].text), arena);
        json_fields_remove(i, &chosen[i]);
    }
    json_object_object_foreach(object, key, value) if (!json_object_object_get_ex(other, key, NULL))
        json_value_add(other, key, json_object_get(value), arena);
    m->other = json_value_text(other, arena);
    json_object_put(other);
    return arena_ok(arena, error);
}

// Lines that were taken off.
static uint32_t lines_before(struct str text, const char *end)
{
    uint32_t lines = 0;
    while (text.n && text.p < end) {
        front_matter_line(&text);
        lines++;
    }
    return lines;
}

static struct str without_blank_lines(struct str text)
{
    for (struct str rest = text; rest.n && !str_trim(front_matter_line(&rest)).n;) text = rest;
    return text;
}

static bool find(struct str text, struct header *header, struct arena *arena)
{
    switch (text.n ? text.p[0] : '\0') {
    case '\0': return false;
    case '-': return take_fenced(text, "---", header, arena);
    case '+': return take_fenced(text, "+++", header, arena);
    case '<': return take_comment(text, header, arena);
    case '%': return take_percents(text, header, arena);
    case '{': return take_json(text, header, arena);
    default:
        if (take_bare(text, header, arena)) return true;
        json_object_put(header->object);
        return take_properties(text, header, arena);
    }
}

bool front_matter_read(struct article *article, struct arena *arena, struct error *error)
{
    struct header header = {0};
    struct str bom = STR("\xEF\xBB\xBF");
    if (str_starts(article->text, bom)) article->text = str_slice(article->text, bom.n, article->text.n);
    bool found = find(without_blank_lines(article->text), &header, arena);
    bool ok = !found || !header.object || add(article, header.object, arena, error);
    if (found && ok) {
        article->first_line += lines_before(article->text, header.rest.p);
        article->text = header.rest;
    }
    article->named_date = date_named(article->file_name, arena);
    if (!article->metadata.published_at.p) article->metadata.published_at = article->named_date;
    json_object_put(header.object);
    return ok && arena_ok(arena, error);
}
