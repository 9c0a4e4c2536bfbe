// How a sentence's chunks are read as somebody giving something. Internal to statement*.c.
#ifndef FACTS_STATEMENT_FRAMES_H
#define FACTS_STATEMENT_FRAMES_H

#include "facts/clause.h"
#include "facts/statements.h"

#define GIVERS_MAX 24                 // of one act; further ones are left out
#define EVIDENCE   (W_AID | W_THING)  // classes of what is given

// A run of tokens, `to` excluded; none where they are equal.
struct span {
    int from, to;
};

// Who is a giver: the token of its name, and the phrase.
struct giver {
    int name;
    struct span phrase;
};

struct givers {
    struct giver of[GIVERS_MAX];
    int count;
};

// What is said of giving, before it is put into words.
struct finding {
    struct givers givers;
    enum statement_act act;
    struct span support, receiver;
    int money;  // token; -1 for none
    float confidence;
    const char *reason;
};

// What the verbs around a verb make of what it says.
struct mode {
    enum statement_act act;
    float doubt;  // taken off the confidence
};

struct frames {
    const struct clause *clause;
    struct finding *found;
    int count, room;
    uint64_t all;  // the classes of all tokens
};

void frames_add(struct frames *frames, const struct finding *finding);

// Noun phrases (statement_phrases.c) ----------------------------------------------------------------------------------

static inline const struct chunk *chunk_at(const struct clause *c, int k)
{
    static const struct chunk none = {.kind = CHUNK_STOP};
    return k >= 0 && k < c->chunk_count ? &c->chunks[k] : &none;
}

static inline bool is_verb(const struct clause *c, int k)
{
    return chunk_at(c, k)->kind == CHUNK_VERB;
}

static inline const struct token *head_of(const struct clause *c, int k)
{
    return &c->tokens[chunk_at(c, k)->head];
}

static inline uint64_t head_classes(const struct clause *c, int k)
{
    return head_of(c, k)->classes;
}

static inline bool is_noun(const struct clause *c, int k)
{
    return chunk_at(c, k)->kind == CHUNK_NOUN;
}

static inline bool is_preposition(const struct clause *c, int k, uint64_t classes)
{
    return chunk_at(c, k)->kind == CHUNK_PREPOSITION && chunk_at(c, k)->classes & classes;
}

// Whether the phrase names somebody who can give: an entity, or an organ of one.
bool phrase_giver(const struct clause *clause, int chunk, struct giver *giver);

// The same for the possessor in a phrase (Norway's support, US aid): `before` is the token that it stands before, or,
// where adjectives stand behind, after.
bool phrase_possessor(const struct clause *clause, int chunk, int before, struct giver *giver);

// A giver's phrase and those that it is listed with, to the left and right. False when there are none.
bool phrase_givers_before(const struct clause *clause, int chunk, struct givers *givers);
bool phrase_givers_after(const struct clause *clause, int chunk, struct givers *givers);

// What an article makes of a phrase: no aid, little aid (but a little aid is some).
enum share { SHARE_SOME, SHARE_NONE, SHARE_LITTLE };
enum share phrase_share(const struct clause *clause, int chunk);

// Whether what a phrase names can benefit from support: somebody, or what they do; views are supported by words.
bool phrase_benefits(const struct clause *clause, int chunk);

// Whether support that is named by chunk k - 1 is a view, by what it is for: a plan, a law, a candidate.
bool phrase_is_view(const struct clause *clause, int chunk);

// What is given, from the chunk on: its span, its sum, the classes of all its words; returns the chunk behind it.
struct object {
    struct span span, receiver;
    int money, first, after;  // token or -1; chunks
    uint64_t classes;
};
// behind_verb: a receiver may stand before it (gave Ukraine weapons).
bool phrase_object(const struct clause *clause, int chunk, bool behind_verb, struct object *object);

// Without the articles, adverbs and possessors at its beginning.
struct span phrase_trim(const struct clause *clause, struct span span);

// Receivers (statement_receivers.c) ----------------------------------------------------------------------------------

// A phrase with its genitives: the people of Syria.
struct span phrase_chain(const struct clause *clause, int chunk);

// The receiver behind a phrase: to Ukraine, for the people of Syria. any: also where it is given (in Syria).
struct span phrase_receiver(const struct clause *clause, int chunk, bool any);

// Verbs (statement_subject.c) ----------------------------------------------------------------------------------------

// The chunk of a verb's subject, or -1; *mode tells what the verbs that govern it say.
int verb_subject(const struct clause *clause, int verb, struct mode *mode);

// The same of a finite verb, looked for from a chunk to the left; depth: of the verbs that govern each other so far.
int verb_subject_before(const struct clause *clause, int chunk, int verb, struct mode *mode, int depth);

// What the verb itself makes of it: will, may, not.
void verb_apply(const struct clause *clause, int verb, struct mode *mode);

// Frames: all add what they find --------------------------------------------------------------------------------------

void frames_of_verbs(struct frames *frames);   // Norway gave, was given by Norway
void frames_of_nouns(struct frames *frames);   // support from Norway, Norway's contribution, Norway-backed
void frames_of_german(struct frames *frames);  // clauses whose verbs stand at second place and at the end
void frames_of_lists(struct frames *frames);   // Norway (US$5 million); Sweden with $3 million
void frames_loose(struct frames *frames);      // what the others leave: an allocation of $2 million from Norway

#endif
