// Whether a line says when its article appeared: a byline (`By A. Writer | 3 May 2024`), a label (`Published: May 3,
// 2024`, `Aktualisiert am 3. Mai 2024`) or a dateline (`PARIS, 3 mai 2024 – …`), in English, German, French, Spanish,
// Italian, Portuguese, Dutch, Russian, Polish, Turkish, Chinese, Japanese, Korean and, of Scandinavian languages and
// Arabic, the commonest forms.
#ifndef FACTS_BYLINE_H
#define FACTS_BYLINE_H

#include "facts/value_date.h"

enum byline {
    BYLINE_NONE,
    BYLINE_DAY,        // a date alone, or with its weekday
    BYLINE_PLACED,     // a place or name before it and nothing else: Wien, 3. Mai 2024
    BYLINE_SIGNED,     // a date with its author or time
    BYLINE_DATELINE,   // the beginning of a text, which goes on behind a dash
    BYLINE_UPDATED,    // labelled as the day of a change
    BYLINE_DATED,      // labelled as a date and no more: Date: May 3, 2024
    BYLINE_PUBLISHED,  // labelled as the day of publication
};

// line: valid UTF-8 without line ends; of a long one only the beginning is read. days: since 2000-01-01.
enum byline byline_read(struct str line, enum date_order order, int32_t *days);

enum byline_label {
    BYLINE_LABEL_NONE,
    BYLINE_LABEL_DATE,   // nothing but the label of a date on the next line: `Published`, `Veröffentlicht am:`
    BYLINE_LABEL_OTHER,  // ends in a colon and labels what is no day of the article: `Available until:`
};

// `Date:` is NONE: the date of an event stands below it as well.
enum byline_label byline_label(struct str line);

#endif
