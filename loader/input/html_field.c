#include "input/html_field.h"

#include "input/foreign.h"

#include <stdint.h>
#include <strings.h>

#define WORDS (1 << 17)  // bits that stand for the words of a text

// Elements that divide a text into blocks (HTML standard, "Rendering": display: block, list-item, table…).
static const char blocks[] =
    " p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tfoot tr td th caption blockquote "
    "pre figure figcaption section article aside header footer main nav details summary address ";

// Those within a block, or without text.
static const char phrases[] =
    " a b strong em i u s br hr img span sup sub code small big font center mark del ins abbr cite q time kbd iframe "
    "video "
    "audio source picture script style noscript wbr ";

struct tag {
    char name[16];  // in small letters; empty: longer than any that is known
    bool closes, empty;
    size_t bytes;
};

// The tag or comment that s begins with. False: it is text.
static bool take_tag(struct str s, struct tag *tag)
{
    size_t at = 1, n = 0;
    *tag = (struct tag){.name = ""};
    if (s.n < 3 || s.p[0] != '<') return false;
    if (s.p[1] == '/') tag->closes = true, at++;
    bool comment = s.p[1] == '!' || s.p[1] == '?';
    if (!comment && (s.p[at] | 0x20) < 'a') return false;
    if (!comment && (s.p[at] | 0x20) > 'z') return false;
    for (size_t i = at; i < s.n && str_is_word_byte(s.p[i]) && !comment; i++, n++)
        if (n < sizeof tag->name - 1) tag->name[n] = (char)(s.p[i] >= 'A' && s.p[i] <= 'Z' ? s.p[i] | 0x20 : s.p[i]);
    if (n >= sizeof tag->name) tag->name[0] = '\0';
    if (!comment && at + n < s.n && s.p[at + n] > ' ' && !strchr("/>", s.p[at + n])) return false;  // an address
    char quote = '\0';
    for (size_t i = at + n; i < s.n; i++) {
        if (quote) quote = s.p[i] == quote ? '\0' : quote;
        else if (s.p[i] == '>') return tag->empty = s.p[i - 1] == '/', tag->bytes = i + 1, true;
        else if (s.p[i] == '<') return false;
        else if ((s.p[i] == '"' || s.p[i] == '\'') && !comment) quote = s.p[i];
    }
    return false;
}

// Names has a blank around each.
static bool is_among(const char *name, const char *names)
{
    char key[20] = " ";
    size_t n = strlen(name);
    if (!n) return false;
    memcpy(key + 1, name, n);
    key[n + 1] = ' ';
    key[n + 2] = '\0';
    return strstr(names, key) != NULL;
}

// What a text is made of, by its tags.
struct shape {
    size_t inside, outside;  // letters in blocks and beside them
    size_t depth;
    size_t ends, breaks;  // end tags of blocks, and <br>
    bool paragraph;       // <p> is open, which needs no end tag
    bool divided;         // beside blocks are blank lines between texts, or marks of Markdown
    bool page;            // <html>, <body>
    bool blank;           // the last line beside blocks was blank
    bool doubtful;        // a sign < that begins no tag; tags that are unknown, close nothing or part a sentence
    char last;            // character before a tag that is no white space, 0 for none
};

static void add_tag(struct shape *shape, const struct tag *tag)
{
    if (strcmp(tag->name, "br") == 0) shape->breaks++;
    if (strcmp(tag->name, "html") == 0 || strcmp(tag->name, "body") == 0) shape->page = true;
    bool block = is_among(tag->name, blocks);
    shape->doubtful = shape->doubtful || !(block || is_among(tag->name, phrases));
    if (!block) return;
    shape->doubtful = shape->doubtful || (!tag->closes && str_is_word_byte(shape->last) && !(shape->last & 0x80)) ||
                      (!tag->closes && shape->last && strchr("'\"`,(", shape->last));
    shape->last = 0;
    shape->blank = false;
    if (strcmp(tag->name, "p") == 0) {
        shape->paragraph = !tag->closes && !tag->empty;
        shape->ends += tag->closes;
        return;
    }
    shape->paragraph = false;
    if (tag->closes) shape->doubtful = shape->doubtful || !shape->depth;
    if (tag->closes) shape->depth -= shape->depth > 0, shape->ends++;
    else if (!tag->empty) shape->depth++;
}

// A line that only Markdown begins so.
static bool is_marked(struct str line)
{
    static const char *const marks[] = {"# ", "## ", "### ", "#### ", "- ", "* ", "> ", "```", "![", "1. "};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_starts(line, str_from(marks[i]))) return true;
    return false;
}

static void add_text(struct shape *shape, struct str s)
{
    bool inside = shape->depth || shape->paragraph;
    struct str text = str_trim(s);
    if (text.n) shape->last = text.p[text.n - 1];
    shape->doubtful = shape->doubtful || (text.n && text.p[0] == '<');
    for (size_t i = 0; i < s.n; i++) {
        bool word = str_is_word_byte(s.p[i]);
        *(inside ? &shape->inside : &shape->outside) += word;
        if (inside) continue;
        if (s.p[i] == '\n' && i + 1 < s.n) {
            shape->divided = shape->divided || is_marked(str_slice(s, i + 1, s.n));
            shape->blank =
                shape->blank || s.p[i + 1] == '\n' || (s.p[i + 1] == '\r' && i + 2 < s.n && s.p[i + 2] == '\n');
        }
        if (word && shape->blank && shape->outside > 1) shape->divided = true;
        if (word) shape->blank = false;
    }
}

// Whether a text that begins with no tag is HTML: it has blocks, or line breaks; nothing of it is written in another
// way, or about HTML.
static bool is_led_by_text(const struct shape *shape, struct str text)
{
    static const char *const marks[] = {"**", "](", "`", "\n|"};
    if (str_starts(text, STR("---"))) return false;  // a header, then Markdown
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_contains(text, str_from(marks[i]))) return false;
    return !shape->doubtful && !shape->divided && !shape->depth && (shape->ends || shape->breaks > 1);
}

enum html_field html_field_of(struct str text)
{
    struct shape shape = {0};
    struct tag tag;
    text = str_trim(text);
    if (foreign_is_page(text)) return HTML_FIELD_PAGE;
    bool leads = take_tag(text, &tag);
    if (!leads && (text.n < 8 || !memchr(text.p, '<', text.n) || !memchr(text.p, '>', text.n))) return HTML_FIELD_NONE;
    for (size_t i = 0; i < text.n;) {
        struct str rest = str_slice(text, i, text.n);
        if (!leads && shape.doubtful) return HTML_FIELD_NONE;
        if (take_tag(rest, &tag)) {
            add_tag(&shape, &tag);
            i += tag.bytes;
            continue;
        }
        const char *next = rest.n > 1 ? memchr(rest.p + 1, '<', rest.n - 1) : NULL;
        size_t n = next ? (size_t)(next - rest.p) : rest.n;
        add_text(&shape, str_slice(rest, 0, n));
        i += n;
    }
    if (!leads) return is_led_by_text(&shape, text) ? HTML_FIELD_FRAGMENT : HTML_FIELD_NONE;
    if (shape.page) return HTML_FIELD_PAGE;
    if (!shape.ends && !shape.breaks) return HTML_FIELD_NONE;
    bool beside = shape.outside * 10 > shape.inside && shape.divided;
    return beside ? HTML_FIELD_MIXED : HTML_FIELD_FRAGMENT;
}

// Words
// -------------------------------------------------------------------------------------------------------------------

// Bits for words, by their hash.
struct words {
    uint64_t bits[WORDS / 64];
};

static uint32_t hash_of(const char *p, const char *end)
{
    uint32_t hash = 2166136261u;
    for (; p < end; p++) hash = (hash ^ (unsigned char)*p) * 16777619u;
    return hash;
}

// Takes the next word off, past tags and entities where the text is HTML: letters and digits of ASCII, or two other
// characters, of which the second is in the next word, too. False at the end.
static bool next_word(struct str *rest, bool html, uint32_t *hash)
{
    struct tag tag;
    size_t i = 0;
    while (i < rest->n && !str_is_word_byte(rest->p[i])) {
        struct str s = str_slice(*rest, i, rest->n);
        const char *end = html && s.p[0] == '&' ? memchr(s.p, ';', s.n < 12 ? s.n : 12) : NULL;
        if (end) i += (size_t)(end - s.p) + 1;
        else i += html && take_tag(s, &tag) ? tag.bytes : 1;
    }
    const char *p = rest->p + i, *end = rest->p + rest->n, *behind = p, *next;
    if (p == end) return false;
    if (!(*p & 0x80)) {
        while (behind < end && !(*behind & 0x80) && str_is_word_byte(*behind)) behind++;
        next = behind;
    } else {
        for (behind++; behind < end && (*behind & 0xC0) == 0x80;) behind++;
        next = behind;
        if (behind < end && *behind & 0x80)
            for (behind++; behind < end && (*behind & 0xC0) == 0x80;) behind++;
    }
    *hash = hash_of(p, behind);
    *rest = str_slice(*rest, (size_t)(next - rest->p), rest->n);
    return true;
}

static void collect(struct words *words, struct str s, bool html)
{
    uint32_t hash;
    memset(words, 0, sizeof *words);
    while (next_word(&s, html, &hash)) words->bits[hash % WORDS / 64] |= (uint64_t)1 << hash % 64;
}

// Whether nine in ten words are among them.
static bool are_among(struct str s, bool html, const struct words *words)
{
    size_t all = 0, known = 0;
    for (uint32_t hash; next_word(&s, html, &hash); all++) known += words->bits[hash % WORDS / 64] >> hash % 64 & 1;
    return all > 0 && known * 10 >= all * 9;
}

bool html_field_says(struct str html, struct str text)
{
    struct words words;
    collect(&words, html, true);
    if (!are_among(text, false, &words)) return false;
    collect(&words, text, false);
    return are_among(html, true, &words);
}
