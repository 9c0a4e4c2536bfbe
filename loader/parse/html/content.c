#include "parse/html/content.h"

#include "parse/html/characters.h"
#include "parse/html/decode.h"

// Whether `</name` stands at i, with white space, `/` or `>` behind it.
static bool is_end_tag(const struct html_tokenizer *t, size_t i, struct str name)
{
    size_t end = i + 2 + name.n;
    return end < t->n && t->p[i + 1] == '/' && html_ends_name(t->p[end]) &&
           html_starts_word((struct str){t->p + i + 2, name.n}, name);
}

static size_t raw_end(const struct html_tokenizer *t, struct str name)
{
    size_t i = html_find(t, t->at, '<');
    while (i < t->n && !is_end_tag(t, i, name)) i = html_find(t, i + 1, '<');
    return i;
}

static bool starts_at(const struct html_tokenizer *t, size_t i, struct str s)
{
    return str_starts((struct str){t->p + i, t->n - i}, s);
}

// `<script` with white space, `/` or `>` behind it
static bool is_script_tag(const struct html_tokenizer *t, size_t i)
{
    return i + 7 < t->n && html_ends_name(t->p[i + 7]) &&
           html_starts_word((struct str){t->p + i + 1, 6}, STR("script"));
}

// A script may hold `<!-- … -->`; within that `<script>` has an end tag of its own.
static size_t script_end(const struct html_tokenizer *t)
{
    enum { PLAIN, ESCAPED, DOUBLE_ESCAPED } state = PLAIN;
    size_t i = t->at;
    while (i < t->n) {
        if (state == PLAIN) i = html_find(t, i, '<');
        else
            while (i < t->n && t->p[i] != '<' && t->p[i] != '-') i++;
        if (i == t->n) break;
        bool end = is_end_tag(t, i, STR("script"));
        if (t->p[i] == '-') {
            if (starts_at(t, i, STR("-->"))) state = PLAIN;
        } else if (state == DOUBLE_ESCAPED) {
            if (end) state = ESCAPED;
        } else if (end) {
            return i;
        } else if (state == ESCAPED) {
            if (is_script_tag(t, i)) state = DOUBLE_ESCAPED;
        } else if (starts_at(t, i, STR("<!--"))) {
            state = ESCAPED;
            i++;  // its dashes may be those of `-->`
        }
        i++;
    }
    return t->n;
}

bool html_take_content(struct html_tokenizer *t, struct html_token *token)
{
    size_t start = t->at, end = t->n;
    if (t->content == HTML_CONTENT_SCRIPT) end = script_end(t);
    else if (t->content != HTML_CONTENT_PLAINTEXT) end = raw_end(t, str_from(html_element_name(t->content_element)));
    enum html_decode how = t->content == HTML_CONTENT_RCDATA ? HTML_DECODE_RCDATA : HTML_DECODE_RAW;
    t->content = HTML_CONTENT_DATA;
    if (end == start) return false;
    token->type = HTML_TOKEN_TEXT;
    token->text = html_decode((struct str){t->p + start, end - start}, how, t->arena);
    t->at = end;
    return true;
}

bool html_take_cdata(struct html_tokenizer *t, size_t i, struct html_token *token)
{
    size_t end = html_find(t, i, ']');
    while (end < t->n && !starts_at(t, end, STR("]]>"))) end = html_find(t, end + 1, ']');
    t->at = end < t->n ? end + 3 : end;
    token->type = HTML_TOKEN_TEXT;
    token->text = html_decode((struct str){t->p + i, end - i}, HTML_DECODE_CDATA, t->arena);
    return end > i;
}
