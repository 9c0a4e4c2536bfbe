// Words by which list.c tells lists from sentences, each list between bars. Internal to list.c.
#ifndef FACTS_LIST_WORDS_H
#define FACTS_LIST_WORDS_H

extern const char LIST_REGIONS[], LIST_GOES_ON[], LIST_PREPOSITIONS[], LIST_AND[], LIST_ENDS[], LIST_PAIRS[],
    LIST_MONTHS[], LIST_STATES[];

#endif
