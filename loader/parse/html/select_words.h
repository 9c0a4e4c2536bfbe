// What the words of a class or an id say of the part of a page that they stand at. The words are
// general vocabulary of the web in some languages; none names a site.
#ifndef PARSE_HTML_SELECT_WORDS_H
#define PARSE_HTML_SELECT_WORDS_H

#include "base/str.h"

#include <stdint.h>

// clang-format off
#define SELECT_KINDS(X) \
    X(CONTENT) X(ARTICLE) X(MAIN) X(NAVIGATION) X(CRUMBS) X(HEADER) X(FOOTER) X(SIDEBAR) X(COMMENT) X(RELATED) \
    X(SHARE) X(META) X(PROMOTION) X(CONSENT) X(SIGNUP) X(SEARCH) X(HIDDEN) X(MEDIA) X(LIST) X(PRODUCT) X(FORUM) \
    X(TITLE) X(REVIEW) X(DOCUMENT) X(PERSON) X(REFERENCE) X(BODY)
// clang-format on

enum select_kind {
#define X(name) SELECT_##name,
    SELECT_KINDS(X)
#undef X
        SELECT_KIND_COUNT
};

// Bits of enum select_kind: all that the words of s begin with. A word ends at what is no letter or digit of ASCII, and
// before a capital behind a small letter.
uint32_t select_words(struct str s);

#endif
