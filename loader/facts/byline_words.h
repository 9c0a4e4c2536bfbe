// Words of bylines: what the words beside a date say of it. Internal to byline.c.
#ifndef FACTS_BYLINE_WORDS_H
#define FACTS_BYLINE_WORDS_H

#include "base/str.h"

enum byline_word {
    BYLINE_WORD_NONE,
    BYLINE_WORD_BESIDE,  // on, at, comments
    BYLINE_WORD_WEEKDAY,
    BYLINE_WORD_BY,         // by, von, Uhr: tells a byline from a list of names
    BYLINE_WORD_DATE,       // as PUBLISHED beside a date; on a line of its own it may be that of an event
    BYLINE_WORD_PUBLISHED,  // the next date is that of publication
    BYLINE_WORD_UPDATED,    // of a change
    BYLINE_WORD_FOREIGN,    // the line is no byline: photo, retrieved, until
};

// word: in small letters.
enum byline_word byline_word(struct str word);

#endif
