// XML that is a page or an article, as HTML that a parser of HTML reads alike: XHTML, several of them one behind
// another (a book's chapters), and what trafilatura writes (--output-format=xml and xmltei). Everything stays on its
// line.
#ifndef INPUT_XML_PAGE_H
#define INPUT_XML_PAGE_H

#include "base/arena.h"
#include "base/error.h"
#include "input/article.h"

// Whether a text, or the head of one, is trafilatura's XML.
bool xml_page_is_trafilatura(struct str head);

// Where article->is_xml says so, and where the text is trafilatura's or its name is that of XHTML and nobody asked for
// another dialect: article->text becomes HTML, and its dialect is that. What trafilatura says of the article goes to
// its metadata, where they say nothing, comments of readers among it. Fails when the arena is full.
bool xml_page_read(struct article *article, struct arena *arena, struct error *error);

#endif
