#include "parse/html/page.h"

#include "base/utf8.h"
#include "parse/html/formula.h"
#include "parse/html/headings.h"
#include "parse/html/reader.h"
#include "parse/html/select.h"
#include "parse/html/select_describe.h"

#include <strings.h>

#define SAMPLE_BYTES 16384  // of text, for the guess at its language
#define WORDS_BYTES  60
#define ICON_TENS    '4'  // pictures of less than 50 pixels are signs

// ---- marks of links

// ¶ # § and the like: a link to the heading that it stands in.
static bool is_anchor_mark(struct str text)
{
    size_t n;
    static const char *const words[] = {"Link to this heading", "Permalink", "Anchor", "Copy link"};
    text = str_trim(text);
    uint32_t c = utf8_decode(text, &n);
    if (n && n == text.n) return !str_is_word_byte(text.p[0]) || c == 0xB6 || c == 0xA7 || c >= 0x2190;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_equal(text, str_from(words[i]))) return true;
    return false;
}

// The only text below a node; STR_NULL: there are several, or none.
static struct str only_text(const struct html_node *node)
{
    struct str text = STR_NULL;
    for (const struct html_node *n = node->first; n; n = html_node_next(node, n, n->left != HTML_LEFT_NOT)) {
        if (!html_is_kept(n) || !str_trim(n->text).n) continue;
        if (text.p) return STR_NULL;
        text = n->text;
    }
    return text;
}

static bool may_have_anchor(const struct html_node *node)
{
    return html_heading_level(node) || node->element == ELEMENT_DT || node->element == ELEMENT_CAPTION ||
           node->element == ELEMENT_FIGCAPTION;
}

static void leave_anchors(struct html_node *heading)
{
    for (struct html_node *n = heading->first; n; n = html_node_next(heading, n, n->left != HTML_LEFT_NOT)) {
        if (str_contains(html_node_attribute(n, "class"), STR("editsection")))
            n->left = HTML_LEFT_READING;  // MediaWiki's
        if (n->left || n->element != ELEMENT_A || !str_starts(html_node_attribute(n, "href"), STR("#"))) continue;
        struct str text = only_text(n);
        if (text.p && is_anchor_mark(text)) n->left = HTML_LEFT_READING;
    }
}

// What a formula is in another language.
static bool is_annotation(const struct html_node *node)
{
    return node->element == ELEMENT_ANNOTATION_XML ||
           (node->element == ELEMENT_UNKNOWN && str_equal(node->text, STR("annotation")));
}

// Of <ruby>, what stands above its characters.
static bool is_reading(const struct html_node *node)
{
    return node->element == ELEMENT_RT || node->element == ELEMENT_RP || node->element == ELEMENT_RTC;
}

// What a table is sorted by, beside what its cell shows: a span that is concealed, by its style or by MediaWiki's.
static bool is_sort_key(const struct html_node *node)
{
    if (node->element != ELEMENT_SPAN || node->type != HTML_NODE_ELEMENT) return false;
    const struct html_node *up = node->parent;
    while (up->element == ELEMENT_SPAN && up->parent) up = up->parent;
    if (up->element != ELEMENT_TD && up->element != ELEMENT_TH) return false;
    return str_contains(html_node_attribute(node, "class"), STR("sortkey")) ||
           select_shows_none(html_node_attribute(node, "style"));
}

// ---- pictures

static bool has_words(const struct html_node *node)
{
    for (const struct html_node *n = node->first; n; n = html_node_next(node, n, n->left != HTML_LEFT_NOT))
        if (html_is_kept(n) && str_trim(n->text).n) return true;
    return false;
}

static bool has_caption(const struct html_node *figure)
{
    for (const struct html_node *n = figure->first; n; n = n->next)
        if (n->element == ELEMENT_FIGCAPTION && !n->left) return has_words(n);
    return false;
}

static void leave_pictures(struct html_node *node)
{
    for (struct html_node *n = node->first; n; n = html_node_next(node, n, n->left != HTML_LEFT_NOT))
        if (n->element == ELEMENT_IMG) n->left = HTML_LEFT_NEVER;
}

// Numbers of lines beside code, which a page keeps from being read aloud.
static void leave_line_numbers(struct html_node *code)
{
    for (struct html_node *n = code->first; n; n = html_node_next(code, n, n->left != HTML_LEFT_NOT)) {
        if (n->left || !str_equal(html_node_attribute(n, "aria-hidden"), STR("true"))) continue;
        struct str text = str_trim(only_text(n));
        size_t digits = 0;
        while (digits < text.n && text.p[digits] >= '0' && text.p[digits] <= '9') digits++;
        if (text.n && digits == text.n) n->left = HTML_LEFT_READING;
    }
}

static bool is_small(struct str size)
{
    size_t n = 0;
    while (n < size.n && size.p[n] >= '0' && size.p[n] <= '9') n++;
    return (n == 1 || (n == 2 && size.p[0] <= ICON_TENS)) && (n == size.n || size.p[n] == 'p');
}

// A sign of the site, by its size or by what it is called; one that stands for a character (a smiley) is a word.
static bool is_icon(const struct html_node *img)
{
    static const char *const parts[] = {"icon", "logo", "Logo", "Icon", "avatar", "sprite", "spacer"};
    static const char *const attributes[] = {"src", "class", "alt"};
    struct str alt = str_trim(html_node_attribute(img, "alt"));
    bool value = img->parent->element == ELEMENT_TD || img->parent->element == ELEMENT_TH;  // yes, no
    if (value || alt.n < 2 || (alt.p[0] & 0x80 && alt.n <= 8)) return false;
    if (is_small(html_node_attribute(img, "width")) || is_small(html_node_attribute(img, "height"))) return true;
    for (size_t i = 0; i < 3; i++)
        for (size_t k = 0; k < sizeof parts / sizeof *parts; k++)
            if (str_contains(html_node_attribute(img, attributes[i]), str_from(parts[k]))) return true;
    return false;
}

// The name of a file, or of what a program calls it: no word of the article.
static bool is_file_name(const struct html_node *img)
{
    static const char *const ends[] = {".jpg", ".jpeg", ".png", ".gif", ".svg", ".webp"};
    struct str alt = str_trim(html_node_attribute(img, "alt"));
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t n = strlen(ends[i]);
        if (alt.n > n && strncasecmp(alt.p + alt.n - n, ends[i], n) == 0) return true;
    }
    return alt.n && memchr(alt.p, '_', alt.n) && !memchr(alt.p, ' ', alt.n);
}

// The last heading before a picture, or the words right behind it, are what it is called.
static bool is_named_beside(const struct html_node *document, const struct html_node *img, struct str heading)
{
    struct str alt = str_trim(html_node_attribute(img, "alt"));
    const struct html_node *n = img;
    if (alt.n && str_equal(alt, heading)) return true;
    for (int i = 0; i < 8 && alt.n && (n = html_node_next(document, n, n->left != HTML_LEFT_NOT)); i++) {
        struct str words = html_is_kept(n) ? str_trim(n->text) : STR("");
        if (words.n) return str_equal(words, alt);
    }
    return false;
}

// Pictures in code, and those that other words name: beside them in a heading, in the caption of a figure, where they
// are shown without scripts only, in the heading before them, or right behind them.
static void see_pictures(struct html_node *document, struct html_node *n, struct str heading)
{
    if (n->type != HTML_NODE_ELEMENT) return;
    bool named = (n->element == ELEMENT_FIGURE && has_caption(n)) || (html_heading_level(n) && has_words(n));
    bool code = n->element == ELEMENT_PRE || n->element == ELEMENT_LISTING;
    if (code) leave_line_numbers(n);
    if (named || code || n->element == ELEMENT_NOSCRIPT) leave_pictures(n);
    if (n->element == ELEMENT_IMG && (is_icon(n) || is_file_name(n) || is_named_beside(document, n, heading)))
        n->left = HTML_LEFT_NEVER;
}

// What is below a node that is left out is, too.
static void settle_marks(struct html_node *document)
{
    struct str heading = STR_NULL;
    for (struct html_node *n = document->first; n; n = html_node_next(document, n, false)) {
        if (n->parent->left && !n->left) n->left = n->parent->left;
        if (n->namespace == HTML_NS_MATHML && is_annotation(n)) n->left = HTML_LEFT_NEVER;
        if (n->namespace == HTML_NS_MATHML && n->element == ELEMENT_MATH && !n->left) html_formula_settle(n);
        if (!n->left && (is_reading(n) || is_sort_key(n))) n->left = HTML_LEFT_READING;
        if (!n->left && n->type == HTML_NODE_ELEMENT && may_have_anchor(n)) leave_anchors(n);
        if (!n->left && html_heading_level(n)) heading = str_trim(only_text(n));
        if (!n->left) see_pictures(document, n, heading);
    }
}

// ---- the article's text

static struct str sample_of(const struct html_tree *tree, struct arena *arena)
{
    char *p = arena_alloc(arena, SAMPLE_BYTES);
    size_t n = 0;
    for (const struct html_node *node = tree->document->first; p && node && n < SAMPLE_BYTES;
         node = html_node_next(tree->document, node, node->left != HTML_LEFT_NOT)) {
        struct str text = html_is_kept(node) ? str_trim(node->text) : STR("");
        text = utf8_prefix(text, SAMPLE_BYTES - 1 - n);
        if (!text.n) continue;
        memcpy(p + n, text.p, text.n);
        n += text.n;
        p[n++] = ' ';
    }
    return p ? (struct str){p, n} : STR("");
}

bool html_open(struct article *article, struct arena *arena, struct str *sample, struct error *error)
{
    *sample = STR("");
    struct html_tree *tree = arena_alloc(arena, sizeof *tree);
    if (!tree || !html_tree_build(tree, article->text, arena, error)) return arena_ok(arena, error) && false;
    if (tree->body) {
        html_formulas_show(tree->body);
        html_headings_settle(tree->body);
    }
    if (!html_select(tree, article->whole_page, arena, error)) return arena_ok(arena, error) && false;
    settle_marks(tree->document);
    article->tree = tree;
    *sample = sample_of(tree, arena);
    return html_metadata(article, arena, error);
}

// ---- what is left out

static size_t characters_of(struct str s)
{
    size_t n = 0;
    for (size_t i = 0, bytes; i < s.n; i += bytes) {
        bytes = str_space_first(str_slice(s, i, s.n));
        if (bytes) continue;
        utf8_decode(str_slice(s, i, s.n), &bytes);
        n++;
    }
    return n;
}

static uint32_t line_at(const struct article *article, const struct html_node *node, uint32_t line, size_t *at)
{
    for (; *at < node->offset && *at < article->text.n; ++*at) line += article->text.p[*at] == '\n';
    return line;
}

// The words behind n bytes of others, as many as fit; white space is one space. Returns the bytes that there are then.
static size_t add_words(char words[WORDS_BYTES], size_t n, struct str text)
{
    text = utf8_prefix(text, n + 1 < WORDS_BYTES ? WORDS_BYTES - n - 1 : 0);
    if (n && text.n) words[n++] = ' ';
    for (size_t i = 0; i < text.n; i++) {
        bool space = (unsigned char)text.p[i] <= ' ';
        if (!space || (n && words[n - 1] != ' ')) words[n++] = space ? ' ' : text.p[i];
    }
    return n;
}

static bool has_word(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (str_is_word_byte(s.p[i])) return true;
    return false;
}

void html_left_out(const struct article *article, html_left_fn *found, void *context)
{
    char words[WORDS_BYTES];
    struct html_left_piece piece = {.reason = HTML_LEFT_NOT};
    const struct html_node *document = article->tree->document;
    uint32_t line = article->first_line;
    size_t at = 0;
    for (const struct html_node *n = document->first; n; n = html_node_next(document, n, n->left == HTML_LEFT_NEVER)) {
        if (n->type != HTML_NODE_TEXT || n->left == HTML_LEFT_NEVER || !str_trim(n->text).n) continue;
        if (piece.characters && n->left != (uint8_t)piece.reason && (!n->left || has_word(n->text))) {
            found(context, &piece);
            piece.characters = 0;
        }
        if (!n->left) continue;
        line = line_at(article, n, line, &at);
        if (!piece.characters)
            piece = (struct html_left_piece){.reason = (enum html_left)n->left, .line = line, .words = {words, 0}};
        piece.characters += characters_of(n->text);
        piece.words.n = add_words(words, piece.words.n, str_trim(n->text));
    }
    if (piece.characters) found(context, &piece);
}

static void explain_piece(void *context, const struct html_left_piece *piece)
{
    static const char *const reasons[] = {[HTML_LEFT_NAVIGATION] = "navigation",
                                          [HTML_LEFT_FURNITURE] = "the site's own",
                                          [HTML_LEFT_DIALOG] = "a dialog",
                                          [HTML_LEFT_TEASER] = "of other articles",
                                          [HTML_LEFT_COMMENTS] = "comments of readers",
                                          [HTML_LEFT_READING] = "readings and marks of places",
                                          [HTML_LEFT_OUTSIDE] = "outside of the article"};
    struct buf *out = context;
    buf_printf(out, "\n%5u left out, %s, %zu characters: ", piece->line, reasons[piece->reason], piece->characters);
    buf_str_add(out, piece->words);
}

bool html_explain(const struct article *article, struct buf *out)
{
    if (article->tree) html_left_out(article, explain_piece, out);
    return !out->failed;
}
