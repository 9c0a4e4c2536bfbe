// E-books (EPUB 2 and 3): the chapters of a zip archive as one document, in reading order.
#ifndef INPUT_EPUB_H
#define INPUT_EPUB_H

#include "base/arena.h"
#include "base/error.h"
#include "input/article.h"
#include "input/container.h"

// Reads all of the archive. article->bytes become the chapters in UTF-8, one behind another, each whole (is_xml: for
// xml_page_read); its metadata what the package document says, and `chapters`, which tells on which line each file
// begins. limit: bytes of all that is read and of all chapters. False: it is no book, or encrypted, or too large, or
// the archive is damaged.
bool epub_read(struct container *container, size_t limit, struct article *article, struct arena *arena,
               struct error *error);

#endif
