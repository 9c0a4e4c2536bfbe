#define _GNU_SOURCE  // memrchr, strncasecmp
#include "input/epub.h"

#include "base/buf.h"
#include "input/charset.h"
#include "input/doc_facts.h"
#include "input/foreign.h"
#include "input/hygiene.h"
#include "input/nfc.h"
#include "input/xml_scan.h"

#include <stdlib.h>
#include <strings.h>

struct part {
    struct str name, bytes;
};

struct item {
    struct str id, href, type;
    bool navigation;
    bool taken;  // as a chapter: none is there twice (EPUB 3.3, "itemref")
};

struct book {
    struct arena *arena;
    struct part *parts;  // by their names, once all are read
    size_t part_count, part_room;
    struct item *items;  // of the manifest, by their ids
    size_t item_count, item_room;
    struct str *spine;  // ids in reading order
    size_t spine_count, spine_room;
    struct str package;   // the package document's name
    struct str contents;  // the table of contents' href, of EPUB 2
    struct doc_facts facts;
    struct buf text, chapters, missing;
    size_t lines;
};

// Room for one more element of an array in the arena.
#define MORE(book, array, count, room)                                                                                 \
    ((count) < (room) ||                                                                                               \
     (((array) = arena_grow((book)->arena, (array), (count), (room) ? (room)*2 : 32, sizeof *(array))) &&              \
      ((room) = (room) ? (room)*2 : 32)))

// The archive
// ----------------------------------------------------------------------------------------------------------------

// What no chapter is in.
static bool is_media(struct str name)
{
    static const char *const endings[] = {"jpg", "jpeg",  "png", "gif", "svg", "webp", "ttf", "otf",  "woff",
                                          "css", "woff2", "js",  "mp3", "mp4", "m4a",  "ncx", "smil", "pdf"};
    const char *dot = name.n ? memrchr(name.p, '.', name.n) : NULL;
    size_t n = dot ? (size_t)(name.p + name.n - dot) - 1 : 0;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (n == strlen(endings[i]) && strncasecmp(dot + 1, endings[i], n) == 0) return true;
    return false;
}

// All of a member, as far as the limit allows.
static bool read_part(struct book *book, struct container *container, size_t *left, struct str *bytes,
                      struct error *error)
{
    struct buf all = {0};
    ssize_t got = 1;
    while (got > 0 && all.n <= *left && buf_reserve(&all, 65536)) {
        got = container_read(container, all.p + all.n, 65536, error);
        if (got > 0) all.n += (size_t)got;
    }
    bool fits = all.n <= *left;
    if (fits) *left -= all.n;
    *bytes = arena_str(book->arena, buf_str(&all));
    if (all.failed) book->arena->failed = true;
    buf_release(&all);
    if (got < 0) return false;
    return fits || error_set(error, ERROR_ARTICLE, "its chapters are larger than one article may be");
}

static int by_name(const void *a, const void *b)
{
    struct str x = *(const struct str *)a, y = *(const struct str *)b;  // the first member of both
    size_t n = x.n < y.n ? x.n : y.n;
    int order = n ? memcmp(x.p, y.p, n) : 0;
    return order ? order : (x.n > y.n) - (x.n < y.n);
}

// A file's name as it is compared: composed (EPUB 3.3, "file paths"), bytes that are no UTF-8 as %XX.
static struct str comparable(struct str name, struct arena *arena)
{
    return nfc(hygiene_name(name, arena), arena);
}

static bool read_archive(struct book *book, struct container *container, size_t limit, struct error *error)
{
    struct str name;
    size_t left = limit;
    for (;;) {
        enum container_result got = container_next(container, &name, error);
        if (got == CONTAINER_ERROR) return false;
        if (got == CONTAINER_END) break;
        if (is_media(name)) continue;
        if (!MORE(book, book->parts, book->part_count, book->part_room)) return arena_ok(book->arena, error);
        struct part *part = &book->parts[book->part_count++];
        part->name = comparable(arena_str(book->arena, name), book->arena);
        if (!read_part(book, container, &left, &part->bytes, error)) return false;
    }
    if (book->part_count) qsort(book->parts, book->part_count, sizeof *book->parts, by_name);
    return arena_ok(book->arena, error);
}

static struct str *part_of(const struct book *book, struct str name)
{
    struct part *part = book->part_count ? bsearch(&name, book->parts, book->part_count, sizeof *part, by_name) : NULL;
    return part ? &part->bytes : NULL;
}

// The package document
// -----------------------------------------------------------------------------------------------------

// Its name, as META-INF/container.xml gives it; else that of the first such file.
static struct str find_package(const struct book *book)
{
    const struct str *bytes = part_of(book, STR("META-INF/container.xml"));
    struct xml_token t;
    for (struct str rest = bytes ? *bytes : STR(""); xml_next(&rest, &t);)
        if (t.kind == XML_START && str_equal(xml_local(t.name), STR("rootfile")))
            return comparable(xml_text(xml_attribute(t.attributes, "full-path"), book->arena), book->arena);
    for (size_t i = 0; i < book->part_count; i++)
        if (str_ends(book->parts[i].name, STR(".opf"))) return book->parts[i].name;
    return STR("");
}

// Whether one of the words, which white space parts, is `nav`.
static bool says_navigation(struct str properties)
{
    for (struct str rest = str_trim(properties); rest.n; rest = str_trim(rest)) {
        size_t n = 0;
        while (n < rest.n && (unsigned char)rest.p[n] > ' ') n++;
        if (str_equal(str_slice(rest, 0, n), STR("nav"))) return true;
        rest = str_slice(rest, n, rest.n);
    }
    return false;
}

static void take_item(struct book *book, struct str attributes)
{
    if (!MORE(book, book->items, book->item_count, book->item_room)) return;
    book->items[book->item_count++] = (struct item){
        .id = xml_text(xml_attribute(attributes, "id"), book->arena),
        .href = xml_text(xml_attribute(attributes, "href"), book->arena),
        .type = xml_attribute(attributes, "media-type"),
        .navigation = says_navigation(xml_attribute(attributes, "properties")),
    };
}

static void take_tag(struct book *book, const struct xml_token *t)
{
    struct str name = xml_local(t->name);
    if (str_equal(name, STR("item"))) take_item(book, t->attributes);
    if (str_equal(name, STR("reference")) && str_equal(xml_attribute(t->attributes, "type"), STR("toc")))
        book->contents = xml_text(xml_attribute(t->attributes, "href"), book->arena);
    if (!str_equal(name, STR("itemref")) || !MORE(book, book->spine, book->spine_count, book->spine_room)) return;
    book->spine[book->spine_count++] = xml_text(xml_attribute(t->attributes, "idref"), book->arena);
}

// What Dublin Core's element says; under mapping.h's name where it has one.
static void take_fact(struct book *book, const struct xml_token *t, struct str value)
{
    struct str name = xml_local(t->name), role = xml_attribute(t->attributes, "opf:role"),
               event = xml_attribute(t->attributes, "opf:event");
    if (str_equal(name, STR("creator")))
        name = role.n && !str_equal(role, STR("aut")) ? STR("contributor") : STR("author");
    else if (str_equal(name, STR("title")) && doc_facts_has(&book->facts, name)) name = STR("subtitle");
    else if (str_equal(name, STR("date")) &&
             ((event.n && !str_equal(event, STR("publication"))) || doc_facts_has(&book->facts, name)))
        name = event.n ? event : STR("other date");
    else if (str_equal(name, STR("language")) && doc_facts_has(&book->facts, name)) name = STR("other language");
    else if (str_equal(name, STR("identifier")) && str_starts(value, STR("http")) &&
             !doc_facts_has(&book->facts, STR("url")))
        name = STR("url");
    else if (str_equal(name, STR("meta"))) name = STR("modified");
    doc_facts_add(&book->facts, name, value, book->arena);
}

static bool is_fact(const struct xml_token *t)
{
    if (str_starts(t->name, STR("dc:"))) return true;
    return str_equal(xml_attribute(t->attributes, "property"), STR("dcterms:modified"));
}

static bool read_package(struct book *book, struct error *error)
{
    book->package = find_package(book);
    const struct str *bytes = part_of(book, book->package);
    if (!bytes) return error_set(error, ERROR_ARTICLE, "is an e-book without a package document; is it whole?");
    struct article document = {.bytes = *bytes, .source = book->package, .dialect = DIALECT_HTML};
    if (!hygiene_article(&document, book->arena, error)) return false;
    struct xml_token t, fact = {0};
    struct str value = STR("");
    for (struct str rest = document.text; xml_next(&rest, &t);) {
        if (t.kind == XML_START) take_tag(book, &t);
        if (t.kind == XML_START && !t.empty && is_fact(&t)) fact = t, value = STR("");
        else if (fact.name.n && (t.kind == XML_TEXT || t.kind == XML_CDATA)) value = value.n ? value : t.text;
        else if (fact.name.n && t.kind == XML_END && str_equal(t.name, fact.name)) {
            take_fact(book, &fact, str_trim(xml_text(value, book->arena)));
            fact.name = STR("");
        }
    }
    if (book->item_count) qsort(book->items, book->item_count, sizeof *book->items, by_name);
    return arena_ok(book->arena, error);
}

// Chapters
// ----------------------------------------------------------------------------------------------------------------

// The name in the archive of what the package document calls `href`, in the arena.
static struct str resolve(const struct book *book, struct str href)
{
    const char *slash = book->package.n ? memrchr(book->package.p, '/', book->package.n) : NULL;
    size_t n = slash ? (size_t)(slash - book->package.p) + 1 : 0;
    char *path = arena_alloc(book->arena, n + href.n + 1);
    if (!path) return STR("");
    if (n) memcpy(path, book->package.p, n);
    for (size_t i = 0; i < href.n && href.p[i] != '#'; i++) {
        struct str rest = str_slice(href, i, href.n);
        bool begins = !n || path[n - 1] == '/';
        if (begins && str_starts(rest, STR("../"))) {
            const char *up = n ? memrchr(path, '/', n - 1) : NULL;
            n = up ? (size_t)(up - path) + 1 : 0;
            i += 2;
        } else if (begins && str_starts(rest, STR("./"))) {
            i++;
        } else if (href.p[i] == '%' && rest.n > 2 && str_hex_digit(rest.p[1]) >= 0 && str_hex_digit(rest.p[2]) >= 0) {
            path[n++] = (char)(str_hex_digit(rest.p[1]) << 4 | str_hex_digit(rest.p[2]));
            i += 2;
        } else {
            path[n++] = href.p[i];
        }
    }
    return comparable((struct str){path, n}, book->arena);
}

static bool is_page(struct str type)
{
    return str_equal(type, STR("application/xhtml+xml")) || str_equal(type, STR("text/html")) ||
           str_equal(type, STR("text/x-oeb1-document"));
}

static bool add_chapter(struct book *book, struct str name, struct str bytes, struct error *error)
{
    struct str head = str_slice(bytes, 0, bytes.n < 1024 ? bytes.n : 1024);
    if (foreign_bytes(head) && !charset_guess(head))
        return error_set(error, ERROR_ARTICLE, "its chapter %.*s is no text: is the book encrypted?", STR_ARG(name));
    struct article chapter = {.bytes = bytes, .source = name, .dialect = DIALECT_HTML};
    if (!hygiene_article(&chapter, book->arena, error)) return false;
    buf_printf(&book->chapters, "%s%.*s:%zu", book->chapters.n ? "; " : "", STR_ARG(name), book->lines + 1);
    buf_str_add(&book->text, chapter.text);
    if (!str_ends(chapter.text, STR("\n"))) buf_byte(&book->text, '\n'), book->lines++;
    for (size_t i = 0; i < chapter.text.n; i++) book->lines += chapter.text.p[i] == '\n';
    return true;
}

static bool read_chapters(struct book *book, size_t limit, struct error *error)
{
    for (size_t i = 0; i < book->spine_count; i++) {
        struct item *item =
            book->item_count ? bsearch(&book->spine[i], book->items, book->item_count, sizeof *item, by_name) : NULL;
        if (item && (item->taken || item->navigation || !is_page(item->type) ||
                     (book->contents.n && str_equal(item->href, book->contents))))
            continue;
        if (item) item->taken = true;
        struct str name = item ? resolve(book, item->href) : book->spine[i];
        const struct str *bytes = item ? part_of(book, name) : NULL;
        if (!bytes) buf_printf(&book->missing, "%s%.*s", book->missing.n ? "; " : "", STR_ARG(name));
        else if (!add_chapter(book, name, *bytes, error)) return false;
        if (book->text.n > limit)
            return error_set(error, ERROR_ARTICLE, "its chapters are larger than one article may be");
        if (book->arena->failed) return arena_ok(book->arena, error);
    }
    if (book->text.n) return true;
    if (!book->missing.n) return error_set(error, ERROR_ARTICLE, "is an e-book without chapters of text");
    return error_set(error, ERROR_ARTICLE, "the files of its chapters are not there: %.*s",
                     STR_ARG(buf_str(&book->missing)));
}

static void fill(struct book *book, struct article *article)
{
    doc_facts_add(&book->facts, STR("chapters"), buf_str(&book->chapters), book->arena);
    doc_facts_add(&book->facts, STR("chapters that are missing"), buf_str(&book->missing), book->arena);
    doc_facts_store(&book->facts, &article->metadata, book->arena);
    article->bytes = arena_str(book->arena, buf_str(&book->text));
    article->dialect = DIALECT_HTML;
    article->is_xml = article->whole_page = true;
    article->first_line = 1;
}

bool epub_read(struct container *container, size_t limit, struct article *article, struct arena *arena,
               struct error *error)
{
    struct book *book = arena_alloc(arena, sizeof *book);
    if (!book) return arena_ok(arena, error);
    *book = (struct book){.arena = arena, .package = STR(""), .contents = STR("")};
    bool ok =
        read_archive(book, container, limit, error) && read_package(book, error) && read_chapters(book, limit, error);
    if (ok) fill(book, article);
    if (book->text.failed || book->chapters.failed || book->missing.failed) arena->failed = true;
    buf_release(&book->text);
    buf_release(&book->chapters);
    buf_release(&book->missing);
    return ok && arena_ok(arena, error);
}
