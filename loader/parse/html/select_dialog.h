// Dialogs of a site within its pages: what asks for consent, a password, a subscription; and pages that are shown
// instead of an article, until the reader proves to be no robot, or of age. Where a page holds little else, such a text
// reads like its article. Told by the page's structure (a button or a link that answers, a field for
// a password, <dialog>) and by words of general vocabulary (select_dialog_words.h); no rules of single sites.
#ifndef PARSE_HTML_SELECT_DIALOG_H
#define PARSE_HTML_SELECT_DIALOG_H

#include "parse/html/select_parts.h"

// Marks the units that lie in dialogs, of all the others nothing; *any: there are such, else it stays. False when the
// arena is full.
bool select_dialogs(const struct select_page *page, bool *dialog, bool *any, struct arena *arena);

#endif
