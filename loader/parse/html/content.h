// Text behind start tags whose content is no markup, and CDATA sections.
#ifndef PARSE_HTML_CONTENT_H
#define PARSE_HTML_CONTENT_H

#include "parse/html/tokenizer.h"

// The text up to the end tag of t->content_element, or to the end of the page; the end tag is the next token. False
// when there is none left, then the content is data again.
bool html_take_content(struct html_tokenizer *t, struct html_token *token);

// The CDATA section whose text begins at i. False when it has none.
bool html_take_cdata(struct html_tokenizer *t, size_t i, struct html_token *token);

#endif
