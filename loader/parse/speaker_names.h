// What looks like the name of somebody who speaks, and what like the label of something else. By our own lists of
// words; names of people are in none: they are told by capital letters and by where the text has them elsewhere.
#ifndef PARSE_SPEAKER_NAMES_H
#define PARSE_SPEAKER_NAMES_H

#include "base/str.h"

#include <stdbool.h>

enum { SPEAKER_NAME_BYTES = 64 };  // at most

// Each word begins with a capital letter, but for "van der" and the like; a number may end it (Speaker 1), and a group
// in brackets: Jane Doe (Labour).
bool speaker_name_is(struct str name);
// By the look of it: a part in the talk (Q, Moderator), a form of address (Dr. Ash), a group behind the name.
bool speaker_name_is_person(struct str name);
// Two to four words, as people are called.
bool speaker_name_is_full(struct str name);
// One of its words labels facts, pieces of advice or parts of a text: Note, Pros.
bool speaker_name_is_label(struct str name);
// Elsewhere in the text it stands as people's names do: behind another one ("Birgit Auerbach"), never behind an
// article.
bool speaker_name_is_met(struct str text, struct str name);

struct str speaker_name_last(struct str name);  // its last word

#endif
