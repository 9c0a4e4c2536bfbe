#include "report/report.h"

#include "report/html.h"
#include "report/section.h"
#include "sink/embedded.h"

#include <stdlib.h>

struct meant {
    const char *asked;
    char id[32];
    struct str name;
    struct arena *arena;
    int count;
};

static bool read_meant(void *context, int columns, const char *const *values, struct error *error)
{
    struct meant *m = context;
    (void)columns;
    (void)error;
    if (m->count++) return true;
    memcpy(m->id, values[0], strlen(values[0]) < sizeof m->id ? strlen(values[0]) + 1 : 1);
    m->name = arena_str(m->arena, str_from(values[1]));
    return true;
}

static const char MEANT[] =
    "SELECT a.document_id, a.article FROM articles a JOIN (SELECT document_id, source = $1 AS whole, "
    "bool_or(source = $1) OVER () AS any FROM documents WHERE source = $1 OR right(source, length($1) + 1) = '/' || "
    "$1) d "
    "ON d.document_id = a.document_id WHERE d.whole OR NOT d.any LIMIT 2";

static bool find_article(struct database *db, struct meant *meant, struct error *error)
{
    if (!database_query(db, MEANT, 1, &meant->asked, read_meant, meant, error)) return false;
    if (meant->count == 1) return true;
    return error_set(error, ERROR_INPUT,
                     meant->count ? "several articles have a source that ends in %s: say more of it"
                                  : "no article is loaded from %s: load it first, or say its source or the end of that",
                     meant->asked);
}

// Files of one article are named article_…, the others by the number of their place.
static bool is_of(const char *name, bool article)
{
    static const char folder[] = "sql/report/";
    if (strncmp(name, folder, sizeof folder - 1) != 0) return false;
    return (name[sizeof folder - 1] == 'a') == article;
}

bool report_write(struct database *db, const char *article, struct buf *page, struct error *error)
{
    struct arena arena;
    struct meant meant = {.asked = article, .name = STR("What the articles hold"), .arena = &arena};
    struct buf body = {0}, contents = {0};
    int number = 0;
    arena_init(&arena, 0);
    bool ok = !article || find_article(db, &meant, error);
    for (const struct embedded_file *f = embedded_files; ok && f->name; f++) {
        struct section section;
        struct section_answer answer = {0};
        if (!is_of(f->name, article != NULL)) continue;
        ok = section_read((struct str){f->start, (size_t)(f->end - f->start)}, &section, error) &&
             section_ask(&section, db, article ? meant.id : NULL, &arena, &answer, error);
        if (!ok || !answer.count) continue;
        section_draw(&section, &answer, ++number, &body);
        buf_printf(&contents, "<a href=\"#s%d\">", number);
        html_text(&contents, section.title);
        buf_str_add(&contents, STR("</a>\n"));
    }
    if (ok) {
        html_begin(page, meant.name);
        buf_str_add(page, STR("<nav>\n"));
        buf_str_add(page, buf_str(&contents));
        buf_str_add(page, STR("</nav>\n"));
        buf_str_add(page, buf_str(&body));
        html_end(page);
        if (page->failed || body.failed || contents.failed) ok = error_set(error, ERROR_MEMORY, "out of memory");
    }
    buf_release(&body);
    buf_release(&contents);
    arena_release(&arena);
    return ok;
}
