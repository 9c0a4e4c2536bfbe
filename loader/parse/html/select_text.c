#include "parse/html/select_text.h"

#include "parse/html/characters.h"

enum { HASH = 16777619 };  // of FNV-1a

static uint32_t hash_add(uint32_t hash, char c)
{
    return (hash ^ (unsigned char)html_lower_letter(c)) * HASH;
}

static uint32_t hash_mix(uint32_t hash)
{
    hash ^= hash >> 15;
    hash *= 0x2c1b3c6dU;
    return hash ^ hash >> 13;
}

static void bit_set(uint64_t *bits, uint32_t at)
{
    bits[at / 64] |= (uint64_t)1 << at % 64;
}

static bool bit(const uint64_t *bits, uint32_t at)
{
    return bits[at / 64] >> at % 64 & 1;
}

// The word at s[at], its end and hash.
static size_t word_end(struct str s, size_t at, uint32_t *hash)
{
    *hash = 2166136261U;
    while (at < s.n && str_is_word_byte(s.p[at])) *hash = hash_add(*hash, s.p[at++]);
    return at;
}

// Words that a run of letters stands for: scripts that have no spaces (U+3000 on and the parts of Thai and its
// neighbours) count two characters a word.
static uint32_t words_in(struct str s)
{
    uint32_t wide = 0;
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];
        wide += (c >= 0xE3 && c <= 0xED) || (c == 0xE0 && i + 1 < s.n && (unsigned char)s.p[i + 1] >= 0xB8);
    }
    return wide > 2 ? wide / 2 : 1;
}

// Whether a sentence ends at s[at]: a mark before white space or the end.
static bool ends_sentence(struct str s, size_t at)
{
    char c = s.p[at];
    return (c == '.' || c == '!' || c == '?') &&
           (at + 1 == s.n || s.p[at + 1] == ' ' || s.p[at + 1] == '\n' || s.p[at + 1] == '"');
}

// The marks of other scripts, which stand within a run of letters as this file sees it: ideographic full stop and
// comma, the wide forms of . ! ? and of the comma, Devanagari's danda, Arabic's full stop, question mark and comma.
static void count_marks(struct select_text *text, struct str run)
{
    static const char *const stops[] = {"\xE3\x80\x82", "\xEF\xBC\x8E", "\xEF\xBC\x81", "\xEF\xBC\x9F",
                                        "\xE0\xA5\xA4", "\xDB\x94",     "\xD8\x9F"};
    static const char *const commas[] = {"\xE3\x80\x81", "\xEF\xBC\x8C", "\xD8\x8C"};
    for (size_t i = 0; i < run.n; i++) {
        unsigned char c = (unsigned char)run.p[i];
        if (c != 0xE3 && c != 0xEF && c != 0xE0 && c != 0xDB && c != 0xD8) continue;
        struct str rest = str_slice(run, i, run.n);
        for (size_t k = 0; k < sizeof stops / sizeof *stops; k++)
            text->sentences += str_starts(rest, str_from(stops[k]));
        for (size_t k = 0; k < sizeof commas / sizeof *commas; k++)
            text->commas += str_starts(rest, str_from(commas[k]));
    }
}

void select_text_add(struct select_text *text, const struct select_known *known, struct str s, bool linked)
{
    uint32_t before = 0;
    for (size_t at = 0; at < s.n;) {
        char c = s.p[at];
        if ((unsigned char)c <= ' ') {
            at++;
            continue;
        }
        if (!str_is_word_byte(c)) {
            text->last = (unsigned char)c;
            text->sentences += ends_sentence(s, at);
            text->commas += c == ',' || c == ';';
            at++;
            continue;
        }
        uint32_t hash;
        size_t end = word_end(s, at, &hash);
        uint32_t n = words_in(str_slice(s, at, end));
        if (text->words == 0) text->first = (unsigned char)c;
        text->last = (unsigned char)s.p[end - 1];
        count_marks(text, str_slice(s, at, end));
        text->words += n;
        text->letters += (uint32_t)(end - at);
        text->link_words += linked ? n : 0;
        text->digits += c >= '0' && c <= '9';
        text->capitals += c >= 'A' && c <= 'Z';
        hash = hash_mix(hash);
        text->title_words += bit(known->title, hash % SELECT_TITLE_BITS);
        if (known->body && before) text->body_words += bit(known->body, (hash ^ before * 31) & known->body_mask);
        before = hash;
        at = end;
    }
}

static void title_add(struct select_known *known, struct str s)
{
    for (size_t at = 0; at < s.n;) {
        uint32_t hash;
        size_t end = word_end(s, at, &hash);
        if (end > at) {
            hash = hash_mix(hash) % SELECT_TITLE_BITS;
            known->title_count += !bit(known->title, hash);
            bit_set(known->title, hash);
        }
        at = end > at ? end : at + 1;
    }
}

// The string behind "articleBody": in JSON, as it is written.
static struct str body_of(struct str json)
{
    static const char key[] = "\"articleBody\"";
    for (size_t at = 0; at + sizeof key < json.n; at++) {
        const char *hit = memchr(json.p + at, '"', json.n - at);
        if (!hit) break;
        at = (size_t)(hit - json.p);
        if (json.n - at < sizeof key || memcmp(hit, key, sizeof key - 1) != 0) continue;
        size_t start = at + sizeof key - 1;
        while (start < json.n && (json.p[start] == ':' || (unsigned char)json.p[start] <= ' ')) start++;
        if (start == json.n || json.p[start] != '"') continue;
        size_t end = ++start;
        while (end < json.n && json.p[end] != '"') end += json.p[end] == '\\' ? 2 : 1;
        return str_slice(json, start, end < json.n ? end : json.n);
    }
    return STR_NULL;
}

static bool body_add(struct select_known *known, struct str s, struct arena *arena)
{
    uint32_t bits = 1024;
    while (bits < s.n * 4 && bits < 1U << 26) bits *= 2;
    known->body = arena_alloc(arena, bits / 8);
    if (!known->body) return false;
    memset(known->body, 0, bits / 8);
    known->body_mask = bits - 1;
    uint32_t before = 0;
    for (size_t at = 0; at < s.n;) {
        if (s.p[at] == '\\') {  // an escape: of a line's end mostly
            at += 2;
            continue;
        }
        uint32_t hash;
        size_t end = word_end(s, at, &hash);
        if (end > at) {
            hash = hash_mix(hash);
            bit_set(known->body, (hash ^ before * 31) & known->body_mask);
            before = hash;
        }
        at = end > at ? end : at + 1;
    }
    return true;
}

static bool script_read(struct select_known *known, const struct html_node *node, bool *is_article, struct arena *arena)
{
    if (!str_equal(html_node_attribute(node, "type"), STR("application/ld+json")) || !node->first) return true;
    struct str json = node->first->text, body = body_of(json);
    if (str_contains(json, STR("Article\"")) || str_contains(json, STR("BlogPosting\""))) *is_article = true;
    return known->body || body.n < 200 || body_add(known, body, arena);
}

bool select_known_read(struct select_known *known, const struct html_tree *tree, bool *is_article, struct arena *arena)
{
    *known = (struct select_known){.title = arena_alloc(arena, SELECT_TITLE_BITS / 8)};
    if (!known->title) return false;
    memset(known->title, 0, SELECT_TITLE_BITS / 8);
    for (const struct html_node *n = tree->html; n; n = html_node_next(tree->html, n, false)) {
        if (n->type != HTML_NODE_ELEMENT || n->namespace != HTML_NS_HTML) continue;
        if (n->element == ELEMENT_TITLE && n->first) title_add(known, n->first->text);
        if (n->element == ELEMENT_SCRIPT && !script_read(known, n, is_article, arena)) return false;
        if (n->element != ELEMENT_META) continue;
        struct str property = html_node_attribute(n, "property"), content = html_node_attribute(n, "content");
        if (str_equal(property, STR("og:title"))) title_add(known, content);
        if (str_equal(property, STR("og:type")) && str_contains(content, STR("article"))) *is_article = true;
    }
    return true;
}
