// What the words of dialogs ask for, in the languages of most pages.
#ifndef PARSE_HTML_SELECT_DIALOG_WORDS_H
#define PARSE_HTML_SELECT_DIALOG_WORDS_H

#include "base/str.h"

#include <stdint.h>

enum {
    DIALOG_COOKIE = 1,    // cookies are spoken of
    DIALOG_PASSWORD = 2,  // a password is
    DIALOG_OFFER = 4,     // a subscription is
    DIALOG_CHOICE = 8,    // accept, reject
    DIALOG_ENTER = 16,    // log in, register, subscribe
    DIALOG_PROOF = 32,    // that the reader is no robot, runs scripts, is of age
};

// Bits of these: what words of the text begin with; in scripts without spaces, what stands anywhere.
uint32_t select_dialog_words(struct str text);

#endif
