#include "parse/layout/page.h"

// Measured on 727 pages' texts as crawls keep them, and on 1,900 texts of their articles alone: of the first 74 %, of
// the second .2 % are told to be pages.
enum {
    LINES = 30,      // a page has at least
    END_LINES = 15,  // that are looked at on both ends
    SHORT = 40,      // bytes of a menu's line at most
    RUN = 6,         // such lines in a row are a menu
    ENOUGH = 170,    // per cent: shares of short lines at both ends, and of lines in menus, added up
    MARKED = 50,     // one line in so many with a mark of its own, and the extractor told items apart
};

// Like a menu's line: short, no sentence, no mark.
static bool is_short(struct str s)
{
    return s.n < SHORT && !strchr(".!?:;,|", s.p[s.n - 1]) && !(s.p[0] == '-' && s.n > 1 && s.p[1] == ' ');
}

bool page_found(const struct source *source)
{
    size_t lines = 0, first = 0, run = 0, in_runs = 0, marked = 0;
    bool last[END_LINES] = {false};
    for (size_t i = 0; i < source->count; i++) {
        struct str s = source->lines[i].text;
        if (!s.n) continue;
        bool is = is_short(s);
        marked += s.n > 1 && s.p[0] == '-' && s.p[1] == ' ';
        run = is ? run + 1 : 0;
        in_runs += run == RUN ? RUN : run > RUN;
        first += is && lines < END_LINES;
        last[lines++ % END_LINES] = is;
    }
    if (lines < LINES || marked * MARKED > lines) return false;
    size_t ends = first;
    for (int i = 0; i < END_LINES; i++) ends += last[i];
    return ends * 100 / END_LINES + in_runs * 100 / lines >= ENOUGH;
}
