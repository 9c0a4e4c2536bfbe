#include "parse/markdown/html.h"

#include "parse/html_text.h"
#include "parse/markdown/markdown.h"

#include <stdlib.h>
#include <strings.h>

static bool is_named(struct str name, const char *what)
{
    return name.n == strlen(what) && strncasecmp(name.p, what, name.n) == 0;
}

static bool is_one_of(struct str name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (is_named(name, names[i])) return true;
    return false;
}

#define IS_ONE_OF(name, ...)                                                                                           \
    is_one_of(name, (const char *const[]){__VA_ARGS__}, sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

// What stands between the cells of a row, and is more than text, ends it.
static bool end_row(struct markdown_reader *r, uint32_t line)
{
    const struct markdown_html *h = &r->html;
    return !h->tables || h->in_cell || !h->cell_count || markdown_html_close_row(r, line);
}

bool markdown_html_emit(struct markdown_reader *r, struct block *block)
{
    if (!end_row(r, block->line) || !markdown_html_header(r)) return false;
    r->html.emitting = true;
    r->html.open = block->kind >= BLOCK_TABLE;
    bool ok = markdown_emit_html(r, block);
    r->html.emitting = false;
    return ok;
}

// ---- text

// What a run of text and inline tags holds.
struct run {
    bool text, image, opens_link;
};

static struct run look(struct str s)
{
    struct run run = {0};
    bool unclosed = false;
    for (size_t i = 0; i < s.n;) {
        struct html_tag tag;
        struct str rest = str_slice(s, i, s.n);
        size_t comment = s.p[i] == '<' ? html_comment(rest, &unclosed) : 0;
        if (comment) i += comment;
        else if (s.p[i] == '<' && html_tag(rest, &tag) && html_kind(tag.name) != HTML_UNKNOWN) {
            run.image = run.image || html_kind(tag.name) == HTML_IMAGE;
            if (html_kind(tag.name) == HTML_LINK) run.opens_link = !tag.closes;
            i += tag.bytes;
        } else {
            run.text = run.text || !(s.p[i] == ' ' || (s.p[i] >= '\t' && s.p[i] <= '\r'));
            i++;
        }
    }
    return run;
}

// A heading with words of its own leaves out what its pictures are called.
static void add_without_images(struct markdown_reader *r, struct str s)
{
    size_t from = 0;
    for (size_t i = 0; i < s.n; i++) {
        struct html_tag tag;
        if (s.p[i] != '<' || !html_tag(str_slice(s, i, s.n), &tag) || html_kind(tag.name) != HTML_IMAGE) continue;
        markdown_text_html(&r->text, s.p + from, i - from);
        i += tag.bytes - 1;
        from = i + 1;
    }
    markdown_text_html(&r->text, s.p + from, s.n - from);
}

// ---- blocks

static bool emit_item(struct markdown_reader *r, struct block *block)
{
    struct markdown_html *h = &r->html;
    block->kind = BLOCK_ITEM;
    block->depth = r->lists + (h->lists ? h->lists : 1);
    block->ordinal = h->lists ? h->ordinals[h->lists - 1] : -1;
    if (block->ordinal >= 0) h->ordinals[h->lists - 1]++;
    h->item = false;
    return markdown_html_emit(r, block);
}

static bool emit_text(struct markdown_reader *r, struct block *block, bool words)
{
    struct markdown_html *h = &r->html;
    block->kind = r->quotes || h->quotes ? BLOCK_QUOTE : BLOCK_PARAGRAPH;
    block->labels = h->labels;
    block->pictures = block->kind == BLOCK_PARAGRAPH && !words;
    if (h->level) {
        block->kind = BLOCK_HEADING;
        block->level = h->level;
        block->origin = ORIGIN_MARKED;
        block->confidence = 1;
        block->labels = block->pictures = false;
        h->headed = true;
    } else if (h->item) return emit_item(r, block);
    return markdown_html_emit(r, block);
}

// A tag of a template or a component alone.
static bool is_site_code(struct str s)
{
    if (s.n < 4) return false;
    bool liquid = s.p[0] == '{' && (s.p[1] == '%' || s.p[1] == '{') && s.p[s.n - 1] == '}';
    return liquid ||
           (s.p[0] == '<' && s.p[1] >= 'A' && s.p[1] <= 'Z' && s.p[s.n - 1] == '>' && !memchr(s.p, '\n', s.n));
}

static uint32_t count_lines(struct str s)
{
    uint32_t n = 0;
    for (size_t i = 0; i < s.n; i++) n += s.p[i] == '\n';
    return n;
}

struct walk {
    struct markdown_reader *r;
    struct str raw;
    size_t from, at;     // the run of text begins, ends there
    uint32_t line;       // of `from`
    const char *closes;  // the next end of a table in it; NULL: not looked for, or none
    bool never_closes;
};

static void step_to(struct walk *w, size_t at)
{
    w->line += count_lines(str_slice(w->raw, w->from, at));
    w->from = w->at = at;
}

// Ends the run of text: a block, or a part of a cell.
static bool flush(struct walk *w)
{
    struct markdown_reader *r = w->r;
    struct markdown_html *h = &r->html;
    struct str s = str_slice(w->raw, w->from, w->at);
    struct run run = look(s);
    if (!run.text && !run.image && !r->text.n && r->text.html == SIZE_MAX) {
        if (run.opens_link) h->carry = s;
        return true;
    }
    size_t lead = 0;
    while (lead < s.n && (s.p[lead] == ' ' || (s.p[lead] >= '\t' && s.p[lead] <= '\r'))) lead++;
    struct block block = {.line = w->line + count_lines(str_slice(s, 0, lead))};
    size_t end = s.n;
    while (end > lead && (s.p[end - 1] == ' ' || (s.p[end - 1] >= '\t' && s.p[end - 1] <= '\r'))) end--;
    block.line_end = block.line + count_lines(str_slice(s, lead, end));
    if (h->carry.n) markdown_text_html(&r->text, h->carry.p, h->carry.n);
    h->carry = STR("");
    if (h->level && run.text) add_without_images(r, s);
    else markdown_text_html(&r->text, s.p, s.n);
    block.text = markdown_text_finish(&r->text, false);
    if (h->in_cell) return markdown_html_add_to_cell(r, block.text);
    if (!block.text.n && !r->text.link_count) return true;
    if (h->tables && h->cell_count && !h->level && !h->item) return markdown_html_hold(r, &block);
    if (is_site_code(block.text)) {
        block.kind = BLOCK_CODE;
        return markdown_html_emit(r, &block);
    }
    return emit_text(r, &block, run.text);
}

static bool emit_empty_item(struct walk *w)
{
    struct block block = {.line = w->line, .line_end = w->line, .text = STR("")};
    return !w->r->html.item || emit_item(w->r, &block);
}

static bool open_list(struct walk *w, const struct html_tag *tag)
{
    struct markdown_html *h = &w->r->html;
    if (h->lists == HTML_LISTS_MAX) return markdown_too_deep(w->r);
    if (!emit_empty_item(w)) return false;
    struct str start = html_attribute(tag->attributes, "start");
    bool ordered = is_named(tag->name, "ol");
    h->ordinals[h->lists++] = !ordered ? -1 : start.n ? (int32_t)markdown_html_number(tag, "start") : 1;
    struct block block = {.kind = BLOCK_LIST, .line = w->line, .line_end = w->line};
    return h->lists + w->r->lists > 1 || h->in_cell || markdown_html_emit(w->r, &block);
}

static bool list_tag(struct walk *w, const struct html_tag *tag)
{
    struct markdown_html *h = &w->r->html;
    if (IS_ONE_OF(tag->name, "ul", "ol", "dl", "menu")) {
        h->term = false;
        if (!tag->closes) return open_list(w, tag);
        h->lists -= h->lists > 0;
        h->item = false;
        return true;
    }
    bool definition = is_named(tag->name, "dd");
    if (tag->closes) {
        h->item = h->item && !IS_ONE_OF(tag->name, "li", "dd");
        return true;
    }
    h->item = !h->in_cell && (!definition || h->lists > 0);
    return true;
}

static const char *find_end(const char *p, const char *end)
{
    for (; end - p > 7 && (p = memchr(p, '<', (size_t)(end - p - 7))); p++)
        if (strncasecmp(p, "</table", 7) == 0) return p;
    return NULL;
}

// Whether the table that begins here has an end, in this piece of HTML or behind it.
static bool has_end(struct walk *w)
{
    struct markdown_html *h = &w->r->html;
    const struct place *place = &w->r->place;
    const char *at = w->raw.p + w->at;
    if (!w->never_closes && (!w->closes || w->closes < at)) w->closes = find_end(at, w->raw.p + w->raw.n);
    w->never_closes = !w->closes;
    if (w->closes) return true;
    if (h->closes && h->closes >= place->at) return true;
    if (!h->never_closes) h->closes = find_end(place->at, place->end);
    h->never_closes = !h->closes;
    return h->closes;
}

static bool lays_out(const struct walk *w, const struct html_tag *tag)
{
    const struct place *place = &w->r->place;
    struct str behind = {place->at, (size_t)(place->end - place->at)};
    return markdown_html_lays_out(tag, str_slice(w->raw, w->at, w->raw.n), behind);
}

static bool table_tag(struct walk *w, const struct html_tag *tag)
{
    struct markdown_html *h = &w->r->html;
    if (is_named(tag->name, "table")) {
        if (tag->closes && h->tables) {
            if (h->tables == 1 && !(markdown_html_close_row(w->r, w->line) && markdown_html_header(w->r))) return false;
            h->tables--;
            h->in_cell = h->in_cell && h->tables;
        } else if (tag->closes) {
            h->layouts -= h->layouts > 0;
        } else if (!h->tables && has_end(w) && lays_out(w, tag)) {
            h->layouts++;
        } else if (has_end(w) && h->tables++ == 0) {
            h->table_line = w->line;
            h->rows = h->span_count = h->cell_count = 0;
            h->in_head = h->open = false;
        }
        return true;
    }
    if (h->tables != 1) return true;
    if (is_named(tag->name, "thead")) h->in_head = !tag->closes;
    if (IS_ONE_OF(tag->name, "tr", "tbody", "thead", "tfoot")) return markdown_html_close_row(w->r, w->line);
    if (IS_ONE_OF(tag->name, "td", "th")) {
        h->in_cell = false;
        return tag->closes || markdown_html_open_cell(w->r, tag, w->line);
    }
    if (is_named(tag->name, "caption")) h->labels = !tag->closes;
    return true;
}

// Code in HTML: up to its closing tag, blanks as they are.
static bool emit_code(struct walk *w, const struct html_tag *tag)
{
    struct markdown_reader *r = w->r;
    size_t begin = w->at + tag->bytes, end = begin;
    for (struct html_tag close; end < w->raw.n; end++)
        if (w->raw.p[end] == '<' && html_tag(str_slice(w->raw, end, w->raw.n), &close) && close.closes &&
            close.name.n == tag->name.n && strncasecmp(close.name.p, tag->name.p, tag->name.n) == 0)
            break;
    bool program = !is_named(tag->name, "pre");
    struct str s = str_slice(w->raw, begin, end);
    for (size_t i = 0; i < s.n;) {
        struct html_tag inner;
        size_t from = i;
        if (!program && s.p[i] == '<' && html_tag(str_slice(s, i, s.n), &inner) &&
            html_kind(inner.name) != HTML_UNKNOWN) {
            i += inner.bytes;
            continue;
        }
        char decoded[HTML_REFERENCE_CHARACTERS];
        size_t n, used = program ? 0 : html_entity(str_slice(s, i, s.n), decoded, &n);
        if (used) markdown_text_add(&r->text, decoded, n);
        i += used ? used : 1;
        if (used) continue;
        while (i < s.n && s.p[i] != '<' && s.p[i] != '&') i++;
        markdown_text_add(&r->text, s.p + from, i - from);
    }
    struct block block = {.kind = BLOCK_CODE};
    step_to(w, w->at);
    block.line = w->line;
    block.text = markdown_text_finish(&r->text, true);
    while (block.text.n && block.text.p[0] == '\n') block.text.p++, block.text.n--;
    while (s.n && str_space_last(s)) s.n--;
    block.line_end = block.line + count_lines(s);
    step_to(w, end);
    if (r->html.in_cell) return markdown_html_add_to_cell(r, block.text);
    return !str_trim(block.text).n || markdown_html_emit(r, &block);
}

static bool block_tag(struct walk *w, const struct html_tag *tag)
{
    struct markdown_html *h = &w->r->html;
    struct str name = tag->name;
    if (name.n == 2 && (name.p[0] | 0x20) == 'h' && name.p[1] >= '1' && name.p[1] <= '6')
        h->level = tag->closes || h->in_cell ? 0 : name.p[1] - '0';
    else if (is_named(name, "blockquote")) h->quotes += !tag->closes ? 1 : h->quotes > 0 ? -1 : 0;
    else if (is_named(name, "summary")) h->labels = !tag->closes;
    else if (IS_ONE_OF(name, "ul", "ol", "dl", "menu", "li", "dt", "dd")) return list_tag(w, tag);
    else if (IS_ONE_OF(name, "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption")) return table_tag(w, tag);
    return true;
}

// A term goes on with its definition: one item, `term: definition`.
static bool joins_definition(struct walk *w, const struct html_tag *tag)
{
    struct markdown_reader *r = w->r;
    struct markdown_html *h = &r->html;
    if (h->in_cell || !IS_ONE_OF(tag->name, "dt", "dd")) return false;
    if (is_named(tag->name, "dt") && tag->closes) {
        struct str s = str_slice(w->raw, w->from, w->at);
        h->term = look(s).text;
        if (h->term) {
            markdown_text_html(&r->text, s.p, s.n);
            markdown_text_html(&r->text, ": ", 2);
        }
        return h->term;
    }
    if (is_named(tag->name, "dd") && !tag->closes && h->term) {
        h->term = false;
        return true;
    }
    return false;
}

static bool read_tag(struct walk *w, const struct html_tag *tag)
{
    bool code = !tag->closes && IS_ONE_OF(tag->name, "pre", "script", "style");
    if (joins_definition(w, tag)) {
        step_to(w, w->at + tag->bytes);
        return true;
    }
    if (!flush(w)) return false;
    if (code) {
        if (!emit_code(w, tag)) return false;
    } else {
        step_to(w, w->at);
        if (!block_tag(w, tag)) return false;
        step_to(w, w->at + tag->bytes);
    }
    return true;
}

bool markdown_html_block(struct markdown_reader *r, struct str raw, uint32_t line)
{
    struct walk w = {.r = r, .raw = raw, .line = line};
    bool unclosed = false;
    while (w.at < raw.n) {
        const char *lt = memchr(raw.p + w.at, '<', raw.n - w.at);
        w.at = lt ? (size_t)(lt - raw.p) : raw.n;
        if (!lt) break;
        struct str rest = str_slice(raw, w.at, raw.n);
        struct html_tag tag;
        size_t n = html_comment(rest, &unclosed);
        bool named = !n && html_tag(rest, &tag);
        bool script = named && IS_ONE_OF(tag.name, "script", "style");
        if (named && (script || html_kind(tag.name) == HTML_BLOCK)) {
            if (!read_tag(&w, &tag)) return false;
        } else w.at += n ? n : named ? tag.bytes : 1;
    }
    if (!flush(&w)) return false;
    r->html.last_line = w.line + count_lines(str_slice(raw, w.from, raw.n));
    r->html.carry = STR("");
    r->html.labels = r->html.term = false;
    if (r->html.headed) r->html.level = 0;
    r->html.headed = false;
    return true;
}

bool markdown_html_takes(struct markdown_reader *r, struct block *block, bool *taken)
{
    struct markdown_html *h = &r->html;
    *taken = false;
    if (h->emitting) return true;
    if (h->tables && h->in_cell) {
        *taken = true;
        h->last_line = block->line_end;
        if (block->kind == BLOCK_TABLE || block->kind == BLOCK_LIST) return true;
        for (size_t i = 0; i < block->cell_count; i++)
            if (!markdown_html_add_to_cell(r, block->cells[i].text)) return false;
        return markdown_html_add_to_cell(r, block->text);
    }
    if (!end_row(r, block->line) || !markdown_html_header(r)) return false;
    h->open = false;
    if (block->kind == BLOCK_PARAGRAPH && h->level) {
        block->kind = BLOCK_HEADING;
        block->level = h->level;
        block->origin = ORIGIN_MARKED;
        block->confidence = 1;
    } else if (block->kind == BLOCK_PARAGRAPH && h->item) {
        block->kind = BLOCK_ITEM;
        block->depth = r->lists + (h->lists ? h->lists : 1);
        block->ordinal = h->lists ? h->ordinals[h->lists - 1] : -1;
        if (block->ordinal >= 0) h->ordinals[h->lists - 1]++;
    }
    h->level = 0;
    h->item = false;
    return true;
}

void markdown_html_alt(struct markdown_reader *r, struct str s)
{
    char *joined = arena_alloc(r->arena, r->alt.n + s.n);
    if (!joined) return;
    if (r->alt.n) memcpy(joined, r->alt.p, r->alt.n);
    if (s.n) memcpy(joined + r->alt.n, s.p, s.n);
    r->alt = (struct str){joined, r->alt.n + s.n};
}

bool markdown_html_picture(struct markdown_reader *r, struct str piece)
{
    struct html_tag tag;
    if (!html_tag(piece, &tag) || html_kind(tag.name) != HTML_IMAGE) return false;
    markdown_html_alt(r, html_attribute(tag.attributes, "alt"));
    return true;
}

bool markdown_html_finish(struct markdown_reader *r)
{
    return !r->html.tables || (markdown_html_close_row(r, r->html.last_line) && markdown_html_header(r));
}
