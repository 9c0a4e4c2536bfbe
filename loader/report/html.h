// HTML as text: what stands in articles and names is written so that it is only text, and shows what could turn it
// around.
#ifndef REPORT_HTML_H
#define REPORT_HTML_H

#include "base/buf.h"
#include "base/str.h"

// Text, also within quotes of an attribute.
void html_text(struct buf *out, struct str text);

// The head of a page and the begin of its body, with its style sheet: for light and dark screens and for paper. Nothing
// is fetched and no script runs, which its Content-Security-Policy also tells the browser.
void html_begin(struct buf *out, struct str title);
void html_end(struct buf *out);

#endif
