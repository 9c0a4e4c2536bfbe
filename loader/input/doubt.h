// Records whose texts are no texts: a file in which each is one word, or the same as all others, has its text in
// another field. Its records are held back until one dispels the doubt; where none does, the file is refused.
#ifndef INPUT_DOUBT_H
#define INPUT_DOUBT_H

#include "input/record.h"

struct doubt;

// NULL when there is no memory. One serves one file after another.
struct doubt *doubt_new(void);
void doubt_free(struct doubt *doubt);

// A new file begins. Without `asked` its records come as they are.
void doubt_begin(struct doubt *doubt, bool asked);

// As kind->next. A refused file gives one rejection and ends.
enum record_result doubt_next(struct doubt *doubt, const struct record_kind *kind, struct record_reader *reader,
                              struct arena *arena, struct record *record, struct error *error);

#endif
