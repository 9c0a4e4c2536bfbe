// Articles that are new by their names, and whose content is in already: those of a file that was moved get its rows,
// and copies can be left out.
#ifndef SINK_CONTENT_H
#define SINK_CONTENT_H

#include "input/source_name.h"
#include "sink/ledger.h"

struct content;

// naming must live as long. skip_duplicates: copies are left out, for which 16 bytes of memory are kept for each new
// article. NULL when there is no memory.
struct content *content_new(const struct source_naming *naming, bool skip_duplicates);
void content_free(struct content *content);

// Whether the database held any articles before, and their index: else there is nothing to look for in it.
bool content_begin(struct content *content, struct database *db, struct error *error);

// After ledger_look_up, of the NEW ones. An article that the ledger has under the name of a file that is no more there
// (or that this one had before --source-root), with the same last name and bytes, becomes UNCHANGED, or CHANGED where
// metadata, options or corrections are others, and moved_from says what it was called: only where one such name ends as
// this one does, and for one of several copies. One whose bytes another article has, of this load too, becomes
// UNCHANGED and a duplicate. Several threads may call it at once.
bool content_look_up(struct content *content, struct ledger_lookup *lookup, struct sink_article *articles, size_t count,
                     struct error *error);

// Inside the batch's transaction: the moved ones get their new names, and the corrections of them alone, too. SQLSTATE
// 40001 when another loader was faster.
bool content_rename(struct database *db, const struct sink_article *articles, size_t count, struct error *error);

#endif
