// HTML that a program has yet to fill in: tags of Jinja, Liquid, Mustache, PHP or ERB where a page has text.
#include "input/foreign.h"

#include <strings.h>

#define EACH 2000  // bytes of a page's text for a tag at most: a page about templates may quote a few

static bool begins(struct str s, const char *word)
{
    size_t n = strlen(word);
    return s.n >= n && strncasecmp(s.p, word, n) == 0;
}

// Behind the end of this element; where it has none, all.
static size_t skip_to_end(struct str s, const char *end)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] == '<' && begins(str_slice(s, i, s.n), end)) return i;
    return s.n;
}

// Bytes of an element at the start of s whose text is no page's: code, which may quote templates, scripts, styles.
static size_t quoted(struct str s)
{
    static const char *const elements[][2] = {
        {"<pre", "</pre"},   {"<code", "</code"}, {"<script", "</script"}, {"<style", "</style"},
        {"<samp", "</samp"}, {"<kbd", "</kbd"},   {"<textarea", "</text"}, {"<template", "</templat"}};
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        if (begins(s, elements[i][0])) return skip_to_end(s, elements[i][1]);
    return 0;
}

bool foreign_is_template(struct str head)
{
    size_t tags = 0, bytes = 0;
    for (size_t i = 0; i + 1 < head.n; i++, bytes++) {
        char c = head.p[i], next = head.p[i + 1];
        if (c == '<' && (next == '%' || (next == '?' && begins(str_slice(head, i, head.n), "<?php")))) return true;
        if (c == '<') {
            size_t n = quoted(str_slice(head, i, head.n));
            i += n ? n - 1 : 0;
        } else tags += c == '{' && (next == '%' || next == '{');
    }
    return tags * EACH > bytes;
}
