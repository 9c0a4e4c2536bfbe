// Whether what a server sent is an article: by its status, its media type and what its bytes show.
#ifndef INPUT_WEB_PAGE_H
#define INPUT_WEB_PAGE_H

#include "input/record.h"

// Why an answer of this status holds no article (`redirects`, `errors`); NULL: it may hold one.
const char *web_page_status(int status);

// Sets record->dialect, declared and is_xml by a Content-Type. identified: the type that the archive found by the
// content, or empty; it counts where the server said nothing that tells. False: nothing of this type is an article.
bool web_page_type(struct record *record, struct str type, struct str identified);

// What a body is, whatever it was called: `feeds`, `PDF files`; NULL: an article. url: of it.
const char *web_page_body(const struct record *record, struct str body, struct str url);

#endif
