// What is printed for people: names, texts and messages from outside can't control the terminal. All that the program
// prints for people goes this way; tests/check looks for what does not.
#ifndef BASE_SAY_H
#define BASE_SAY_H

#include "base/buf.h"
#include "base/str.h"

#include <stdarg.h>
#include <stdio.h>

// Adds the text with what would control a terminal, or turn text around, written out: \n, \t, \r, \x1B and other
// controls of ASCII, \u009B of C1, \u202E of the bidirectional controls (Unicode's Bidi_Control), \u2028 and \u2029 of
// line ends, \xFF of bytes that are no UTF-8. Everything else stays as it is.
void say_visible(struct buf *buf, struct str text);

// What the character that valid UTF-8 begins with is written as: buffer, or NULL where it stays as it is.
const char *say_visible_form(uint32_t c, char buffer[16]);

// As printf, made visible: a line, which gets its line end, and a part of one.
__attribute__((format(printf, 2, 3))) void say(FILE *out, const char *format, ...);
__attribute__((format(printf, 2, 3))) void say_part(FILE *out, const char *format, ...);
// Where there is no memory for the whole, what is printed is cut off.
__attribute__((format(printf, 2, 0))) void say_args(FILE *out, const char *format, va_list args);

#endif
