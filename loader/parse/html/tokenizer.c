#include "parse/html/tokenizer.h"

#include "parse/html/characters.h"
#include "parse/html/content.h"
#include "parse/html/decode.h"

void html_tokenizer_init(struct html_tokenizer *t, struct str page, struct arena *arena)
{
    t->p = page.p;
    t->n = page.n;
    t->at = 0;
    t->arena = arena;
    t->content = HTML_CONTENT_DATA;
    t->content_element = ELEMENT_UNKNOWN;
    t->has_nul = page.n && memchr(page.p, '\0', page.n);
}

static char peek(const struct html_tokenizer *t, size_t i)
{
    return i < t->n ? t->p[i] : '\0';
}

static bool is_quote(char c)
{
    return c == '"' || c == '\'';
}

// ---- tags

static size_t skip_space(const struct html_tokenizer *t, size_t i)
{
    while (i < t->n && html_is_space(t->p[i])) i++;
    return i;
}

static size_t attribute_value(struct html_tokenizer *t, size_t i, struct str *value)
{
    bool quoted = is_quote(peek(t, i));
    size_t start = i + quoted;
    if (quoted) i = html_find(t, start, t->p[i]);
    else
        while (i < t->n && !html_is_space(t->p[i]) && t->p[i] != '>') i++;
    *value = html_decode((struct str){t->p + start, i - start}, HTML_DECODE_ATTRIBUTE, t->arena);
    return i + (quoted && i < t->n);
}

static bool is_known(const struct html_token *token, struct str name)
{
    for (size_t i = 0; i < token->attribute_count; i++)
        if (str_equal(token->attributes[i].name, name)) return true;
    return false;
}

// One attribute from its name on; where it ends.
static size_t attribute(struct html_tokenizer *t, size_t i, struct html_token *token)
{
    size_t start = i++;  // even when it begins with `=`
    while (i < t->n && !html_ends_attribute(t->p[i])) i++;
    struct html_attribute found = {html_lower((struct str){t->p + start, i - start}, t->arena), STR("")};
    size_t after = skip_space(t, i);
    if (peek(t, after) == '=') {
        i = skip_space(t, after + 1);
        if (peek(t, i) != '>') i = attribute_value(t, i, &found.value);
    } else i = after;
    if (token->type == HTML_TOKEN_START && token->attribute_count < HTML_ATTRIBUTES_MAX && !is_known(token, found.name))
        t->attributes[token->attribute_count++] = found;
    return i;
}

// A tag whose name begins at i. One without an end is dropped with the rest of the page.
static bool read_tag(struct html_tokenizer *t, size_t i, enum html_token_type type, struct html_token *token)
{
    size_t start = i;
    while (i < t->n && !html_ends_name(t->p[i])) i++;
    struct str name = {t->p + start, i - start};
    token->type = type;
    token->element = html_element_of(name);
    token->attributes = t->attributes;
    while (i < t->n && t->p[i] != '>') {
        if (html_is_space(t->p[i])) i++;
        else if (t->p[i] == '/') token->self_closing = peek(t, ++i) == '>';
        else i = attribute(t, i, token);
    }
    t->at = i < t->n ? i + 1 : i;
    if (i >= t->n) return false;
    token->text = token->element ? STR_NULL : html_lower(name, t->arena);
    return true;
}

// ---- comments, document type

static void take_comment(struct html_tokenizer *t, size_t start, size_t end, size_t next, struct html_token *token)
{
    token->type = HTML_TOKEN_COMMENT;
    token->text = html_decode((struct str){t->p + start, end - start}, HTML_DECODE_RAW, t->arena);
    t->at = next;
}

static void bogus_comment(struct html_tokenizer *t, size_t start, struct html_token *token)
{
    size_t end = html_find(t, start, '>');
    take_comment(t, start, end, end < t->n ? end + 1 : end, token);
}

// A comment without an end: what may have begun it is no part of it.
static size_t unclosed_end(const struct html_tokenizer *t, size_t start)
{
    struct str s = {t->p + start, t->n - start};
    size_t cut = str_ends(s, STR("--!")) ? 3 : str_ends(s, STR("--")) ? 2 : str_ends(s, STR("-"));
    return t->n - cut;
}

static void comment(struct html_tokenizer *t, size_t start, struct html_token *token)
{
    if (peek(t, start) == '>') return take_comment(t, start, start, start + 1, token);
    if (peek(t, start) == '-' && peek(t, start + 1) == '>') return take_comment(t, start, start, start + 2, token);
    for (size_t i = start;; i++) {
        i = html_find(t, i, '-');
        if (i == t->n) return take_comment(t, start, unclosed_end(t, start), t->n, token);
        if (peek(t, i + 1) != '-') continue;
        if (peek(t, i + 2) == '>') return take_comment(t, start, i, i + 3, token);
        if (peek(t, i + 2) == '!' && peek(t, i + 3) == '>') return take_comment(t, start, i, i + 4, token);
    }
}

static size_t quoted(struct html_tokenizer *t, size_t i, struct str *id, bool *quirks)
{
    char quote = t->p[i++];
    size_t start = i;
    while (i < t->n && t->p[i] != quote && t->p[i] != '>') i++;
    *id = html_decode((struct str){t->p + start, i - start}, HTML_DECODE_RAW, t->arena);
    if (peek(t, i) == quote) return i + 1;
    *quirks = true;
    return i;
}

static size_t doctype_ids(struct html_tokenizer *t, size_t i, struct html_token *token)
{
    struct str rest = {t->p + i, t->n - i};
    bool public = html_starts_word(rest, STR("public"));
    if (!public && !html_starts_word(rest, STR("system"))) {
        token->force_quirks = true;
        return i;
    }
    i = skip_space(t, i + 6);
    if (!is_quote(peek(t, i))) {
        token->force_quirks = true;
        return i;
    }
    i = skip_space(t, quoted(t, i, public ? &token->public_id : &token->system_id, &token->force_quirks));
    if (!public || token->force_quirks) return i;
    if (is_quote(peek(t, i))) return quoted(t, i, &token->system_id, &token->force_quirks);
    if (peek(t, i) != '>') token->force_quirks = true;
    return i;
}

static void doctype(struct html_tokenizer *t, size_t i, struct html_token *token)
{
    token->type = HTML_TOKEN_DOCTYPE;
    size_t start = i = skip_space(t, i);
    while (i < t->n && !html_is_space(t->p[i]) && t->p[i] != '>') i++;
    if (i == start) token->force_quirks = true;
    token->text = html_lower((struct str){t->p + start, i - start}, t->arena);
    i = skip_space(t, i);
    if (i < t->n && t->p[i] != '>') i = doctype_ids(t, i, token);
    i = html_find(t, i, '>');
    if (i == t->n) token->force_quirks = true;
    t->at = i < t->n ? i + 1 : i;
}

// False when nothing came of it.
static bool declaration(struct html_tokenizer *t, size_t i, bool foreign, struct html_token *token)
{
    struct str rest = {t->p + i, t->n - i};
    if (foreign && str_starts(rest, STR("[CDATA["))) return html_take_cdata(t, i + 7, token);
    if (str_starts(rest, STR("--"))) comment(t, i + 2, token);
    else if (html_starts_word(rest, STR("doctype"))) doctype(t, i + 7, token);
    else bogus_comment(t, i, token);
    return true;
}

// ---- text

// Whether the `<` at i begins markup; all other is text.
static bool is_markup(const struct html_tokenizer *t, size_t i)
{
    char c = peek(t, i + 1);
    return html_is_letter(c) || c == '!' || c == '?' || (c == '/' && i + 2 < t->n);
}

static void text(struct html_tokenizer *t, struct html_token *token)
{
    size_t start = t->at, i = start;
    bool plain = true;
    while ((i = html_scan_text(t->p, i, t->n)) < t->n) {
        if (t->p[i] == '<' && is_markup(t, i)) break;
        plain = plain && (t->p[i] == '<' || t->p[i] == '\0');
        i++;
    }
    token->type = HTML_TOKEN_TEXT;
    token->text = (struct str){t->p + start, i - start};
    if (!plain) token->text = html_decode(token->text, HTML_DECODE_TEXT, t->arena);
    t->at = i;
}

// What stands at a `<` that begins markup. False when nothing came of it.
static bool markup(struct html_tokenizer *t, bool foreign, struct html_token *token)
{
    size_t i = t->at + 1;
    char c = t->p[i];
    if (html_is_letter(c)) return read_tag(t, i, HTML_TOKEN_START, token);
    if (c == '!') return declaration(t, i + 1, foreign, token);
    if (c == '?') return bogus_comment(t, i, token), true;
    i++;
    if (html_is_letter(t->p[i])) return read_tag(t, i, HTML_TOKEN_END, token);
    if (t->p[i] != '>') return bogus_comment(t, i, token), true;
    t->at = i + 1;
    return false;
}

void html_tokenizer_next(struct html_tokenizer *t, bool foreign, struct html_token *token)
{
    for (bool found = false; !found;) {
        *token = (struct html_token){.type = HTML_TOKEN_END_OF_PAGE, .offset = (uint32_t)t->at};
        if (t->content != HTML_CONTENT_DATA && html_take_content(t, token)) break;
        if (t->at >= t->n) break;
        found = true;
        if (t->p[t->at] == '<' && is_markup(t, t->at)) found = markup(t, foreign, token);
        else text(t, token);
    }
    token->end = (uint32_t)t->at;
}
