// The day of an article, and what says it: metadata, a line of the text (byline.h), the address, the file's name
// (address_date.h), in this order. None where these leave doubt: two days that are told alike, a day to come, one
// before 1980 without a label. The time of a file is not asked: it says when somebody wrote the file, which for most is
// when the page was fetched.
#ifndef FACTS_ARTICLE_DATE_H
#define FACTS_ARTICLE_DATE_H

#include "facts/byline.h"
#include "rows/row.h"

enum { ARTICLE_DATE_LINES = 64 };  // at most these are read

struct article_date {
    int32_t latest;  // the last day that can be one
    enum date_order order;
    int lines;        // seen
    int short_lines;  // of these; a menu is made of them
    int body;         // the line that is the first paragraph, from 1; 0: none yet
    int body_short_lines;
    struct {
        enum byline kind;
        int line, short_lines;
        int32_t days;
    } found[ARTICLE_DATE_LINES];
    int count;
    enum byline_label label_before;
    struct str line_before;  // where it is but a label of the next
    struct str last, label;  // the last text
};

// today: days since 2000-01-01. Nothing to release; what is seen has to live until the end.
void article_date_begin(struct article_date *date, const struct article *article, int32_t today);

// Takes each row of the article in order.
void article_date_see(struct article_date *date, const struct row *row);

// Fills the day of the article's row, whose article is there.
void article_date_set(struct article_date *date, struct document_row *document);

#endif
