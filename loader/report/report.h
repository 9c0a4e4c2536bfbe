// A page about what is loaded, or about one article: the files of sql/report one after another.
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "base/buf.h"
#include "sink/database.h"

// Appends the whole page. article: the source of a loaded one, or the end of it behind a slash; NULL: of all.
// ERROR_INPUT where no article, or more than one, is meant.
bool report_write(struct database *db, const char *article, struct buf *page, struct error *error);

#endif
