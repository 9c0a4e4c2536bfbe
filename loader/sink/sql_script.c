#include "sink/sql_script.h"

#include <string.h>
#include <strings.h>

// Where one reads.
struct scan {
    struct str sql;
    size_t at;
    int brackets, body;  // open ones; BEGIN ATOMIC and the CASEs within
    struct str before;   // the last word
};

static char peek(const struct scan *s, size_t ahead)
{
    return s->at + ahead < s->sql.n ? s->sql.p[s->at + ahead] : '\0';
}

static bool is_word(char c)
{
    return str_is_word_byte(c) || c == '_';
}

// 'text', E'text' with backslashes, or "name".
static void skip_quoted(struct scan *s, bool backslashes)
{
    char quote = s->sql.p[s->at++];
    for (; s->at < s->sql.n; s->at++) {
        bool quoted = s->sql.p[s->at] == quote;
        if (quoted && peek(s, 1) != quote) break;
        if (quoted || (backslashes && s->sql.p[s->at] == '\\')) s->at++;
    }
    s->at++;
}

// $tag$ … $tag$; a dollar that begins none is passed over.
static void skip_dollar_quoted(struct scan *s)
{
    size_t n = 1;
    while (is_word(peek(s, n))) n++;
    if (peek(s, n) != '$' || (peek(s, 1) >= '0' && peek(s, 1) <= '9')) {
        s->at++;
        return;
    }
    struct str tag = {s->sql.p + s->at, n + 1};
    s->at += tag.n;
    while (s->at < s->sql.n && !str_starts(str_slice(s->sql, s->at, s->sql.n), tag)) s->at++;
    s->at += tag.n;
}

// True when there was one. Those between slashes nest.
static bool skip_comment(struct scan *s)
{
    if (peek(s, 0) == '-' && peek(s, 1) == '-') {
        while (s->at < s->sql.n && s->sql.p[s->at] != '\n') s->at++;
        return true;
    }
    if (peek(s, 0) != '/' || peek(s, 1) != '*') return false;
    int open = 0;
    do {
        bool begins = peek(s, 0) == '/' && peek(s, 1) == '*', ends = peek(s, 0) == '*' && peek(s, 1) == '/';
        open += begins - ends;
        s->at += begins || ends ? 2 : 1;
    } while (open && s->at < s->sql.n);
    return true;
}

static bool is(struct str word, const char *wanted)
{
    return word.n == strlen(wanted) && strncasecmp(word.p, wanted, word.n) == 0;
}

static void read_word(struct scan *s)
{
    size_t from = s->at;
    while (is_word(peek(s, 0)) || (s->at > from && peek(s, 0) == '$')) s->at++;
    struct str word = str_slice(s->sql, from, s->at);
    if (is(word, "e") && peek(s, 0) == '\'') skip_quoted(s, true);
    else if (is(word, "atomic") && is(s->before, "begin")) s->body++;
    else if (s->body && is(word, "case")) s->body++;
    else if (s->body && is(word, "end")) s->body--;
    s->before = word;
}

static bool skip_blank(struct scan *s)
{
    if (!strchr(" \t\r\n;", peek(s, 0))) return skip_comment(s);
    if (s->at == s->sql.n) return false;
    s->at++;
    return true;
}

// Past the token at hand.
static void skip_token(struct scan *s)
{
    char c = s->sql.p[s->at];
    if (skip_comment(s)) return;
    if (c == '\'' || c == '"') skip_quoted(s, false);
    else if (c == '$') skip_dollar_quoted(s);
    else if (is_word(c)) read_word(s);
    else {
        s->brackets += (c == '(') - (c == ')' && s->brackets > 0);
        s->at++;
    }
}

bool sql_script_next(struct str *script, struct str *statement)
{
    struct scan s = {.sql = *script};
    while (skip_blank(&s)) continue;
    size_t from = s.at;
    while (s.at < s.sql.n && (s.sql.p[s.at] != ';' || s.brackets || s.body)) skip_token(&s);
    size_t end = s.at < s.sql.n ? s.at : s.sql.n;
    *statement = str_trim(str_slice(*script, from, end));
    *script = str_slice(*script, end, script->n);
    return statement->n > 0;
}
