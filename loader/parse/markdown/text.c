#include "parse/markdown/text.h"

#include "parse/html_text.h"
#include "parse/links.h"

#define PIECE_MAX (256u << 10)

void markdown_text_init(struct markdown_text *text, struct arena *arena, struct str source)
{
    size_t capacity = source.n < PIECE_MAX ? source.n + 64 : PIECE_MAX;
    *text = (struct markdown_text){.arena = arena,
                                   .source = source,
                                   .gulps = source.n < MARKDOWN_TEXT_GULP ? 0 : source.n - MARKDOWN_TEXT_GULP,
                                   .html = SIZE_MAX,
                                   .room = arena_alloc(arena, capacity)};
    text->p = text->room;
    if (text->room) text->capacity = capacity;
}

// Room for more bytes behind the text, which goes there.
static bool reserve(struct markdown_text *text, size_t more)
{
    if (text->capacity < text->n + more) {
        size_t need = text->n + more, capacity = need < PIECE_MAX / 2 ? PIECE_MAX : need * 2;
        char *room = arena_alloc(text->arena, capacity);
        if (!room) return false;
        text->room = room;
        text->capacity = capacity;
    }
    if (text->n && text->p != text->room) memcpy(text->room, text->p, text->n);
    text->p = text->room;
    return true;
}

// ---- links

static void open_span(struct markdown_text *text, size_t start, size_t end, struct str url)
{
    if (text->span_count == text->span_capacity) {
        size_t capacity = text->span_capacity ? text->span_capacity * 2 : 16;
        struct link_span *spans = arena_grow(text->arena, text->spans, text->span_count, capacity, sizeof *spans);
        if (!spans) return;
        text->spans = spans;
        text->span_capacity = capacity;
    }
    text->spans[text->span_count++] = (struct link_span){start, end, url};
}

static void close_span(struct markdown_text *text, size_t end)
{
    for (size_t i = text->span_count; i-- > 0;) {
        if (text->spans[i].end != SIZE_MAX) continue;
        text->spans[i].end = end;
        return;
    }
}

// <a href> and </a>. `at` counts from where the HTML began.
static void html_link(void *context, size_t at, struct str url)
{
    struct markdown_text *text = context;
    if (!url.p) {
        close_span(text, text->html + at);
        return;
    }
    struct str copy = arena_str(text->arena, url);
    if (!copy.p) return;
    copy.n = html_entities((char *)copy.p, copy.n);
    open_span(text, text->html + at, SIZE_MAX, str_trim(copy));
}

static void reduce_html(struct markdown_text *text)
{
    size_t from = text->html;
    char *html = text->room + from, before = from ? html[-1] : ' ';
    if (text->n > from) text->n = from + html_text_reduce(html, text->n - from, before, &text->raised, html_link, text);
    text->html = SIZE_MAX;
}

static bool add_link(struct markdown_text *text, struct str label, struct str url)
{
    if (text->link_count == text->link_capacity) {
        size_t capacity = text->link_capacity ? text->link_capacity * 2 : 16;
        struct block_link *links = arena_grow(text->arena, text->links, text->link_count, capacity, sizeof *links);
        if (!links) return false;
        text->links = links;
        text->link_capacity = capacity;
    }
    text->links[text->link_count++] = (struct block_link){label, url};
    return true;
}

void markdown_text_link(struct markdown_text *text, struct str url)
{
    if (text->html != SIZE_MAX) reduce_html(text);
    char last = text->n ? text->p[text->n - 1] : ' ';
    text->raised |= last >= '0' && last <= '9' && str_starts(url, STR("#"));
    open_span(text, text->n, SIZE_MAX, url);
}

void markdown_text_link_end(struct markdown_text *text)
{
    if (text->html != SIZE_MAX) reduce_html(text);
    close_span(text, text->n);
}

// ---- pieces

bool markdown_text_room(struct markdown_text *text, const char *p, size_t n)
{
    if (text->html != SIZE_MAX) reduce_html(text);
    bool apart = text->raised && html_begins_number((struct str){p, n});
    text->raised = false;
    if (!reserve(text, n + apart)) return false;
    if (apart) text->room[text->n++] = ' ';
    return true;
}

static bool may_hold_url(struct markdown_text *text, const char *p, size_t n)
{
    size_t at = markdown_text_at(text, p);
    if (at >= text->source.n || at < text->looked) return true;
    if (text->sign < at) {
        text->looked = at;
        text->sign = links_sign(text->source, at);
    }
    return text->sign < at + n;
}

void markdown_text_look(struct markdown_text *text, const char *p, size_t n)
{
    if (text->n < n || !may_hold_url(text, p, n)) return;
    struct str piece = {text->p + text->n - n, n};
    for (struct str bare = links_next(piece, 0); bare.p;
         bare = links_next(piece, (size_t)(bare.p - piece.p) + bare.n)) {
        size_t start = (size_t)(bare.p - text->p);
        open_span(text, start, start, STR_NULL);
    }
}

void markdown_text_newline(struct markdown_text *text)
{
    const char *end = text->n && text->p != text->room ? text->p + text->n : NULL;
    if (end && markdown_text_at(text, end) < text->source.n && *end == '\n') text->n++;
    else markdown_text_add(text, "\n", 1);
}

void markdown_text_cell_code(struct markdown_text *text, const char *p, size_t n)
{
    size_t start = 0;
    for (size_t i = 0; i + 1 < n; i++) {
        if (p[i] != '\\' || p[i + 1] != '|') continue;
        markdown_text_add(text, p + start, i - start);
        start = ++i;
    }
    markdown_text_add(text, p + start, n - start);
}

void markdown_text_entity(struct markdown_text *text, const char *p, size_t n)
{
    char decoded[HTML_REFERENCE_CHARACTERS];
    size_t decoded_n;
    if (html_entity((struct str){p, n}, decoded, &decoded_n)) markdown_text_add(text, decoded, decoded_n);
    else markdown_text_add(text, p, n);
}

void markdown_text_html(struct markdown_text *text, const char *p, size_t n)
{
    if (text->html == SIZE_MAX) text->html = text->n;
    text->raised = false;
    if (!reserve(text, n)) return;
    memcpy(text->room + text->n, p, n);
    text->n += n;
}

struct str markdown_text_take(struct markdown_text *text)
{
    if (text->html != 0) return STR("");
    struct str raw = {text->room, text->n};
    text->room += text->n;
    text->capacity -= text->n;
    text->p = text->room;
    text->n = 0;
    text->html = SIZE_MAX;
    return raw;
}

// ---- the end

static struct str without_newlines(struct str s)
{
    while (s.n && s.p[s.n - 1] == '\n') s.n--;
    return s;
}

static bool finish_link(struct markdown_text *text, struct str all, const struct link_span *span)
{
    if (span->url.p) {
        struct str label = str_trim(str_slice(all, span->start, span->end < all.n ? span->end : all.n));
        return !span->url.n || add_link(text, label, span->url);
    }
    struct str bare = links_next(all, span->start);
    return bare.p != all.p + span->start || add_link(text, bare, links_url(bare, text->arena));
}

struct str markdown_text_finish(struct markdown_text *text, bool raw)
{
    if (text->html != SIZE_MAX) reduce_html(text);
    if (!text->p) return STR("");
    struct str all = {text->p, text->n};
    for (size_t i = 0; i < text->span_count; i++)
        if (!finish_link(text, all, &text->spans[i])) break;
    text->span_count = 0;
    if (text->p == text->room) {
        text->room += text->n;
        text->capacity -= text->n;
    }
    text->p = text->room;
    text->n = 0;
    text->raised = false;
    return raw ? without_newlines(all) : str_trim(all);
}
