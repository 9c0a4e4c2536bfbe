#define _GNU_SOURCE  // memrchr
#include "facts/clause.h"

#include "facts/amount.h"
#include "facts/mentions_names.h"

struct str clause_text(const struct clause *c, int from, int to)
{
    if (from >= to) return STR_NULL;
    return str_slice(c->text, c->tokens[from].start, c->tokens[to - 1].end);
}

// Tokens --------------------------------------------------------------------------------------------------------------

static bool is_apostrophe(uint32_t c)
{
    return c == '\'' || c == 0x2019 || c == 0x02BC;
}

static enum token_kind kind_of_sign(uint32_t c)
{
    switch (c) {
    case ',': return TOKEN_COMMA;
    case '(':
    case '[': return TOKEN_OPEN;
    case ')':
    case ']': return TOKEN_CLOSE;
    case ';':
    case ':':
    case '-':
    case '!':
    case '?':
    case 0x2013:
    case 0x2014: return TOKEN_STOP;
    default: return TOKEN_QUOTE;
    }
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

// Digits with full stops, commas and apostrophes between them.
static size_t digits_end(struct str text, size_t at, size_t end)
{
    while (at < end &&
           (is_digit(text.p[at]) || (at + 1 < end && strchr(".,'", text.p[at]) && is_digit(text.p[at + 1]))))
        at++;
    return at;
}

// French and Spanish part thousands by spaces: 2 300.
static size_t number_end(const struct clause *c, size_t at, size_t end)
{
    static const char *const spaces[] = {" ", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89"};
    size_t stop = digits_end(c->text, at, end);
    if (stop - at > 3 || (c->language != LANGUAGE_FR && c->language != LANGUAGE_ES)) return stop;
    for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++) {
        size_t next = stop + strlen(spaces[i]);
        if (next >= end || !str_starts(str_slice(c->text, stop, end), str_from(spaces[i]))) continue;
        if (digits_end(c->text, next, end) != next + 3) continue;
        stop = next + 3;
        i = (size_t)-1;
    }
    return stop;
}

// A word, with hyphens and apostrophes inside; its first character, which may be an apostrophe that Unicode counts as a
// letter, is one in any case. In French an apostrophe ends one (l', d').
static size_t word_end(const struct clause *c, size_t at, size_t end)
{
    size_t n, next;
    mention_character(c->text, at, &n);
    for (at += n; at < end; at += n) {
        n = 1;
        if ((c->text.p[at] | 0x20) >= 'a' && (c->text.p[at] | 0x20) <= 'z') continue;
        if (c->text.p[at] == ' ') return at;
        uint32_t sign = mention_character(c->text, at, &n);
        bool inside = sign == '-' || sign == 0x2010 || sign == 0x2011 || (sign == '&' && c->language == LANGUAGE_EN);
        if (is_apostrophe(sign)) {
            if (c->language == LANGUAGE_FR) return at + n;
            inside = true;
        }
        if (!mention_is_word(sign) && !inside) return at;
        if (inside) {
            uint32_t then = at + n < end ? mention_character(c->text, at + n, &next) : 0;
            if (!then || !mention_is_word(then)) return at;
            // 's is a token of its own
            bool last = is_apostrophe(sign) && (then == 's' || then == 'S') &&
                        (at + n + next >= end || !mention_is_word(mention_character(c->text, at + n + next, &next)));
            if (last) return at;
        }
    }
    return at;
}

static size_t possessive_end(const struct clause *c, size_t at, size_t end)
{
    size_t n, m;
    if (!is_apostrophe(mention_character(c->text, at, &n)) || at + n >= end) return at;
    uint32_t s = mention_character(c->text, at + n, &m);
    if (s != 's' && s != 'S') return at;
    bool word = at + n + m < end && mention_is_word(mention_character(c->text, at + n + m, &(size_t){0}));
    return word ? at : at + n + m;
}

static void add_word(struct clause *c, const struct statement_words *words, struct token *t)
{
    struct str word = str_slice(c->text, t->start, t->end);
    size_t n;
    uint32_t first = utf8_decode(word, &n);
    t->kind = TOKEN_WORD;
    t->capital = mention_lower(first) != first;
    t->classes = statement_word_classes(words, c->language, word);
    if (t->classes) return;
    // of what has a hyphen, the last part tells: radar-guided missiles
    const char *hyphen = memrchr(word.p, '-', word.n);
    if (hyphen && (size_t)(word.p + word.n - hyphen) > 1)
        t->classes =
            statement_word_classes(words, c->language, str_slice(word, (size_t)(hyphen - word.p) + 1, word.n)) &
            ~(W_VERB | W_FORM);
}

// The token at byte `at`, which is no white space; returns its end.
static size_t next_token(struct clause *c, const struct statement_words *words, size_t at, size_t end, struct token *t)
{
    size_t n, stop;
    uint32_t sign = mention_character(c->text, at, &n);
    *t = (struct token){.start = (uint32_t)at};
    // what it stands right behind
    const struct token *last = c->token_count ? &c->tokens[c->token_count - 1] : NULL;
    if (last && last->end != at) last = NULL;
    if (is_digit((char)sign) && sign < 0x80) {
        stop = number_end(c, at, end);
        t->kind = TOKEN_NUMBER;
        t->classes = W_NUMBER;
    } else if (c->language == LANGUAGE_DE && sign == 's' && last && last->kind == TOKEN_ENTITY &&
               word_end(c, at, end) == at + 1) {
        stop = at + 1;  // Norwegens
        t->kind = TOKEN_POSSESSIVE;
    } else if (c->token_count && (stop = possessive_end(c, at, end)) > at) {
        t->kind = TOKEN_POSSESSIVE;
    } else if (mention_is_word(sign)) {
        stop = word_end(c, at, end);
        t->end = (uint32_t)stop;
        add_word(c, words, t);
    } else {
        stop = at + n;
        t->kind = kind_of_sign(sign);
        // EU- und Nato-Partner: a word that is left open
        if (last && sign == '-' && stop < end && c->text.p[stop] == ' ') t->kind = TOKEN_QUOTE;
        // the apostrophe behind a plural: the United States' support
        if (last && is_apostrophe(sign) && c->text.p[at - 1] == 's') t->kind = TOKEN_POSSESSIVE;
    }
    t->end = (uint32_t)stop;
    return stop;
}

static bool is_blank(uint32_t c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == 0xA0 || c == 0x202F || c == 0x2009 || c == 0xAD || c == '*' ||
           c == '_';
}

// US$ is a currency, and no country.
static bool before_dollar(struct str text, size_t at)
{
    return at < text.n && text.p[at] == '$';
}

// Tokens up to `end`, or as many as there is room for; returns the byte behind them.
static size_t tokenise(struct clause *c, const struct statement_words *words, size_t at, size_t end,
                       const struct clause_name *names, size_t name_count)
{
    size_t n, next = 0;
    while (at < end && c->token_count < CLAUSE_TOKENS) {
        uint32_t sign = mention_character(c->text, at, &n);
        while (next < name_count && names[next].start < at) next++;
        struct token *t = &c->tokens[c->token_count];
        bool joined = c->token_count && c->tokens[c->token_count - 1].end + n == at + n && sign == '-';
        if (is_blank(sign)) {
            at += n;
            continue;
        }
        if (joined && at + 1 < end && mention_is_word(mention_character(c->text, at + 1, &n))) at++;
        else joined = false;
        if (next < name_count && names[next].start == at && names[next].end <= end &&
            !before_dollar(c->text, names[next].end)) {
            *t = (struct token){.start = names[next].start,
                                .end = names[next].end,
                                .kind = TOKEN_ENTITY,
                                .capital = true,
                                .name = &names[next]};
            at = names[next].end;
        } else {
            at = next_token(c, words, at, end, t);
        }
        t->joined = joined;
        c->token_count++;
    }
    return at;
}

size_t clause_read(struct clause *c, const struct statement_words *words, enum statement_language language,
                   struct str text, size_t start, size_t end, const struct clause_name *names, size_t name_count)
{
    c->words = words;
    c->text = text;
    c->language = language;
    c->token_count = c->chunk_count = 0;
    return tokenise(c, words, start, end, names, name_count);
}

uint64_t clause_classes(const struct clause *c)
{
    uint64_t all = 0;
    for (int i = 0; i < c->token_count; i++) all |= c->tokens[i].classes;
    return all;
}

void clause_join(struct clause *c)
{
    c->token_count = amount_join(c->text, c->language, c->tokens, c->token_count);
    if (c->language == LANGUAGE_DE) clause_join_verbs(c);
}

void clause_parse(struct clause *c)
{
    clause_tag(c);
    clause_chunk(c);
}
