// Bytes that came from anywhere, made into text that the parsers and PostgreSQL can take.
#ifndef INPUT_HYGIENE_H
#define INPUT_HYGIENE_H

#include "input/article.h"

#include "base/arena.h"
#include "base/error.h"

// article->bytes to article->text: UTF-8 in NFC, without byte order mark and NUL bytes, lines ended by LF or CRLF;
// repaired and repaired_at say what was ill-formed. article->encoding: as iconv knows it; NULL: found out. UTF-16 and
// UTF-32 are known by their byte order mark or zero bytes. What is no UTF-8 is taken for Windows-1252 (and so Latin-1)
// when hardly any of its high bytes form UTF-8 sequences and nearly all make sense as that (a letter beside an ASCII
// letter, typographic punctuation), and they are three or one in a hundred bytes; else it is UTF-8 with errors.
// Text that is already clean is article->bytes itself. False: the arena is full, the encoding unknown, or (where none
// is given) more than one byte in ten is ill-formed, a hundred at least: that is no text, or none that can be read.
bool hygiene_article(struct article *article, struct arena *arena, struct error *error);

// The same for a title, an author…: also trimmed; an empty one becomes STR_NULL.
struct str hygiene_line(struct str s, struct arena *arena);

// Ill-formed bytes and NUL bytes as %XX, so that a file's name stays its own.
struct str hygiene_name(struct str name, struct arena *arena);

#endif
