// Interviews, dialogues and transcripts: who speaks. `Q: …`, `INTERVIEWER: …`, `Jane Doe (Labour): …`, `**Ash:** …`, or
// the name on a line of its own above what is said. A line tells it only beside the others: labels that come back
// before sentences and take turns are people's where they look like it (Q, Speaker 1, Dr. Ash), or where one of them
// asks; `Pros: …` and `Cons: …` are none. The rules are our own, made on interviews, protocols and the corpus's
// articles.
#ifndef PARSE_SPEAKERS_H
#define PARSE_SPEAKERS_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

enum { SPEAKERS_MOST = 128 };  // names that are looked at; those behind them aren't known

struct speaker {
    struct str name, last;  // last: what was said in the turn before
    uint32_t sentences;     // turns that are
    uint32_t turns;         // that say something else than the one before
    bool person;            // by the look of the name
    bool named;             // by what stands before it elsewhere
    bool speaks;            // its lines are turns
};

struct speakers {
    struct speaker all[SPEAKERS_MOST];
    size_t count;
    bool bare;  // names stand alone above the turns, without a colon
};

// A line on which a turn begins.
struct turn {
    struct str name, text;  // text: what is said, and the time where one stands beside the name
    bool timed;             // … does
    bool alone;             // it stands on the next line
};

// Reads who speaks in an article's text; names borrow from it. Whether anybody does.
bool speakers_find(struct str text, struct speakers *out);

// Whether somebody's turn begins with the line, or with the paragraph, marks of emphasis aside.
bool speakers_turn(const struct speakers *speakers, struct str line, struct turn *out);

#endif
