// The forms of regular verbs of German, French and Spanish, so that the tables of words need only name them. Internal
// to statement_words.c.
#ifndef FACTS_STATEMENT_FORMS_H
#define FACTS_STATEMENT_FORMS_H

#include "facts/statement_words.h"

#define VERB_FORM_MAX 64  // bytes; a longer form is cut

// Takes one form: its classes are those of forms only (W_FORM, W_WILL, W_MAY). The word lives as long as the call.
typedef void verb_form_add(void *to, struct str word, uint64_t classes);

// Calls add with every form of a verb, given by its infinitive. A bar parts what a German verb puts at the end of its
// clause: zu|sagen; its forms are those of subordinate clauses (zusagt).
void verb_forms(struct str infinitive, enum statement_language language, verb_form_add *add, void *to);

#endif
