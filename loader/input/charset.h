// Text in other character sets to UTF-8, piece by piece (the system's iconv).
#ifndef INPUT_CHARSET_H
#define INPUT_CHARSET_H

#include "base/error.h"
#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

struct charset;

// The charset that the first bytes of a text (512 are enough) show: UTF-16 and UTF-32 by their byte order mark, UTF-16
// also by its zero bytes, ISO-2022-JP by its escape sequences. NULL: one that holds ASCII, such as UTF-8.
const char *charset_guess(struct str head);

// Whether it is a byte order mark of UTF-16 or UTF-32 that shows it.
bool charset_has_mark(struct str head);

// name: as iconv knows it (`iconv -l`). NULL: *error says that it doesn't.
struct charset *charset_open(const char *name, struct error *error);
// Whether there is such an encoding; NULL: to be found out.
bool charset_check(const char *name, struct error *error);

// Writes UTF-8 at `to`, at most `room` (at least 64) bytes, and returns their number. *text is cut to what is still to
// be decoded; call again while it isn't empty. A character that ends in the next piece is kept until then, unless this
// is the `last`. What is ill-formed becomes U+FFFD.
size_t charset_decode(struct charset *charset, struct str *text, bool last, char *to, size_t room);

// U+FFFD written since charset_open; *at: the offset in all the bytes of the first part that it stands for.
uint32_t charset_replaced(const struct charset *charset, size_t *at);

void charset_close(struct charset *charset);

#endif
