#include "parse/html/select_dialog.h"

#include "parse/html/select_dialog_words.h"

enum {
    HAS_BUTTON = 32,
    HAS_PASSWORD = 64,  // a field for one
    HAS_FIELD = 128,    // any to write in
    WORDS_MOST = 250,   // of a dialog
    ASKS = DIALOG_COOKIE | DIALOG_PASSWORD | DIALOG_OFFER | DIALOG_CHOICE | HAS_PASSWORD,
    CONTROL_BYTES = 40,  // of what stands on a button, or a link that is as good
    WALL_WORDS = 120,    // of a page that is shown instead of the article, at the most
};

// Of a part, with all below it.
struct sayings {
    uint32_t words;  // of units that say any of it
    uint8_t says;    // DIALOG_*, HAS_*: texts what they speak of, controls what they do
    bool own;        // its own text says some of it
    bool proof;      // its own text asks for proof
};

struct finder {
    const struct select_page *page;
    struct sayings *parts;
    uint32_t open, next;              // parts
    const struct html_node *control;  // the outermost button or link that is open
    uint32_t control_says;
    size_t control_bytes;
};

static bool is_control(const struct html_node *node)
{
    return node->type == HTML_NODE_ELEMENT && (node->element == ELEMENT_A || node->element == ELEMENT_BUTTON);
}

static uint8_t input_says(const struct html_node *input)
{
    struct str type = html_node_attribute(input, "type");
    if (str_equal(type, STR("password"))) return HAS_PASSWORD | HAS_FIELD;
    if (!type.n || str_equal(type, STR("text")) || str_equal(type, STR("email"))) return HAS_FIELD;
    if (!str_equal(type, STR("submit")) && !str_equal(type, STR("button"))) return 0;
    uint32_t says = select_dialog_words(html_node_attribute(input, "value"));
    return (uint8_t)(HAS_BUTTON | (says & (DIALOG_CHOICE | DIALOG_ENTER)));
}

static bool node_open(void *context, struct html_node *node)
{
    struct finder *f = context;
    if (select_is_part(node)) f->open = f->next++;
    if (node->type == HTML_NODE_TEXT) {
        uint32_t says = select_dialog_words(node->text);
        f->parts[f->open].says |= says & (DIALOG_COOKIE | DIALOG_PASSWORD | DIALOG_OFFER);
        f->parts[f->open].own |= (says & ~(DIALOG_CHOICE | DIALOG_PROOF)) != 0;
        f->parts[f->open].proof |= (says & DIALOG_PROOF) != 0;
        f->control_says |= says;
        f->control_bytes += str_trim(node->text).n;
    } else if (node->element == ELEMENT_INPUT) {
        f->parts[f->open].says |= input_says(node);
    } else if (is_control(node) && !f->control) {
        f->control = node;
        f->control_says = 0;
        f->control_bytes = 0;
    }
    return true;
}

static void node_close(void *context, struct html_node *node)
{
    struct finder *f = context;
    if (node == f->control) {
        bool button = node->element == ELEMENT_BUTTON, is_short = f->control_bytes <= CONTROL_BYTES;
        if (is_short) f->parts[f->open].says |= f->control_says & (DIALOG_CHOICE | DIALOG_ENTER);
        if (button) f->parts[f->open].says |= HAS_BUTTON;
        f->control = NULL;
    }
    if (select_is_part(node)) f->open = f->page->parts[f->open].parent;
}

static bool is_dialog_element(const struct html_node *node)
{
    struct str role = html_node_attribute(node, "role");
    return node->element == ELEMENT_DIALOG || str_equal(role, STR("dialog")) || str_equal(role, STR("alertdialog")) ||
           str_equal(html_node_attribute(node, "aria-modal"), STR("true"));
}

static bool holds(const struct select_page *page, uint32_t part, uint32_t other)
{
    return other && other >= part && other < page->parts[part].end;
}

// Whether the part is a dialog by what it and those below it say.
static bool is_dialog(const struct select_page *page, uint32_t at, const struct sayings *sayings)
{
    const struct select_part *part = &page->parts[at];
    uint8_t says = sayings->says;
    uint64_t words = part->all.words, said = sayings->words;
    if (!words || words > WORDS_MOST || select_is_heading(part->node)) return false;
    if (is_dialog_element(part->node) && says & ASKS && !holds(page, at, page->title)) return true;
    bool named = part->near[SELECT_SIGNUP] == 0;
    if (said * (named ? 8 : 4) < words) return false;
    if (says & DIALOG_COOKIE && says & DIALOG_CHOICE) return true;
    if (part->all.units < 2) return false;
    bool asks = says & HAS_FIELD || part->near[SELECT_KIND_COUNT + SELECT_PLACE_CONCEALED] == 0;
    if (says & (HAS_PASSWORD | DIALOG_PASSWORD) && says & HAS_BUTTON && asks) return true;
    return said * (named ? 8 : 2) >= words && says & DIALOG_OFFER && says & DIALOG_ENTER &&
           !holds(page, at, page->headline);
}

// Whether the page is shown instead of the article, to readers who are yet to prove that they are no robots, run
// scripts or are of age: it holds little else.
static bool is_wall(const struct select_page *page, const struct sayings *sayings)
{
    uint64_t words = page->parts[0].all.words, said = 0;
    for (uint32_t i = 0; i < page->count; i++) said += sayings[i].proof ? page->parts[i].own.words : 0;
    return page->title_count && !page->articles && !page->is_article && words <= WALL_WORDS && said * 4 >= words;
}

bool select_dialogs(const struct select_page *page, bool *dialog, bool *any, struct arena *arena)
{
    struct finder f = {.page = page, .parts = arena_alloc(arena, page->count * sizeof *f.parts), .next = 1};
    if (!f.parts) return false;
    memset(f.parts, 0, page->count * sizeof *f.parts);
    select_walk(page->parts[0].node, node_open, node_close, &f);
    if (page->unit_count && is_wall(page, f.parts)) {
        for (uint32_t i = 0; i < page->unit_count; i++) dialog[i] = true;
        *any = true;
        return true;
    }
    uint32_t unit = page->unit_count;  // the first that isn't before the part
    for (uint32_t i = page->count; i-- > 0;) {
        const struct select_part *part = &page->parts[i];
        struct sayings *own = &f.parts[i], *up = &f.parts[part->parent];
        unit -= part->unit != UINT32_MAX;
        own->words += own->own ? part->own.words : 0;
        if (!is_dialog(page, i, own)) {
            up->says |= i ? own->says : 0;
            up->words += i ? own->words : 0;
            continue;
        }
        *any = true;
        for (uint32_t k = 0; k < part->all.units; k++) dialog[unit + k] = true;
    }
    return true;
}
