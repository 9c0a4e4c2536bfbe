// Which facts tell that somebody gives support: a fact whose item is an entity, and whose attribute, or what stands
// above its table or list, says so.
//
//   a column    by its header: header_roles has it as support; or has no role for it and its words tell_support (a bare
//               number then tells none); or has it as an amount, or it names a currency, the cell holds a sum of money,
//               and what stands above the table, or over the rows' subjects (Donor), tells support. Never where the
//               rows' subjects are receivers.
//   a header    that is an entity (columns of givers): where the first column's header has the role support, or, where
//   it
//               says nothing, what stands above tells support.
//   a list      where what stands above an item tells support, and doesn't name the entity as the receiver (to, for).
//
// The support is the value, or the attribute where the value is a number without a thing, a sum or a yes. Its type is
// that of the vocabulary (schema/support_types.csv).
#ifndef FACTS_SUPPORT_H
#define FACTS_SUPPORT_H

#include "base/arena.h"
#include "base/str.h"
#include "rows/row.h"

#include <stddef.h>

enum header_role { ROLE_NONE, ROLE_SUPPORT, ROLE_AMOUNT, ROLE_RECIPIENT, ROLE_OTHER };

struct header_role_of {
    struct str header_key;
    enum header_role role;
};

struct statement_words;

// What supports are told by. Immutable, so that all workers share one.
struct support_source {
    const struct header_role_of *roles;  // sorted by support_sort
    size_t role_count;
    const struct statement_words *words;  // the vocabulary of types
};

// As header_roles.role spells it.
enum header_role header_role_parse(struct str word);

// Sorts roles by their keys' bytes.
void support_sort(struct header_role_of *roles, size_t count);

enum header_role support_role(const struct support_source *source, struct str header_key);

// Whether a header, heading or lead-in says that what follows is support given, by stems of words in thirteen
// languages; not what says that it is received or needed. key: as item_key makes it.
bool tells_support(struct str key);

// The same by those words alone that leave no doubt that money or goods are given: for text above a table that is no
// lead-in.
bool tells_gifts(struct str key);

// Whether the text has a word right before `name` (a slice of it) that makes it the receiver: to, for, in, für, pour, …
bool is_receiver_in(struct str text, struct str name);

// Fills support, support_type, amount and currency of a fact that tells support; leaves them STR_NULL where the value
// says no. False when the arena is full.
// money_only: only what holds a sum of money, which is then the support.
bool support_fill(const struct support_source *source, struct fact_row *fact, bool money_only, struct arena *arena);

#endif
