// What the header of a document says of it, name by name: a book's, trafilatura's. Zero it.
#ifndef INPUT_DOC_FACTS_H
#define INPUT_DOC_FACTS_H

#include "base/arena.h"
#include "input/article.h"

#define DOC_FACTS_MOST 40

struct doc_fact {
    struct str name, value;
    size_t room;  // bytes at value.p
};

struct doc_facts {
    struct doc_fact pairs[DOC_FACTS_MOST];
    size_t count;
};

// Whether something was added under this name.
bool doc_facts_has(const struct doc_facts *facts, struct str name);

// Adds a value, cleaned (hygiene_line) and on one line; another of the same name is joined to it, authors with commas.
// Empty ones are none, and so are names beyond the most that are kept.
void doc_facts_add(struct doc_facts *facts, struct str name, struct str value, struct arena *arena);

// What mapping.h calls title, author, site, url, language or date goes to these where they are empty, all else to
// metadata->other.
void doc_facts_store(const struct doc_facts *facts, struct metadata *metadata, struct arena *arena);

#endif
