// Bytes that came from anywhere, made into text that the parsers and PostgreSQL can take.
#ifndef INPUT_HYGIENE_H
#define INPUT_HYGIENE_H

#include "input/article.h"

#include "base/arena.h"
#include "base/error.h"

// article->bytes to article->text: UTF-8 in NFC, without byte order mark and NUL bytes, lines ended by LF or CRLF;
// repaired and repaired_at say what was ill-formed, counted on from what they are. article->encoding: as iconv knows
// it; NULL: found out by byte order marks and the like (charset_guess), by whether it is UTF-8, by what its source or
// the page says (article->declared, charset_of_page), by its letters (charset_decide), in this order; the last is said
// in article->guessed where it is not UTF-8. What is declared holds all the same where much in it is ill-formed and
// nothing else is found. Text that is already clean is article->bytes itself. False: the arena is full, the encoding
// unknown, or what it is can't be found out.
bool hygiene_article(struct article *article, struct arena *arena, struct error *error);

// The same for a title, an author…: also trimmed; an empty one becomes STR_NULL.
struct str hygiene_line(struct str s, struct arena *arena);

// The same, with one blank for all white space and control characters between words.
struct str hygiene_one_line(struct str s, struct arena *arena);

// Ill-formed bytes and NUL bytes as %XX, so that a file's name stays its own.
struct str hygiene_name(struct str name, struct arena *arena);

#endif
