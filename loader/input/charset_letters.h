// The letters beyond ASCII of languages in Latin script, the commonest first, each with how many in a thousand of them
// it is: `ü474 ä328 ö195`. One string a language, by the 8-bit charsets that hold them; NULL at the end.
#ifndef INPUT_CHARSET_LETTERS_H
#define INPUT_CHARSET_LETTERS_H

extern const char *const charset_letters_western[],
    *const charset_letters_central[], *const charset_letters_turkish[], *const charset_letters_baltic[];

#endif
