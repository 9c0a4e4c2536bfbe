// HTML that a program has yet to fill in: tags of Jinja, Liquid, Mustache, PHP or ERB where a page has text.
#include "input/foreign.h"

#define EACH 2000  // bytes of a page's text for a tag at most: a page about templates may quote a few

// Behind the end of this element; where it has none, all.
static size_t skip_to_end(struct str s, const char *end)
{
    for (const char *p = s.p, *last = s.p + s.n; p < last && (p = memchr(p, '<', (size_t)(last - p))); p++)
        if (foreign_begins((struct str){p, (size_t)(last - p)}, end)) return (size_t)(p - s.p);
    return s.n;
}

// Bytes of an element at the start of s whose text is no page's: code, which may quote templates, scripts, styles.
static size_t quoted(struct str s)
{
    static const char *const elements[][2] = {
        {"<pre", "</pre"},   {"<code", "</code"}, {"<script", "</script"}, {"<style", "</style"},
        {"<samp", "</samp"}, {"<kbd", "</kbd"},   {"<textarea", "</text"}, {"<template", "</templat"}};
    if (s.n < 2 || !memchr("pcsktPCSKT", s.p[1], 10)) return 0;
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        if (foreign_begins(s, elements[i][0])) return skip_to_end(s, elements[i][1]);
    return 0;
}

// Bytes of a tag of HTML at the start of s, where what stands in its attributes is not looked at; 0: it is none.
static size_t tag_bytes(struct str s)
{
    char c = s.n > 1 ? s.p[1] : '\0';
    if (!((c | 0x20) >= 'a' && (c | 0x20) <= 'z') && c != '/' && c != '!') return 0;
    for (size_t i = 1; i < s.n; i++) {
        const char *end = s.p[i] == '"' || s.p[i] == '\'' ? memchr(s.p + i + 1, s.p[i], s.n - i - 1) : NULL;
        if (end) i = (size_t)(end - s.p);
        else if (s.p[i] == '>') return i;
    }
    return s.n;
}

static bool is_tag_of_template(struct str s)
{
    char c = s.p[0], next = s.n > 1 ? s.p[1] : '\0';
    return (c == '{' && (next == '%' || next == '{')) || (c == '<' && (next == '%' || foreign_begins(s, "<?php")));
}

bool foreign_is_template(struct str head)
{
    size_t tags = 0;
    for (size_t i = 0; i < head.n; i++) {
        struct str s = str_slice(head, i, head.n);
        if (s.p[0] != '<' && s.p[0] != '{') continue;
        size_t n = quoted(s);
        if (!n) n = tag_bytes(s);
        if (n) i += n - 1;
        else tags += is_tag_of_template(s);
    }
    return tags * EACH > head.n;
}
